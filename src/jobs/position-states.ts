import type { TradeState } from "../engine/trade/trade.ts";

/** States in which a trade holds a position. */
export const POSITION_STATES = [
  "partially-filled",
  "open",
  "closing",
] as const satisfies readonly TradeState[];
