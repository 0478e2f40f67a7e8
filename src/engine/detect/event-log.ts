import type { DetectionKind } from "./detection.ts";
import { CODED_EVENTS } from "./event-codes.ts";
import { type EventRow, type OrderedRow, placeInTime } from "./event-order.ts";
import { GrowingColumns } from "./growing-columns.ts";

/** Code of a birth that is no event: of a silent kind, or of a thing whose birth is forgotten already. */
const SILENT = 255;
const CODE_MASK = 255;
const COUNT_SHIFT = 8;

/** Numbers of a birth: code, index, known, tag; `a`, `b`, `c`. Numbers of a life event: code and count, known, birth. */
const BIRTH_INTS = 4;
const BIRTH_FLOATS = 3;
const LIFE_INTS = 3;

const LEAST_ROWS = 1 << 8;
const MOST_ROWS = 1 << 16;
const PASSING_ROWS = 1 << 5;

/**
 * Events in columns. An event with which something begins, or that stands alone, is written with all of its
 * numbers; an event in the life of a thing only points to its birth, which is a third of the size. Events are
 * added in any order within a stretch of candles: they are put in order when somebody reads them.
 *
 * A log either retains all events (a file, a backtest) or is cleared at every candle (a live model) and then
 * stays small.
 */
export class EventLog {
  /** Whether births stay, so that a thing can point to its own for all of its life. */
  readonly retains: boolean;
  /** Room for `a`, `b` and `c` of an event that is about to be added. */
  readonly draft = new Float64Array(BIRTH_FLOATS);
  /** Whether only births are written: for candles from before the start, when nobody looks at what lives. */
  birthsOnly = false;
  private readonly muted = new Uint8Array(CODED_EVENTS.length);
  private readonly births: GrowingColumns;
  private readonly lives: GrowingColumns;
  /** Births that are no events. */
  private silent = 0;
  /** Ends of the stretches written so far: number of births, then of life events. */
  private readonly seals: number[] = [];

  /** `expected`: candles that a log that retains will see, as far as that is known. */
  constructor({ retain, expected = 0 }: { readonly retain: boolean; readonly expected?: number }) {
    this.retains = retain;
    const rows = retain ? retainingRows(expected) : PASSING_ROWS;
    this.births = new GrowingColumns(rows, BIRTH_INTS, BIRTH_FLOATS);
    this.lives = new GrowingColumns(rows, LIFE_INTS, 0);
  }

  /** Events held now. */
  get length(): number {
    return this.births.length - this.silent + this.lives.length;
  }

  /** Births held now, those that are no events included. */
  get birthCount(): number {
    return this.births.length;
  }

  /** Code of a birth; none of the codes of events when it is no event. */
  birthCode(position: number): number {
    return this.births.intsAt(position)[this.births.rowAt(position) * BIRTH_INTS] as number;
  }

  birthTag(position: number): number {
    return this.births.intsAt(position)[this.births.rowAt(position) * BIRTH_INTS + BIRTH_INTS - 1] as number;
  }

  /** Writes the numbers of a birth to `into`, from `at` on: code, index, known, tag, `a`, `b`, `c`. */
  copyBirth(position: number, into: Float64Array, at: number): void {
    const { births } = this;
    const row = births.rowAt(position);
    const ints = births.intsAt(position);
    const floats = births.floatsAt(position);
    for (let number = 0; number < BIRTH_INTS; number += 1) {
      into[at + number] = ints[row * BIRTH_INTS + number] as number;
    }
    for (let number = 0; number < BIRTH_FLOATS; number += 1) {
      into[at + BIRTH_INTS + number] = withoutSign(floats[row * BIRTH_FLOATS + number] as number);
    }
  }

  /** Whether an event with the code is among those held. */
  holds(code: number): boolean {
    const { births, lives } = this;
    for (let at = 0; at < births.length; at += 1) if (this.birthCode(at) === code) return true;
    for (let at = 0; at < lives.length; at += 1) {
      if (((lives.intsAt(at)[lives.rowAt(at) * LIFE_INTS] as number) & CODE_MASK) === code) return true;
    }
    return false;
  }

  /** From now on events of `kind` are dropped. */
  mute(kind: DetectionKind): void {
    for (const [code, coded] of CODED_EVENTS.entries()) if (coded.kind === kind) this.muted[code] = 1;
  }

  /**
   * Adds an event with its own numbers and gives the place at which its life events find them. `values` holds `a`,
   * `b` and `c`: numbers in a column, because as arguments they would be boxed.
   */
  birth(code: number, index: number, known: number, tag: number, values: Float64Array): number {
    if (this.muted[code] === 1) return this.recall(index, known, tag, values, 0);
    return this.addBirth(code, index, known, tag, values, 0);
  }

  /** Writes down again, without an event, what was born in events that are forgotten; `values` from `at` on. */
  recall(index: number, known: number, tag: number, values: Float64Array, at: number): number {
    if (this.birthsOnly) return 0;
    this.silent += 1;
    return this.addBirth(SILENT, index, known, tag, values, at);
  }

  /** Adds an event in the life of what was born at `birth`. `count` is what the detector counts, if anything. */
  life(code: number, known: number, birth: number, count: number): void {
    if (this.birthsOnly || this.muted[code] === 1) return;
    const { lives } = this;
    const at = lives.add() * LIFE_INTS;
    const { ints } = lives;
    ints[at] = code | (count << COUNT_SHIFT);
    ints[at + 1] = known;
    ints[at + 2] = birth;
  }

  /** Ends a stretch of candles: whatever is added later is known later. */
  seal(): void {
    if (this.retains) this.seals.push(this.births.length, this.lives.length);
  }

  /** Forgets the events held. */
  clear(): void {
    this.silent = 0;
    this.births.clear();
    this.lives.clear();
  }

  /** The events held, in the order of what became known, then of the steps of a candle. */
  *rows(): Generator<EventRow> {
    let birth = 0;
    let life = 0;
    for (let seal = 0; seal <= this.seals.length; seal += 2) {
      const lastBirth = this.seals[seal] ?? this.births.length;
      const lastLife = this.seals[seal + 1] ?? this.lives.length;
      const rows: OrderedRow[] = [];
      for (; birth < lastBirth; birth += 1) this.readBirth(birth, rows);
      for (; life < lastLife; life += 1) rows.push(this.readLife(life));
      yield* placeInTime(rows);
    }
  }

  private addBirth(
    code: number,
    index: number,
    known: number,
    tag: number,
    values: Float64Array,
    from: number,
  ): number {
    const { births } = this;
    const row = births.add();
    const { ints, floats, before } = births;
    const int = row * BIRTH_INTS;
    const float = row * BIRTH_FLOATS;
    ints[int] = code;
    ints[int + 1] = index;
    ints[int + 2] = known;
    ints[int + 3] = tag;
    floats[float] = values[from] as number;
    floats[float + 1] = values[from + 1] as number;
    floats[float + 2] = values[from + 2] as number;
    return before + row;
  }

  private readBirth(position: number, rows: OrderedRow[]): void {
    const row = this.birthRow(position);
    if (row.code !== SILENT) rows.push({ ...row, tie: 0 });
  }

  private readLife(position: number): OrderedRow {
    const ints = this.lives.intsAt(position);
    const at = this.lives.rowAt(position) * LIFE_INTS;
    const birth = this.birthRow(ints[at + 2] as number);
    const coded = ints[at] as number;
    const tag = birth.tag | ((coded >> COUNT_SHIFT) << COUNT_SHIFT);
    const code = coded & CODE_MASK;
    return { ...birth, code, knownIndex: ints[at + 1] as number, tag, tie: birth.tag };
  }

  private birthRow(position: number): EventRow {
    const ints = this.births.intsAt(position);
    const floats = this.births.floatsAt(position);
    const row = this.births.rowAt(position);
    const int = row * BIRTH_INTS;
    const float = row * BIRTH_FLOATS;
    return {
      code: ints[int] as number,
      index: ints[int + 1] as number,
      knownIndex: ints[int + 2] as number,
      tag: ints[int + 3] as number,
      a: withoutSign(floats[float] as number),
      b: withoutSign(floats[float + 1] as number),
      c: withoutSign(floats[float + 2] as number),
    };
  }
}

/** Rows in a chunk: about one for each candle, so that few candles do not fill megabytes with nothing. */
function retainingRows(expected: number): number {
  return Math.min(MOST_ROWS, Math.max(LEAST_ROWS, 2 ** Math.ceil(Math.log2(Math.max(1, expected)))));
}

/** Minus zero is zero: it would not survive being written down. */
function withoutSign(value: number): number {
  return value + 0;
}
