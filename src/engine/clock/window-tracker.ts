import type { CandleSeries } from "../candles/candle-series.ts";
import { type Extremes, noExtremes, widenExtremes } from "./extremes.ts";
import type { TimeZone } from "./time-zone.ts";
import { MINUTE_MS, MINUTES_PER_DAY } from "./wall-time.ts";
import { WindowDay } from "./window-day.ts";
import { type ClockWindow, occurrenceDay } from "./windows.ts";

const DAY_MS = MINUTES_PER_DAY * MINUTE_MS;

/** One occurrence of a window as far as candles have shown it. */
export interface Occurrence extends Extremes {
  /** Position in the list of windows. */
  readonly window: number;
  /** Local day number on which it ends. */
  readonly day: number;
  /** First candle inside. */
  readonly index: number;
  readonly openTime: number;
}

/**
 * Follows the windows of the clock over a series. Whether a candle is inside is decided by the local wall time
 * of its open alone; a window opens and closes once for each local date, so the hour that clocks show twice in
 * autumn does not open it again. A candle between two changes costs nothing but the extremes of the open windows.
 */
export class WindowTracker {
  readonly windows: readonly ClockWindow[];
  readonly zone: TimeZone;
  /** Whether the newest candle opened or closed a window; if not, the two lists below are stale. */
  changed = false;
  readonly opened: Occurrence[] = [];
  /** Occurrences that are over as of the newest candle, which is not part of them. */
  readonly closed: Occurrence[] = [];
  private readonly series: CandleSeries;
  /** By window: the last occurrence that began, even if it is over. */
  private readonly last: (Occurrence | undefined)[];
  /** The occurrences that are not over. */
  private readonly running: Occurrence[] = [];
  private readonly day: WindowDay;
  /** Occurrences that the newest candle is inside of. */
  private readonly inside: Occurrence[] = [];
  /** Nothing opens or closes before this time. */
  nextChange = Number.NEGATIVE_INFINITY;

  constructor(series: CandleSeries, windows: readonly ClockWindow[], zone: TimeZone) {
    this.series = series;
    this.zone = zone;
    this.windows = windows;
    this.last = this.windows.map(() => undefined);
    this.day = new WindowDay(windows);
  }

  update(index: number): void {
    const time = this.series.openTime(index);
    this.changed = false;
    if (time >= this.nextChange) this.change(index, time);
    this.extend(index, index);
  }

  /** Takes in candles that all open before `nextChange`. */
  extend(from: number, to: number): void {
    for (const occurrence of this.inside) widenExtremes(occurrence, this.series, from, to);
  }

  /** Whether the newest candle is inside of any window. */
  get isInside(): boolean {
    return this.inside.length > 0;
  }

  /** The occurrence of a window that the newest candle is inside of, if it is. */
  holding(window: number): Occurrence | undefined {
    for (const occurrence of this.inside) if (occurrence.window === window) return occurrence;
    return undefined;
  }

  private change(index: number, time: number): void {
    const { offsetMs, until } = this.zone.spanAt(time);
    const wallMs = time + offsetMs;
    const day = Math.floor(wallMs / DAY_MS);
    const minute = Math.floor((wallMs - day * DAY_MS) / MINUTE_MS);
    this.nextChange = Math.min(until, day * DAY_MS + this.day.nextCut(minute) * MINUTE_MS - offsetMs);
    this.opened.length = 0;
    this.closed.length = 0;
    this.inside.length = 0;
    this.closeOver(day, minute);
    for (let window = 0; window < this.windows.length; window += 1) {
      const endDay = occurrenceDay(this.windows[window] as ClockWindow, day, minute);
      if (endDay !== undefined) this.enter(window, endDay, index);
    }
    this.changed = this.closed.length > 0 || this.opened.length > 0;
  }

  /** Closes what has run to its end. */
  private closeOver(day: number, minute: number): void {
    const { running } = this;
    let kept = 0;
    for (const occurrence of running) {
      const { end } = this.windows[occurrence.window] as ClockWindow;
      const isOver = day > occurrence.day || (day === occurrence.day && minute >= end);
      if (isOver) this.closed.push(occurrence);
      else running[kept++] = occurrence;
    }
    running.length = kept;
    if (this.closed.length > 1) this.closed.sort((one, other) => one.window - other.window);
  }

  private enter(window: number, endDay: number, index: number): void {
    const last = this.last[window];
    if (last !== undefined && endDay <= last.day) {
      if (this.running.includes(last)) this.inside.push(last);
      return;
    }
    const occurrence = begun(window, endDay, index, this.series.openTime(index));
    this.last[window] = occurrence;
    this.running.push(occurrence);
    this.opened.push(occurrence);
    this.inside.push(occurrence);
  }
}

function begun(window: number, day: number, index: number, openTime: number): Occurrence {
  return { window, day, index, openTime, ...noExtremes() };
}
