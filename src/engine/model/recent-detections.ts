import { DETECTION_KINDS, type Detection, type DetectionKind } from "../detect/detection.ts";
import type { DetectionEngine } from "../detect/detection-engine.ts";
import { CODED_EVENTS } from "../detect/event-codes.ts";
import { RecentRows } from "./recent-rows.ts";

/**
 * How many detections of a kind are remembered: enough for the setups that are built of several steps, and so
 * few that a model stays small. Life events of zones are not kept: what lives is read from the model.
 */
const KEPT: Partial<Record<DetectionKind, number>> = {
  swing: 8,
  "market-structure": 8,
  displacement: 4,
  "fair-value-gap": 12,
  "liquidity-sweep": 8,
  "change-in-delivery": 4,
  "smt-divergence": 4,
};

/** By the code of an event: how many of its kind are kept. Every event of these that stands alone is a birth. */
const KEPT_OF_CODE: readonly number[] = CODED_EVENTS.map(({ kind }) => KEPT[kind] ?? 0);
const KIND_OF_CODE: readonly number[] = CODED_EVENTS.map(({ kind }) => DETECTION_KINDS.indexOf(kind));
const LAYERS = 16;

/** Candles between two looks for detections that are about to outlive the candles they are made of. */
const SETTLE_EVERY = 64;
/** Candles before `knownIndex` that a detection of a kept kind is read from, at the most. */
const READ_BACK = 64;
/** Candles that the series of a model must hold for what is remembered. */
export const REMEMBERED_REACH = SETTLE_EVERY + READ_BACK;

const NONE: readonly Detection[] = [];

/**
 * The newest detections of some kinds, oldest first, so that a strategy can look back without a state. Kept as rows
 * of numbers; the objects are made when somebody reads them, and kept until `forget`.
 */
export class RecentDetections {
  private readonly engine: DetectionEngine;
  /** By kind and layer. */
  private readonly lists = new Map<number, RecentRows>();
  private readonly made = new Map<RecentRows, readonly Detection[]>();
  private settledAt = 0;

  constructor(engine: DetectionEngine) {
    this.engine = engine;
  }

  /** Takes in what became known in the last update of the engine, up to candle `index`. Call after each, in order. */
  take(index: number): void {
    const { log } = this.engine;
    for (let position = 0; position < log.birthCount; position += 1) {
      const kept = KEPT_OF_CODE[log.birthCode(position)] ?? 0;
      if (kept > 0) this.keep(position, kept);
    }
    if (index - this.settledAt >= SETTLE_EVERY) this.settle(index);
  }

  /** Lets go of the objects that were made; call with each candle. */
  forget(): void {
    if (this.made.size > 0) this.made.clear();
  }

  /** Swings and market structure are remembered for each layer; other kinds have none. */
  of(kind: DetectionKind, layer?: string): readonly Detection[] {
    const list = this.list(kind, layer);
    if (list === undefined) return NONE;
    const known = this.made.get(list);
    if (known !== undefined) return known;
    const made = list.detections((row) => this.engine.detection(row));
    this.made.set(list, made);
    return made;
  }

  /** The candle that made the newest of them known, or -1. */
  lastKnownIndex(kind: DetectionKind, layer?: string): number {
    return this.list(kind, layer)?.newestKnown ?? -1;
  }

  private list(kind: DetectionKind, layer: string | undefined): RecentRows | undefined {
    const number = layer === undefined ? 0 : this.engine.layerNumber(layer) + 1;
    return this.lists.get(DETECTION_KINDS.indexOf(kind) * LAYERS + number);
  }

  private keep(position: number, kept: number): void {
    const { engine } = this;
    const key =
      (KIND_OF_CODE[engine.log.birthCode(position)] ?? 0) * LAYERS + engine.layerOfBirth(position) + 1;
    let list = this.lists.get(key);
    if (list === undefined) {
      list = new RecentRows(kept);
      this.lists.set(key, list);
    }
    list.add(engine.log, position);
  }

  /** Makes what is read from candles that the series will not hold at the next look. */
  private settle(index: number): void {
    this.settledAt = index;
    const until = index + 1 + REMEMBERED_REACH - this.engine.capacity;
    for (const list of this.lists.values()) list.settle(until, (row) => this.engine.detection(row));
  }
}
