const DAY_MS = 86_400_000;
/** Two changes of a zone's offset are never closer than this, so a cell holds one at most. */
const CELL_MS = 14 * DAY_MS;
const MINUTE_MS = 60_000;

/** A stretch of time in which the offset of a zone does not change: `[from, until)`, not always the longest. */
export interface OffsetSpan {
  readonly from: number;
  readonly until: number;
  /** Wall time minus UTC. */
  readonly offsetMs: number;
}

/**
 * Wall time of a named IANA zone. Asks `Intl` only once for every two weeks of history and remembers the
 * spans between changes of the offset: a formatter call for each candle would cost more than the engine.
 */
export class TimeZone {
  readonly name: string;
  private readonly cells = new Map<number, readonly OffsetSpan[]>();
  private newest: OffsetSpan = { from: 0, until: 0, offsetMs: 0 };
  private format: Intl.DateTimeFormat | undefined;

  /** Throws `RangeError` for a zone that is not in the time-zone database. */
  constructor(name: string) {
    if (!isTimeZone(name)) throw new RangeError(`unknown time zone ${name}`);
    this.name = name;
  }

  /** The span that holds the instant `timeMs`. */
  spanAt(timeMs: number): OffsetSpan {
    const { newest } = this;
    if (timeMs >= newest.from && timeMs < newest.until) return newest;
    const cell = Math.floor(timeMs / CELL_MS);
    let spans = this.cells.get(cell);
    if (spans === undefined) {
      spans = this.spansOf(cell);
      this.cells.set(cell, spans);
    }
    this.newest = spans.find((span) => timeMs < span.until) ?? newest;
    return this.newest;
  }

  offsetAt(timeMs: number): number {
    return this.spanAt(timeMs).offsetMs;
  }

  /**
   * The instant at which clocks show the wall time `wallMs` (counted as if it were UTC). Of two such instants
   * the first; for a wall time that is skipped, the instant of the skip.
   */
  instantOf(wallMs: number): number {
    const before = this.offsetAt(wallMs - DAY_MS);
    if (this.offsetAt(wallMs - before) === before) return wallMs - before;
    const after = this.offsetAt(wallMs + DAY_MS);
    if (this.offsetAt(wallMs - after) === after) return wallMs - after;
    return this.spanAt(wallMs - before).from;
  }

  private spansOf(cell: number): readonly OffsetSpan[] {
    const from = cell * CELL_MS;
    const until = from + CELL_MS;
    const first = this.offsetFromTables(from);
    const last = this.offsetFromTables(until - MINUTE_MS);
    if (first === last) return [{ from, until, offsetMs: first }];
    const change = this.changeBetween(from, until - MINUTE_MS, first);
    return [
      { from, until: change, offsetMs: first },
      { from: change, until, offsetMs: last },
    ];
  }

  private changeBetween(from: number, until: number, offsetBefore: number): number {
    let before = from / MINUTE_MS;
    let after = until / MINUTE_MS;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (this.offsetFromTables(middle * MINUTE_MS) === offsetBefore) before = middle;
      else after = middle;
    }
    return after * MINUTE_MS;
  }

  private offsetFromTables(timeMs: number): number {
    this.format ??= new Intl.DateTimeFormat("en-US", {
      timeZone: this.name,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    const parts: Record<string, number> = {};
    for (const { type, value } of this.format.formatToParts(timeMs)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(timeMs / 1000) * 1000;
  }
}

/** Whether a name stands in the time-zone database. Fixed offsets such as `+02:00` are not names. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Time zones by name, each made once, so that many models share their remembered spans. */
export class TimeZones {
  private readonly zones = new Map<string, TimeZone>();

  /** Throws `RangeError` for a zone that is not in the time-zone database. */
  zone(name: string): TimeZone {
    let zone = this.zones.get(name);
    if (zone === undefined) {
      zone = new TimeZone(name);
      this.zones.set(name, zone);
    }
    return zone;
  }
}
