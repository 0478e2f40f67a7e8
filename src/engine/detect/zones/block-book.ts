import type { EventLog } from "../event-log.ts";
import type { EventRow } from "../event-order.ts";
import type { CandleView, CandleViews } from "../state/candle-views.ts";
import { setEdgeKeys } from "./edge-keys.ts";
import { Ladder } from "./ladder.ts";
import { SlotList } from "./slot-list.ts";
import { FAR, NEAR, type WhenLost } from "./zone-life.ts";
import {
  ZONE_BIRTH,
  ZONE_FLOATS,
  ZONE_INDEX,
  ZONE_INTS,
  ZONE_KNOWN,
  ZONE_STAGE,
  ZONE_TAG,
  ZoneTable,
} from "./zone-table.ts";

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

/** A block is armed when price has left it since the last touch: its next return is a touch. */
const ARMED = 1;
const TOUCHES_SHIFT = 1;
const KIND = 0;
const ENDED = -1;

/**
 * The life of order blocks: each return of price after it has left is a touch; enough touches, price beyond the
 * far edge or age end it. A new block is followed through the rest of its stretch of candles at once. What
 * outlives it waits: armed in one ladder for price to come back to its near edge, which is on its way to the far
 * one; otherwise in two, for price to leave it and for price beyond. So a block is followed again only through
 * the stretches that do something to it. Rows: `a` top, `b` bottom.
 */
export class BlockBook {
  /** Top and bottom, and a number that means nothing: written here by who opens a block. */
  readonly draft = new Float64Array(ZONE_FLOATS).fill(Number.NaN);
  /** Is told of blocks that price broke; `draft` then holds their prices. */
  whenLost: WhenLost | undefined;
  private readonly table = new ZoneTable();
  private readonly views: CandleViews;
  private readonly log: EventLog;
  private readonly life: BlockLife;
  /** By polarity: where blocks wait. */
  private readonly armed = [new Ladder(), new Ladder()] as const;
  private readonly inside = [new Ladder(), new Ladder()] as const;
  private readonly beyond = [new Ladder(), new Ladder()] as const;
  private readonly hand = new SlotList();
  /** Near, middle and far edge of the block that is followed, as its direction sees them. */
  private readonly keys = new Float64Array(3);
  /** Newest candle of the stretch. */
  private to = -1;

  constructor(views: CandleViews, log: EventLog, life: BlockLife) {
    this.views = views;
    this.log = log;
    this.life = life;
    this.table.addList();
  }

  /**
   * Begins a block that became known at the close of candle `known`, with the prices in `draft`; its life starts
   * with the next candle. Expects `live` to have seen the stretch.
   */
  open(index: number, known: number, tag: number): void {
    const { draft, keys, to } = this;
    const birth = this.log.birth(this.life.detected, index, known, tag, draft);
    setEdgeKeys(keys, tag, draft, 0);
    const { lows, mask } = this.views.of[(tag & 1) as 0 | 1];
    let state = (lows[known & mask] as number) > (keys[NEAR] as number) ? ARMED : 0;
    if (known < to) state = this.follow(index, known, tag, state, birth, known + 1);
    if (state !== ENDED) this.wait(this.table.add(KIND, index, known, tag, state, birth, draft));
  }

  /** Follows the blocks to which the stretch does something, through all of it. */
  live(from: number, to: number): void {
    this.to = to;
    const { hand, table, life } = this;
    let due = table.oldest(KIND);
    while (due !== 0 && table.known(due) + life.maxAge <= to) {
      this.leaveLadders(due);
      hand.push(due);
      due = table.next(due);
    }
    this.takeFrom(0);
    this.takeFrom(1);
    for (let at = 0; at < hand.length; at += 1) this.visit(hand.at(at), from);
    hand.clear();
  }

  /** The `detected` events of the living blocks, oldest first. */
  living(): EventRow[] {
    return this.table.rows(KIND, this.life.detected);
  }

  private takeFrom(polarity: 0 | 1): void {
    const { hand } = this;
    const { lowest, highestLow, lowestClose } = this.views.of[polarity];
    this.armed[polarity].takeReached(lowest, hand);
    const first = hand.length;
    this.inside[polarity].takePassed(-highestLow, hand);
    for (let at = first; at < hand.length; at += 1) this.leave(hand.at(at), this.beyond[polarity], FAR, 1);
    const next = hand.length;
    this.beyond[polarity].takePassed(this.life.invalidateOnWick ? lowest : lowestClose, hand);
    for (let at = next; at < hand.length; at += 1) this.leave(hand.at(at), this.inside[polarity], NEAR, -1);
  }

  private visit(slot: number, from: number): void {
    const { ints, floats } = this.table;
    const row = slot * ZONE_INTS;
    const index = ints[row + ZONE_INDEX] as number;
    const known = ints[row + ZONE_KNOWN] as number;
    const tag = ints[row + ZONE_TAG] as number;
    const at = slot * ZONE_FLOATS;
    const birth = this.log.retains
      ? (ints[row + ZONE_BIRTH] as number)
      : this.log.recall(index, known, tag, floats, at);
    setEdgeKeys(this.keys, tag, floats, at);
    this.draft[0] = floats[at] as number;
    this.draft[1] = floats[at + 1] as number;
    const state = this.follow(index, known, tag, ints[row + ZONE_STAGE] as number, birth, from);
    if (state === ENDED) {
      this.table.release(KIND, slot);
    } else {
      ints[row + ZONE_STAGE] = state;
      this.wait(slot);
    }
  }

  /** Takes a block through the candles from `from` to the end of the stretch; gives its state then, or `ENDED`. */
  private follow(
    index: number,
    known: number,
    tag: number,
    before: number,
    birth: number,
    from: number,
  ): number {
    const { keys, life, log, to } = this;
    const { lows, closes, mask }: CandleView = this.views.of[(tag & 1) as 0 | 1];
    const ends = life.invalidateOnWick ? lows : closes;
    const near = keys[NEAR] as number;
    const far = keys[FAR] as number;
    const due = known + life.maxAge;
    const last = Math.min(due, to);
    let touches = before >> TOUCHES_SHIFT;
    let isArmed = (before & ARMED) !== 0;
    for (let at = from; at <= last; at += 1) {
      if (isArmed) {
        while (at <= last && (lows[at & mask] as number) > near) at += 1;
        if (at > last) break;
        touches += 1;
        log.life(life.touched, at, birth, touches);
        isArmed = false;
        if (touches >= life.maxTouches) {
          log.life(life.exhausted, at, birth, 0);
          return ENDED;
        }
      } else if ((lows[at & mask] as number) > near) isArmed = true;
      if ((ends[at & mask] as number) < far) {
        log.life(life.invalidated, at, birth, 0);
        this.whenLost?.(index, known, tag, at);
        return ENDED;
      }
    }
    if (due > to) return (touches << TOUCHES_SHIFT) | (isArmed ? ARMED : 0);
    log.life(life.expired, due, birth, 0);
    return ENDED;
  }

  /** Expects `keys` to be those of the block. */
  private wait(slot: number): void {
    const { ints } = this.table;
    const row = slot * ZONE_INTS;
    const polarity = ((ints[row + ZONE_TAG] as number) & 1) as 0 | 1;
    const near = this.keys[NEAR] as number;
    if (((ints[row + ZONE_STAGE] as number) & ARMED) !== 0) {
      this.armed[polarity].push(near, slot);
      return;
    }
    this.inside[polarity].push(-near, slot);
    this.beyond[polarity].push(this.keys[FAR] as number, slot);
  }

  /** Takes a block that was not looked for out of every ladder in which it waits. */
  private leaveLadders(slot: number): void {
    const row = slot * ZONE_INTS;
    const polarity = ((this.table.ints[row + ZONE_TAG] as number) & 1) as 0 | 1;
    if (((this.table.ints[row + ZONE_STAGE] as number) & ARMED) !== 0) {
      this.leave(slot, this.armed[polarity], NEAR, 1);
      return;
    }
    this.leave(slot, this.inside[polarity], NEAR, -1);
    this.leave(slot, this.beyond[polarity], FAR, 1);
  }

  private leave(slot: number, ladder: Ladder, edge: number, sign: 1 | -1): void {
    const tag = this.table.ints[slot * ZONE_INTS + ZONE_TAG] as number;
    setEdgeKeys(this.keys, tag, this.table.floats, slot * ZONE_FLOATS);
    ladder.remove(sign * (this.keys[edge] as number), slot);
  }
}
