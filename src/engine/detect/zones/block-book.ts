import type { CandleSeries } from "../../candles/candle-series.ts";
import type { EventLog, EventRow } from "../event-log.ts";
import { Ladder } from "./ladder.ts";
import { SlotList } from "./slot-list.ts";
import { FAR, NEAR } from "./zone-life.ts";
import { sortZones } from "./zone-order.ts";
import { INDEX, TAG, ZONE_FLOATS, ZONE_INTS, ZoneTable } from "./zone-table.ts";

/** Codes of the events in the life of a block, and what decides its end. */
export interface BlockLife {
  readonly detected: number;
  readonly touched: number;
  readonly exhausted: number;
  readonly invalidated: number;
  readonly expired: number;
  readonly maxTouches: number;
  readonly maxAge: number;
  /** Whether trading beyond the block is enough to invalidate it, without a close there. */
  readonly invalidateOnWick: boolean;
}

/** Where the number of a touch stands in the tag of a row. */
export const TOUCH_SHIFT = 8;

/** A block is armed when price has left it since the last touch: its next return is a touch. */
const ARMED = 1;
const REACHED = 2;
const PASSED = 4;
const TOUCHES_SHIFT = 3;
const KIND = 0;
const GOES_ON = -1;

/**
 * The life of order blocks: each return of price after it has left is a touch; enough touches, price beyond the
 * far edge or age end it. An armed block waits in one ladder for price to come back to its near edge, which is
 * on its way to the far one; any other waits in two, for price to leave it and for price beyond. So a block is
 * looked at only when price gets there or its age is due. Rows: `a` top, `b` bottom, `c` ATR when it became
 * known.
 */
export class BlockBook {
  readonly table = new ZoneTable();
  /** Blocks that the newest candle invalidated. Their rows stay readable until the next candle. */
  readonly invalidated = new SlotList();
  private readonly series: CandleSeries;
  private readonly log: EventLog;
  private readonly life: BlockLife;
  private readonly bullish = new BlockLadders();
  private readonly bearish = new BlockLadders();
  private readonly hand = new SlotList();
  private readonly scratch = new SlotList();

  constructor(series: CandleSeries, log: EventLog, life: BlockLife) {
    this.series = series;
    this.log = log;
    this.life = life;
    this.table.addKind();
  }

  /** Begins a block that became known at the close of candle `known`; its life starts with the next candle. */
  open(index: number, known: number, tag: number, top: number, bottom: number, atr: number): void {
    const slot = this.table.add(KIND, index, known, tag, top, bottom, atr);
    this.report(this.life.detected, slot, known, 0);
    const left = (tag & 1) === 0 ? this.series.low(known) > top : this.series.high(known) < bottom;
    if (left) this.waitForReturn(slot);
    else this.waitInside(slot);
  }

  /** Tests the blocks that the newest candle reaches. */
  live(index: number): void {
    if (this.invalidated.length > 0) this.releaseInvalidated();
    const { series, life, bullish, bearish, scratch } = this;
    const low = series.low(index);
    const high = series.high(index);
    bullish.inside.takePassed(-low, scratch);
    bearish.inside.takePassed(high, scratch);
    if (scratch.length > 0) this.arm();
    bullish.armed.takeReached(low, scratch);
    bearish.armed.takeReached(-high, scratch);
    if (scratch.length > 0) this.mark(REACHED);
    bullish.beyond.takePassed(life.invalidateOnWick ? low : series.close(index), scratch);
    bearish.beyond.takePassed(-(life.invalidateOnWick ? high : series.close(index)), scratch);
    if (scratch.length > 0) this.mark(PASSED);
    const oldest = this.table.oldest(KIND);
    if (oldest !== 0 && index - this.table.known(oldest) >= life.maxAge) this.takeDue(index);
    if (this.hand.length > 0) this.visitAll(index);
  }

  /** The `detected` events of the living blocks, oldest first. */
  living(): EventRow[] {
    return this.table.rows(KIND, this.life.detected);
  }

  private arm(): void {
    const { scratch } = this;
    for (let at = 0; at < scratch.length; at += 1) {
      const slot = scratch.at(at);
      this.laddersOf(slot).beyond.remove(this.table.edgeKey(slot, FAR), slot);
      this.waitForReturn(slot);
    }
    scratch.clear();
  }

  private mark(reason: number): void {
    const { table, hand, scratch } = this;
    for (let at = 0; at < scratch.length; at += 1) {
      const slot = scratch.at(at);
      table.setStage(slot, table.stage(slot) | reason);
      hand.push(slot);
    }
    scratch.clear();
  }

  private takeDue(index: number): void {
    const { table, hand } = this;
    let slot = table.oldest(KIND);
    while (slot !== 0 && index - table.known(slot) >= this.life.maxAge) {
      if ((table.stage(slot) & (REACHED | PASSED)) === 0) hand.push(slot);
      slot = table.next(slot);
    }
  }

  private visitAll(index: number): void {
    const { hand } = this;
    if (hand.length > 1) sortZones(this.table, hand);
    for (let at = 0; at < hand.length; at += 1) this.visit(hand.at(at), index);
    hand.clear();
  }

  private visit(slot: number, index: number): void {
    const { table, life } = this;
    const state = table.stage(slot);
    const isReached = (state & REACHED) !== 0;
    const touches = (state >> TOUCHES_SHIFT) + (isReached ? 1 : 0);
    if (isReached) this.report(life.touched, slot, index, touches);
    const end = this.endOf(slot, index, touches);
    if (end === GOES_ON) {
      table.setStage(slot, touches << TOUCHES_SHIFT);
      this.waitInside(slot);
      return;
    }
    this.report(end, slot, index, 0);
    if (!isReached) this.leaveLadders(slot, state);
    table.unlink(slot);
    if (end === life.invalidated) this.invalidated.push(slot);
    else table.release(slot);
  }

  /** Code of the event that ends the block at this candle. A block that is looked at is reached or ends. */
  private endOf(slot: number, index: number, touches: number): number {
    const { table, life } = this;
    const state = table.stage(slot);
    if ((state & REACHED) !== 0 && touches >= life.maxTouches) return life.exhausted;
    if ((state & PASSED) !== 0 || this.isPassed(slot, index)) return life.invalidated;
    return index - table.known(slot) >= life.maxAge ? life.expired : GOES_ON;
  }

  private isPassed(slot: number, index: number): boolean {
    const { series, table } = this;
    const far = table.edgeKey(slot, FAR);
    const onWick = this.life.invalidateOnWick;
    if ((table.tag(slot) & 1) === 0) return far > (onWick ? series.low(index) : series.close(index));
    return far > -(onWick ? series.high(index) : series.close(index));
  }

  private waitForReturn(slot: number): void {
    const { table } = this;
    table.setStage(slot, table.stage(slot) | ARMED);
    this.laddersOf(slot).armed.push(table.edgeKey(slot, NEAR), slot);
  }

  private waitInside(slot: number): void {
    const ladders = this.laddersOf(slot);
    ladders.inside.push(-this.table.edgeKey(slot, NEAR), slot);
    ladders.beyond.push(this.table.edgeKey(slot, FAR), slot);
  }

  /** Takes an ended block, not reached at its last candle, out of the ladders in which price did not find it. */
  private leaveLadders(slot: number, state: number): void {
    const { table } = this;
    const ladders = this.laddersOf(slot);
    if ((state & ARMED) !== 0) {
      ladders.armed.remove(table.edgeKey(slot, NEAR), slot);
      return;
    }
    ladders.inside.remove(-table.edgeKey(slot, NEAR), slot);
    if ((state & PASSED) === 0) ladders.beyond.remove(table.edgeKey(slot, FAR), slot);
  }

  private laddersOf(slot: number): BlockLadders {
    return (this.table.tag(slot) & 1) === 0 ? this.bullish : this.bearish;
  }

  private report(code: number, slot: number, index: number, touch: number): void {
    const { ints, floats } = this.table;
    const row = slot * ZONE_INTS;
    const tag = (ints[row + TAG] as number) | (touch << TOUCH_SHIFT);
    this.log.addFrom(code, ints[row + INDEX] as number, index, tag, floats, slot * ZONE_FLOATS);
  }

  private releaseInvalidated(): void {
    const { invalidated } = this;
    for (let at = 0; at < invalidated.length; at += 1) this.table.release(invalidated.at(at));
    invalidated.clear();
  }
}

/** Where the blocks of one polarity wait. */
class BlockLadders {
  readonly armed = new Ladder();
  readonly inside = new Ladder();
  readonly beyond = new Ladder();
}
