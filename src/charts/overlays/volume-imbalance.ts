import { zoneOverlay } from "./zone.ts";

/** Bodies that do not meet while the wicks do. */
export const volumeImbalance = zoneOverlay({
  tag: "VI",
  bullish: "bullGap",
  bearish: "bearGap",
  endedBy: ["filled", "expired"],
  limit: 1,
  middle: false,
});
