import type { CandleSeries } from "../candles/candle-series.ts";
import type { TimeZone } from "./time-zone.ts";
import { MINUTE_MS, MINUTES_PER_DAY } from "./wall-time.ts";
import { type ClockWindow, occurrenceDay } from "./windows.ts";

const DAY_MS = MINUTES_PER_DAY * MINUTE_MS;

/** One occurrence of a window as far as candles have shown it. Extremes are the first on ties. */
export interface Occurrence {
  /** Position in the list of windows. */
  readonly window: number;
  /** Local day number on which it ends. */
  readonly day: number;
  /** First candle inside. */
  readonly index: number;
  readonly openTime: number;
  high: number;
  highIndex: number;
  highTime: number;
  low: number;
  lowIndex: number;
  lowTime: number;
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
  private readonly isOver: boolean[];
  /** Occurrences that the newest candle is inside of. */
  private readonly inside: Occurrence[] = [];
  /** Nothing opens or closes before this time. */
  nextChange = Number.NEGATIVE_INFINITY;

  constructor(series: CandleSeries, windows: readonly ClockWindow[], zone: TimeZone) {
    this.series = series;
    this.zone = zone;
    this.windows = windows;
    this.last = this.windows.map(() => undefined);
    this.isOver = this.windows.map(() => true);
  }

  update(index: number): void {
    const time = this.series.openTime(index);
    this.changed = false;
    if (time >= this.nextChange) this.change(index, time);
    this.extend(index, index);
  }

  /** Takes in candles that all open before `nextChange`. */
  extend(from: number, to: number): void {
    for (const occurrence of this.inside) widen(occurrence, this.series, from, to);
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
    const boundary = day * DAY_MS + this.nextBoundary(minute) * MINUTE_MS - offsetMs;
    this.nextChange = Math.min(until, boundary);
    this.opened.length = 0;
    this.closed.length = 0;
    this.inside.length = 0;
    for (let window = 0; window < this.windows.length; window += 1) {
      this.close(window, day, minute);
      this.enter(window, day, minute, index);
    }
    this.changed = this.closed.length > 0 || this.opened.length > 0;
  }

  private close(window: number, day: number, minute: number): void {
    const running = this.last[window];
    if (running === undefined || this.isOver[window] === true) return;
    const { end } = this.windows[window] as ClockWindow;
    if (day < running.day || (day === running.day && minute < end)) return;
    this.isOver[window] = true;
    this.closed.push(running);
  }

  private enter(window: number, day: number, minute: number, index: number): void {
    const endDay = occurrenceDay(this.windows[window] as ClockWindow, day, minute);
    if (endDay === undefined) return;
    const last = this.last[window];
    if (last !== undefined && endDay <= last.day) {
      if (this.isOver[window] !== true) this.inside.push(last);
      return;
    }
    const occurrence = begun(window, endDay, index, this.series.openTime(index));
    this.last[window] = occurrence;
    this.isOver[window] = false;
    this.opened.push(occurrence);
    this.inside.push(occurrence);
  }

  /** Minute of the day at which the next window starts or ends, at the latest midnight. */
  private nextBoundary(minute: number): number {
    let next = MINUTES_PER_DAY;
    for (const { start, end } of this.windows) {
      if (start > minute && start < next) next = start;
      if (end > minute && end < next) next = end;
    }
    return next;
  }
}

/** Takes candles into an occurrence. */
function widen(occurrence: Occurrence, series: CandleSeries, from: number, to: number): void {
  for (let index = from; index <= to; index += 1) {
    const high = series.high(index);
    const low = series.low(index);
    if (high > occurrence.high) {
      occurrence.high = high;
      occurrence.highIndex = index;
      occurrence.highTime = series.openTime(index);
    }
    if (low < occurrence.low) {
      occurrence.low = low;
      occurrence.lowIndex = index;
      occurrence.lowTime = series.openTime(index);
    }
  }
}

function begun(window: number, day: number, index: number, openTime: number): Occurrence {
  const high = Number.NEGATIVE_INFINITY;
  const low = Number.POSITIVE_INFINITY;
  return {
    window,
    day,
    index,
    openTime,
    high,
    highIndex: index,
    highTime: openTime,
    low,
    lowIndex: index,
    lowTime: openTime,
  };
}
