import type { CandleSeries } from "../../candles/candle-series.ts";
import type { Extremes } from "../../clock/extremes.ts";
import { eventCode } from "../event-codes.ts";
import type { EventLog } from "../event-log.ts";
import type { EventRow } from "../event-order.ts";
import type { AtrColumn } from "../state/atr-column.ts";
import { type CandleMarks, MARKS } from "../state/candle-marks.ts";
import type { CandleView, CandleViews } from "../state/candle-views.ts";
import { Ladder } from "../zones/ladder.ts";
import { SlotList } from "../zones/slot-list.ts";
import type { PoolLife } from "./pool-life.ts";
import { comparePoolEnds } from "./pool-order.ts";
import { CLOCK_POOLS, POOL_FLOATS, type PoolList, PoolTable, SWING_POOLS } from "./pool-table.ts";
import { isOfClock, type PoolSource, poolTag, withCount, withSource } from "./pool-tag.ts";
import type { TakenPools } from "./taken-pools.ts";

/** What the life of pools is measured with and told to. */
export interface PoolSurroundings {
  readonly series: CandleSeries;
  readonly views: CandleViews;
  readonly log: EventLog;
  readonly atr: AtrColumn;
  readonly marks: CandleMarks;
  /** Pools above highs, then below lows. */
  readonly taken: readonly [TakenPools, TakenPools];
}

const DETECTED = eventCode("liquidity-pool", "detected");
const EQUAL = eventCode("liquidity-pool", "equal");
const BROKEN = eventCode("liquidity-pool", "broken");
const EXPIRED = eventCode("liquidity-pool", "expired");
const SWEPT = eventCode("liquidity-sweep", "detected");

/** Tags of pools of a swing high, low. */
const SWING_TAGS = [poolTag(0, "swing"), poolTag(1, "swing")] as const;

/** Candles that lie between the first swing of a pool and one that joins it, at the least. */
const LEAST_APART = 3;

/**
 * The life of liquidity pools. A new pool is followed through the rest of its stretch of candles at once. What
 * outlives it waits in the ladder of its side for price to trade beyond its level and is followed again through
 * the first stretch that does, or in which its age is due. A close back inside sweeps it, a close beyond breaks
 * it; with `reclaimWithin` the latter is pending for some candles. Ends are told when the stretch is over, because
 * equal highs can join a pool up to its end.
 *
 * Rows of pools: `tag` side, source, window and members, `a` the level, `b` the open time of `index`. Rows of
 * sweeps: `tag` the pool's and the candles since the first close beyond, `a` and `b` as the pool's, `c` ATR.
 */
export class PoolBook {
  /** Pools of the clock that the newest stretch swept, in order: candle, tag and when they became known. */
  readonly sweptRanges: number[] = [];
  private readonly table = new PoolTable();
  private readonly draft = new Float64Array(POOL_FLOATS).fill(Number.NaN);
  private readonly surroundings: PoolSurroundings;
  private readonly life: PoolLife;
  private readonly waiting = [new Ladder(), new Ladder()] as const;
  private readonly pending = new SlotList();
  /** Pools of the clock that the stretch has made. */
  private readonly fresh = new SlotList();
  private readonly hand = new SlotList();
  /** Pools that the stretch ends or leaves pending. */
  private readonly disturbed = new SlotList();
  /** Newest candle of the stretch. */
  private to = -1;

  private readonly compareEnds = (one: number, other: number) => comparePoolEnds(this.table, one, other);

  constructor(surroundings: PoolSurroundings, life: PoolLife) {
    this.surroundings = surroundings;
    this.life = life;
  }

  /** Makes the two pools of a range that the clock has completed; the candle `known` is the first to test them. */
  openRange(known: number, source: PoolSource, window: number, extremes: Readonly<Extremes>): void {
    const { draft, fresh } = this;
    draft[0] = extremes.high;
    draft[1] = extremes.highTime;
    fresh.push(this.open(extremes.highIndex, known, poolTag(0, source, window)));
    draft[0] = extremes.low;
    draft[1] = extremes.lowTime;
    fresh.push(this.open(extremes.lowIndex, known, poolTag(1, source, window)));
  }

  /** Follows the pools that the stretch reaches, and those of the clock that it made. */
  live(from: number, to: number): void {
    this.to = to;
    this.sweptRanges.length = 0;
    const { hand, pending, waiting, fresh, surroundings } = this;
    for (let at = 0; at < pending.length; at += 1) hand.push(pending.at(at));
    pending.clear();
    this.takeDue(SWING_POOLS, from);
    this.takeDue(CLOCK_POOLS, from);
    waiting[0].takePassed(surroundings.views.of[1].lowest, hand);
    waiting[1].takePassed(surroundings.views.of[0].lowest, hand);
    for (let at = 0; at < hand.length; at += 1) this.follow(hand.at(at), from);
    hand.clear();
    for (let at = 0; at < fresh.length; at += 1) this.follow(fresh.at(at), this.table.known(fresh.at(at)));
    fresh.clear();
  }

  /** A swing joins a pool at about the same price or makes its own. Swings come in the order of their candles. */
  confirm(index: number, known: number, side: 0 | 1): void {
    const { series } = this.surroundings;
    const { draft } = this;
    draft[0] = side === 0 ? series.high(index) : series.low(index);
    draft[1] = series.openTime(index);
    const joined = this.poolToJoin(index, known, side);
    if (joined !== 0) this.join(joined, known);
    else this.follow(this.open(index, known, SWING_TAGS[side]), known + 1);
  }

  /** Tells what the stretch ended, when all of its swings are in. */
  finish(): void {
    const { table, disturbed } = this;
    if (disturbed.length > 1) disturbed.sort(this.compareEnds);
    for (let at = 0; at < disturbed.length; at += 1) {
      const slot = disturbed.at(at);
      if (table.end(slot) < 0) this.pending.push(slot);
      else this.tellEnd(slot, table.endCode(slot), table.end(slot));
    }
    disturbed.clear();
  }

  /** The newest event in the making of each living pool, `detected` or `equal`, oldest first. */
  living(): EventRow[] {
    const rows = [SWING_POOLS, CLOCK_POOLS].flatMap((list) => this.rows(list as PoolList));
    return rows.sort((one, other) => one.knownIndex - other.knownIndex);
  }

  /** Begins a pool whose level and open time stand in `draft`. */
  private open(index: number, known: number, tag: number): number {
    const { draft } = this;
    const birth = this.surroundings.log.birth(DETECTED, index, known, tag, draft);
    return this.table.add(listOf(tag), index, known, tag, birth, draft);
  }

  /**
   * The most recently made pool of swings that lies within tolerance and is intact at candle `known`, or 0. Price
   * has traded beyond none of those, the swing included, so all of them lie at the swing or beyond it and joining
   * moves no level; only a session that began after the swing can have made a pool nearer to price. Nothing joins
   * a pending pool.
   */
  private poolToJoin(index: number, known: number, side: 0 | 1): number {
    const { table, disturbed, draft } = this;
    const ladder = this.waiting[side];
    const reach = this.life.toleranceAtr * this.surroundings.atr.at(known);
    if (Number.isNaN(reach)) return 0;
    const sign = side === 0 ? 1 : -1;
    const price = draft[0] as number;
    let found = 0;
    for (let row = ladder.size; row > 0; row -= 1) {
      const slot = ladder.slotAt(row);
      if (sign * (table.level(slot) - price) > reach) break;
      found = this.laterToJoin(slot, found, index);
    }
    for (let at = 0; at < disturbed.length; at += 1) {
      const slot = disturbed.at(at);
      if ((table.tag(slot) & 1) !== side || sign * (table.level(slot) - price) > reach) continue;
      if (isIntact(table, slot, known)) found = this.laterToJoin(slot, found, index);
    }
    return found;
  }

  private laterToJoin(slot: number, found: number, index: number): number {
    const { table } = this;
    if (isOfClock(table.tag(slot)) || index - table.index(slot) < LEAST_APART) return found;
    return found === 0 || table.known(slot) > table.known(found) ? slot : found;
  }

  private join(slot: number, known: number): void {
    const { table } = this;
    const members = table.members(slot) + 1;
    table.setMembers(slot, members);
    this.surroundings.log.life(EQUAL, known, this.birthOf(slot), members);
  }

  /** Takes every pool from before the stretch whose age is due in it out of its ladder. */
  private takeDue(list: PoolList, from: number): void {
    const { table, hand } = this;
    for (let slot = table.oldest(list); slot !== 0; slot = table.next(slot)) {
      if (table.known(slot) >= from || this.dueAt(slot) > this.to) return;
      if (table.pendingSince(slot) >= 0) continue;
      this.waiting[(table.tag(slot) & 1) as 0 | 1].remove(this.key(slot), slot);
      hand.push(slot);
    }
  }

  private dueAt(slot: number): number {
    const { table } = this;
    return (isOfClock(table.tag(slot)) ? table.known(slot) : table.index(slot)) + this.life.maxAge;
  }

  /** Takes a pool through the candles from `from` to the end of the stretch. */
  private follow(slot: number, from: number): void {
    const { table, to, disturbed } = this;
    const side = (table.tag(slot) & 1) as 0 | 1;
    const { lows, mask }: CandleView = this.surroundings.views.of[side === 0 ? 1 : 0];
    const key = this.key(slot);
    // A candle that comes after the age limit, because the pool was known late, still tests it.
    const due = Math.max(this.dueAt(slot), from);
    const last = Math.min(due, to);
    let at = from;
    if (table.pendingSince(slot) < 0) while (at <= last && (lows[at & mask] as number) >= key) at += 1;
    if (at <= last) this.test(slot, at, due);
    else if (due <= to) table.setEnd(slot, EXPIRED, due);
    if (table.end(slot) < 0 && table.pendingSince(slot) < 0) this.waiting[side].push(key, slot);
    else disturbed.push(slot);
  }

  /** What becomes of a pool that candle `first` trades beyond, or that is pending. */
  private test(slot: number, first: number, due: number): void {
    const { table, to } = this;
    const side = table.tag(slot) & 1;
    const { closes, mask }: CandleView = this.surroundings.views.of[side === 0 ? 1 : 0];
    const key = this.key(slot);
    for (let at = first; at <= to; at += 1) {
      const isBack = (closes[at & mask] as number) >= key;
      if (!isBack && table.pendingSince(slot) < 0) table.setPendingSince(slot, at);
      if (isBack) table.setEnd(slot, SWEPT, at);
      else if (at - table.pendingSince(slot) >= this.life.reclaimWithin) table.setEnd(slot, BROKEN, at);
      else if (at >= due) table.setEnd(slot, EXPIRED, at);
      else continue;
      return;
    }
  }

  private tellEnd(slot: number, code: number, end: number): void {
    const { table } = this;
    const { log, taken } = this.surroundings;
    const tag = table.tag(slot);
    if (code === SWEPT) this.tellSweep(slot, end);
    else log.life(code, end, this.birthOf(slot), table.members(slot));
    if (code !== EXPIRED) taken[(tag & 1) as 0 | 1].note(end, table.known(slot));
    table.release(listOf(tag), slot);
  }

  private tellSweep(slot: number, end: number): void {
    const { table, draft } = this;
    const { log, atr, marks } = this.surroundings;
    const tag = table.tag(slot);
    const since = table.pendingSince(slot);
    const source = table.members(slot) > 1 ? withSource(tag, "equal") : tag;
    draft[0] = table.level(slot);
    draft[1] = table.openTime(slot);
    draft[2] = atr.at(end);
    log.birth(SWEPT, end, end, withCount(source, since < 0 ? 0 : end - since), draft);
    draft[2] = Number.NaN;
    marks.set(end, (tag & 1) === 0 ? MARKS.sweptHigh : MARKS.sweptLow);
    if (isOfClock(tag)) this.sweptRanges.push(end, tag, table.known(slot));
  }

  private birthOf(slot: number): number {
    const { table } = this;
    const { log } = this.surroundings;
    if (log.retains) return table.birth(slot);
    const index = table.index(slot);
    return log.recall(index, table.known(slot), table.tag(slot), table.floats, slot * POOL_FLOATS);
  }

  private rows(list: PoolList): EventRow[] {
    const { table } = this;
    const rows: EventRow[] = [];
    for (let slot = table.oldest(list); slot !== 0; slot = table.next(slot)) {
      const members = table.members(slot);
      rows.push({
        code: members > 1 ? EQUAL : DETECTED,
        index: table.index(slot),
        knownIndex: table.known(slot),
        tag: withCount(table.tag(slot), members),
        a: table.level(slot),
        b: table.openTime(slot),
        c: Number.NaN,
      });
    }
    return rows;
  }

  /** The level as the pool sees it: it waits for price to fall below a low; highs hang upside down. */
  private key(slot: number): number {
    const { table } = this;
    return (table.tag(slot) & 1) === 0 ? -table.level(slot) : table.level(slot);
  }
}

function listOf(tag: number): PoolList {
  return isOfClock(tag) ? CLOCK_POOLS : SWING_POOLS;
}

/** Whether a pool that the stretch disturbs was still untouched at the close of candle `known`. */
function isIntact(table: PoolTable, slot: number, known: number): boolean {
  const pendingSince = table.pendingSince(slot);
  const end = table.end(slot);
  return (end < 0 || end > known) && (pendingSince < 0 || pendingSince > known);
}
