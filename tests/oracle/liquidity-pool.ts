import type { Side } from "../../src/engine/detect/detection.ts";
import { at, type Candles, realPrice, SIDES, seenAs, twoDecimals } from "./candle-shape.ts";
import type { Draft } from "./draft.ts";
import { type OracleSettings, POOL_WINDOWS } from "./options.ts";
import type { Period, PeriodName } from "./previous-range.ts";
import { highestOf, lowestOf, type Session } from "./session.ts";
import type { Swing } from "./swing.ts";

export type PoolSource = "swing" | "equal" | PeriodName | "session";

export interface Pool {
  readonly side: Side;
  /** First swing; of a clock pool the candle of the extreme. */
  readonly index: number;
  readonly knownIndex: number;
  readonly clock: boolean;
  /** The session that made it. */
  readonly session: Session | undefined;
  source: PoolSource;
  /** Price of the real series. */
  level: number;
  members: number;
  pendingSince: number | undefined;
  end: PoolEnd | undefined;
  readonly drafts: Draft[];
}

export interface PoolEnd {
  readonly event: "swept" | "broken" | "expired";
  readonly knownIndex: number;
}

export interface Sweep {
  readonly side: Side;
  readonly index: number;
  readonly pool: Pool;
  readonly draft: Draft;
}

export interface Liquidity {
  readonly pools: readonly Pool[];
  readonly sweeps: readonly Sweep[];
}

type ClockPool = Pick<Pool, "side" | "index" | "knownIndex" | "source" | "session">;

/** Section 7: pools of completed periods and of the first six windows. */
export function clockPools(
  candles: Candles,
  periods: readonly Period[],
  sessions: readonly Session[],
): ClockPool[] {
  const made = [
    ...periods.map(({ name, members, knownIndex }) => ({
      source: name,
      members,
      knownIndex,
      session: undefined,
    })),
    ...sessions
      .filter(({ name }) => POOL_WINDOWS.includes(name))
      .flatMap((session) =>
        session.closedAt === undefined
          ? []
          : [{ source: "session" as const, members: session.members, knownIndex: session.closedAt, session }],
      ),
  ];
  return made.flatMap(({ source, members, knownIndex, session }) => [
    { side: "high" as const, index: highestOf(candles, members), knownIndex, source, session },
    { side: "low" as const, index: lowestOf(candles, members), knownIndex, source, session },
  ]);
}

/** Sections 7 and 8: every pool with its life, and every sweep. */
export function liquidity(
  candles: Candles,
  atr: readonly (number | undefined)[],
  internalSwings: readonly Swing[],
  clock: readonly ClockPool[],
  settings: OracleSettings,
): Liquidity {
  const pools: Pool[] = [];
  const sweeps: Sweep[] = [];
  for (let i = 0; i < candles.length; i += 1) {
    // Step 1: clock pools are tested against the candle that makes them known.
    for (const made of clock.filter(({ knownIndex }) => knownIndex === i)) {
      pools.push(newPool(candles, { ...made, clock: true }));
    }
    // Step 3: life of existing pools.
    for (const pool of pools.filter(({ end }) => end === undefined)) {
      const sweep = live(candles, atr, pool, i, settings);
      if (sweep !== undefined) sweeps.push(sweep);
    }
    // Step 5: swings confirmed now join a pool or make their own.
    for (const side of SIDES) {
      const swing = internalSwings.find((found) => found.side === side && found.knownIndex === i);
      if (swing === undefined) continue;
      const joined = poolToJoin(pools, swing, atr[i], settings);
      if (joined === undefined) pools.push(newPool(candles, swingPool(swing)));
      else join(joined, swing);
    }
  }
  return { pools, sweeps };
}

function swingPool({ side, index, knownIndex }: Swing): ClockPool & { clock: boolean } {
  return { side, index, knownIndex, source: "swing", session: undefined, clock: false };
}

function newPool(candles: Candles, made: ClockPool & { clock: boolean }): Pool {
  const candle = at(candles, made.index);
  const pool: Pool = {
    ...made,
    level: made.side === "high" ? candle.high : candle.low,
    members: 1,
    pendingSince: undefined,
    end: undefined,
    drafts: [],
  };
  const thing = [
    made.source,
    made.session?.name,
    made.side,
    candle.openTime,
    at(candles, made.knownIndex).openTime,
  ];
  pool.drafts.push({
    step: made.clock ? 1 : 5,
    kind: "liquidity-pool",
    event: "detected",
    thing: thing.join(":"),
    side: made.side,
    index: made.index,
    knownIndex: made.knownIndex,
    level: pool.level,
    source: made.source,
    age: [made.index, made.knownIndex],
  });
  return pool;
}

function poolDraft(pool: Pool, step: Draft["step"], event: string, knownIndex: number): Draft {
  const { level, source } = pool;
  return { ...at(pool.drafts, 0), step, event, knownIndex, level, source };
}

/**
 * Equal highs: the most recently created intact pool of source `swing` or `equal` on that side whose level is
 * within tolerance and whose first swing is at least 3 candles earlier. A pending pool is not intact.
 */
function poolToJoin(
  pools: readonly Pool[],
  swing: Swing,
  atr: number | undefined,
  { liquidityPool: { toleranceAtr } }: OracleSettings,
): Pool | undefined {
  if (atr === undefined) return undefined;
  return pools
    .filter((pool) => pool.side === swing.side && !pool.clock)
    .filter((pool) => pool.end === undefined && pool.pendingSince === undefined)
    .filter((pool) => Math.abs(pool.level - swing.level) <= toleranceAtr * atr)
    .filter((pool) => swing.index - pool.index >= 3)
    .at(-1);
}

function join(pool: Pool, swing: Swing): void {
  pool.source = "equal";
  pool.members += 1;
  const extreme = pool.side === "high" ? Math.max : Math.min;
  pool.level = extreme(pool.level, swing.level);
  pool.drafts.push({ ...poolDraft(pool, 5, "equal", swing.knownIndex), number: pool.members });
}

/** Section 8 for one pool and candle `j`, then its age. Written for the buy side. */
function live(
  candles: Candles,
  atr: readonly (number | undefined)[],
  pool: Pool,
  j: number,
  settings: OracleSettings,
): Sweep | undefined {
  const bias = pool.side === "high" ? "bullish" : "bearish";
  const [candle] = seenAs(bias, [at(candles, j)]);
  const level = realPrice(bias, pool.level);
  if (candle === undefined) return undefined;
  const isBeyond = candle.close > level;
  if ((pool.pendingSince !== undefined || candle.high > level) && !isBeyond) {
    pool.end = { event: "swept", knownIndex: j };
    return sweepOf(candles, atr, pool, j);
  }
  // A close beyond is pending for `reclaimWithin` candles; with 0 it breaks at once.
  if (isBeyond) pool.pendingSince ??= j;
  if (pool.pendingSince !== undefined && j - pool.pendingSince >= settings.liquiditySweep.reclaimWithin) {
    return end(pool, "broken", j);
  }
  if (ageOf(pool, j) >= settings.liquidityPool.maxAge) return end(pool, "expired", j);
  return undefined;
}

/** Age counts from the pool's first swing; a clock pool has none and counts from when it was made. */
function ageOf(pool: Pool, j: number): number {
  return j - (pool.clock ? pool.knownIndex : pool.index);
}

function end(pool: Pool, event: "broken" | "expired", j: number): undefined {
  pool.end = { event, knownIndex: j };
  pool.drafts.push(poolDraft(pool, 3, event, j));
}

function sweepOf(candles: Candles, atr: readonly (number | undefined)[], pool: Pool, j: number): Sweep {
  const { side, level, source } = pool;
  const beyond = candles
    .slice(pool.pendingSince ?? j, j + 1)
    .map((candle) => (side === "high" ? candle.high - level : level - candle.low));
  const depth = Math.max(...beyond);
  const size = atr[j];
  const draft: Draft = {
    step: 3,
    kind: "liquidity-sweep",
    event: "detected",
    thing: `${at(pool.drafts, 0).thing}:${at(candles, j).openTime}`,
    side,
    bias: side === "high" ? "bearish" : "bullish",
    index: j,
    knownIndex: j,
    level,
    source,
    age: [pool.index, pool.knownIndex],
    ...(level === 0 ? {} : { depthPercent: twoDecimals((100 * depth) / Math.abs(level)) }),
    ...(size === undefined || size === 0 ? {} : { facts: { depthAtr: depth / size } }),
  };
  return { side, index: j, pool, draft };
}

export function liquidityDrafts({ pools, sweeps }: Liquidity): Draft[] {
  return [...pools.flatMap((pool) => pool.drafts), ...sweeps.map((sweep) => sweep.draft)];
}
