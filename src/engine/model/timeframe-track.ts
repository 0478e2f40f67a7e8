import type { Candle } from "../candles/candle.ts";
import { CandleSeries } from "../candles/candle-series.ts";
import type { Timeframe } from "../candles/timeframe.ts";
import type { TimeZones } from "../clock/time-zone.ts";
import { killZoneAt, type WindowState } from "../clock/windows.ts";
import type { Detection, DetectionKind } from "../detect/detection.ts";
import { DetectionEngine } from "../detect/detection-engine.ts";
import { CODED_EVENTS, type EventOf } from "../detect/event-codes.ts";
import type { EventRow } from "../detect/event-order.ts";
import type { DetectorSettings } from "../detect/registry.ts";
import { WARMING_STRETCH } from "../detect/state/stretch.ts";
import { IncrementalFacts } from "../facts/technical-facts.ts";
import type { StructureView, TimeframeView } from "../strategy/contract.ts";
import type { AreaKind } from "../strategy/zone.ts";
import type { SwingPrices } from "../trade/manage.ts";
import type { PriceSpan } from "./dealing.ts";
import { LazyDetections } from "./lazy-detections.ts";
import { RecentDetections } from "./recent-detections.ts";
import { runningWindow } from "./running-window.ts";

export interface TimeframeTrackOptions {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  readonly settings: DetectorSettings;
  readonly keep: number;
  readonly timeZones: TimeZones;
  /** Candles of a symbol that moves together with this one, for divergences. */
  readonly companion?: CandleSeries | undefined;
  /** The other timeframes of the symbol, for those who look at more than one. */
  readonly others?: (timeframe: Timeframe) => StructureView | undefined;
  /** Whether lately known detections are kept for strategies. */
  readonly remembers?: boolean;
  /** Follow swings and the breaks of structure alone: for a timeframe that is only looked at from a lower one. */
  readonly structureOnly?: boolean;
}

const STRUCTURE: readonly DetectionKind[] = ["swing", "market-structure"];

/**
 * One timeframe of one symbol: its newest closed candles and everything known about them. Memory does not grow
 * with the run; objects are made when somebody reads them.
 */
export class TimeframeTrack implements TimeframeView {
  readonly symbol: string;
  readonly series: CandleSeries;
  /** Unset when structure alone is followed. */
  readonly facts?: IncrementalFacts;
  private readonly options: TimeframeTrackOptions;
  private readonly engine: DetectionEngine;
  private readonly memory: RecentDetections | undefined;
  private readonly make = (row: EventRow): Detection => this.engine.detection(row);
  /** Objects that somebody asked for at the newest candle, because several strategies ask for the same. */
  private freshRows: LazyDetections | undefined;
  private readonly livingRows = new Map<DetectionKind, LazyDetections>();

  constructor(options: TimeframeTrackOptions) {
    const { symbol, timeframe, settings, keep, timeZones, companion, structureOnly = false } = options;
    this.options = options;
    this.symbol = symbol;
    this.series = new CandleSeries({ timeframe, keep });
    this.engine = new DetectionEngine({
      series: this.series,
      settings,
      retain: false,
      timeZones,
      companion,
      ...(structureOnly ? { kinds: STRUCTURE } : { onClock: (index) => this.facts?.onClock(index) }),
    });
    if (!structureOnly) this.facts = new IncrementalFacts(this.series, this.engine.clock);
    if (options.remembers) this.memory = new RecentDetections(this.engine);
  }

  /** Takes the next closed candle and gives the number of events that it made known. */
  push(candle: Candle): number {
    this.series.push(candle);
    this.engine.update(this.series.length - 1);
    this.follow();
    return this.engine.log.length;
  }

  /**
   * The same for many candles, without the number; what is `fresh` is that of the last one. Several are taken in
   * together as long as no older candle has to make room for them, because detectors may still read that one.
   */
  warmUp(candles: readonly Candle[]): void {
    const { series } = this;
    const last = candles.length - 1;
    for (const [at, candle] of candles.entries()) {
      series.push(candle);
      const isStretch = series.length % WARMING_STRETCH > 0 && series.length <= series.mask;
      if (at + 1 < last && isStretch) continue;
      if (at < last) this.engine.warmUp(series.length - 1);
      else this.engine.update(series.length - 1);
      this.follow();
    }
  }

  /** Brings what follows the engine up to the newest candle. */
  private follow(): void {
    const newest = this.series.length - 1;
    this.forget();
    this.facts?.update(newest);
    this.memory?.take(newest);
  }

  fresh(...kinds: readonly DetectionKind[]): readonly Detection[] {
    this.freshRows ??= new LazyDetections([...this.engine.log.rows()], this.make);
    return this.freshRows.where(({ code }) => {
      const kind = CODED_EVENTS[code]?.kind;
      return kinds.length === 0 || (kind !== undefined && kinds.includes(kind));
    });
  }

  zones(kind: DetectionKind): readonly Detection[];
  zones(kind: AreaKind, over: PriceSpan): readonly Detection[];
  zones(kind: DetectionKind, over?: PriceSpan): readonly Detection[] {
    let living = this.livingRows.get(kind);
    if (living === undefined) {
      living = new LazyDetections(this.engine.living(kind), this.make);
      this.livingRows.set(kind, living);
    }
    // Rows of areas: `a` is the top, `b` the bottom.
    return living.where(({ a, b }) => over === undefined || (a >= over.bottom && b <= over.top));
  }

  /** Lets go of the objects that were made; whoever asks again gets new ones. */
  forget(): void {
    this.freshRows = undefined;
    if (this.livingRows.size > 0) this.livingRows.clear();
    this.memory?.forget();
  }

  recent(kind: DetectionKind, layer?: string): readonly Detection[] {
    return this.memory?.of(kind, layer) ?? [];
  }

  lastKnownIndex(kind: DetectionKind, layer?: string): number {
    return this.memory?.lastKnownIndex(kind, layer) ?? -1;
  }

  isFresh<Kind extends DetectionKind>(kind: Kind, event: EventOf<Kind>): boolean {
    return this.engine.holds(kind, event);
  }

  timeframe(timeframe: Timeframe): StructureView | undefined {
    return timeframe === this.series.timeframe ? this : this.options.others?.(timeframe);
  }

  get atr(): number | undefined {
    const { atr } = this.engine;
    return Number.isNaN(atr) ? undefined : atr;
  }

  swing(layer: string): SwingPrices | undefined {
    const swings = this.engine.swings(layer);
    if (swings === undefined) return undefined;
    const [high, low] = swings.confirmed.map(({ newestPrice }) => newestPrice);
    return {
      ...(Number.isFinite(low) && { low }),
      ...(Number.isFinite(high) && { high }),
    };
  }

  get session(): string | undefined {
    const { length } = this.series;
    if (length === 0) return undefined;
    const { zone, windows } = this.engine.clock.windows;
    return killZoneAt(this.series.openTime(length - 1), windows, zone);
  }

  window(name: string): WindowState | undefined {
    return runningWindow(this.engine.clock.windows, name);
  }
}
