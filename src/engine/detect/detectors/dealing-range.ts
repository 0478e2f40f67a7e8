import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-log.ts";
import { momentOf } from "../moment.ts";
import type { SwingLayer } from "../state/swing-layer.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report the dealing range of the layer called swing"),
});

const UPDATED = eventCode("dealing-range", "updated");

/**
 * The range between the last confirmed low and high of the `swing` layer. Every new confirmation is a change;
 * the first close inside from then on, the confirming candle's included and the edges too, updates the range.
 * Drawn at the later of the two swings, which no other range has. Row: `a` top, `b` bottom, `c` the open time of
 * that swing.
 */
class DealingRangeDetector implements Detector {
  private readonly context: DetectorContext;
  private readonly layer: SwingLayer | undefined;
  private high = Number.NaN;
  private low = Number.NaN;
  private index = -1;
  private openTime = Number.NaN;
  private isChanged = false;
  private current: EventRow | undefined;
  private currentOpenTime = Number.NaN;

  constructor(context: DetectorContext) {
    this.context = context;
    this.layer = context.swings.layer("swing");
  }

  appear(index: number): void {
    const { layer } = this;
    if (layer === undefined) return;
    if (layer.confirmedHigh >= 0 || layer.confirmedLow >= 0) this.adopt(layer);
    if (this.isChanged) this.update(index);
  }

  detection(row: EventRow): Detection {
    const { series } = this.context;
    const knownOpenTime =
      row.knownIndex === this.current?.knownIndex ? this.currentOpenTime : series.openTime(row.knownIndex);
    const moment = momentOf(series, row, row.c, knownOpenTime);
    const id = `dealing-range:${row.c}`;
    return { kind: "dealing-range", event: "updated", id, ...moment, top: row.a, bottom: row.b };
  }

  /** The range that holds now. */
  living(): EventRow[] {
    return this.current === undefined ? [] : [this.current];
  }

  private adopt({ confirmedHigh, confirmedLow }: SwingLayer): void {
    const { series } = this.context;
    if (confirmedHigh >= 0) this.high = series.high(confirmedHigh);
    if (confirmedLow >= 0) this.low = series.low(confirmedLow);
    // Swings are confirmed in the order of their candles, so the newest is the later one.
    this.index = Math.max(confirmedHigh, confirmedLow);
    this.openTime = series.openTime(this.index);
    this.isChanged = true;
  }

  private update(index: number): void {
    const { series, log } = this.context;
    const close = series.close(index);
    const { high, low, openTime } = this;
    if (!(close >= low && close <= high)) return;
    this.isChanged = false;
    log.add(UPDATED, this.index, index, 0, high, low, openTime);
    this.current = {
      code: UPDATED,
      index: this.index,
      knownIndex: index,
      tag: 0,
      a: high,
      b: low,
      c: openTime,
    };
    this.currentOpenTime = series.openTime(index);
  }
}

export const dealingRange = detectorEntry({
  kind: "dealing-range",
  settings: settingsSchema,
  help: "The range between the last large swings: premium above its middle, discount below",
  create: (context) => new DealingRangeDetector(context),
});
