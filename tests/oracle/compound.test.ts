import { describe, expect, it } from "vitest";
import { candle, facts, only, QUIET, type Row, repeat, SHORT, series } from "./fixtures.ts";
import { oracleDetections } from "./oracle.ts";

describe("oracle: change in delivery", () => {
  const changes = (...rows: readonly Row[]): unknown[][] =>
    facts(
      only(oracleDetections(series(rows), "1h"), "change-in-delivery").filter(
        ({ bias }) => bias === "bullish",
      ),
      "index",
      "knownIndex",
      "level",
    );
  const downFrom10: Row = [10, 10.5, 7, 8];
  const up: Row = [8, 9, 7.5, 9];

  it("is the first close above the open of the run, which a doji does not break", () => {
    expect(
      changes(
        [10, 10.5, 8, 9],
        [9, 9.5, 8.5, 9], // doji: still the run
        [9, 9.25, 7, 8],
        [8, 10, 7.5, 10], // at the level, not above it
        [10, 11, 9, 10.25],
      ),
    ).toEqual([[0, 4, 10]]);
  });

  it("is voided by a lower low, also when that candle closes above the level", () => {
    expect(changes(downFrom10, [8, 11, 6.75, 10.5], [10.5, 11.5, 10, 11])).toEqual([]);
  });

  it("keeps the lower run as the only candidate when a higher one follows", () => {
    const higher: Row = [9, 9.25, 8, 8.5];
    expect(changes(downFrom10, up, higher, [8.5, 9.75, 8.25, 9.5], [9.5, 10.75, 9.25, 10.5])).toEqual([
      [0, 4, 10],
    ]);
  });

  it("gives way to a later run with a lower low", () => {
    const lower: Row = [9, 9.25, 6.5, 8];
    expect(changes(downFrom10, up, lower, [8, 9.75, 7, 9.5], [9.5, 10.75, 9.25, 10.5])).toEqual([[2, 3, 9]]);
  });

  // 2 is a down candle that gaps above 10: the event for run 0. Nothing is left, so 2 is the next candidate.
  it("is used up by its event", () => {
    expect(changes(downFrom10, up, [12, 12.5, 10.5, 11], [11, 13, 10.75, 12.5])).toEqual([
      [0, 2, 10],
      [2, 3, 12],
    ]);
  });

  it("starts no run with a doji", () => {
    expect(changes([10, 10.5, 7, 10], [10, 11, 9.5, 10.5])).toEqual([]);
  });
});

describe("oracle: Judas swing", () => {
  // 01:00Z is 20:00 New York: four candles of the Asian window with a high of 101. 4 opens at midnight at 100.
  // 5 sweeps 101. The up candles 4 and 5 are a run from 100, which 6 closes below: a bearish CISD at 6.
  const START = Date.UTC(2025, 0, 15, 1);
  const asia = repeat(QUIET, 4);
  const midnight: Row = [100, 101, 99.5, 100.5];
  const raid: Row = [100.5, 102, 100, 100.75];
  const turn: Row = [100.75, 101, 99, 99.5];
  const judas = (rows: readonly Row[]): unknown[][] =>
    facts(
      only(oracleDetections(series(rows, "1h", START), "1h"), "judas-swing"),
      "bias",
      "index",
      "knownIndex",
    );

  it("is a raid of the Asian high above the midnight open and a turn below it", () => {
    expect(judas([...asia, midnight, raid, turn])).toEqual([["bearish", 5, 6]]);
  });

  it("needs the raid and the turn", () => {
    const noRaid: Row = [100.5, 101, 100, 100.75];
    expect(judas([...asia, midnight, noRaid, turn])).toEqual([]);
    // The raid closes beyond: the pool is broken, not swept.
    expect(judas([...asia, midnight, [100.5, 102, 100, 101.5], [101.5, 101.75, 99, 99.5]])).toEqual([]);
  });

  // Index 9 is 10:00Z = 05:00 New York, outside [00:00, 05:00).
  it("needs all three inside the window", () => {
    const wait = repeat([100.75, 101, 100.5, 100.75], 3);
    const within = judas([...asia, midnight, raid, ...wait.slice(1), turn]);
    const outside = judas([...asia, midnight, raid, ...wait, turn]);
    expect([within, outside]).toEqual([[["bearish", 5, 8]], []]);
  });

  // The Asian range of two evenings before, whose day is not the previous one either; the previous day's 100.5 is
  // broken at 19:00 New York. So the same raid of 101 sweeps only pools that are neither of the two.
  it("does not take an older Asian or daily high for that of the day", () => {
    const at = (date: number, hour: number, row: Row) => candle(Date.UTC(2025, 0, date, hour), row);
    const candles = [
      ...asia.map((row, i) => at(13, 1 + i, row)),
      at(14, 12, [100, 100.5, 99.5, 100]),
      at(15, 0, [100, 100.75, 99.75, 100.75]),
      ...[midnight, raid, turn].map((row, i) => at(15, 5 + i, row)),
    ];
    const found = oracleDetections(candles, "1h");
    const raids = only(found, "liquidity-sweep").filter(({ side }) => side === "high");
    expect(facts(raids, "source", "index", "level")).toEqual([
      ["previous-day", 7, 101],
      ["session", 7, 101],
    ]);
    expect(facts(only(found, "change-in-delivery"), "bias", "knownIndex")).toEqual([["bearish", 8]]);
    expect(only(found, "judas-swing")).toEqual([]);
  });

  // Without the evening there is no Asian high; the high of the completed UTC day is raided instead.
  it("is as well a raid of the previous day's high", () => {
    const candles = [
      candle(Date.UTC(2025, 0, 14, 12), QUIET),
      ...[midnight, raid, turn].map((row, i) => candle(Date.UTC(2025, 0, 15, 5 + i), row)),
    ];
    const found = oracleDetections(candles, "1h");
    expect(facts(only(found, "judas-swing"), "bias", "index", "knownIndex")).toEqual([["bearish", 2, 3]]);
  });
});

describe("oracle: SMT divergence", () => {
  const highs = (...prices: readonly number[]): Row[] => prices.map((price): Row => [9, price, 8, 9]);
  const lows = (...prices: readonly number[]): Row[] => prices.map((price): Row => [9, 10, price, 9]);
  const divergences = (mine: readonly Row[], theirs: readonly Row[], inverse = false): unknown[][] => {
    const options = { ...SHORT, smtDivergence: { other: series(theirs), inverse } };
    return facts(
      only(oracleDetections(series(mine), "1h", options), "smt-divergence"),
      "bias",
      "index",
      "knownIndex",
    );
  };

  it("is bearish when one makes a higher high and the other does not, either way round", () => {
    const rising = highs(10, 12, 10, 13, 10);
    const failing = highs(10, 12, 10, 11.5, 10);
    expect(divergences(rising, failing)).toEqual([["bearish", 3, 4]]);
    expect(divergences(failing, rising)).toEqual([["bearish", 3, 4]]);
    expect(divergences(rising, rising)).toEqual([]);
  });

  it("allows as many candles between them as the layer's right, and is known at the later confirmation", () => {
    const rising = highs(10, 12, 10, 13, 10, 10, 10);
    const oneLater = highs(10, 12, 10, 10, 11.5, 10, 10);
    const twoLater = highs(10, 12, 10, 10, 10, 11.5, 10);
    expect(divergences(rising, oneLater)).toEqual([["bearish", 3, 5]]);
    expect(divergences(rising, twoLater)).toEqual([]);
  });

  it("is bullish at lows", () => {
    expect(divergences(lows(8, 6, 8, 5, 8), lows(8, 6, 8, 6, 8))).toEqual([["bullish", 3, 4]]);
  });

  it("compares highs with lows for an inverse pair", () => {
    expect(divergences(highs(10, 12, 10, 13, 10), lows(8, 6, 8, 7, 8), true)).toEqual([["bearish", 3, 4]]);
    expect(divergences(highs(10, 12, 10, 13, 10), lows(8, 6, 8, 5, 8), true)).toEqual([]);
  });

  it("drops the candles that only one of the two has", () => {
    const mine = series(highs(10, 12, 10, 99, 10, 13, 10));
    const theirs = series(highs(10, 12, 10, 99, 10, 11.5, 10)).filter((_, i) => i !== 3);
    const found = oracleDetections(mine, "1h", {
      ...SHORT,
      smtDivergence: { other: theirs, inverse: false },
    });
    expect(facts(only(found, "smt-divergence"), "bias", "index", "knownIndex")).toEqual([["bearish", 5, 6]]);
  });
});
