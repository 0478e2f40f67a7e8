import type { z } from "zod";
import type { CandleSeries } from "../candles/candle-series.ts";
import type { OpeningTracker } from "../clock/opening-tracker.ts";
import type { PeriodTracker } from "../clock/period-tracker.ts";
import type { TimeZones } from "../clock/time-zone.ts";
import type { WindowTracker } from "../clock/window-tracker.ts";
import type { AverageTrueRange } from "../facts/atr.ts";
import type { Detection, DetectionKind } from "./detection.ts";
import type { EventLog, EventRow } from "./event-log.ts";
import type { PoolBook } from "./pools/pool-book.ts";
import type { TakenPools } from "./pools/taken-pools.ts";
import type { Deliveries } from "./state/deliveries.ts";
import type { Displacements } from "./state/displacements.ts";
import type { LastSweeps } from "./state/last-sweeps.ts";
import type { StructureLayer } from "./state/structure-layers.ts";
import type { SwingLayers } from "./state/swing-layers.ts";
import type { BlockBook } from "./zones/block-book.ts";
import type { ZoneBook } from "./zones/zone-book.ts";

/**
 * What every detector of one timeframe works on: the candles up to the newest, the log it writes to, and what
 * detectors of earlier steps found at the newest candle. Nothing here reaches beyond the newest candle, so no
 * detector can look ahead.
 */
export interface DetectorContext {
  readonly series: CandleSeries;
  readonly log: EventLog;
  readonly timeZones: TimeZones;
  readonly atr: AverageTrueRange;
  readonly windows: WindowTracker;
  readonly periods: PeriodTracker;
  readonly openings: OpeningTracker;
  readonly displacements: Displacements;
  readonly swings: SwingLayers;
  /** Market structure of each layer of swings, in their order. */
  readonly structure: readonly StructureLayer[];
  readonly sweeps: LastSweeps;
  readonly pools: PoolBook;
  /** Which pools above highs, and below lows, price took lately. */
  readonly taken: readonly [TakenPools, TakenPools];
  readonly blocks: BlockBook;
  readonly zones: ZoneBook;
  readonly deliveries: Deliveries;
  /** A second series of the same timeframe that usually moves together with this one, if there is one. */
  readonly companion: CandleSeries | undefined;
}

/**
 * One kind of detection over one series. Each method takes part in one step of a candle; the steps run in this
 * order, within a step the detectors run in the order of the registry. `index` is the newest candle.
 */
export interface Detector {
  /** `SIGNS` of which a candle must show one for `appear` to be called; unset, it is called at every candle. */
  readonly appearsOn?: number;
  /** Sessions, previous ranges and the pools they make. Called when the clock opened or closed something. */
  clock?(index: number): void;
  /** Swings that this candle confirms. */
  swings?(index: number): void;
  /** Life of what already exists, oldest first. */
  live?(index: number): void;
  /** Market structure. */
  structure?(index: number): void;
  /** Everything new: displacement, zones, flips, other pools, compound events. */
  appear?(index: number): void;
  /** Makes the object of one of this detector's rows. Called only when someone reads the event. */
  detection(row: EventRow): Detection;
  /** Rows of the `detected` events of what is still alive, oldest first. */
  living?(): EventRow[];
}

/** A kind of detection as the registry lists it: its settings and how a detector is made. */
export interface DetectorEntry<Kind extends DetectionKind, Settings extends z.ZodObject> {
  readonly kind: Kind;
  readonly settings: Settings;
  readonly help: string;
  create(context: DetectorContext, settings: z.output<Settings>): Detector;
}

/** Checks an entry against its own schema while keeping its exact type. */
export function detectorEntry<Kind extends DetectionKind, Settings extends z.ZodObject>(
  entry: DetectorEntry<Kind, Settings>,
): DetectorEntry<Kind, Settings> {
  return entry;
}
