import { zoneOverlay } from "./zone.ts";

/** Fair value gap; the dashed middle is its consequent encroachment. */
export const fairValueGap = zoneOverlay({
  tag: "FVG",
  bullish: "bullGap",
  bearish: "bearGap",
  endedBy: ["filled", "inverted", "expired"],
  limit: 2,
  middle: true,
});
