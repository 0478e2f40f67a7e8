import type { CandleSeries } from "../candles/candle-series.ts";
import { OPENINGS_ZONE, OpeningTracker } from "../clock/opening-tracker.ts";
import { PeriodTracker } from "../clock/period-tracker.ts";
import { TimeZones } from "../clock/time-zone.ts";
import { WindowTracker } from "../clock/window-tracker.ts";
import { clockWindows } from "../clock/windows.ts";
import { DETECTION_KINDS, type Detection, type DetectionKind } from "./detection.ts";
import type { Detector, DetectorContext } from "./detector.ts";
import { blockLife, blockReach } from "./detectors/order-block.ts";
import { CODED_EVENTS, type EventOf, eventCode } from "./event-codes.ts";
import { EventLog } from "./event-log.ts";
import type { EventRow } from "./event-order.ts";
import { PoolBook } from "./pools/pool-book.ts";
import { TakenPools } from "./pools/taken-pools.ts";
import { createDetectors, type DetectorSettings, isKindEnabled } from "./registry.ts";
import { AtrColumn } from "./state/atr-column.ts";
import { CandleMarks } from "./state/candle-marks.ts";
import { CandleViews } from "./state/candle-views.ts";
import { Displacements } from "./state/displacements.ts";
import { RecentGaps } from "./state/recent-gaps.ts";
import { LONGEST_STRETCH, WARMING_STRETCH } from "./state/stretch.ts";
import { StructureLayer } from "./state/structure-layers.ts";
import type { SwingLayer } from "./state/swing-layer.ts";
import { SwingLayers, swingReach } from "./state/swing-layers.ts";
import { BlockBook } from "./zones/block-book.ts";
import { FlippedBlocks } from "./zones/flipped-blocks.ts";
import { ZoneBook } from "./zones/zone-book.ts";

/** Candles before a stretch that detectors other than those of swings look at upside down. */
const LEAST_LOOK_BACK = 2;

export interface DetectionEngineOptions {
  readonly series: CandleSeries;
  readonly settings: DetectorSettings;
  /** Keep every event (a file, a backtest), or only those of the newest update (a live model). */
  readonly retain: boolean;
  /** Shared between engines so that each zone's clock changes are looked up once. */
  readonly timeZones?: TimeZones;
  /**
   * A second series of the same timeframe for divergences. At each update it holds at least its candles up to
   * the open time of the newest one here; later ones are not looked at.
   */
  readonly companion?: CandleSeries | undefined;
  /** Detectors that run; every one unless told. Of what the others would have said nothing is known. */
  readonly kinds?: readonly DetectionKind[];
  /** Called like the clock steps of detectors, after all of them. */
  readonly onClock?: ClockStep;
}

type ClockStep = (index: number) => void;
type Step = (from: number, to: number) => void;

/** What is called for a stretch of candles, in this order. */
interface Steps {
  readonly clock: readonly ClockStep[];
  readonly swings: readonly Step[];
  readonly liquidity: readonly Step[];
  readonly structure: readonly Step[];
  readonly appear: readonly Step[];
}

/**
 * Runs every registered detector over one series, in the steps of the definitions: clock, swings, life of what
 * exists, structure, everything new. Each step takes a stretch of candles, one after the other; a live model has
 * stretches of one candle. How the series is cut changes nothing, because no step looks beyond the candle it
 * speaks of.
 */
export class DetectionEngine {
  readonly log: EventLog;
  private readonly context: DetectorContext;
  private readonly settings: DetectorSettings;
  private readonly retain: boolean;
  private readonly detectors: ReadonlyMap<DetectionKind, Detector>;
  private readonly steps: Steps;
  private readonly taken: readonly [TakenPools, TakenPools];
  private readonly stretch: number;
  /** The oldest candle that is not taken in yet. */
  private next = 0;

  constructor(options: DetectionEngineOptions) {
    const { settings, retain, kinds = DETECTION_KINDS, timeZones = new TimeZones() } = options;
    const reach = blockReach(settings.orderBlock);
    this.settings = settings;
    this.retain = retain;
    this.stretch = retain ? LONGEST_STRETCH : WARMING_STRETCH;
    this.log = new EventLog({ retain, expected: options.series.length });
    this.taken = [new TakenPools(reach), new TakenPools(reach)];
    this.context = contextOf(options, { log: this.log, timeZones, stretch: this.stretch, taken: this.taken });
    this.detectors = createDetectors(this.context, settings, kinds);
    this.steps = stepsOf([...this.detectors.values()], options.onClock);
    for (const kind of DETECTION_KINDS) if (!isKindEnabled(settings, kind)) this.log.mute(kind);
  }

  /** Takes in the candles of the series that are new since the last call, up to candle `index`. */
  update(index: number): void {
    if (!this.retain) this.log.clear();
    while (this.next <= index) {
      const to = Math.min(index, this.next + this.stretch - 1);
      this.take(this.next, to);
      this.next = to + 1;
    }
  }

  /** The same for candles from before the start: of what happened only births are in the log afterwards. */
  warmUp(index: number): void {
    this.log.birthsOnly = true;
    this.update(index);
    this.log.birthsOnly = false;
  }

  private take(from: number, to: number): void {
    const { context, steps, taken } = this;
    context.views.take(from, to);
    context.marks.take(from, to);
    context.atr.take(from, to);
    context.displacements.take(from, to);
    context.swings.take(from, to);
    for (const pools of taken) pools.take();
    if (steps.clock.length > 0) this.followClock(from, to);
    run(steps.swings, from, to);
    run(steps.liquidity, from, to);
    context.zones.live(from, to);
    context.blocks.live(from, to);
    run(steps.structure, from, to);
    run(steps.appear, from, to);
    this.log.seal();
  }

  private followClock(from: number, to: number): void {
    const { series, windows, periods, openings } = this.context;
    let index = from;
    while (index <= to) {
      windows.update(index);
      periods.update(index);
      openings.update(index);
      if (windows.changed || periods.ended.length > 0 || openings.opened !== undefined) {
        for (const step of this.steps.clock) step(index);
      }
      const changesAt = Math.min(windows.nextChange, periods.nextRoll, openings.nextChange);
      const quiet = index + 1;
      index = quiet;
      while (index <= to && series.openTime(index) < changesAt) index += 1;
      windows.extend(quiet, index - 1);
      periods.extend(quiet, index - 1);
    }
  }

  /** ATR(14) at the newest candle; `NaN` while undefined. */
  get atr(): number {
    return this.context.atr.current;
  }

  /** A layer of swings as of the newest candle. */
  swings(layer: string): SwingLayer | undefined {
    return this.context.swings.layer(layer);
  }

  /** Windows of the clock and trading days as of the newest candle; not followed when nothing asked for the clock. */
  get clock(): Pick<DetectorContext, "windows" | "periods"> {
    return this.context;
  }

  /** Candles that the series holds at the most, when it is bounded. */
  get capacity(): number {
    return this.context.series.mask + 1;
  }

  /** Place of a layer of swings among the layers, or -1. */
  layerNumber(name: string): number {
    return this.context.swings.layers.findIndex((layer) => layer.name === name);
  }

  /** Place of the layer that a birth in the log is about, or -1 for kinds that have none. */
  layerOfBirth(position: number): number {
    const kind = CODED_EVENTS[this.log.birthCode(position)]?.kind;
    const detector = kind === undefined ? undefined : this.detectors.get(kind);
    return detector?.layerOf?.(this.log.birthTag(position)) ?? -1;
  }

  /** Whether an event of this name is among those held by the log. */
  holds<Kind extends DetectionKind>(kind: Kind, event: EventOf<Kind>): boolean {
    return this.log.length > 0 && this.log.holds(eventCode(kind, event));
  }

  /** The events held by the log as objects, oldest first. */
  *detections(): Generator<Detection> {
    for (const row of this.log.rows()) yield this.detection(row);
  }

  /** The `detected` events of everything of the kind that is still alive, oldest first. */
  living(kind: DetectionKind): readonly EventRow[] {
    return isKindEnabled(this.settings, kind) ? (this.detectors.get(kind)?.living?.() ?? []) : [];
  }

  /** The object of an event whose candles the series still holds. */
  detection(row: EventRow): Detection {
    const kind = CODED_EVENTS[row.code]?.kind;
    const detector = kind === undefined ? undefined : this.detectors.get(kind);
    if (detector === undefined) throw new RangeError(`no detector reads events with code ${row.code}`);
    return detector.detection(row);
  }
}

interface ContextParts {
  readonly log: EventLog;
  readonly timeZones: TimeZones;
  readonly stretch: number;
  readonly taken: readonly [TakenPools, TakenPools];
}

function contextOf(
  { series, settings, companion }: DetectionEngineOptions,
  { log, timeZones, stretch, taken }: ContextParts,
): DetectorContext {
  const { dayRoll, session, orderBlock, liquidityPool, liquiditySweep } = settings;
  const views = new CandleViews(series, stretch, Math.max(swingReach(settings.swing), LEAST_LOOK_BACK));
  const atr = new AtrColumn(series, stretch);
  const marks = new CandleMarks(stretch);
  const swings = new SwingLayers(series, views, settings.swing);
  const blocks = new BlockBook(views, log, blockLife(orderBlock));
  const zones = new ZoneBook(views, log);
  const poolLife = { ...liquidityPool, ...liquiditySweep };
  return {
    series,
    views,
    log,
    timeZones,
    atr,
    marks,
    windows: new WindowTracker(series, clockWindows(session), timeZones.zone(session.timezone)),
    openings: new OpeningTracker(series, dayRoll, timeZones.zone(OPENINGS_ZONE)),
    periods: new PeriodTracker(series, dayRoll, timeZones.zone(dayRoll.timezone)),
    displacements: new Displacements(series, atr, marks, settings.displacement),
    swings,
    structure: swings.layers.map((layer) => new StructureLayer(layer)),
    pools: new PoolBook({ series, views, log, atr, marks, taken }, poolLife),
    blocks,
    zones,
    flips: new FlippedBlocks({ series, blocks, zones, taken }),
    gaps: new RecentGaps(stretch, settings.balancedPriceRange.maxApart),
    companion,
  };
}

function stepsOf(detectors: readonly Detector[], onClock: ClockStep | undefined): Steps {
  return {
    clock: [
      ...detectors.flatMap((detector) => detector.clock?.bind(detector) ?? []),
      ...(onClock ? [onClock] : []),
    ],
    swings: detectors.flatMap((detector) => detector.swings?.bind(detector) ?? []),
    liquidity: detectors.flatMap((detector) => detector.liquidity?.bind(detector) ?? []),
    structure: detectors.flatMap((detector) => detector.structure?.bind(detector) ?? []),
    appear: detectors.flatMap((detector) => detector.appear?.bind(detector) ?? []),
  };
}

function run(steps: readonly Step[], from: number, to: number): void {
  for (let at = 0; at < steps.length; at += 1) (steps[at] as Step)(from, to);
}
