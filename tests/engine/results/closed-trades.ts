import type { ClosedTrade } from "../../../src/engine/results/closed-trade.ts";

/** Tuesday 2026-03-03 14:00 UTC, 09:00 in New York. */
export const NOON = Date.UTC(2026, 2, 3, 14, 0);
export const HOUR_MS = 3_600_000;

/** A closed trade of 1R = 20; the money follows from `r` unless it is given. */
export function closedTrade(r: number, patch: Partial<ClosedTrade> = {}): ClosedTrade {
  return {
    signalAt: NOON,
    closedAt: NOON + HOUR_MS,
    symbol: "BTC/USDT",
    strategy: "order-block-touch",
    direction: "long",
    reason: r > 0 ? "target" : "stop",
    r,
    pnl: String(r * 20),
    fees: "0.5",
    ...patch,
  };
}

/** One closed trade for each result, an hour apart. */
export function closedSeries(...rs: readonly number[]): readonly ClosedTrade[] {
  return rs.map((r, at) =>
    closedTrade(r, { signalAt: NOON + at * HOUR_MS, closedAt: NOON + (at + 1) * HOUR_MS }),
  );
}
