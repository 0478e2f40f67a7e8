import { z } from "zod";
import type { CandleSeries } from "../../candles/candle-series.ts";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { biasOf, momentOf } from "../moment.ts";
import { CandleViews } from "../state/candle-views.ts";
import { SharedCandles } from "../state/shared-candles.ts";
import type { ConfirmedSwings } from "../state/swing-layer.ts";
import { type LayerSettings, SwingLayers, swingReach } from "../state/swing-layers.ts";

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
  private readonly context: DetectorContext;
  private readonly inverse: boolean;
  private readonly shared: SharedCandles | undefined;
  private readonly own: LoneLayer | undefined;
  private readonly other: LoneLayer | undefined;
  private readonly ownTrails: readonly [SwingTrail, SwingTrail];
  private readonly otherTrails: readonly [SwingTrail, SwingTrail];

  constructor(context: DetectorContext, settings: Settings, internal: LayerSettings | undefined) {
    this.context = context;
    this.inverse = settings.inverse;
    const near = internal?.right ?? 0;
    this.ownTrails = [new SwingTrail(true, near), new SwingTrail(false, near)];
    this.otherTrails = [new SwingTrail(true, near), new SwingTrail(false, near)];
    if (context.companion === undefined || internal === undefined) return;
    const reach = internal.left + internal.right;
    this.shared = new SharedCandles(context.series, context.companion, reach + 1);
    this.own = new LoneLayer(this.shared.own, internal);
    this.other = new LoneLayer(this.shared.other, internal);
  }

  appear(from: number, to: number): void {
    const { shared, own, other } = this;
    if (shared === undefined || own === undefined || other === undefined) return;
    for (let index = from; index <= to; index += 1) {
      if (!shared.update(index)) continue;
      const newest = shared.own.length - 1;
      own.take(newest);
      other.take(newest);
      this.compare(index, 0, shared, own, other);
      this.compare(index, 1, shared, own, other);
    }
  }

  detection(row: EventRow): Detection {
    const bias = biasOf(row.tag);
    const moment = momentOf(this.context.series, row, row.a);
    const id = `smt-divergence:${bias}:${row.a}:${row.b}`;
    return { kind: "smt-divergence", event: "detected", id, bias, ...moment };
  }

  /** Pairs what the newest candle confirmed: highs (0) or lows (1) of the first series with the second one's. */
  private compare(known: number, side: 0 | 1, shared: SharedCandles, own: LoneLayer, other: LoneLayer): void {
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
    const times = Float64Array.of(mine.openTime, theirs.openTime, Number.NaN);
    this.context.log.birth(DETECTED, mine.ownIndex, known, bearish, times);
  }
}

/** The swings of one series of shared candles, taken in one candle at a time. */
class LoneLayer {
  private readonly views: CandleViews;
  private readonly swings: SwingLayers;

  constructor(series: CandleSeries, layer: LayerSettings) {
    const settings = { layers: [layer], hierarchy: [] };
    this.views = new CandleViews(series, 1, swingReach(settings));
    this.swings = new SwingLayers(series, this.views, settings);
  }

  take(index: number): void {
    this.views.take(index, index);
    this.swings.take(index, index);
  }

  /** What the newest candle confirmed on a side: highs (0) or lows (1). */
  confirmed(side: 0 | 1): ConfirmedSwings | undefined {
    const confirmed = this.swings.layers[0]?.confirmed[side];
    return confirmed === undefined || confirmed.length === 0 ? undefined : confirmed;
  }
}

function confirmedSwing(
  layer: LoneLayer,
  side: 0 | 1,
  trail: SwingTrail,
  shared: SharedCandles,
): ComparedSwing | undefined {
  const confirmed = layer.confirmed(side);
  if (confirmed === undefined) return undefined;
  return trail.confirm(confirmed.index[0] as number, confirmed.price[0] as number, shared);
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
