import { zoneOverlay } from "./zone.ts";

/** Order block that failed without taking liquidity. */
export const mitigationBlock = zoneOverlay({
  tag: "MIT",
  bullish: "bullZone",
  bearish: "bearZone",
  endedBy: ["invalidated", "expired"],
  limit: 1,
  middle: false,
});
