import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { CODED_EVENTS, eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-log.ts";
import { biasOf, momentOf } from "../moment.ts";
import { type ActiveLevel, adoptSwings, type StructureLayer } from "../state/structure-layers.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report breaks of structure and changes of character"),
  breakOn: z
    .enum(["close", "wick"])
    .default("close")
    .describe("What breaks a swing: a close beyond it, or any trade beyond it"),
});

type Settings = z.output<typeof settingsSchema>;

const BOS = eventCode("market-structure", "bos");
const CHOCH = eventCode("market-structure", "choch");

/** Candles within which a sweep of the other side still counts for a break. */
const SWEEP_MEMORY = 20;

const LAYER_SHIFT = 1;
const LAYER_MASK = 15;
const DISPLACEMENT_BIT = 1 << 5;
const SWEEP_SHIFT = 6;

/**
 * A break of the last confirmed swing: `bos` with the bias of the layer, `choch` against it. A `choch` with the
 * fact `displacement` is a market structure shift (MSS). Known at the breaking candle, drawn at the swing.
 * Row: `tag` direction, layer, displacement and candles since the sweep of the other side (plus one); `a` the
 * level, `b` the open time of the broken swing.
 */
class MarketStructureDetector implements Detector {
  private readonly context: DetectorContext;
  private readonly onWick: boolean;

  constructor(context: DetectorContext, settings: Settings) {
    this.context = context;
    this.onWick = settings.breakOn === "wick";
  }

  structure(index: number): void {
    const { series, swings, structure, log } = this.context;
    const up = this.onWick ? series.high(index) : series.close(index);
    const down = this.onWick ? series.low(index) : series.close(index);
    const before = log.length;
    for (let at = 0; at < structure.length; at += 1) {
      const layer = structure[at] as StructureLayer;
      if (swings.confirmed) adoptSwings(layer);
      if (up > layer.high.price) this.breakUp(index, at, layer);
      if (down < layer.low.price) this.breakDown(index, at, layer);
    }
    log.sortFrom(before);
  }

  detection(row: EventRow): Detection {
    const { series, swings } = this.context;
    const bias = biasOf(row.tag);
    const layer = swings.layers[(row.tag >> LAYER_SHIFT) & LAYER_MASK]?.name ?? "";
    const event = CODED_EVENTS[row.code]?.event ?? "";
    const id = `market-structure:${layer}:${bias}:${row.b}`;
    const displacement = (row.tag & DISPLACEMENT_BIT) !== 0;
    const sweptWithin = (row.tag >> SWEEP_SHIFT) - 1;
    const facts = sweptWithin < 0 ? { displacement } : { displacement, sweptWithin };
    const moment = momentOf(series, row, row.b);
    return { kind: "market-structure", event, id, bias, ...moment, layer, level: row.a, facts };
  }

  private breakUp(index: number, at: number, layer: StructureLayer): void {
    this.report(layer.bias < 0 ? CHOCH : BOS, index, at, 0, layer.high);
    if (layer.bias < 0 && this.context.displacements.recently(false)) layer.shiftedUpAt = index;
    layer.bias = 1;
    layer.high.price = Number.NaN;
    layer.brokenUpAt = index;
  }

  private breakDown(index: number, at: number, layer: StructureLayer): void {
    this.report(layer.bias > 0 ? CHOCH : BOS, index, at, 1, layer.low);
    if (layer.bias > 0 && this.context.displacements.recently(true)) layer.shiftedDownAt = index;
    layer.bias = -1;
    layer.low.price = Number.NaN;
    layer.brokenDownAt = index;
  }

  private report(code: number, index: number, layer: number, bearish: 0 | 1, level: ActiveLevel): void {
    const { log, displacements, sweeps } = this.context;
    const since = index - (bearish === 0 ? sweeps.low : sweeps.high);
    const swept = since <= SWEEP_MEMORY ? since + 1 : 0;
    const displaced = displacements.recently(bearish === 1) ? DISPLACEMENT_BIT : 0;
    const tag = bearish | (layer << LAYER_SHIFT) | displaced | (swept << SWEEP_SHIFT);
    log.add(code, level.index, index, tag, level.price, level.openTime, Number.NaN);
  }
}

export const marketStructure = detectorEntry({
  kind: "market-structure",
  settings: settingsSchema,
  help: "Breaks of structure, changes of character and market structure shifts",
  create: (context, settings) => new MarketStructureDetector(context, settings),
});
