import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { biasOf, momentOf } from "../moment.ts";
import { MARKS } from "../state/candle-marks.ts";
import { DeliverySide } from "../state/delivery-side.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report changes in the state of delivery (CISD)"),
});

const DETECTED = eventCode("change-in-delivery", "detected");

/**
 * A close beyond the first open of the extreme run of candles that went the other way. Known at that close,
 * drawn at the first candle of the run. Row: `a` the level, `b` the open time of the first candle, because a
 * run may wait for longer than candles are held.
 */
class ChangeInDeliveryDetector implements Detector {
  private readonly context: DetectorContext;
  private readonly bullish: DeliverySide;
  private readonly bearish: DeliverySide;

  constructor(context: DetectorContext) {
    this.context = context;
    this.bullish = new DeliverySide(context.series);
    this.bearish = new DeliverySide(context.series);
  }

  appear(from: number, to: number): void {
    this.follow(this.bullish, 0, from, to);
    this.follow(this.bearish, 1, from, to);
  }

  detection(row: EventRow): Detection {
    const bias = biasOf(row.tag);
    const moment = momentOf(this.context.series, row, row.b);
    const id = `change-in-delivery:${bias}:${moment.openTime}`;
    return { kind: "change-in-delivery", event: "detected", id, bias, ...moment, level: row.a };
  }

  private follow(side: DeliverySide, bearish: 0 | 1, from: number, to: number): void {
    const { views, log, marks } = this.context;
    const { draft } = this.context.log;
    const view = views.of[bearish];
    let at = side.next(view, from, to);
    while (at >= 0) {
      draft[0] = bearish === 0 ? side.usedLevel : -side.usedLevel;
      draft[1] = side.usedTime;
      draft[2] = Number.NaN;
      log.birth(DETECTED, side.usedIndex, at, bearish, draft);
      marks.set(at, bearish === 0 ? MARKS.deliveredUp : MARKS.deliveredDown);
      at = side.next(view, at + 1, to);
    }
  }
}

export const changeInDelivery = detectorEntry({
  kind: "change-in-delivery",
  settings: settingsSchema,
  help: "Changes in the state of delivery: a close beyond the open of the last extreme run",
  create: (context) => new ChangeInDeliveryDetector(context),
});
