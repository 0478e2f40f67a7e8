import type { DetectionKind } from "./detection.ts";
import { CODED_EVENTS } from "./event-codes.ts";

/**
 * One event as numbers. What `tag`, `a`, `b` and `c` mean is the affair of the detector that wrote the row and
 * turns it into an object again; only bit 0 of `tag` is common: 0 bullish or high, 1 bearish or low.
 */
export interface EventRow {
  readonly code: number;
  readonly index: number;
  readonly knownIndex: number;
  readonly tag: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const INTS = 4;
const FLOATS = 3;
const RETAINING_CHUNK = 1 << 16;
const PASSING_CHUNK = 1 << 5;

/**
 * Events in columns, in the order in which they were added. Either retains all of them (a file, a backtest) or
 * is cleared at every candle (a live model) and then stays small.
 */
export class EventLog {
  /** Events held now. */
  length = 0;
  /** Events ever added. */
  total = 0;
  private readonly rowsPerChunk: number;
  private readonly muted = new Uint8Array(CODED_EVENTS.length);
  private readonly intChunks: Int32Array[] = [];
  private readonly floatChunks: Float64Array[] = [];
  private ints: Int32Array;
  private floats: Float64Array;
  private chunk = 0;
  private cursor = 0;

  constructor(options: { readonly retain: boolean }) {
    this.rowsPerChunk = options.retain ? RETAINING_CHUNK : PASSING_CHUNK;
    this.ints = new Int32Array(this.rowsPerChunk * INTS);
    this.floats = new Float64Array(this.rowsPerChunk * FLOATS);
    this.intChunks.push(this.ints);
    this.floatChunks.push(this.floats);
  }

  /** From now on events of `kind` are dropped. */
  mute(kind: DetectionKind): void {
    for (const [code, coded] of CODED_EVENTS.entries()) if (coded.kind === kind) this.muted[code] = 1;
  }

  add(code: number, index: number, knownIndex: number, tag: number, a: number, b: number, c: number): void {
    if (this.muted[code] === 1) return;
    const float = this.addInts(code, index, knownIndex, tag);
    const { floats } = this;
    floats[float] = a;
    floats[float + 1] = b;
    floats[float + 2] = c;
  }

  /** Like `add`, with `a`, `b` and `c` from three neighbours in a column: nothing is boxed on the way. */
  addFrom(
    code: number,
    index: number,
    knownIndex: number,
    tag: number,
    values: Float64Array,
    at: number,
  ): void {
    if (this.muted[code] === 1) return;
    const float = this.addInts(code, index, knownIndex, tag);
    const { floats } = this;
    floats[float] = values[at] as number;
    floats[float + 1] = values[at + 1] as number;
    floats[float + 2] = values[at + 2] as number;
  }

  /** Forgets the events held; `total` stays. */
  clear(): void {
    this.length = 0;
    this.cursor = 0;
    if (this.chunk === 0) return;
    this.chunk = 0;
    this.intChunks.length = 1;
    this.floatChunks.length = 1;
    this.ints = this.intChunks[0] as Int32Array;
    this.floats = this.floatChunks[0] as Float64Array;
  }

  /** The event at `position` (0 is the oldest one held). Throws `RangeError` outside of what is held. */
  row(position: number): EventRow {
    if (!(position >= 0 && position < this.length)) throw new RangeError(`no event at ${position}`);
    const chunk = Math.floor(position / this.rowsPerChunk);
    const row = position % this.rowsPerChunk;
    const ints = this.intChunks[chunk] as Int32Array;
    const floats = this.floatChunks[chunk] as Float64Array;
    return {
      code: ints[row * INTS] as number,
      index: ints[row * INTS + 1] as number,
      knownIndex: ints[row * INTS + 2] as number,
      tag: ints[row * INTS + 3] as number,
      a: withoutSign(floats[row * FLOATS] as number),
      b: withoutSign(floats[row * FLOATS + 1] as number),
      c: withoutSign(floats[row * FLOATS + 2] as number),
    };
  }

  /**
   * Brings the events from `position` on into the order of one step: by kind, then `index`, bullish or high
   * first. Events that are equal in these keep their order.
   */
  sortFrom(position: number): void {
    if (this.length - position < 2 || this.isOrderedFrom(position)) return;
    const rows: EventRow[] = [];
    for (let at = position; at < this.length; at += 1) rows.push(this.row(at));
    rows.sort(inStepOrder);
    for (const [offset, row] of rows.entries()) this.write(position + offset, row);
  }

  private isOrderedFrom(position: number): boolean {
    for (let at = position + 1; at < this.length; at += 1) {
      if (inStepOrder(this.row(at - 1), this.row(at)) > 0) return false;
    }
    return true;
  }

  /** Begins a row and gives the place of its floats. */
  private addInts(code: number, index: number, knownIndex: number, tag: number): number {
    if (this.cursor === this.rowsPerChunk) this.nextChunk();
    const { ints, cursor } = this;
    const int = cursor * INTS;
    ints[int] = code;
    ints[int + 1] = index;
    ints[int + 2] = knownIndex;
    ints[int + 3] = tag;
    this.cursor = cursor + 1;
    this.length += 1;
    this.total += 1;
    return cursor * FLOATS;
  }

  private write(position: number, row: EventRow): void {
    const chunk = Math.floor(position / this.rowsPerChunk);
    const at = position % this.rowsPerChunk;
    const { code, index, knownIndex, tag, a, b, c } = row;
    this.intChunks[chunk]?.set([code, index, knownIndex, tag], at * INTS);
    this.floatChunks[chunk]?.set([a, b, c], at * FLOATS);
  }

  private nextChunk(): void {
    this.chunk += 1;
    this.ints = new Int32Array(this.rowsPerChunk * INTS);
    this.floats = new Float64Array(this.rowsPerChunk * FLOATS);
    this.intChunks.push(this.ints);
    this.floatChunks.push(this.floats);
    this.cursor = 0;
  }
}

/** Minus zero is zero: it would not survive being written down. */
function withoutSign(value: number): number {
  return value + 0;
}

function inStepOrder(one: EventRow, other: EventRow): number {
  const kinds = (KIND_RANK[one.code] as number) - (KIND_RANK[other.code] as number);
  if (kinds !== 0) return kinds;
  return one.index - other.index || (one.tag & 1) - (other.tag & 1);
}

const KIND_RANK: readonly number[] = CODED_EVENTS.map(({ kind }) =>
  CODED_EVENTS.findIndex((coded) => coded.kind === kind),
);
