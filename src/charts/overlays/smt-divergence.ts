import { candleTagOverlay } from "./candle-tag.ts";

/** Two related markets that disagree about a new extreme. */
export const smtDivergence = candleTagOverlay("SMT");
