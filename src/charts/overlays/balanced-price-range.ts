import { zoneOverlay } from "./zone.ts";

/** Overlap of two opposite gaps. */
export const balancedPriceRange = zoneOverlay({
  tag: "BPR",
  bullish: "bullGap",
  bearish: "bearGap",
  endedBy: ["filled", "expired"],
  limit: 1,
  middle: false,
});
