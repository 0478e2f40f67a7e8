import { zoneOverlay } from "./zone.ts";

/** Gap between Friday's close and Sunday's open. */
export const newWeekOpeningGap = zoneOverlay({
  tag: "NWOG",
  bullish: "bullGap",
  bearish: "bearGap",
  endedBy: [],
  limit: 2,
  middle: false,
});
