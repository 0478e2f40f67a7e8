import { describe, expect, it } from "vitest";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";

/** Midnight in New York: two hours until the first session. */
const MIDNIGHT = { timeframe: "1m", start: "2025-01-15T05:00:00Z" } as const;
const layers = [{ name: "internal", left: 1, right: 1 }];

function flips(kind: "breaker-block" | "mitigation-block", rows: readonly Prices[], settings = {}) {
  const detectors = {
    swing: { layers },
    orderBlock: { structureBreak: false },
    breakerBlock: settings,
    mitigationBlock: settings,
  };
  return eventsOf(kind, candlesOf(rows, MIDNIGHT), { ...MIDNIGHT, detectors });
}

const QUIET: Prices = [103, 104, 102, 103];
/** A high of 112 at candle 1 makes a pool known at 2; candle 3 is a bullish block 100-104, known at 4. */
const BLOCK: readonly Prices[] = [
  QUIET,
  [103, 112, 102.5, 103],
  QUIET,
  [103, 104, 100, 101],
  [101, 111, 101, 110],
];
/** Trades to 113 and comes back below 112, so that the pool is swept. */
const SWEEP: Prices = [110, 113, 109, 110];
const FAIL: Prices = [110, 110, 98, 99];

describe("breaker-block", () => {
  it("is an order block that failed after liquidity beyond it was swept, turned round", () => {
    expect(flips("breaker-block", [...BLOCK, SWEEP, FAIL])).toEqual([
      {
        kind: "breaker-block",
        event: "detected",
        id: "breaker-block:bearish:1736917380000",
        bias: "bearish",
        index: 3,
        knownIndex: 6,
        openTime: 1_736_917_380_000,
        knownAt: 1_736_917_620_000,
        top: 104,
        bottom: 100,
      },
    ]);
    expect(flips("mitigation-block", [...BLOCK, SWEEP, FAIL])).toEqual([]);
    const [bullish] = flips("breaker-block", mirrored([...BLOCK, SWEEP, FAIL]));
    expect(bullish).toMatchObject({ bias: "bullish", top: -100, bottom: -104 });
  });

  it("counts liquidity that was broken, and that the failing candle itself takes", () => {
    const broken: Prices = [110, 114, 109, 113];
    expect(flips("breaker-block", [...BLOCK, broken, [113, 113, 98, 99]])).toHaveLength(1);
    expect(flips("breaker-block", [...BLOCK, [110, 113, 98, 99]])).toHaveLength(1);
  });

  it("does not count liquidity taken by the candle of the block or before", () => {
    const early: Prices[] = [
      QUIET,
      [103, 104.5, 102.5, 103],
      QUIET,
      [103, 105, 100, 101],
      [101, 111, 101, 110],
    ];
    expect(flips("breaker-block", [...early, FAIL])).toEqual([]);
    expect(flips("mitigation-block", [...early, FAIL])).toHaveLength(1);
  });

  it("does not count a pool that became known after the block", () => {
    // The high of 113 at candle 5 is confirmed at 6, after the block; 112.5 at candle 7 lies below it.
    const rows: Prices[] = [
      [103, 104, 102, 103],
      ...BLOCK.slice(2),
      [110, 113, 109, 110],
      [110, 110, 108, 109],
      [109, 114, 108, 109],
      FAIL,
    ];
    expect(flips("breaker-block", rows)).toEqual([]);
    expect(rowsOf(flips("mitigation-block", rows))).toEqual([["detected", 2, 7]]);
  });

  it("does not come from a block that is used up or too old", () => {
    const used = { orderBlock: { structureBreak: false, maxTouches: 1 } };
    const rows = [...BLOCK, SWEEP, [110, 110, 103, 109], FAIL] as const;
    const events = eventsOf("breaker-block", candlesOf(rows, MIDNIGHT), {
      ...MIDNIGHT,
      detectors: { swing: { layers }, ...used },
    });
    expect(events).toEqual([]);
  });
});

describe("the life of a flipped block", () => {
  const flipped = [...BLOCK, SWEEP, FAIL];
  const life = (rows: readonly Prices[], settings = {}) =>
    rowsOf(flips("breaker-block", [...flipped, ...rows], settings)).slice(1);
  const below: Prices = [99, 99.5, 98, 99];
  const inside: Prices = [99, 102, 98, 99];

  it("is retested once, by the first later candle that reaches it, without having left first", () => {
    expect(life([below])).toEqual([]);
    expect(life([[99, 100, 98, 99]])).toEqual([["retested", 3, 7]]);
    expect(life([inside, below, inside])).toEqual([["retested", 3, 7]]);
  });

  it("is invalidated by a close beyond, not by a wick or a close on the edge", () => {
    expect(life([[99, 106, 98, 104]])).toEqual([["retested", 3, 7]]);
    expect(life([[99, 106, 98, 104.5]])).toEqual([
      ["retested", 3, 7],
      ["invalidated", 3, 7],
    ]);
  });

  it("expires 100 candles after the flip, and is over then", () => {
    expect(life(Array.from({ length: 99 }, () => below))).toEqual([]);
    expect(life([...Array.from({ length: 100 }, () => below), inside])).toEqual([["expired", 3, 106]]);
    expect(life([below, inside, inside], { maxAge: 2 })).toEqual([
      ["retested", 3, 8],
      ["expired", 3, 8],
    ]);
  });

  it("does not flip again", () => {
    const through: Prices = [99, 106, 98, 105];
    expect(
      flips("breaker-block", [...flipped, through, FAIL]).filter(({ event }) => event === "detected"),
    ).toHaveLength(1);
    expect(flips("mitigation-block", [...flipped, through, FAIL]).filter(({ index }) => index === 3)).toEqual(
      [],
    );
  });
});
