import { zoneOverlay } from "./zone.ts";

/** Gap between the close of a day and the open of the next. */
export const newDayOpeningGap = zoneOverlay({
  tag: "NDOG",
  bullish: "bullGap",
  bearish: "bearGap",
  endedBy: [],
  limit: 2,
  middle: false,
});
