import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-log.ts";
import { biasOf, momentOf } from "../moment.ts";
import type { Delivery } from "../state/deliveries.ts";

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

  constructor(context: DetectorContext) {
    this.context = context;
  }

  appear(index: number): void {
    const { deliveries, log } = this.context;
    deliveries.update(index);
    const bullish = deliveries.bullish.newest;
    const bearish = deliveries.bearish.newest;
    if (bullish === undefined && bearish === undefined) return;
    const before = log.length;
    if (bullish !== undefined) this.report(index, 0, bullish);
    if (bearish !== undefined) this.report(index, 1, bearish);
    log.sortFrom(before);
  }

  detection(row: EventRow): Detection {
    const bias = biasOf(row.tag);
    const moment = momentOf(this.context.series, row, row.b);
    const id = `change-in-delivery:${bias}:${moment.openTime}`;
    return { kind: "change-in-delivery", event: "detected", id, bias, ...moment, level: row.a };
  }

  private report(known: number, bearish: 0 | 1, { index, openTime, price }: Delivery): void {
    this.context.log.add(DETECTED, index, known, bearish, price, openTime, Number.NaN);
  }
}

export const changeInDelivery = detectorEntry({
  kind: "change-in-delivery",
  settings: settingsSchema,
  help: "Changes in the state of delivery: a close beyond the open of the last extreme run",
  create: (context) => new ChangeInDeliveryDetector(context),
});
