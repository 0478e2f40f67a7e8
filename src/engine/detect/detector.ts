import type { z } from "zod";
import type { CandleSeries } from "../candles/candle-series.ts";
import type { OpeningTracker } from "../clock/opening-tracker.ts";
import type { PeriodTracker } from "../clock/period-tracker.ts";
import type { TimeZones } from "../clock/time-zone.ts";
import type { WindowTracker } from "../clock/window-tracker.ts";
import type { Detection, DetectionKind } from "./detection.ts";
import type { EventLog } from "./event-log.ts";
import type { EventRow } from "./event-order.ts";
import type { PoolBook } from "./pools/pool-book.ts";
import type { AtrColumn } from "./state/atr-column.ts";
import type { CandleMarks } from "./state/candle-marks.ts";
import type { CandleViews } from "./state/candle-views.ts";
import type { Displacements } from "./state/displacements.ts";
import type { RecentGaps } from "./state/recent-gaps.ts";
import type { StructureLayer } from "./state/structure-layers.ts";
import type { SwingLayers } from "./state/swing-layers.ts";
import type { BlockBook } from "./zones/block-book.ts";
import type { FlippedBlocks } from "./zones/flipped-blocks.ts";
import type { ZoneBook } from "./zones/zone-book.ts";

/**
 * What every detector of one timeframe works on: the candles up to the newest, the log it writes to, and what
 * detectors of earlier steps found in the newest stretch of candles. Nothing here reaches beyond that stretch.
 */
export interface DetectorContext {
  readonly series: CandleSeries;
  readonly views: CandleViews;
  readonly log: EventLog;
  readonly timeZones: TimeZones;
  readonly atr: AtrColumn;
  readonly windows: WindowTracker;
  readonly periods: PeriodTracker;
  readonly openings: OpeningTracker;
  readonly marks: CandleMarks;
  readonly displacements: Displacements;
  readonly swings: SwingLayers;
  /** Market structure of each layer of swings, in their order. */
  readonly structure: readonly StructureLayer[];
  readonly pools: PoolBook;
  readonly blocks: BlockBook;
  readonly zones: ZoneBook;
  /** Turns order blocks that are lost into zones of the other direction. */
  readonly flips: FlippedBlocks;
  readonly gaps: RecentGaps;
  /** A second series of the same timeframe that usually moves together with this one, if there is one. */
  readonly companion: CandleSeries | undefined;
}

/**
 * One kind of detection over one series. Each method takes part in one step and looks at the candles `from` to
 * `to`, a stretch that may be a single candle; the steps run one after the other over the whole stretch. What is
 * said about a candle must follow from candles up to that one alone, wherever the stretch ends.
 *
 * Events may be written in any order: the log brings them into the order in which they are reported.
 */
export interface Detector {
  /** Called at every candle at which the clock opened or closed something, in order, before all other steps. */
  clock?(index: number): void;
  /** Swings that the candles confirm. */
  swings?(from: number, to: number): void;
  /** Life and making of pools. */
  liquidity?(from: number, to: number): void;
  /** Market structure. Zones and blocks have lived through the stretch by then. */
  structure?(from: number, to: number): void;
  /** Everything new: displacement, zones, compound events. */
  appear?(from: number, to: number): void;
  /** Makes the object of one of this detector's rows. Called only when someone reads the event. */
  detection(row: EventRow): Detection;
  /** Place of the layer of swings that a row with this tag is about; kinds without it have no layers. */
  layerOf?(tag: number): number;
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
