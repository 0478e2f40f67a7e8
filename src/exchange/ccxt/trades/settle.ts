/** Trades may become visible out of order for so long, in milliseconds. */
export const SETTLE_MS = 60_000;
/** An exchange gives a week at a time; what is older than that and was never read is not looked for. */
export const LOOK_BACK_MS = 7 * 86_400_000 - 60_000;
/** So much the exchange's time may be wrong for a while, in milliseconds, without a trade being passed over. */
export const CLOCK_DOUBT_MS = 86_400_000;
