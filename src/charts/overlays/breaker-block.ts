import { zoneOverlay } from "./zone.ts";

/** Order block that failed after it took liquidity. */
export const breakerBlock = zoneOverlay({
  tag: "BRK",
  bullish: "bullZone",
  bearish: "bearZone",
  endedBy: ["invalidated", "expired"],
  limit: 1,
  middle: false,
});
