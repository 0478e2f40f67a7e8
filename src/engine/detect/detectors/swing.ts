import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { momentOf, sideOf } from "../moment.ts";
import type { ConfirmedSwings, SwingLayer } from "../state/swing-layer.ts";
import { swingSettingsSchema } from "../state/swing-layers.ts";

const CONFIRMED = eventCode("swing", "confirmed");

/**
 * A high (low) that the candles around it do not exceed. Known `right` candles late, never changes, never ends.
 * Row: `tag` side and layer, `a` the price, `b` the open time of the swing.
 */
class SwingDetector implements Detector {
  private readonly context: DetectorContext;

  constructor(context: DetectorContext) {
    this.context = context;
  }

  swings(): void {
    const { swings } = this.context;
    for (let at = 0; at < swings.layers.length; at += 1) {
      const { confirmed } = swings.layers[at] as SwingLayer;
      this.report(confirmed[0], at << 1);
      this.report(confirmed[1], (at << 1) | 1);
    }
  }

  detection(row: EventRow): Detection {
    const { series, swings } = this.context;
    const layer = swings.layers[this.layerOf(row.tag)]?.name ?? "";
    const side = sideOf(row.tag);
    const moment = momentOf(series, row, row.b);
    const id = `swing:${layer}:${side}:${moment.openTime}`;
    return { kind: "swing", event: "confirmed", id, side, ...moment, layer, level: row.a };
  }

  layerOf(tag: number): number {
    return tag >> 1;
  }

  private report(confirmed: ConfirmedSwings, tag: number): void {
    const { draft } = this.context.log;
    for (let at = 0; at < confirmed.length; at += 1) {
      draft[0] = confirmed.price[at] as number;
      draft[1] = confirmed.openTime[at] as number;
      draft[2] = Number.NaN;
      const index = confirmed.index[at] as number;
      this.context.log.birth(CONFIRMED, index, confirmed.known[at] as number, tag, draft);
    }
  }
}

export const swing = detectorEntry({
  kind: "swing",
  settings: swingSettingsSchema,
  help: "Highs and lows that the candles around them do not exceed",
  create: (context) => new SwingDetector(context),
});
