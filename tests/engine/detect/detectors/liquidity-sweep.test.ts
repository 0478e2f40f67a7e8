import { describe, expect, it } from "vitest";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";

const layers = [{ name: "internal", left: 1, right: 1 }];
/** Midnight in New York: two hours until the first session. */
const MIDNIGHT = { timeframe: "1m", start: "2025-01-15T05:00:00Z" } as const;

const QUIET: Prices = [100, 101, 99, 100];
const high = (price: number): Prices => [100, price, 99, 100];
/** A pool above 104, known at candle 2. */
const POOL: readonly Prices[] = [QUIET, high(104), QUIET];

function detect(kind: "liquidity-sweep" | "liquidity-pool", rows: readonly Prices[], detectors = {}) {
  return eventsOf(kind, candlesOf(rows, MIDNIGHT), {
    ...MIDNIGHT,
    detectors: { swing: { layers }, ...detectors },
  });
}

function sweeps(rows: readonly Prices[], reclaimWithin = 0) {
  const events = detect("liquidity-sweep", rows, { liquiditySweep: { reclaimWithin } });
  return rowsOf(events, "side", "bias", "level", "depthPercent");
}

function ends(rows: readonly Prices[], reclaimWithin: number) {
  const events = detect("liquidity-pool", rows, { liquiditySweep: { reclaimWithin } });
  return rowsOf(events.filter(({ event, side }) => event !== "detected" && side === "high"));
}

describe("liquidity-sweep", () => {
  it("trades beyond a pool and closes back, on the level too", () => {
    const [pool] = detect("liquidity-pool", POOL);
    expect(detect("liquidity-sweep", [...POOL, [100, 106, 99, 104]])).toEqual([
      {
        kind: "liquidity-sweep",
        event: "detected",
        id: "liquidity-sweep:swing:high:1736917260000",
        bias: "bearish",
        side: "high",
        source: "swing",
        level: 104,
        index: 3,
        knownIndex: 3,
        openTime: 1_736_917_380_000,
        knownAt: 1_736_917_440_000,
        poolId: pool?.id,
        depthPercent: 1.92,
      },
    ]);
    expect(sweeps(mirrored([...POOL, high(106)]))).toEqual([
      ["detected", 3, 3, "low", "bullish", -104, 1.92],
    ]);
  });

  it("needs a trade beyond: the level alone is not enough", () => {
    expect(sweeps([...POOL, high(104)])).toEqual([]);
  });

  it("ends the pool, so a second one needs another pool", () => {
    expect(sweeps([...POOL, high(106), QUIET, high(105)]).map(([, index]) => index)).toEqual([3]);
  });

  it("takes pools on both sides with one candle, the high first, the older first", () => {
    // Highs at 1 (106) and 3 (105), a low at 2 (98).
    const rows: Prices[] = [QUIET, high(106), [100, 101, 98, 100], high(105), QUIET, [100, 107, 97, 100]];
    expect(sweeps(rows)).toEqual([
      ["detected", 5, 5, "high", "bearish", 106, 0.94],
      ["detected", 5, 5, "high", "bearish", 105, 1.9],
      ["detected", 5, 5, "low", "bullish", 98, 1.02],
    ]);
  });

  it("measures its depth in ATR once that is defined", () => {
    // Fifteen true ranges of 2, one of 3, then the sweep's of 4.
    const calm = Array.from({ length: 14 }, () => QUIET);
    const rows = [...calm, high(102), QUIET, high(103)];
    const atr14 = (2 * 13 + 3) / 14;
    const atr15 = (atr14 * 13 + 2) / 14;
    const atr16 = (atr15 * 13 + 4) / 14;
    expect(detect("liquidity-sweep", rows)[0]?.facts).toEqual({ depthAtr: 1 / atr16 });
  });

  it("is one for each pool at a price", () => {
    // The sweep is the first candle of the next UTC day: the day's high is that of the swing, known earlier.
    const start = "2025-01-15T21:00:00Z";
    const rows: Prices[] = [QUIET, high(104), QUIET, high(106)];
    const events = eventsOf("liquidity-sweep", candlesOf(rows, { timeframe: "1h", start }), {
      timeframe: "1h",
      detectors: { swing: { layers } },
    });
    expect(rowsOf(events, "source", "level")).toEqual([
      ["detected", 3, 3, "swing", 104],
      ["detected", 3, 3, "previous-day", 104],
    ]);
  });
});

describe("liquidity-sweep with candles to reclaim", () => {
  const beyond: Prices = [104, 107, 104, 105];
  const further: Prices = [105, 108, 105, 106];
  const back: Prices = [103, 103.5, 102, 103];

  it("is the first close back, with the depth since the first close beyond", () => {
    expect(sweeps([...POOL, beyond, further, back], 2)).toEqual([
      ["detected", 5, 5, "high", "bearish", 104, 3.85],
    ]);
    expect(ends([...POOL, beyond, further, back], 2)).toEqual([]);
  });

  it("does not come when the last of these candles closes beyond: the pool is broken there", () => {
    expect(sweeps([...POOL, beyond, further, back], 1)).toEqual([]);
    expect(ends([...POOL, beyond, further, back], 1)).toEqual([["broken", 1, 4]]);
    expect(ends([...POOL, beyond], 0)).toEqual([["broken", 1, 3]]);
    expect(ends([...POOL, beyond], 1)).toEqual([]);
  });

  it("is due by age even while it waits", () => {
    const events = detect("liquidity-pool", [...POOL, beyond, further, back], {
      liquiditySweep: { reclaimWithin: 9 },
      liquidityPool: { maxAge: 3 },
    });
    expect(rowsOf(events.filter(({ event }) => event !== "detected"))).toEqual([["expired", 1, 4]]);
  });
});

describe("a sweep and market structure", () => {
  it("colours the breaks of the next twenty candles", () => {
    // A low of 95 at 1 is swept at 3; candle 3's high of 104 is the one that breaks later.
    const swept: Prices[] = [QUIET, [100, 101, 95, 100], QUIET, [100, 104, 94, 100]];
    const calm = (count: number) => Array.from({ length: count }, () => QUIET);
    const breakAfter = (count: number) =>
      eventsOf("market-structure", candlesOf([...swept, ...calm(count), [100, 106, 100, 105]], MIDNIGHT), {
        ...MIDNIGHT,
        detectors: { swing: { layers } },
      }).find(({ bias }) => bias === "bullish")?.facts;
    expect(breakAfter(1)).toEqual({ displacement: false, sweptWithin: 2 });
    expect(breakAfter(19)).toMatchObject({ sweptWithin: 20 });
    expect(breakAfter(20)).not.toHaveProperty("sweptWithin");
  });
});
