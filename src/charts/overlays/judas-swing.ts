import { candleTagOverlay } from "./candle-tag.ts";

/** False move of a session's start, tagged where it is known. */
export const judasSwing = candleTagOverlay("JUDAS");
