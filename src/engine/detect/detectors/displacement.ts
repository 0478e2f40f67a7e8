import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-log.ts";
import { biasOf, momentOf } from "../moment.ts";
import { SIGNS } from "../state/candle-signs.ts";
import { displacementSettingsSchema } from "../state/displacements.ts";

const DETECTED = eventCode("displacement", "detected");

/** A candle with a body that is large for its range and for the ATR before it. Known at its own close. */
class DisplacementDetector implements Detector {
  readonly appearsOn = SIGNS.displacement;
  private readonly context: DetectorContext;

  constructor(context: DetectorContext) {
    this.context = context;
  }

  appear(index: number): void {
    const { newest } = this.context.displacements;
    if (newest === 0) return;
    this.context.log.add(DETECTED, index, index, newest > 0 ? 0 : 1, Number.NaN, Number.NaN, Number.NaN);
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
