import { describe, expect, it } from "vitest";
import type { Detection } from "../../src/engine/detect/detection.ts";
import { candle, facts, layer, only, QUIET, type Row, repeat, SHORT, series } from "./fixtures.ts";
import type { OracleOptions } from "./options.ts";
import { oracleDetections } from "./oracle.ts";

/** No pools of the clock: all candles lie inside one UTC day and no window is asked for. */
const QUIET_CLOCK: OracleOptions = { ...SHORT, windows: [] };
const START = Date.UTC(2025, 0, 15, 0);
const detect = (rows: readonly Row[], options: OracleOptions = {}): Detection[] =>
  oracleDetections(series(rows, "15m", START), "15m", { ...QUIET_CLOCK, ...options });
const high = (price: number): Row => [100, price, 99, 100];
const POOL = ["event", "side", "source", "index", "knownIndex", "level", "number"] as const;
const SWEEP = ["side", "bias", "source", "index", "knownIndex", "level"] as const;

// ATR is 2 at 13. Candle 14 to 102: TR 3, ATR 29/14 = 2.071; the next two TR 2: 2.066, 2.062.
// With 101.9 at 17: TR 2.9, ATR 2.121; 18: 2.113, tolerance 0.211 >= 102 - 101.9.
const firstHigh: Row[] = [...repeat(QUIET, 14), high(102)];

describe("oracle: equal highs", () => {
  it("joins a high within a tenth of the ATR three candles later and keeps the higher level", () => {
    const rows = [...firstHigh, QUIET, QUIET, high(101.9), QUIET];
    expect(facts(only(detect(rows), "liquidity-pool"), ...POOL)).toEqual([
      ["detected", "high", "swing", 14, 15, 102, undefined],
      ["equal", "high", "equal", 14, 18, 102, 2],
    ]);
  });

  it("counts every further member", () => {
    const rows = [...firstHigh, QUIET, QUIET, high(102), QUIET, high(101.95), QUIET];
    expect(facts(only(detect(rows), "liquidity-pool", "equal"), "knownIndex", "level", "number")).toEqual([
      [18, 102, 2],
      [20, 102, 3],
    ]);
  });

  it("keeps a high apart that is two candles later or too far below", () => {
    const near = [...firstHigh, QUIET, high(101.9), QUIET];
    const low = [...firstHigh, QUIET, QUIET, high(101.7), QUIET]; // 0.3 > 0.1 * about 2.1
    const found = [near, low].map((rows) =>
      facts(only(detect(rows), "liquidity-pool"), "event", "index", "level"),
    );
    expect(found).toEqual([
      [
        ["detected", 14, 102],
        ["detected", 16, 101.9],
      ],
      [
        ["detected", 14, 102],
        ["detected", 17, 101.7],
      ],
    ]);
  });

  it("joins nothing while there is no ATR", () => {
    const rows = [...repeat(QUIET, 3), high(102), QUIET, QUIET, high(102), QUIET];
    expect(facts(only(detect(rows), "liquidity-pool"), "event", "index")).toEqual([
      ["detected", 3],
      ["detected", 6],
    ]);
  });

  it("does not join a pool that was swept", () => {
    const swept: Row = [100, 102.05, 99, 100];
    const rows = [...firstHigh, QUIET, QUIET, swept, QUIET];
    expect(facts(only(detect(rows), "liquidity-pool"), "event", "index", "level")).toEqual([
      ["detected", 14, 102],
      ["detected", 17, 102.05],
    ]);
  });

  // 101.7 at 17 is 0.3 from 102, tolerance 0.21 at 18: a pool of its own. The long wick of 19 lifts the ATR:
  // 18 2.100, 19 (13*2.100 + 23)/14 = 3.592, 20 (TR 2.69) 3.528, 21 3.419: tolerance 0.342. 101.69 at 20 is
  // within it of both, 0.31 from 102 and 0.01 from 101.7: the pool made last has it.
  it("joins the pool made last when two are near enough", () => {
    const wick: Row = [100, 101, 78, 100];
    const rows = [...firstHigh, QUIET, QUIET, high(101.7), QUIET, wick, high(101.69), QUIET];
    expect(facts(only(detect(rows), "liquidity-pool", "equal"), "index", "knownIndex", "level")).toEqual([
      [17, 21, 101.7],
    ]);
  });
});

describe("oracle: sweeps", () => {
  const then = (...rows: readonly Row[]): Row[] => [...firstHigh, QUIET, QUIET, ...rows];

  it("sweeps by a close at or below the level and breaks by a close above it", () => {
    const swept = detect(then([100, 102.5, 99, 102]));
    expect(facts(only(swept, "liquidity-sweep"), ...SWEEP)).toEqual([
      ["high", "bearish", "swing", 17, 17, 102],
    ]);
    expect(only(swept, "liquidity-pool", "broken")).toEqual([]);
    const broken = detect(then([100, 102.5, 99, 102.25]));
    expect(only(broken, "liquidity-sweep")).toEqual([]);
    expect(facts(only(broken, "liquidity-pool", "broken"), ...POOL)).toEqual([
      ["broken", "high", "swing", 14, 17, 102, undefined],
    ]);
  });

  it("needs a trade beyond the level", () => {
    expect(only(detect(then([100, 102, 99, 100])), "liquidity-sweep")).toEqual([]);
  });

  it("does not test a swing's pool against the candle that confirms it", () => {
    // The high of 14 is confirmed by 15, whose own high equals it: nothing is beyond, and nothing is swept.
    expect(only(detect([...firstHigh, high(102)]), "liquidity-sweep")).toEqual([]);
  });

  it("waits for a close back inside when a reclaim is allowed", () => {
    const options = { liquiditySweep: { reclaimWithin: 2 } };
    const beyond: Row = [100, 103, 100, 102.5];
    const still: Row = [102.5, 103, 102.25, 102.5];
    const back: Row = [102.5, 102.75, 101, 101.5];
    const reclaimed = detect(then(beyond, still, back), options);
    expect(facts(only(reclaimed, "liquidity-sweep"), ...SWEEP)).toEqual([
      ["high", "bearish", "swing", 19, 19, 102],
    ]);
    const late = detect(then(beyond, still, still, back), options);
    expect(only(late, "liquidity-sweep").filter(({ level }) => level === 102)).toEqual([]);
    expect(facts(only(late, "liquidity-pool", "broken"), "knownIndex", "level")).toEqual([[19, 102]]);
  });

  it("expires a pool by the age of its first swing", () => {
    const options = { liquidityPool: { maxAge: 4 } };
    const found = detect(then(QUIET, QUIET, QUIET), options);
    expect(facts(only(found, "liquidity-pool"), "event", "index", "knownIndex")).toEqual([
      ["detected", 14, 15],
      ["expired", 14, 18],
    ]);
  });
});

describe("oracle: pools of the clock", () => {
  const day = (date: number, hour: number, row: Row) => candle(Date.UTC(2025, 0, date, hour), row);
  const options: OracleOptions = { windows: [] };

  // Wednesday's high of 110 stands at candles 0 and 1: the first counts. Thursday's first candle trades at 111
  // and closes below 110: it makes the pool and sweeps it. Wednesday's low of 95 is broken by its close.
  it("sweeps and breaks them on the very candle that makes them known", () => {
    const candles = [
      day(15, 21, [100, 110, 99, 100]),
      day(15, 22, [100, 110, 95, 100]),
      day(16, 0, [100, 111, 90, 94]),
    ];
    const found = oracleDetections(candles, "1h", options);
    expect(facts(only(found, "liquidity-pool"), ...POOL)).toEqual([
      ["detected", "high", "previous-day", 0, 2, 110, undefined],
      ["detected", "low", "previous-day", 1, 2, 95, undefined],
      ["broken", "low", "previous-day", 1, 2, 95, undefined],
    ]);
    expect(facts(only(found, "liquidity-sweep"), ...SWEEP)).toEqual([
      ["high", "bearish", "previous-day", 2, 2, 110],
    ]);
  });

  it("keeps pools at one price apart", () => {
    // Friday to Monday: the day and the week end together with the same extremes.
    const candles = [
      day(17, 20, [100, 104, 99, 100]),
      day(20, 0, [100, 101, 99.5, 100]),
      day(20, 1, [100, 105, 99.5, 100]),
    ];
    const found = oracleDetections(candles, "1h", options);
    expect(facts(only(found, "liquidity-sweep"), "knownIndex", "side", "source", "level")).toEqual([
      [2, "high", "previous-day", 104],
      [2, "high", "previous-week", 104],
    ]);
  });

  // London 02:00-05:00 New York is 07:00Z-10:00Z. Its high of 103 at 08:00Z is known at 10:00Z and swept there.
  it("makes pools of a closed session", () => {
    const rows: Row[] = [QUIET, [100, 103, 99, 100], [100, 101, 98, 100], [100, 104, 99, 100]];
    const found = oracleDetections(series(rows, "1h", Date.UTC(2025, 0, 15, 7)), "1h");
    const pools = only(found, "liquidity-pool").filter(({ source }) => source === "session");
    expect(facts(pools, ...POOL)).toEqual([
      ["detected", "high", "session", 1, 3, 103, undefined],
      ["detected", "low", "session", 2, 3, 98, undefined],
    ]);
    expect(facts(only(found, "liquidity-sweep"), ...SWEEP)).toEqual([
      ["high", "bearish", "session", 3, 3, 103],
    ]);
  });
});

describe("oracle: dealing range", () => {
  const options: OracleOptions = { layers: [layer("swing", 1)], windows: [] };

  // High 14 at 1 (known 2), low 8 at 3 (known 4). At 4 the close of 15 is outside [8, 14]; 5 closes at 12.
  it("is updated at the first close inside after a change", () => {
    const rows: Row[] = [
      [10, 12, 9.5, 11],
      [11, 14, 9.25, 12],
      [12, 13, 9, 10],
      [10, 12.5, 8, 11],
      [11, 15, 9, 15],
      [15, 15, 10, 12],
      [12, 14.5, 11, 13],
    ];
    const found = only(detect(rows, options), "dealing-range");
    // The high of 15 at 4 is confirmed at 5: the range is [8, 15] when 5 closes inside.
    expect(facts(found, "event", "bias", "index", "knownIndex", "top", "bottom")).toEqual([
      ["updated", undefined, 4, 5, 15, 8],
    ]);
  });

  it("is updated at the confirmation itself when that candle closes inside, and once for a change", () => {
    const rows: Row[] = [
      [10, 12, 9.5, 11],
      [11, 14, 9.25, 12],
      [12, 13, 9, 10],
      [10, 12.5, 8, 11],
      [11, 12.5, 9, 12],
      [12, 12.5, 9, 12],
    ];
    expect(
      facts(only(detect(rows, options), "dealing-range"), "index", "knownIndex", "top", "bottom"),
    ).toEqual([[3, 4, 14, 8]]);
  });
});
