import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { CODED_EVENTS, eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { biasOf, momentOf } from "../moment.ts";
import { MARKS } from "../state/candle-marks.ts";
import { type ActiveLevel, adoptSwing, type StructureLayer } from "../state/structure-layers.ts";

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

/** Candles within which a sweep of the other side still counts for a break, its own included. */
const SWEEP_MEMORY = 21;

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
  private readonly internal: number;

  constructor(context: DetectorContext, settings: Settings) {
    this.context = context;
    this.onWick = settings.breakOn === "wick";
    this.internal = context.structure.findIndex(({ swings }) => swings.name === "internal");
  }

  structure(from: number, to: number): void {
    const { structure } = this.context;
    for (let at = 0; at < structure.length; at += 1)
      this.follow(at, structure[at] as StructureLayer, from, to);
  }

  detection(row: EventRow): Detection {
    const { series, swings } = this.context;
    const bias = biasOf(row.tag);
    const layer = swings.layers[this.layerOf(row.tag)]?.name ?? "";
    const event = CODED_EVENTS[row.code]?.event ?? "";
    const id = `market-structure:${layer}:${bias}:${row.b}`;
    const displacement = (row.tag & DISPLACEMENT_BIT) !== 0;
    const sweptWithin = (row.tag >> SWEEP_SHIFT) - 1;
    const facts = sweptWithin < 0 ? { displacement } : { displacement, sweptWithin };
    const moment = momentOf(series, row, row.b);
    return { kind: "market-structure", event, id, bias, ...moment, layer, level: row.a, facts };
  }

  layerOf(tag: number): number {
    return (tag >> LAYER_SHIFT) & LAYER_MASK;
  }

  private follow(position: number, layer: StructureLayer, from: number, to: number): void {
    const { series } = this.context;
    const { mask } = series;
    const ups = this.onWick ? series.highs : series.closes;
    const downs = this.onWick ? series.lows : series.closes;
    const [highs, lows] = layer.swings.confirmed;
    let high = 0;
    let low = 0;
    let next = from;
    while (next <= to) {
      if (highs.knownAt(high) === next) adoptSwing(layer.high, highs, high++);
      if (lows.knownAt(low) === next) adoptSwing(layer.low, lows, low++);
      const until = Math.min(highs.knownAt(high), lows.knownAt(low), to + 1);
      for (let index = next; index < until; index += 1) {
        if ((ups[index & mask] as number) > layer.high.price) this.breakUp(index, position, layer);
        if ((downs[index & mask] as number) < layer.low.price) this.breakDown(index, position, layer);
      }
      next = until;
    }
  }

  private breakUp(index: number, at: number, layer: StructureLayer): void {
    const changes = layer.bias < 0;
    this.report(changes, index, at, 0, layer.high);
    layer.bias = 1;
    layer.high.price = Number.NaN;
  }

  private breakDown(index: number, at: number, layer: StructureLayer): void {
    const changes = layer.bias > 0;
    this.report(changes, index, at, 1, layer.low);
    layer.bias = -1;
    layer.low.price = Number.NaN;
  }

  private report(changes: boolean, index: number, at: number, bearish: 0 | 1, level: ActiveLevel): void {
    const { log, displacements, marks } = this.context;
    const isDisplaced = displacements.recently(index, bearish);
    if (at === this.internal) {
      marks.set(index, bearish === 0 ? MARKS.brokeUp : MARKS.brokeDown);
      if (changes && isDisplaced) marks.set(index, bearish === 0 ? MARKS.shiftedUp : MARKS.shiftedDown);
    }
    const swept = marks.since(index, bearish === 0 ? MARKS.sweptLow : MARKS.sweptHigh, SWEEP_MEMORY) + 1;
    const displaced = isDisplaced ? DISPLACEMENT_BIT : 0;
    const tag = bearish | (at << LAYER_SHIFT) | displaced | (swept << SWEEP_SHIFT);
    const { draft } = this.context.log;
    draft[0] = level.price;
    draft[1] = level.openTime;
    draft[2] = Number.NaN;
    log.birth(changes ? CHOCH : BOS, level.index, index, tag, draft);
  }
}

export const marketStructure = detectorEntry({
  kind: "market-structure",
  settings: settingsSchema,
  help: "Breaks of structure, changes of character and market structure shifts",
  create: (context, settings) => new MarketStructureDetector(context, settings),
});
