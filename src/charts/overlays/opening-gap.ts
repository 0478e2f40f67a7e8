import { zoneOverlay } from "./zone.ts";

/** Prices without any trade between two candles. */
export const openingGap = zoneOverlay({
  tag: "GAP",
  bullish: "bullGap",
  bearish: "bearGap",
  endedBy: ["filled", "expired"],
  limit: 2,
  middle: false,
});
