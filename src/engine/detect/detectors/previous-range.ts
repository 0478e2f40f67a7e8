import { z } from "zod";
import { PERIODS } from "../../clock/period-tracker.ts";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { momentOf } from "../moment.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report the high and low of the previous day, week and month"),
});

const DETECTED = eventCode("previous-range", "detected");

/**
 * High and low of a completed day, week or month, known with the first candle of the next. The first, perhaps
 * partial, period of a series counts. Row: `tag` the period, `a` high, `b` low, `c` the open time.
 */
class PreviousRangeDetector implements Detector {
  private readonly context: DetectorContext;
  private readonly latest: (EventRow | undefined)[] = PERIODS.map(() => undefined);

  constructor(context: DetectorContext) {
    this.context = context;
  }

  clock(index: number): void {
    const { draft } = this.context.log;
    const { periods, series, log } = this.context;
    for (const { period, high, low } of periods.ended) {
      const tag = period << 1;
      const openTime = series.openTime(index);
      draft[0] = high;
      draft[1] = low;
      draft[2] = openTime;
      log.birth(DETECTED, index, index, tag, draft);
      this.latest[period] = { code: DETECTED, index, knownIndex: index, tag, a: high, b: low, c: openTime };
    }
  }

  detection(row: EventRow): Detection {
    const name = PERIODS[row.tag >> 1] ?? "";
    const moment = momentOf(this.context.series, row, row.c, row.c);
    const id = `previous-range:${name}:${row.c}`;
    return { kind: "previous-range", event: "detected", id, name, ...moment, top: row.a, bottom: row.b };
  }

  /** The newest range of each period. */
  living(): EventRow[] {
    return this.latest.filter((row) => row !== undefined);
  }
}

export const previousRange = detectorEntry({
  kind: "previous-range",
  settings: settingsSchema,
  help: "High and low of the previous day, week and month",
  create: (context) => new PreviousRangeDetector(context),
});
