import type { CandleSeries } from "../../candles/candle-series.ts";
import type { TakenPools } from "../pools/taken-pools.ts";
import type { BlockBook } from "./block-book.ts";
import type { ZoneBook } from "./zone-book.ts";

/** What flips blocks and what they become zones of. */
export interface FlipSurroundings {
  readonly series: CandleSeries;
  readonly blocks: BlockBook;
  readonly zones: ZoneBook;
  /** Pools above highs, then below lows. */
  readonly taken: readonly [TakenPools, TakenPools];
}

export type FlippedBlockKind = "breaker-block" | "mitigation-block";

/**
 * Turns the bias of every order block that is lost. It becomes a breaker when a pool beyond the block, known when
 * the block was, was swept or broken after the block's candle and before it failed, the failing candle included;
 * otherwise a mitigation block. A pool of equal highs is as old as its first member.
 */
export class FlippedBlocks {
  private readonly surroundings: FlipSurroundings;
  private breaker = -1;
  private mitigation = -1;

  constructor(surroundings: FlipSurroundings) {
    this.surroundings = surroundings;
    surroundings.blocks.whenLost = (index, known, tag, at) => this.flip(index, known, tag, at);
  }

  /** Names the kind of zones that such blocks become. */
  become(kind: FlippedBlockKind, zoneKind: number): void {
    if (kind === "breaker-block") this.breaker = zoneKind;
    else this.mitigation = zoneKind;
  }

  private flip(index: number, known: number, tag: number, at: number): void {
    const { series, blocks, zones, taken } = this.surroundings;
    const wasBearish = (tag & 1) as 0 | 1;
    const tookPool = taken[wasBearish].takenBetween(index, at, known);
    zones.draft[0] = blocks.draft[0] as number;
    zones.draft[1] = blocks.draft[1] as number;
    zones.draft[2] = series.openTime(index);
    zones.open(tookPool ? this.breaker : this.mitigation, index, at, 1 - wasBearish);
  }
}
