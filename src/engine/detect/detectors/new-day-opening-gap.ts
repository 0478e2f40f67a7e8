import { detectorEntry } from "../detector.ts";
import { NewOpeningGapDetector, newOpeningGapSettings } from "../zones/new-opening-gap.ts";

export const newDayOpeningGap = detectorEntry({
  kind: "new-day-opening-gap",
  settings: newOpeningGapSettings("gaps between one New York trading day and the next"),
  help: "New day opening gaps (NDOG): from the last close before 17:00 New York to the next day's open",
  create: (context) => new NewOpeningGapDetector(context, "day"),
});
