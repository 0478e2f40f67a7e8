import { z } from "zod";
import type { Detection } from "../detection.ts";
import type { Detector, DetectorContext } from "../detector.ts";
import type { EventRow } from "../event-log.ts";
import { SIGNS } from "../state/candle-signs.ts";
import { retestLife } from "./retest-life.ts";
import { lifeOfZone } from "./zone-detection.ts";

export function flippedBlockSettings(what: string) {
  return z.strictObject({
    enabled: z.boolean().default(true).describe(`Report ${what} and what becomes of them`),
    maxAge: z
      .int()
      .min(1)
      .max(20_000)
      .default(100)
      .describe("A flipped block is forgotten after this many candles"),
  });
}

/**
 * An invalidated order block with its bias turned: same zone, same candle, known at the invalidation. It is a
 * breaker when a pool beyond the block, known when the block was, was swept or broken after the block's candle
 * and before it failed, the failing candle included; otherwise a mitigation block. A pool of equal highs is as
 * old as its first member. Rows of zones, with the open time of `index` in `c`.
 */
export class FlippedBlockDetector implements Detector {
  readonly appearsOn = SIGNS.blockLost;
  private readonly context: DetectorContext;
  private readonly kind: "breaker-block" | "mitigation-block";
  private readonly zoneKind: number;

  constructor(context: DetectorContext, kind: "breaker-block" | "mitigation-block", maxAge: number) {
    this.context = context;
    this.kind = kind;
    this.zoneKind = context.zones.define(retestLife(kind, maxAge));
  }

  appear(index: number): void {
    const { table, invalidated } = this.context.blocks;
    for (let at = 0; at < invalidated.length; at += 1) {
      const slot = invalidated.at(at);
      const wasBearish = (table.tag(slot) & 1) as 0 | 1;
      const taken = this.context.taken[wasBearish].takenAfter(table.index(slot), table.known(slot));
      if (taken === (this.kind === "breaker-block")) this.flip(index, slot, wasBearish);
    }
  }

  detection(row: EventRow): Detection {
    return lifeOfZone(this.context.series, row, this.kind, row.c);
  }

  living(): EventRow[] {
    return this.context.zones.living(this.zoneKind);
  }

  private flip(index: number, slot: number, wasBearish: 0 | 1): void {
    const { blocks, zones, series } = this.context;
    const { table } = blocks;
    const at = table.index(slot);
    const tag = 1 - wasBearish;
    zones.open(this.zoneKind, at, index, tag, table.top(slot), table.bottom(slot), series.openTime(at));
  }
}
