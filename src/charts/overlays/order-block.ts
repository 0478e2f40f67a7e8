import { zoneOverlay } from "./zone.ts";

/** Order block; the dashed middle is its mean threshold. */
export const orderBlock = zoneOverlay({
  tag: "OB",
  bullish: "bullZone",
  bearish: "bearZone",
  endedBy: ["exhausted", "invalidated", "expired"],
  limit: 2,
  middle: true,
});
