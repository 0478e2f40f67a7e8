import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-log.ts";
import { momentOf, sideOf } from "../moment.ts";
import type { SwingLayer } from "../state/swing-layer.ts";
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

  swings(index: number): void {
    const { swings, log } = this.context;
    swings.update(index);
    if (!swings.confirmed) return;
    const before = log.length;
    for (let at = 0; at < swings.layers.length; at += 1) {
      const layer = swings.layers[at] as SwingLayer;
      const { confirmedHigh, confirmedLow } = layer;
      if (confirmedHigh >= 0) this.confirm(index, confirmedHigh, at << 1, layer.highPrice, layer.highTime);
      if (confirmedLow >= 0) this.confirm(index, confirmedLow, (at << 1) | 1, layer.lowPrice, layer.lowTime);
    }
    log.sortFrom(before);
  }

  detection(row: EventRow): Detection {
    const { series, swings } = this.context;
    const layer = swings.layers[row.tag >> 1]?.name ?? "";
    const side = sideOf(row.tag);
    const moment = momentOf(series, row, row.b);
    const id = `swing:${layer}:${side}:${moment.openTime}`;
    return { kind: "swing", event: "confirmed", id, side, ...moment, layer, level: row.a };
  }

  private confirm(known: number, index: number, tag: number, price: number, openTime: number): void {
    this.context.log.add(CONFIRMED, index, known, tag, price, openTime, Number.NaN);
  }
}

export const swing = detectorEntry({
  kind: "swing",
  settings: swingSettingsSchema,
  help: "Highs and lows that the candles around them do not exceed",
  create: (context) => new SwingDetector(context),
});
