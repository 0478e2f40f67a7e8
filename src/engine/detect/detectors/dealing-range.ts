import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { momentOf } from "../moment.ts";
import type { ConfirmedSwings, SwingLayer } from "../state/swing-layer.ts";

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

  appear(from: number, to: number): void {
    if (this.layer === undefined) return;
    const [highs, lows] = this.layer.confirmed;
    let high = 0;
    let low = 0;
    let index = from;
    while (index <= to) {
      if (highs.knownAt(high) === index) this.high = this.adopt(highs, high++);
      if (lows.knownAt(low) === index) this.low = this.adopt(lows, low++);
      if (this.isChanged) this.update(index);
      index = this.isChanged ? index + 1 : Math.min(highs.knownAt(high), lows.knownAt(low));
    }
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

  /** Takes in a swing and gives its price. */
  private adopt(confirmed: ConfirmedSwings, position: number): number {
    const index = confirmed.index[position] as number;
    // Swings are confirmed in the order of their candles, so the newest is the later one.
    this.index = index;
    this.openTime = confirmed.openTime[position] as number;
    this.isChanged = true;
    return confirmed.price[position] as number;
  }

  private update(index: number): void {
    const { series, log } = this.context;
    const close = series.close(index);
    const { high, low, openTime } = this;
    const { draft } = log;
    if (!(close >= low && close <= high)) return;
    this.isChanged = false;
    draft[0] = high;
    draft[1] = low;
    draft[2] = openTime;
    log.birth(UPDATED, this.index, index, 0, draft);
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
