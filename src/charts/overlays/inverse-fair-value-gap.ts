import { zoneOverlay } from "./zone.ts";

/** Gap that price closed through, now of the other side. */
export const inverseFairValueGap = zoneOverlay({
  tag: "IFVG",
  bullish: "bullGap",
  bearish: "bearGap",
  endedBy: ["invalidated", "expired"],
  limit: 1,
  middle: false,
});
