import { describe, expect, it } from "vitest";
import type { Candle } from "../../../../src/engine/candles/candle.ts";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";

const layers = [{ name: "internal", left: 1, right: 1 }];
/** Midnight in New York: 120 minutes until the first session, 19 hours until the day of UTC rolls. */
const MIDNIGHT = { timeframe: "1m", start: "2025-01-15T05:00:00Z" } as const;

const QUIET: Prices = [100, 101, 99, 100];
const quiet = (count: number): Prices[] => Array.from({ length: count }, () => QUIET);
const high = (price: number): Prices => [100, price, 99, 100];

function pools(rows: readonly Prices[], liquidityPool = {}, liquiditySweep = {}) {
  const detectors = { swing: { layers }, liquidityPool, liquiditySweep };
  const events = eventsOf("liquidity-pool", candlesOf(rows, MIDNIGHT), { ...MIDNIGHT, detectors });
  return rowsOf(events, "side", "source", "level", "number");
}

/** A high of 102 at candle 14, confirmed at 15, when ATR(14) is 2.07 and a tenth of it 0.207. */
const HIGH: readonly Prices[] = [...quiet(14), high(102), QUIET];
const DETECTED = ["detected", 14, 15, "high", "swing", 102, undefined];

describe("liquidity-pool of a swing", () => {
  it("lies above a confirmed high and below a confirmed low", () => {
    expect(
      eventsOf("liquidity-pool", candlesOf(HIGH, MIDNIGHT), {
        ...MIDNIGHT,
        detectors: { swing: { layers } },
      }),
    ).toEqual([
      {
        kind: "liquidity-pool",
        event: "detected",
        id: "liquidity-pool:swing:high:1736918040000",
        side: "high",
        source: "swing",
        level: 102,
        index: 14,
        knownIndex: 15,
        openTime: 1_736_918_040_000,
        knownAt: 1_736_918_160_000,
      },
    ]);
    expect(pools(mirrored(HIGH))).toEqual([["detected", 14, 15, "low", "swing", -102, undefined]]);
  });

  it("is broken by a close beyond, not by one on the level or by the candle that makes it known", () => {
    expect(pools([...HIGH, [100, 102, 99, 102]])).toEqual([DETECTED]);
    expect(pools([...HIGH, [100, 103, 99, 102.5]])).toEqual([
      DETECTED,
      ["broken", 14, 16, "high", "swing", 102, undefined],
    ]);
  });

  it("expires with its age since the swing, after the tests of that candle", () => {
    const expired = ["expired", 14, 24, "high", "swing", 102, undefined];
    expect(pools([...HIGH, ...quiet(8)], { maxAge: 10 })).toEqual([DETECTED]);
    expect(pools([...HIGH, ...quiet(9)], { maxAge: 10 })).toEqual([DETECTED, expired]);
    expect(pools([...HIGH, ...quiet(8), [100, 103, 99, 102.5]], { maxAge: 10 })).toEqual([
      DETECTED,
      ["broken", 14, 24, "high", "swing", 102, undefined],
    ]);
    expect(pools([...HIGH, ...quiet(8), high(103)], { maxAge: 10 })).toEqual([DETECTED]);
  });

  it("lives for 1000 candles by default", () => {
    expect(pools([...HIGH, ...quiet(998)]).filter(([event]) => event === "expired")).toEqual([]);
    expect(
      pools([...HIGH, ...quiet(999)])
        .filter(([, index]) => index === 14)
        .at(-1)?.[0],
    ).toBe("expired");
  });
});

describe("liquidity-pool of equal highs", () => {
  it("is joined by a high within a tenth of the ATR that is three candles younger", () => {
    expect(pools([...HIGH, QUIET, high(101.9), QUIET])).toEqual([
      DETECTED,
      ["equal", 14, 18, "high", "equal", 102, 2],
    ]);
    expect(pools([...HIGH, QUIET, high(101.7), QUIET])).toEqual([
      DETECTED,
      ["detected", 17, 18, "high", "swing", 101.7, undefined],
    ]);
    expect(pools([...HIGH, high(101.9), QUIET])).toEqual([
      DETECTED,
      ["detected", 16, 17, "high", "swing", 101.9, undefined],
    ]);
  });

  it("counts its members and keeps its first swing, its id and its age", () => {
    const rows = [...HIGH, QUIET, high(102), QUIET, high(101.9), ...quiet(5)];
    expect(pools(rows, { maxAge: 10 })).toEqual([
      DETECTED,
      ["equal", 14, 18, "high", "equal", 102, 2],
      ["equal", 14, 20, "high", "equal", 102, 3],
      ["expired", 14, 24, "high", "equal", 102, undefined],
    ]);
    const detectors = { swing: { layers } };
    const events = eventsOf("liquidity-pool", candlesOf(rows, MIDNIGHT), { ...MIDNIGHT, detectors });
    expect(new Set(events.map(({ id }) => id)).size).toBe(1);
  });

  it("takes a new high into the newest pool within reach", () => {
    // 102 and 101.7 are two pools; 101.8 is near enough to both.
    const rows = [...HIGH, QUIET, high(101.7), QUIET, QUIET, high(101.7), QUIET];
    expect(pools(rows, { toleranceAtr: 0.1 }).at(-1)).toEqual(["equal", 17, 21, "high", "equal", 101.7, 2]);
    expect(pools(rows, { toleranceAtr: 0.2 }).at(-1)).toEqual(["equal", 14, 21, "high", "equal", 102, 3]);
  });

  it("is not made while there is no ATR", () => {
    expect(pools([...quiet(3), high(102), ...quiet(3), high(102), QUIET])).toEqual([
      ["detected", 3, 4, "high", "swing", 102, undefined],
      ["detected", 7, 8, "high", "swing", 102, undefined],
    ]);
  });

  it("takes no high while a close back may still sweep it", () => {
    // Candle 16 closes beyond 102 and the pool is pending when the high of candle 17 is confirmed.
    const rows: Prices[] = [
      ...HIGH,
      [100, 102.2, 100, 102.1],
      [102.1, 102.4, 102.1, 102.2],
      [102.2, 102.3, 102.1, 102.2],
    ];
    expect(pools(rows, { toleranceAtr: 5 }, { reclaimWithin: 10 })).toEqual([
      DETECTED,
      ["detected", 17, 18, "high", "swing", 102.4, undefined],
    ]);
  });
});

function hours(start: string, rows: readonly Prices[]): Candle[] {
  return candlesOf(rows, { timeframe: "1h", start });
}

function clockPools(candles: readonly Candle[], detectors = {}) {
  const events = eventsOf("liquidity-pool", candles, { timeframe: "1h", detectors });
  return rowsOf(events, "side", "source", "level");
}

describe("liquidity-pool of a completed day, week or month", () => {
  // Sunday 2 February 2025, 22:00 and 23:00 UTC, then Monday.
  const LATE: Prices[] = [high(104), high(104), [100, 101, 96, 100], QUIET];

  it("is known with the first candle of the next, at the first candle of the extreme", () => {
    expect(clockPools(hours("2025-02-02T21:00:00Z", LATE))).toEqual([
      ["detected", 0, 3, "high", "previous-day", 104],
      ["detected", 0, 3, "high", "previous-week", 104],
      ["detected", 2, 3, "low", "previous-day", 96],
      ["detected", 2, 3, "low", "previous-week", 96],
    ]);
  });

  it("is tested by the candle that makes it known, and ages from it", () => {
    const through: Prices = [100, 105, 99, 104.5];
    expect(clockPools(hours("2025-02-02T21:00:00Z", [...LATE.slice(0, 3), through])).slice(4)).toEqual([
      ["broken", 0, 3, "high", "previous-day", 104],
      ["broken", 0, 3, "high", "previous-week", 104],
    ]);
    const aged = clockPools(hours("2025-02-02T21:00:00Z", [...LATE, QUIET, QUIET]), {
      liquidityPool: { maxAge: 2 },
    });
    expect(aged.slice(4).map(([event, , known]) => [event, known])).toEqual(Array(4).fill(["expired", 5]));
  });

  it("follows the day roll", () => {
    // Friday 16:00 and 17:00 New York: with the roll of FX the second candle begins Monday's trading date.
    const rows = [high(104), QUIET];
    const fx = { dayRoll: "fx" };
    expect(clockPools(hours("2025-02-14T21:00:00Z", rows), fx)).toEqual([
      ["detected", 0, 1, "high", "previous-day", 104],
      ["detected", 0, 1, "low", "previous-day", 99],
    ]);
    expect(clockPools(hours("2025-02-14T21:00:00Z", rows))).toEqual([]);
  });
});

describe("liquidity-pool of a session", () => {
  it("is known when the session is closed, for the six sessions and no other window", () => {
    // 09:00 to 13:00 New York, the whole of London close and the half of the silver bullet within.
    const rows = [QUIET, high(103), high(104), QUIET, QUIET];
    const events = eventsOf("liquidity-pool", hours("2025-01-15T14:00:00Z", rows), { timeframe: "1h" });
    expect(rowsOf(events, "side", "source", "name", "level")).toEqual([
      ["detected", 0, 1, "high", "session", "new-york-am", 101],
      ["detected", 0, 1, "low", "session", "new-york-am", 99],
      ["detected", 1, 3, "low", "session", "london-close", 99],
      ["detected", 2, 3, "high", "session", "london-close", 104],
      ["detected", 3, 4, "high", "session", "new-york-lunch", 101],
      ["detected", 3, 4, "low", "session", "new-york-lunch", 99],
    ]);
    expect(events[0]?.id).toBe(
      `liquidity-pool:session:new-york-am:high:${Date.parse("2025-01-15T14:00:00Z")}`,
    );
  });
});
