import type { Detection } from "../detect/detection.ts";
import type { EventLog } from "../detect/event-log.ts";
import type { EventRow } from "../detect/event-order.ts";

/** Numbers of a row: code, index, known, tag, `a`, `b`, `c`. */
const ROW = 7;
const INDEX = 1;
const KNOWN = 2;
const TAG = 3;

type Make = (row: EventRow) => Detection;

/** The newest events of one kind and layer, in the order in which they are reported; a fixed number at the most. */
export class RecentRows {
  private readonly rows: Float64Array;
  private count = 0;
  /** Objects of the oldest rows, whose candles may be gone. */
  private readonly settled: Detection[] = [];

  constructor(kept: number) {
    // One row more is the place at which a new one is looked at.
    this.rows = new Float64Array((kept + 1) * ROW);
  }

  /** Candle at which the newest became known; -1 without any. */
  get newestKnown(): number {
    return this.count === 0 ? -1 : (this.rows[(this.count - 1) * ROW + KNOWN] as number);
  }

  /** Adds a birth of the newest candles, which come in any order. */
  add(log: EventLog, position: number): void {
    const { rows } = this;
    let at = this.count;
    log.copyBirth(position, rows, at * ROW);
    while (at > 0 && this.isBefore(at, at - 1)) {
      this.swap(at, at - 1);
      at -= 1;
    }
    this.count += 1;
    if (this.count * ROW === rows.length) this.dropOldest();
  }

  /** All of them as objects, oldest first. */
  detections(make: Make): Detection[] {
    return Array.from({ length: this.count }, (_, at) => this.settled[at] ?? make(this.row(at)));
  }

  /** Makes the objects of all that became known before candle `until`, and keeps them. */
  settle(until: number, make: Make): void {
    let at = this.settled.length;
    for (; at < this.count && (this.rows[at * ROW + KNOWN] as number) < until; at += 1) {
      this.settled.push(make(this.row(at)));
    }
  }

  private isBefore(one: number, other: number): boolean {
    const { rows } = this;
    const first = one * ROW;
    const second = other * ROW;
    const later = (rows[first + KNOWN] as number) - (rows[second + KNOWN] as number);
    if (later !== 0) return later < 0;
    const apart = (rows[first + INDEX] as number) - (rows[second + INDEX] as number);
    return apart < 0 || (apart === 0 && this.side(one) < this.side(other));
  }

  private side(at: number): number {
    return (this.rows[at * ROW + TAG] as number) & 1;
  }

  private swap(one: number, other: number): void {
    const { rows } = this;
    for (let number = 0; number < ROW; number += 1) {
      const kept = rows[one * ROW + number] as number;
      rows[one * ROW + number] = rows[other * ROW + number] as number;
      rows[other * ROW + number] = kept;
    }
  }

  private dropOldest(): void {
    this.rows.copyWithin(0, ROW);
    this.count -= 1;
    this.settled.shift();
  }

  private row(at: number): EventRow {
    const { rows } = this;
    const from = at * ROW;
    return {
      code: rows[from] as number,
      index: rows[from + INDEX] as number,
      knownIndex: rows[from + KNOWN] as number,
      tag: rows[from + TAG] as number,
      a: rows[from + 4] as number,
      b: rows[from + 5] as number,
      c: rows[from + 6] as number,
    };
  }
}
