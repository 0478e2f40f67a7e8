import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-log.ts";
import { biasOf, momentOf } from "../moment.ts";
import { ANY_CANDLE } from "../state/candle-signs.ts";
import { SharedCandles } from "../state/shared-candles.ts";
import { type LayerSettings, SwingLayers } from "../state/swing-layers.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report divergences from a second series, where there is one"),
  inverse: z.boolean().default(false).describe("The second series moves against the first: highs meet lows"),
});

type Settings = z.output<typeof settingsSchema>;

const DETECTED = eventCode("smt-divergence", "detected");

/** A swing that has one before it on its side. */
interface ComparedSwing {
  /** Among the shared candles. */
  readonly index: number;
  /** In the first series. */
  readonly ownIndex: number;
  readonly openTime: number;
  readonly goesFurther: boolean;
}

/** The swings of one side of one series that may still be paired, oldest first. */
class SwingTrail {
  private readonly isHigh: boolean;
  private readonly reach: number;
  private lastPrice = Number.NaN;
  private swings: ComparedSwing[] = [];

  constructor(isHigh: boolean, reach: number) {
    this.isHigh = isHigh;
    this.reach = reach;
  }

  /** Adds a confirmed swing and gives it back when there is one before it to compare it with. */
  confirm(index: number, price: number, shared: SharedCandles): ComparedSwing | undefined {
    const { lastPrice } = this;
    this.lastPrice = price;
    if (Number.isNaN(lastPrice)) return undefined;
    const goesFurther = this.isHigh ? price > lastPrice : price < lastPrice;
    const openTime = shared.own.openTime(index);
    const swing = { index, ownIndex: shared.ownIndex(index), openTime, goesFurther };
    this.swings.push(swing);
    return swing;
  }

  /** Swings that lie near `swing` in time and disagree with it, oldest first. */
  disagreeing(swing: ComparedSwing): readonly ComparedSwing[] {
    this.swings = this.swings.filter(({ index }) => swing.index - index <= this.reach);
    return this.swings.filter(({ goesFurther }) => goesFurther !== swing.goesFurther);
  }
}

/**
 * Smart money divergence: of two series that move together one makes a higher high than its last swing high and
 * the other, at about the same time, does not; mirror at lows. Swings are of the `internal` layer over the open
 * times that both have. Known at the later confirmation, drawn at the swing of the first series.
 * Row: `tag` direction, `a` and `b` the open times of the first and the second series' swing.
 */
class SmtDivergenceDetector implements Detector {
  /** Nothing calls it without a second series. */
  readonly appearsOn: number;
  private readonly context: DetectorContext;
  private readonly inverse: boolean;
  private readonly shared: SharedCandles | undefined;
  private readonly own: SwingLayers | undefined;
  private readonly other: SwingLayers | undefined;
  private readonly ownTrails: readonly [SwingTrail, SwingTrail];
  private readonly otherTrails: readonly [SwingTrail, SwingTrail];

  constructor(context: DetectorContext, settings: Settings, internal: LayerSettings | undefined) {
    this.context = context;
    this.inverse = settings.inverse;
    const reach = internal?.right ?? 0;
    this.ownTrails = [new SwingTrail(true, reach), new SwingTrail(false, reach)];
    this.otherTrails = [new SwingTrail(true, reach), new SwingTrail(false, reach)];
    this.appearsOn = context.companion === undefined || internal === undefined ? 0 : ANY_CANDLE;
    if (context.companion === undefined || internal === undefined) return;
    const keep = internal.left + internal.right + 1;
    this.shared = new SharedCandles(context.series, context.companion, keep);
    const layers = { layers: [internal], hierarchy: [] };
    this.own = new SwingLayers(this.shared.own, layers);
    this.other = new SwingLayers(this.shared.other, layers);
  }

  appear(index: number): void {
    const { shared, own, other, context } = this;
    if (shared === undefined || own === undefined || other === undefined) return;
    if (!shared.update(index)) return;
    const newest = shared.own.length - 1;
    own.update(newest);
    other.update(newest);
    if (!own.confirmed && !other.confirmed) return;
    const before = context.log.length;
    this.compare(index, 0, shared, own, other);
    this.compare(index, 1, shared, own, other);
    context.log.sortFrom(before);
  }

  detection(row: EventRow): Detection {
    const bias = biasOf(row.tag);
    const moment = momentOf(this.context.series, row, row.a);
    const id = `smt-divergence:${bias}:${row.a}:${row.b}`;
    return { kind: "smt-divergence", event: "detected", id, bias, ...moment };
  }

  /** Pairs what the newest candle confirmed: highs (0) or lows (1) of the first series with the second one's. */
  private compare(
    known: number,
    side: 0 | 1,
    shared: SharedCandles,
    own: SwingLayers,
    other: SwingLayers,
  ): void {
    const otherSide = this.inverse ? (side === 0 ? 1 : 0) : side;
    const otherTrail = this.otherTrails[otherSide];
    const ownTrail = this.ownTrails[side];
    const mine = confirmedSwing(own, side, ownTrail, shared);
    if (mine !== undefined) {
      for (const theirs of otherTrail.disagreeing(mine)) this.report(known, side, mine, theirs);
    }
    const theirs = confirmedSwing(other, otherSide, otherTrail, shared);
    if (theirs !== undefined) {
      for (const paired of ownTrail.disagreeing(theirs)) this.report(known, side, paired, theirs);
    }
  }

  private report(known: number, side: 0 | 1, mine: ComparedSwing, theirs: ComparedSwing): void {
    const bearish = side === 0 ? 1 : 0;
    this.context.log.add(DETECTED, mine.ownIndex, known, bearish, mine.openTime, theirs.openTime, Number.NaN);
  }
}

function confirmedSwing(
  swings: SwingLayers,
  side: 0 | 1,
  trail: SwingTrail,
  shared: SharedCandles,
): ComparedSwing | undefined {
  const layer = swings.layers[0];
  if (layer === undefined) return undefined;
  const index = side === 0 ? layer.confirmedHigh : layer.confirmedLow;
  return index < 0 ? undefined : trail.confirm(index, side === 0 ? layer.highPrice : layer.lowPrice, shared);
}

export const smtDivergence = detectorEntry({
  kind: "smt-divergence",
  settings: settingsSchema,
  help: "Divergences between two series that usually move together",
  create: (context, settings) => {
    const internal = context.swings.settings.layers.find(({ name }) => name === "internal");
    return new SmtDivergenceDetector(context, settings, internal);
  },
});
