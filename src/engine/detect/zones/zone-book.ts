import type { DetectionKind } from "../detection.ts";
import { CODED_EVENTS } from "../event-codes.ts";
import type { EventLog } from "../event-log.ts";
import type { EventRow } from "../event-order.ts";
import type { CandleView, CandleViews } from "../state/candle-views.ts";
import { setEdgeKeys } from "./edge-keys.ts";
import { Ladder } from "./ladder.ts";
import { SlotList } from "./slot-list.ts";
import { FAR, type LifeStage, type WhenLost, type ZoneLife } from "./zone-life.ts";
import {
  ZONE_BIRTH,
  ZONE_FLOATS,
  ZONE_INDEX,
  ZONE_INTS,
  ZONE_KIND,
  ZONE_KNOWN,
  ZONE_STAGE,
  ZONE_TAG,
  ZoneTable,
} from "./zone-table.ts";

/** Room for the stages of each kind in one flat list; the last of them, and all unused ones, is the far edge. */
const MAX_STAGES = 4;
const MAX_KINDS = 16;
const NONE = -1;
const ENDED = -1;

/**
 * The life of every zone whose story is "edges are reached once, then a close beyond or old age ends it". A new
 * zone is followed through the rest of its stretch of candles at once. What outlives it waits in a ladder for the
 * next price that matters to it, and is followed again through the first stretch that gets there or in which its
 * age is due; a stretch that reaches nothing costs four comparisons.
 *
 * Event rows of zones: `a` top, `b` bottom, `c` the detector's own.
 */
export class ZoneBook {
  /** Top, bottom and a number of the detector: written here by who opens a zone. */
  readonly draft = new Float64Array(ZONE_FLOATS);
  private readonly table = new ZoneTable();
  private readonly views: CandleViews;
  private readonly log: EventLog;
  private readonly lives: ZoneLife[] = [];
  /** By kind: what its life says, as flat lists, because every step of a zone asks. */
  private readonly stageCounts = new Int32Array(MAX_KINDS);
  private readonly stageEdges = new Int32Array(MAX_KINDS * MAX_STAGES);
  private readonly stageCodes = new Int32Array(MAX_KINDS * MAX_STAGES);
  private readonly beyondCodes = new Int32Array(MAX_KINDS);
  private readonly detectedCodes = new Int32Array(MAX_KINDS);
  private readonly maxAges = new Int32Array(MAX_KINDS);
  private readonly whenLost: (WhenLost | undefined)[] = [];
  /** By polarity: zones that wait for an extreme to reach an edge, and for a close beyond the far one. */
  private readonly reach = [new Ladder(), new Ladder()] as const;
  private readonly beyond = [new Ladder(), new Ladder()] as const;
  private readonly hand = new SlotList();
  /** Near, middle and far edge of the zone that is followed, as its direction sees them. */
  private readonly keys = new Float64Array(3);
  /** Newest candle of the stretch. */
  private to = -1;

  constructor(views: CandleViews, log: EventLog) {
    this.views = views;
    this.log = log;
  }

  /** Adds a kind with its life and gives the number by which its zones are opened and listed. */
  define(life: ZoneLife): number {
    if (this.lives.length === MAX_KINDS) throw new RangeError(`more than ${MAX_KINDS} kinds of zones`);
    if (life.stages.length >= MAX_STAGES) throw new RangeError(`${life.stages.length} stages are too many`);
    const kind = this.table.addList();
    this.lives.push(life);
    this.detectedCodes[kind] = life.detected;
    this.stageCounts[kind] = life.stages.length;
    for (let stage = 0; stage < MAX_STAGES; stage += 1) {
      const { edge, code }: LifeStage = life.stages[stage] ?? { edge: FAR, code: NONE };
      this.stageEdges[kind * MAX_STAGES + stage] = edge;
      this.stageCodes[kind * MAX_STAGES + stage] = code;
    }
    this.beyondCodes[kind] = life.beyond ?? NONE;
    this.maxAges[kind] = life.maxAge;
    this.whenLost.push(undefined);
    return kind;
  }

  /** The number of a kind that is already defined, or -1: what flips or overlaps zones of another kind asks. */
  kindOf(kind: DetectionKind): number {
    return this.lives.findIndex(({ detected }) => CODED_EVENTS[detected]?.kind === kind);
  }

  /** From now on `tell` hears of zones of the kind that price closed beyond; `draft` then holds their numbers. */
  onLost(kind: number, tell: WhenLost): void {
    const before = this.whenLost[kind];
    this.whenLost[kind] =
      before === undefined
        ? tell
        : (index, known, tag, at) => {
            before(index, known, tag, at);
            tell(index, known, tag, at);
          };
  }

  /**
   * Begins a zone that became known at the close of candle `known`, with the numbers in `draft`; its life starts
   * with the next candle. Expects `live` to have seen the stretch.
   */
  open(kind: number, index: number, known: number, tag: number): void {
    const { draft, keys, to } = this;
    const birth = this.log.birth(this.detectedCodes[kind] as number, index, known, tag, draft);
    setEdgeKeys(keys, tag, draft, 0);
    let stage = 0;
    if (known < to) stage = this.follow(kind, index, known, tag, stage, birth, known + 1);
    if (stage !== ENDED) this.wait(this.table.add(kind, index, known, tag, stage, birth, draft));
  }

  /** Follows the zones that the stretch reaches, through all of it. */
  live(from: number, to: number): void {
    this.to = to;
    this.takeDue(to);
    for (let polarity = 0; polarity < 2; polarity += 1) {
      const { lowest, lowestClose } = this.views.of[polarity as 0 | 1];
      this.reach[polarity as 0 | 1].takeReached(lowest, this.hand);
      this.beyond[polarity as 0 | 1].takePassed(lowestClose, this.hand);
    }
    for (let at = 0; at < this.hand.length; at += 1) this.visit(this.hand.at(at), from);
    this.hand.clear();
  }

  /** The `detected` events of the living zones of a kind, oldest first. */
  living(kind: number): EventRow[] {
    return this.table.rows(kind, (this.lives[kind] as ZoneLife).detected);
  }

  private visit(slot: number, from: number): void {
    const { ints, floats } = this.table;
    const row = slot * ZONE_INTS;
    const kind = ints[row + ZONE_KIND] as number;
    const index = ints[row + ZONE_INDEX] as number;
    const known = ints[row + ZONE_KNOWN] as number;
    const tag = ints[row + ZONE_TAG] as number;
    const stage = ints[row + ZONE_STAGE] as number;
    const at = slot * ZONE_FLOATS;
    const birth = this.log.retains
      ? (ints[row + ZONE_BIRTH] as number)
      : this.log.recall(index, known, tag, floats, at);
    setEdgeKeys(this.keys, tag, floats, at);
    for (let place = 0; place < ZONE_FLOATS; place += 1) this.draft[place] = floats[at + place] as number;
    const reached = this.follow(kind, index, known, tag, stage, birth, from);
    if (reached === ENDED) {
      this.table.release(kind, slot);
    } else {
      // Who was told of a lost zone may have made the table grow, but then this zone has ended.
      ints[row + ZONE_STAGE] = reached;
      this.wait(slot);
    }
  }

  /** Takes a zone through the candles from `from` to the end of the stretch; gives its stage then, or `ENDED`. */
  private follow(
    kind: number,
    index: number,
    known: number,
    tag: number,
    reached: number,
    birth: number,
    from: number,
  ): number {
    const { keys, to, stageEdges, stageCodes } = this;
    const { lows, closes, mask }: CandleView = this.views.of[(tag & 1) as 0 | 1];
    const due = known + (this.maxAges[kind] as number);
    const last = Math.min(due, to);
    const stages = this.stageCounts[kind] as number;
    let at = from;
    let stage = reached;
    while (stage < stages) {
      const key = keys[stageEdges[kind * MAX_STAGES + stage] as number] as number;
      while (at <= last && (lows[at & mask] as number) > key) at += 1;
      if (at > last) return this.outlive(kind, due, birth, stage);
      this.log.life(stageCodes[kind * MAX_STAGES + stage] as number, at, birth, 0);
      stage += 1;
    }
    const beyond = this.beyondCodes[kind] as number;
    if (beyond === NONE) return ENDED;
    const far = keys[FAR] as number;
    while (at <= last && (closes[at & mask] as number) >= far) at += 1;
    if (at > last) return this.outlive(kind, due, birth, stage);
    this.log.life(beyond, at, birth, 0);
    this.whenLost[kind]?.(index, known, tag, at);
    return ENDED;
  }

  /** The zone has met nothing that ends it; only its age may. */
  private outlive(kind: number, due: number, birth: number, stage: number): number {
    if (due > this.to) return stage;
    this.log.life((this.lives[kind] as ZoneLife).expired, due, birth, 0);
    return ENDED;
  }

  /** Expects `keys` to be those of the zone. */
  private wait(slot: number): void {
    const { ints } = this.table;
    const row = slot * ZONE_INTS;
    const kind = ints[row + ZONE_KIND] as number;
    const stage = ints[row + ZONE_STAGE] as number;
    const edge = this.stageEdges[kind * MAX_STAGES + stage] as number;
    const polarity = ((ints[row + ZONE_TAG] as number) & 1) as 0 | 1;
    const ladder = stage === this.stageCounts[kind] ? this.beyond[polarity] : this.reach[polarity];
    ladder.push(this.keys[edge] as number, slot);
  }

  /** Takes every zone whose age is due in the stretch out of its ladder: it is followed whatever price does. */
  private takeDue(to: number): void {
    const { table, hand } = this;
    for (let kind = 0; kind < this.lives.length; kind += 1) {
      const maxAge = this.maxAges[kind] as number;
      let slot = table.oldest(kind);
      while (slot !== 0 && table.known(slot) + maxAge <= to) {
        this.leaveLadder(slot);
        hand.push(slot);
        slot = table.next(slot);
      }
    }
  }

  private leaveLadder(slot: number): void {
    const { ints, floats } = this.table;
    const row = slot * ZONE_INTS;
    const kind = ints[row + ZONE_KIND] as number;
    const stage = ints[row + ZONE_STAGE] as number;
    const tag = ints[row + ZONE_TAG] as number;
    setEdgeKeys(this.keys, tag, floats, slot * ZONE_FLOATS);
    const edge = this.stageEdges[kind * MAX_STAGES + stage] as number;
    const isThrough = stage === this.stageCounts[kind];
    const polarity = (tag & 1) as 0 | 1;
    (isThrough ? this.beyond : this.reach)[polarity].remove(this.keys[edge] as number, slot);
  }
}
