import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { biasOf, momentOf } from "../moment.ts";
import { MARKS } from "../state/candle-marks.ts";
import { displacementSettingsSchema } from "../state/displacements.ts";

const DETECTED = eventCode("displacement", "detected");
/** All there is to say stands in the candle. */
const NOTHING = new Float64Array(3).fill(Number.NaN);

/** A candle with a body that is large for its range and for the ATR before it. Known at its own close. */
class DisplacementDetector implements Detector {
  private readonly context: DetectorContext;

  constructor(context: DetectorContext) {
    this.context = context;
  }

  appear(from: number, to: number): void {
    const { marks, log } = this.context;
    if (!marks.any(MARKS.displacedUp | MARKS.displacedDown)) return;
    for (let index = from; index <= to; index += 1) {
      if (marks.has(index, MARKS.displacedUp)) log.birth(DETECTED, index, index, 0, NOTHING);
      else if (marks.has(index, MARKS.displacedDown)) log.birth(DETECTED, index, index, 1, NOTHING);
    }
  }

  detection(row: EventRow): Detection {
    const bias = biasOf(row.tag);
    const moment = momentOf(this.context.series, row);
    const id = `displacement:${bias}:${moment.openTime}`;
    return { kind: "displacement", event: "detected", id, bias, ...moment };
  }
}

export const displacement = detectorEntry({
  kind: "displacement",
  settings: displacementSettingsSchema,
  help: "Candles that move far with a full body",
  create: (context) => new DisplacementDetector(context),
});
