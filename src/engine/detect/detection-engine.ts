import type { CandleSeries } from "../candles/candle-series.ts";
import { OPENINGS_ZONE, OpeningTracker } from "../clock/opening-tracker.ts";
import { PeriodTracker } from "../clock/period-tracker.ts";
import { TimeZones } from "../clock/time-zone.ts";
import { WindowTracker } from "../clock/window-tracker.ts";
import { clockWindows } from "../clock/windows.ts";
import { AverageTrueRange } from "../facts/atr.ts";
import { DETECTION_KINDS, type Detection, type DetectionKind } from "./detection.ts";
import type { Detector, DetectorContext } from "./detector.ts";
import { blockLife, blockReach } from "./detectors/order-block.ts";
import { CODED_EVENTS } from "./event-codes.ts";
import { EventLog, type EventRow } from "./event-log.ts";
import { PoolBook } from "./pools/pool-book.ts";
import { TakenPools } from "./pools/taken-pools.ts";
import { createDetectors, type DetectorSettings, isKindEnabled } from "./registry.ts";
import { ANY_CANDLE, priceSigns, SIGNS } from "./state/candle-signs.ts";
import { Deliveries } from "./state/deliveries.ts";
import { Displacements } from "./state/displacements.ts";
import { noSweeps } from "./state/last-sweeps.ts";
import { type StructureLayer, structureLayer } from "./state/structure-layers.ts";
import type { SwingLayer } from "./state/swing-layer.ts";
import { SwingLayers } from "./state/swing-layers.ts";
import { BlockBook } from "./zones/block-book.ts";
import { ZoneBook } from "./zones/zone-book.ts";

export interface DetectionEngineOptions {
  readonly series: CandleSeries;
  readonly settings: DetectorSettings;
  /** Keep every event (a file, a backtest), or only those of the newest candle (a live model). */
  readonly retain: boolean;
  /** Shared between engines so that each zone's clock changes are looked up once. */
  readonly timeZones?: TimeZones;
  /**
   * A second series of the same timeframe for divergences. At each update it holds at least its candles up to
   * the open time of the newest one here; later ones are not looked at.
   */
  readonly companion?: CandleSeries | undefined;
}

type Step = (index: number) => void;

/** What is called at a candle, in this order. */
interface Steps {
  readonly clock: readonly Step[];
  /** Swings, the life of what exists and structure. */
  readonly always: readonly Step[];
  readonly appear: readonly Step[];
  /** Beside each step of `appear`, the signs that call it. */
  readonly appearsOn: readonly number[];
}

/**
 * Runs every registered detector over one series, candle by candle, in the steps of the definitions: clock,
 * swings, life of what exists, structure, everything new. Within a step the registry's order holds, so events
 * come out in the order in which they are reported.
 */
export class DetectionEngine {
  readonly log: EventLog;
  private readonly context: DetectorContext;
  private readonly settings: DetectorSettings;
  private readonly retain: boolean;
  private readonly detectors: ReadonlyMap<DetectionKind, Detector>;
  private readonly steps: Steps;

  constructor(options: DetectionEngineOptions) {
    const { settings, retain, timeZones = new TimeZones() } = options;
    this.settings = settings;
    this.retain = retain;
    this.log = new EventLog({ retain });
    this.context = contextOf(options, this.log, timeZones);
    this.detectors = createDetectors(this.context, settings);
    this.steps = stepsOf([...this.detectors.values()]);
    for (const kind of DETECTION_KINDS) if (!isKindEnabled(settings, kind)) this.log.mute(kind);
  }

  /** Takes in the newest candle of the series. Call once for each candle, in order. */
  update(index: number): void {
    if (!this.retain) this.log.clear();
    const { context, steps } = this;
    const { windows, periods } = context;
    context.atr.update(index);
    context.displacements.update(index);
    windows.update(index);
    periods.update(index);
    context.openings.update(index);
    if (windows.changed || periods.ended.length > 0) run(steps.clock, index);
    run(steps.always, index);
    const signs = priceSigns(context.series, index) | signsOfState(context, index);
    for (let at = 0; at < steps.appear.length; at += 1) {
      if (((steps.appearsOn[at] as number) & signs) !== 0) (steps.appear[at] as Step)(index);
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

  /** Windows of the clock and trading days as of the newest candle. */
  get clock(): Pick<DetectorContext, "windows" | "periods"> {
    return this.context;
  }

  /** The events held by the log as objects, oldest first. */
  *detections(): Generator<Detection> {
    for (let position = 0; position < this.log.length; position += 1) {
      yield this.detection(this.log.row(position));
    }
  }

  /** The `detected` events of everything of the kind that is still alive, oldest first. */
  living(kind: DetectionKind): Detection[] {
    if (!isKindEnabled(this.settings, kind)) return [];
    const rows = this.detectors.get(kind)?.living?.() ?? [];
    return rows.map((row) => this.detection(row));
  }

  private detection(row: EventRow): Detection {
    const kind = CODED_EVENTS[row.code]?.kind;
    const detector = kind === undefined ? undefined : this.detectors.get(kind);
    if (detector === undefined) throw new RangeError(`no detector reads events with code ${row.code}`);
    return detector.detection(row);
  }
}

function contextOf(
  { series, settings, companion }: DetectionEngineOptions,
  log: EventLog,
  timeZones: TimeZones,
): DetectorContext {
  const atr = new AverageTrueRange(series);
  const swings = new SwingLayers(series, settings.swing);
  const { dayRoll, session, orderBlock, liquidityPool, liquiditySweep } = settings;
  const sweeps = noSweeps();
  const reach = blockReach(orderBlock);
  const taken = [new TakenPools(reach), new TakenPools(reach)] as const;
  const poolLife = { ...liquidityPool, ...liquiditySweep };
  return {
    series,
    log,
    timeZones,
    atr,
    windows: new WindowTracker(series, clockWindows(session), timeZones.zone(session.timezone)),
    openings: new OpeningTracker(series, dayRoll, timeZones.zone(OPENINGS_ZONE)),
    periods: new PeriodTracker(series, dayRoll, timeZones.zone(dayRoll.timezone)),
    displacements: new Displacements(series, atr, settings.displacement),
    swings,
    structure: swings.layers.map(structureLayer),
    sweeps,
    pools: new PoolBook({ series, log, atr, sweeps, taken }, poolLife),
    taken,
    blocks: new BlockBook(series, log, blockLife(orderBlock)),
    zones: new ZoneBook(series, log),
    deliveries: new Deliveries(series),
    companion,
  };
}

function stepsOf(detectors: readonly Detector[]): Steps {
  const bound = (name: "clock" | "swings" | "live" | "structure" | "appear") =>
    detectors.flatMap((detector) => detector[name]?.bind(detector) ?? []);
  return {
    clock: bound("clock"),
    always: [...bound("swings"), ...bound("live"), ...bound("structure")],
    appear: bound("appear"),
    appearsOn: detectors.flatMap(({ appear, appearsOn }) =>
      appear === undefined ? [] : (appearsOn ?? ANY_CANDLE),
    ),
  };
}

function run(steps: readonly Step[], index: number): void {
  for (let at = 0; at < steps.length; at += 1) (steps[at] as Step)(index);
}

/** The signs of the newest candle that the steps before have left. */
function signsOfState(context: DetectorContext, index: number): number {
  let signs: number = ANY_CANDLE;
  if (context.displacements.newest !== 0) signs |= SIGNS.displacement;
  if (context.swings.confirmed) signs |= SIGNS.swing;
  if (context.blocks.invalidated.length > 0) signs |= SIGNS.blockLost;
  if (context.zones.closedBeyond.length > 0) signs |= SIGNS.zoneLost;
  if (context.openings.opened !== undefined) signs |= SIGNS.opening;
  for (let at = 0; at < context.structure.length; at += 1) {
    const layer = context.structure[at] as StructureLayer;
    if (layer.brokenUpAt === index || layer.brokenDownAt === index) signs |= SIGNS.structureBreak;
  }
  return signs;
}
