import type { CandleSeries } from "../../candles/candle-series.ts";
import type { Extremes } from "../../clock/period-tracker.ts";
import type { AverageTrueRange } from "../../facts/atr.ts";
import { eventCode } from "../event-codes.ts";
import type { EventLog, EventRow } from "../event-log.ts";
import type { LastSweeps } from "../state/last-sweeps.ts";
import { Ladder } from "../zones/ladder.ts";
import { SlotList } from "../zones/slot-list.ts";
import { CLOCK_POOLS, type PoolList, PoolTable, SWING_POOLS } from "./pool-table.ts";
import { type PoolSource, poolTag, sourceOf, withCount, withSource } from "./pool-tag.ts";
import type { TakenPools } from "./taken-pools.ts";

export interface PoolLife {
  /** How far apart equal highs may lie, in ATR(14) of the candle that confirms the later one. */
  readonly toleranceAtr: number;
  readonly maxAge: number;
  /** Candles after a close beyond the pool within which a close back still makes it a sweep. */
  readonly reclaimWithin: number;
}

/** What the life of pools is measured with and told to. */
export interface PoolSurroundings {
  readonly series: CandleSeries;
  readonly log: EventLog;
  readonly atr: AverageTrueRange;
  readonly sweeps: LastSweeps;
  /** Pools above highs, then below lows. */
  readonly taken: readonly [TakenPools, TakenPools];
}

const DETECTED = eventCode("liquidity-pool", "detected");
const EQUAL = eventCode("liquidity-pool", "equal");
const BROKEN = eventCode("liquidity-pool", "broken");
const EXPIRED = eventCode("liquidity-pool", "expired");
const SWEPT = eventCode("liquidity-sweep", "detected");

/** Candles that lie between the first swing of a pool and one that joins it, at the least. */
const LEAST_APART = 3;

/**
 * The life of liquidity pools. A pool waits in the ladder of its side for price to trade beyond its level and is
 * looked at only then or when its age is due. A close back inside sweeps it, a close beyond breaks it; with
 * `reclaimWithin` the latter is pending for some candles.
 *
 * Rows of pools: `tag` side, source, window and members, `a` the level, `b` the open time of `index`. Rows of
 * sweeps: `tag` the pool's and the candles since the first close beyond, `a` and `b` as the pool's, `c` ATR.
 */
export class PoolBook {
  readonly table = new PoolTable();
  /** Pools that the newest candle swept. Their rows stay readable until the next candle. */
  readonly swept = new SlotList();
  private readonly surroundings: PoolSurroundings;
  private readonly life: PoolLife;
  private readonly waiting = [new Ladder(), new Ladder()] as const;
  private readonly pending = new SlotList();
  private readonly hand = new SlotList();

  /** The order of events on one candle: by index, high first, then in the order in which they were made. */
  private readonly compare = (one: number, other: number): number => {
    const { table } = this;
    const indices = table.index(one) - table.index(other);
    if (indices !== 0) return indices;
    const sides = (table.tag(one) & 1) - (table.tag(other) & 1);
    return sides || table.known(one) - table.known(other) || table.tag(one) - table.tag(other);
  };

  constructor(surroundings: PoolSurroundings, life: PoolLife) {
    this.surroundings = surroundings;
    this.life = life;
  }

  /** Makes the two pools of a range that the clock has completed; the newest candle is the first to test them. */
  openRange(known: number, source: PoolSource, window: number, extremes: Extremes): void {
    const { high, highIndex, highTime, low, lowIndex, lowTime } = extremes;
    this.open(CLOCK_POOLS, highIndex, known, poolTag(0, source, window), high, highTime);
    this.open(CLOCK_POOLS, lowIndex, known, poolTag(1, source, window), low, lowTime);
  }

  /** A swing joins a pool at about the same price or makes its own. */
  confirm(index: number, known: number, side: 0 | 1): void {
    const { series } = this.surroundings;
    const price = side === 0 ? series.high(index) : series.low(index);
    const joined = this.poolToJoin(index, side, price);
    if (joined === 0) {
      this.open(SWING_POOLS, index, known, poolTag(side, "swing"), price, series.openTime(index));
    } else this.join(joined, known);
  }

  /** Tests the pools that the newest candle reaches. */
  live(index: number): void {
    const { hand, pending, waiting } = this;
    const { series } = this.surroundings;
    if (this.swept.length > 0) this.releaseSwept();
    for (let at = 0; at < pending.length; at += 1) hand.push(pending.at(at));
    pending.clear();
    this.takeDue(SWING_POOLS, index);
    this.takeDue(CLOCK_POOLS, index);
    waiting[0].takePassed(-series.high(index), hand);
    waiting[1].takePassed(series.low(index), hand);
    if (hand.length > 0) this.visitAll(index);
  }

  /** The newest event in the making of each living pool, `detected` or `equal`, oldest first. */
  living(): EventRow[] {
    const rows = [SWING_POOLS, CLOCK_POOLS].flatMap((list) => this.rows(list as PoolList));
    return rows.sort((one, other) => one.knownIndex - other.knownIndex);
  }

  private open(list: PoolList, index: number, known: number, tag: number, level: number, time: number): void {
    const slot = this.table.add(list, index, known, tag, level, time);
    this.waiting[(tag & 1) as 0 | 1].push(this.key(slot), slot);
    this.surroundings.log.add(DETECTED, index, known, tag, level, time, Number.NaN);
  }

  /**
   * The most recently made pool of swings that lies within tolerance, or 0. Price has traded beyond none of
   * those that wait, the swing included, so all of them lie at the swing or beyond it and joining moves no
   * level; only a session that began after the swing can have made a pool nearer to price. A pending pool does
   * not wait, so nothing joins it.
   */
  private poolToJoin(index: number, side: 0 | 1, price: number): number {
    const { table, life } = this;
    const ladder = this.waiting[side];
    const tolerance = life.toleranceAtr * this.surroundings.atr.current;
    if (Number.isNaN(tolerance)) return 0;
    let found = 0;
    for (let row = ladder.size; row > 0; row -= 1) {
      const slot = ladder.slotAt(row);
      const beyond = side === 0 ? table.level(slot) - price : price - table.level(slot);
      if (beyond > tolerance) break;
      if (listOf(table.tag(slot)) !== SWING_POOLS || index - table.index(slot) < LEAST_APART) continue;
      if (found === 0 || table.known(slot) > table.known(found)) found = slot;
    }
    return found;
  }

  private join(slot: number, known: number): void {
    const { table } = this;
    table.setTag(slot, withSource(table.tag(slot), "equal"));
    table.setMembers(slot, table.members(slot) + 1);
    this.report(EQUAL, slot, known);
  }

  /** Takes every pool whose age is due out of its ladder, so that it is looked at whatever price does. */
  private takeDue(list: PoolList, index: number): void {
    const { table, hand } = this;
    for (let slot = table.oldest(list); slot !== 0; slot = table.next(slot)) {
      if (!this.isDue(list, slot, index)) return;
      if (table.pendingSince(slot) >= 0) continue;
      this.waiting[(table.tag(slot) & 1) as 0 | 1].remove(this.key(slot), slot);
      hand.push(slot);
    }
  }

  private isDue(list: PoolList, slot: number, index: number): boolean {
    const since = list === SWING_POOLS ? this.table.index(slot) : this.table.known(slot);
    return index - since >= this.life.maxAge;
  }

  private visitAll(index: number): void {
    const { hand, swept, table } = this;
    if (hand.length > 1) hand.sort(this.compare);
    for (let at = 0; at < hand.length; at += 1) this.visit(hand.at(at), index);
    hand.clear();
    for (let side = 0; side < 2 && swept.length > 0; side += 1) {
      for (let at = 0; at < swept.length; at += 1) {
        if ((table.tag(swept.at(at)) & 1) === side) this.reportSweep(swept.at(at), index);
      }
    }
  }

  private visit(slot: number, index: number): void {
    const { table } = this;
    const { series } = this.surroundings;
    const level = table.level(slot);
    const isHigh = (table.tag(slot) & 1) === 0;
    const isPending = table.pendingSince(slot) >= 0;
    const isBeyond = isHigh ? series.close(index) > level : series.close(index) < level;
    const isTraded = isHigh ? series.high(index) > level : series.low(index) < level;
    if (isBeyond && !isPending) table.setPendingSince(slot, index);
    if (isBeyond && index - table.pendingSince(slot) >= this.life.reclaimWithin) {
      this.end(BROKEN, slot, index);
    } else if (!isBeyond && (isPending || isTraded)) this.sweep(slot, index);
    else if (this.isDue(listOf(table.tag(slot)), slot, index)) this.end(EXPIRED, slot, index);
    else this.pending.push(slot);
  }

  private end(code: number, slot: number, index: number): void {
    const { table } = this;
    this.report(code, slot, index);
    if (code === BROKEN) this.noteTaken(slot, index);
    table.unlink(listOf(table.tag(slot)), slot);
    table.release(slot);
  }

  private sweep(slot: number, index: number): void {
    const { table } = this;
    this.noteTaken(slot, index);
    table.unlink(listOf(table.tag(slot)), slot);
    this.swept.push(slot);
  }

  private noteTaken(slot: number, index: number): void {
    const side = (this.table.tag(slot) & 1) as 0 | 1;
    this.surroundings.taken[side].note(index, this.table.known(slot));
  }

  private report(code: number, slot: number, index: number): void {
    const { table } = this;
    const tag = withCount(table.tag(slot), table.members(slot));
    const { log } = this.surroundings;
    log.add(code, table.index(slot), index, tag, table.level(slot), table.openTime(slot), Number.NaN);
  }

  private reportSweep(slot: number, index: number): void {
    const { table } = this;
    const { log, atr, sweeps } = this.surroundings;
    const pendingSince = table.pendingSince(slot);
    const tag = withCount(table.tag(slot), pendingSince < 0 ? 0 : index - pendingSince);
    log.add(SWEPT, index, index, tag, table.level(slot), table.openTime(slot), atr.current);
    if ((tag & 1) === 0) sweeps.high = index;
    else sweeps.low = index;
  }

  private releaseSwept(): void {
    for (let at = 0; at < this.swept.length; at += 1) this.table.release(this.swept.at(at));
    this.swept.clear();
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

  /** What the ladder of its side sorts a pool by: it waits for price to rise above a high, to fall below a low. */
  private key(slot: number): number {
    return (this.table.tag(slot) & 1) === 0 ? -this.table.level(slot) : this.table.level(slot);
  }
}

function listOf(tag: number): PoolList {
  const source = sourceOf(tag);
  return source === "swing" || source === "equal" ? SWING_POOLS : CLOCK_POOLS;
}
