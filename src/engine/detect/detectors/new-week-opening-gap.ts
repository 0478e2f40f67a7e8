import { detectorEntry } from "../detector.ts";
import { NewOpeningGapDetector, newOpeningGapSettings } from "../zones/new-opening-gap.ts";

export const newWeekOpeningGap = detectorEntry({
  kind: "new-week-opening-gap",
  settings: newOpeningGapSettings("gaps between one trading week and the next"),
  help: "New week opening gaps (NWOG): from the last close of Friday to the first open of Sunday",
  create: (context) => new NewOpeningGapDetector(context, "week"),
});
