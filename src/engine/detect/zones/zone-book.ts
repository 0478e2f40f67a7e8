import type { CandleSeries } from "../../candles/candle-series.ts";
import type { DetectionKind } from "../detection.ts";
import { CODED_EVENTS } from "../event-codes.ts";
import type { EventLog, EventRow } from "../event-log.ts";
import { Ladder } from "./ladder.ts";
import { SlotList } from "./slot-list.ts";
import { FAR, type LifeStage, type ZoneLife } from "./zone-life.ts";
import { sortZones } from "./zone-order.ts";
import {
  FIRST_EDGE,
  INDEX,
  KIND,
  KNOWN,
  STAGE,
  TAG,
  ZONE_FLOATS,
  ZONE_INTS,
  ZoneTable,
} from "./zone-table.ts";

/** Room for the stages of each kind in one flat list; the last of them, and all unused ones, is the far edge. */
const MAX_STAGES = 4;
const NONE = -1;

/**
 * The life of every zone whose story is "edges are reached once, then a close beyond or old age ends it". A
 * zone waits in one ladder for the next price that matters to it and is looked at only when price gets there
 * or its age is due; a candle that reaches nothing costs five comparisons.
 *
 * Kinds must be defined in the order of the definitions: events of one candle come out by kind, then by
 * `index`, bullish first. Event rows of zones: `a` top, `b` bottom, `c` ATR when it became known.
 */
export class ZoneBook {
  readonly table = new ZoneTable();
  /** Zones that the newest candle closed beyond. Their rows stay readable until the next candle. */
  readonly closedBeyond = new SlotList();
  private readonly series: CandleSeries;
  private readonly log: EventLog;
  private readonly lives: ZoneLife[] = [];
  /** By kind: what its life says, as flat lists, because every visit of a zone asks. */
  private readonly stageCounts: number[] = [];
  private readonly stageEdges: number[] = [];
  private readonly stageCodes: number[] = [];
  private readonly beyondCodes: number[] = [];
  private readonly maxAges: number[] = [];
  /** By polarity: zones that wait for an extreme to reach an edge. */
  private readonly reachDown = new Ladder();
  private readonly reachUp = new Ladder();
  /** By polarity: zones that wait for a close beyond their far edge. */
  private readonly beyondDown = new Ladder();
  private readonly beyondUp = new Ladder();
  private readonly hand = new SlotList();
  private nextDue = Number.POSITIVE_INFINITY;

  constructor(series: CandleSeries, log: EventLog) {
    this.series = series;
    this.log = log;
  }

  /** Adds a kind with its life and gives the number by which its zones are opened and listed. */
  define(life: ZoneLife): number {
    if (life.stages.length >= MAX_STAGES) throw new RangeError(`${life.stages.length} stages are too many`);
    this.lives.push(life);
    this.stageCounts.push(life.stages.length);
    for (let stage = 0; stage < MAX_STAGES; stage += 1) {
      const { edge, code }: LifeStage = life.stages[stage] ?? { edge: FAR, code: NONE };
      this.stageEdges.push(edge);
      this.stageCodes.push(code);
    }
    this.beyondCodes.push(life.beyond ?? NONE);
    this.maxAges.push(life.maxAge);
    return this.table.addKind();
  }

  /** The number of a kind that is already defined, or -1: what flips or overlaps zones of another kind asks. */
  kindOf(kind: DetectionKind): number {
    return this.lives.findIndex(({ detected }) => CODED_EVENTS[detected]?.kind === kind);
  }

  /** Begins a zone that became known at the close of candle `known`; its life starts with the next candle. */
  open(
    kind: number,
    index: number,
    known: number,
    tag: number,
    top: number,
    bottom: number,
    atr: number,
  ): void {
    const life = this.lives[kind] as ZoneLife;
    const slot = this.table.add(kind, index, known, tag, top, bottom, atr);
    this.report(life.detected, slot, known);
    this.wait(slot);
    if (known + life.maxAge < this.nextDue) this.nextDue = known + life.maxAge;
  }

  /** Tests the zones that the newest candle reaches. */
  live(index: number): void {
    if (this.closedBeyond.length > 0) this.releaseClosed();
    const { series, hand } = this;
    const close = series.close(index);
    const due = index >= this.nextDue;
    if (due) this.takeDue(index);
    this.reachDown.takeReached(series.low(index), hand);
    this.reachUp.takeReached(-series.high(index), hand);
    this.beyondDown.takePassed(close, hand);
    this.beyondUp.takePassed(-close, hand);
    if (hand.length > 0) this.visitAll(index);
    if (due) this.findNextDue();
  }

  /** The `detected` events of the living zones of a kind, oldest first. */
  living(kind: number): EventRow[] {
    return this.table.rows(kind, (this.lives[kind] as ZoneLife).detected);
  }

  private visitAll(index: number): void {
    const { hand } = this;
    if (hand.length > 1) sortZones(this.table, hand);
    for (let at = 0; at < hand.length; at += 1) this.visit(hand.at(at), index);
    hand.clear();
  }

  private visit(slot: number, index: number): void {
    const { ints } = this.table;
    const row = slot * ZONE_INTS;
    const kind = ints[row + KIND] as number;
    const stages = this.stageCounts[kind] as number;
    if ((ints[row + STAGE] as number) < stages) this.reachEdges(slot, kind, index);
    const isThrough = ints[row + STAGE] === stages;
    const beyond = this.beyondCodes[kind] as number;
    if (isThrough && beyond === NONE) {
      this.forget(slot);
    } else if (isThrough && this.closesBeyond(slot, index)) {
      this.report(beyond, slot, index);
      this.table.unlink(slot);
      this.closedBeyond.push(slot);
    } else if (index - (ints[row + KNOWN] as number) >= (this.maxAges[kind] as number)) {
      this.report((this.lives[kind] as ZoneLife).expired, slot, index);
      this.forget(slot);
    } else {
      this.wait(slot);
    }
  }

  private reachEdges(slot: number, kind: number, index: number): void {
    const { ints, floats } = this.table;
    const row = slot * ZONE_INTS;
    const edges = slot * ZONE_FLOATS + FIRST_EDGE;
    const extreme =
      ((ints[row + TAG] as number) & 1) === 0 ? this.series.low(index) : -this.series.high(index);
    let at = kind * MAX_STAGES + (ints[row + STAGE] as number);
    const end = kind * MAX_STAGES + (this.stageCounts[kind] as number);
    while (at < end && (floats[edges + (this.stageEdges[at] as number)] as number) >= extreme) {
      this.report(this.stageCodes[at] as number, slot, index);
      at += 1;
    }
    ints[row + STAGE] = at - kind * MAX_STAGES;
  }

  private closesBeyond(slot: number, index: number): boolean {
    const close = this.series.close(index);
    const key = this.table.edgeKey(slot, FAR);
    return (this.table.tag(slot) & 1) === 0 ? key > close : key > -close;
  }

  private report(code: number, slot: number, index: number): void {
    const { ints, floats } = this.table;
    const row = slot * ZONE_INTS;
    const { log } = this;
    log.addFrom(
      code,
      ints[row + INDEX] as number,
      index,
      ints[row + TAG] as number,
      floats,
      slot * ZONE_FLOATS,
    );
  }

  private wait(slot: number): void {
    this.ladderOf(slot).push(this.waitingKey(slot), slot);
  }

  private ladderOf(slot: number): Ladder {
    const { ints } = this.table;
    const row = slot * ZONE_INTS;
    const isThrough = ints[row + STAGE] === this.stageCounts[ints[row + KIND] as number];
    if (((ints[row + TAG] as number) & 1) === 0) return isThrough ? this.beyondDown : this.reachDown;
    return isThrough ? this.beyondUp : this.reachUp;
  }

  private waitingKey(slot: number): number {
    const { ints, floats } = this.table;
    const row = slot * ZONE_INTS;
    const edge = this.stageEdges[(ints[row + KIND] as number) * MAX_STAGES + (ints[row + STAGE] as number)];
    return floats[slot * ZONE_FLOATS + FIRST_EDGE + (edge as number)] as number;
  }

  private forget(slot: number): void {
    this.table.unlink(slot);
    this.table.release(slot);
  }

  private releaseClosed(): void {
    const { closedBeyond } = this;
    for (let at = 0; at < closedBeyond.length; at += 1) this.table.release(closedBeyond.at(at));
    closedBeyond.clear();
  }

  /** Takes every zone whose age is due out of its ladder, so that it is looked at whatever price does. */
  private takeDue(index: number): void {
    const { table, hand } = this;
    for (let kind = 0; kind < this.maxAges.length; kind += 1) {
      const maxAge = this.maxAges[kind] as number;
      let slot = table.oldest(kind);
      while (slot !== 0 && index - table.known(slot) >= maxAge) {
        this.ladderOf(slot).remove(this.waitingKey(slot), slot);
        hand.push(slot);
        slot = table.next(slot);
      }
    }
  }

  private findNextDue(): void {
    this.nextDue = Number.POSITIVE_INFINITY;
    for (let kind = 0; kind < this.maxAges.length; kind += 1) {
      const slot = this.table.oldest(kind);
      if (slot === 0) continue;
      const due = this.table.known(slot) + (this.maxAges[kind] as number);
      if (due < this.nextDue) this.nextDue = due;
    }
  }
}
