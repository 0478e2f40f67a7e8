import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { MARKS } from "../state/candle-marks.ts";
import type { BlockLife } from "../zones/block-book.ts";
import { depthPercent, lifeOfZone } from "../zones/zone-detection.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report order blocks and what becomes of them"),
  strongCandle: z.boolean().default(true).describe("Blocks before a strong candle of the other direction"),
  structureBreak: z.boolean().default(true).describe("Blocks before a break of internal structure"),
  minBodyRatio: z
    .number()
    .min(0)
    .max(1)
    .default(0.7)
    .describe("A strong candle has a larger body than this part of its range"),
  zone: z.enum(["range", "body"]).default("range").describe("What of the candle makes the zone"),
  maxTouches: z.int().min(1).max(100).default(3).describe("With this touch the block is used up"),
  invalidateOn: z.enum(["close", "wick"]).default("close").describe("What beyond the block invalidates it"),
  maxAge: z.int().min(1).max(20_000).default(100).describe("A block is forgotten after this many candles"),
});

export type OrderBlockSettings = z.output<typeof settingsSchema>;

const DETECTED = eventCode("order-block", "detected");
const TOUCHED = eventCode("order-block", "touched");

const STRONG_CANDLE = 1 << 1;
const STRUCTURE_BREAK = 1 << 2;
const BREAKS = MARKS.brokeUp | MARKS.brokeDown;
/** Candles before a break among which the last opposite one is the block. */
const LOOK_BACK = 10;
const GIVEN_MASK = 15;
/** Where the number of a touch stands in the tag of a row. */
const TOUCH_SHIFT = 8;

/** How order blocks live. */
export function blockLife(settings: OrderBlockSettings): BlockLife {
  return {
    detected: DETECTED,
    touched: TOUCHED,
    exhausted: eventCode("order-block", "exhausted"),
    invalidated: eventCode("order-block", "invalidated"),
    expired: eventCode("order-block", "expired"),
    maxTouches: settings.maxTouches,
    maxAge: settings.maxAge,
    invalidateOnWick: settings.invalidateOn === "wick",
  };
}

/** How many candles before its end the candle of an order block can lie, at the most. */
export function blockReach(settings: OrderBlockSettings): number {
  return settings.maxAge + LOOK_BACK;
}

/**
 * The last opposite candle before a strong one, or before a break of internal structure. Known at the candle
 * that follows with strength or breaks, drawn at the opposite candle, which gives at most one block ever.
 * Touched as price returns; used up by the last touch, invalidated beyond the far side, expired by age.
 * Row: `tag` direction, origins and the number of the touch; `a` top, `b` bottom.
 */
class OrderBlockDetector implements Detector {
  private readonly context: DetectorContext;
  private readonly settings: OrderBlockSettings;
  /** Candles that gave a block, by the low bits of their index: enough for the look-back. */
  private readonly given = new Int32Array(GIVEN_MASK + 1).fill(-1);

  constructor(context: DetectorContext, settings: OrderBlockSettings) {
    this.context = context;
    this.settings = settings;
  }

  appear(from: number, to: number): void {
    const { opens, highs, lows, closes, mask } = this.context.series;
    const { marks } = this.context;
    const { minBodyRatio } = this.settings;
    const breaks = marks.any(BREAKS);
    for (let index = from; index <= to; index += 1) {
      const at = index & mask;
      const move = (closes[at] as number) - (opens[at] as number);
      const range = (highs[at] as number) - (lows[at] as number);
      const isStrong = Math.abs(move) > minBodyRatio * range && range > 0;
      if (isStrong || (breaks && marks.has(index, BREAKS))) this.look(index, isStrong ? move : 0);
    }
  }

  detection(row: EventRow): Detection {
    const { series } = this.context;
    const seen = lifeOfZone(series, row, "order-block");
    if (row.code === TOUCHED) {
      const depth = depthPercent(series, row, row.knownIndex);
      return { ...seen, number: row.tag >> TOUCH_SHIFT, depthPercent: depth };
    }
    if (row.code !== DETECTED) return seen;
    const origins: string[] = [];
    if ((row.tag & STRONG_CANDLE) !== 0) origins.push("strong-candle");
    if ((row.tag & STRUCTURE_BREAK) !== 0) origins.push("structure-break");
    return { ...seen, origins };
  }

  living(): EventRow[] {
    return this.context.blocks.living();
  }

  /** Finds the blocks that candle `index` makes known; it `moves` from open to close when it is a strong one. */
  private look(index: number, moves: number): void {
    const { settings } = this;
    const { marks } = this.context;
    const strong = settings.strongCandle && this.turns(index, moves) ? index - 1 : -1;
    const broken = settings.structureBreak;
    const up = broken && marks.has(index, MARKS.brokeUp) ? this.lastCandle(index, -1) : -1;
    const down = broken && marks.has(index, MARKS.brokeDown) ? this.lastCandle(index, 1) : -1;
    if (strong >= 0) {
      const both = strong === up || strong === down;
      this.open(index, strong, both ? STRONG_CANDLE | STRUCTURE_BREAK : STRONG_CANDLE);
    }
    if (up >= 0) this.open(index, up, STRUCTURE_BREAK);
    if (down >= 0) this.open(index, down, STRUCTURE_BREAK);
  }

  /** Whether a candle that `moves` so goes against the one before. */
  private turns(index: number, moves: number): boolean {
    if (index === 0 || moves === 0) return false;
    const { series } = this.context;
    const before = series.close(index - 1) - series.open(index - 1);
    return moves > 0 ? before < 0 : before > 0;
  }

  /** The last candle before `index` that goes in `direction` (1 up, -1 down), or -1. */
  private lastCandle(index: number, direction: number): number {
    const { series } = this.context;
    for (let at = index - 1; at >= Math.max(0, index - LOOK_BACK); at -= 1) {
      if ((series.close(at) - series.open(at)) * direction > 0) return at;
    }
    return -1;
  }

  private open(index: number, at: number, origins: number): void {
    if (this.given[at & GIVEN_MASK] === at) return;
    this.given[at & GIVEN_MASK] = at;
    const { series, blocks } = this.context;
    const rises = series.close(at) > series.open(at);
    const body = this.settings.zone === "body";
    blocks.draft[0] = body ? Math.max(series.open(at), series.close(at)) : series.high(at);
    blocks.draft[1] = body ? Math.min(series.open(at), series.close(at)) : series.low(at);
    blocks.open(at, index, origins | (rises ? 1 : 0));
  }
}

export const orderBlock = detectorEntry({
  kind: "order-block",
  settings: settingsSchema,
  help: "Order blocks: the last opposite candle before a strong move",
  create: (context, settings) => new OrderBlockDetector(context, settings),
});
