import { describe, expect, it } from "vitest";
import { averageTrueRange } from "./average-true-range.ts";
import { facts, only, QUIET, type Row, repeat, SHORT, series } from "./fixtures.ts";
import { oracleDetections } from "./oracle.ts";

describe("oracle: true range and displacement", () => {
  // Fourteen candles with TR 2 seed 28/14 = 2 at index 13. Candle 14 has H-L 4, |H-C13| 4, |L-C13| 0: TR 4,
  // so ATR[14] = (13*2 + 4)/14 = 30/14. Candle 15 opens 6 higher: |H-C14| = 111-104 = 7 beats H-L = 2.
  it("seeds at index 13 with the mean and smooths by Wilder from 14", () => {
    const atr = averageTrueRange(series([...repeat(QUIET, 14), [100, 104, 100, 104], [110, 111, 109, 110]]));
    expect(atr[12]).toBeUndefined();
    expect(atr[13]).toBe(2);
    expect(atr[14]).toBe(30 / 14);
    expect(atr[15]).toBe((13 * (30 / 14) + 7) / 14);
  });

  it("takes the whole range of the first candle, which has no close before it", () => {
    expect(averageTrueRange(series([[100, 129, 101, 128], ...repeat([128, 129, 127, 128], 13)]))[13]).toBe(
      (28 + 13 * 2) / 14,
    );
  });

  // Body 3 of range 4 = 0.75 and 3 >= 1.5 * ATR 2: exactly on the limit counts.
  it("needs the ATR of the candle before, so that index 14 is the first that can displace", () => {
    const strong: Row = [100, 103.5, 99.5, 103];
    const at14 = oracleDetections(series([...repeat(QUIET, 14), strong]), "1h");
    const at13 = oracleDetections(series([...repeat(QUIET, 13), strong]), "1h");
    expect(facts(only(at14, "displacement"), "bias", "index", "knownIndex")).toEqual([["bullish", 14, 14]]);
    expect(only(at13, "displacement")).toEqual([]);
  });

  it("does not displace when the body is below 1.5 ATR or below 0.7 of the range", () => {
    const small: Row = [100, 103, 99.5, 102.75]; // body 2.75 < 3
    const wicky: Row = [100, 105, 99, 104]; // body 4 of range 6 = 0.667
    const found = [small, wicky].map((row) =>
      only(oracleDetections(series([...repeat(QUIET, 14), row]), "1h"), "displacement"),
    );
    expect(found).toEqual([[], []]);
  });
});

describe("oracle: swings", () => {
  it("makes one swing of a flat top, at its first candle", () => {
    const highs: Row[] = [
      [1, 2, 1, 1],
      [1, 3, 1, 1],
      [1, 3, 1, 1],
      [1, 2, 1, 1],
    ];
    const found = only(oracleDetections(series(highs), "1h", SHORT), "swing");
    expect(facts(found, "side", "layer", "index", "knownIndex", "level")).toEqual([
      ["high", "internal", 1, 2, 3],
    ]);
  });

  // Highs 10 14 10 16 10 16 10 13 10: STH at 1, 3, 5, 7. ITH: 16 at 3 is strictly above 14 before it and at or
  // above 16 after it, so it is one, known when the STH at 5 is, at 6. The 16 at 5 is not strictly above 3's.
  it("finds an intermediate high between a lower and an equal short-term high", () => {
    const highs = [10, 14, 10, 16, 10, 16, 10, 13, 10];
    const rows = highs.map((high): Row => [9, high, 8, 9]);
    const found = only(oracleDetections(series(rows), "1h", { layers: [], hierarchy: ["ith"] }), "swing");
    expect(facts(found, "side", "layer", "index", "knownIndex", "level")).toEqual([
      ["high", "ith", 3, 6, 16],
    ]);
  });

  // ITHs of 14 16 12 | 18 13 | 20 17 15 in STHs 14 16 12 18 13 17 15: ITH 16 (known with 12), 18 (with 13),
  // 17 (with 15). LTH: 18 is above 16 and above 17, known when the ITH 17 is: at the STH 15's confirmation.
  it("finds a long-term high over the intermediate ones", () => {
    const peaks = [14, 16, 12, 18, 13, 17, 15];
    const rows = [
      ...peaks.flatMap((high): Row[] => [
        [9, 10, 8, 9],
        [9, high, 8, 9],
      ]),
      [9, 10, 8, 9] as Row,
    ];
    const found = only(oracleDetections(series(rows), "1h", { layers: [], hierarchy: ["lth"] }), "swing");
    // STH k stands at 2k+1 and is known at 2k+2: 18 is k=3 -> index 7; 15 is k=6 -> known at 14.
    expect(facts(found, "side", "index", "knownIndex", "level")).toEqual([["high", 7, 14, 18]]);
  });
});

describe("oracle: market structure", () => {
  const risingLows: Row[] = [
    [10, 11, 9, 10],
    [10, 12, 9.5, 11], // swing high 12, known at 2
    [11, 11.5, 10, 11],
    [11, 13, 10.5, 12.5], // closes above 12
  ];

  it("calls the first break a bos and consumes the level", () => {
    const rows: Row[] = [...risingLows, [12.5, 14, 12, 13.5]];
    const found = only(oracleDetections(series(rows), "1h", SHORT), "market-structure");
    expect(facts(found, "event", "bias", "layer", "index", "knownIndex", "level")).toEqual([
      ["bos", "bullish", "internal", 1, 3, 12],
    ]);
  });

  it("needs a close beyond the level, a touch is not enough", () => {
    const rows: Row[] = [...risingLows.slice(0, 3), [11, 13, 10.5, 12]];
    expect(only(oracleDetections(series(rows), "1h", SHORT), "market-structure")).toEqual([]);
  });

  // High 12 at 1 (known 2), low 8 at 2 (known 3). Candle 4 trades from 7 to 13: the high goes first and is a
  // bos, which makes the bias bullish, so that the low's break is a choch.
  const outside: Row[] = [
    [10, 11, 9, 10],
    [10, 12, 9.5, 10],
    [10, 11, 8, 10],
    [10, 11.5, 9, 10],
    [10, 13, 7, 10],
  ];

  it("handles the high first when one candle's wicks break both levels", () => {
    const options = { ...SHORT, breakOn: "wick" } as const;
    const found = only(oracleDetections(series(outside), "1h", options), "market-structure");
    expect(facts(found, "event", "bias", "index", "knownIndex", "level")).toEqual([
      ["bos", "bullish", 1, 4, 12],
      ["choch", "bearish", 2, 4, 8],
    ]);
    expect(only(oracleDetections(series(outside), "1h", SHORT), "market-structure")).toEqual([]);
  });

  // Fourteen quiet candles, then a high of 102 (index 14, known 15) and a low of 98 (index 15, known 16).
  // 17 closes at 97: bos bearish. The low 96.5 of 17 is confirmed at 18 together with nothing high; the wick of
  // 19 to 96 closes at 99 above 96.5: it sweeps that pool. 20 closes at 105 above 102: choch bullish.
  const turn: Row[] = [
    ...repeat(QUIET, 14),
    [100, 102, 99.5, 100],
    [100, 101, 98, 100],
    [100, 101, 98.5, 99],
    [99, 99, 96.5, 97],
    [97, 98, 96.75, 98],
    [98, 99.5, 96, 99],
    [99, 105, 99, 105],
  ];

  it("flags a choch with displacement and with the candles since the sweep of the other side", () => {
    const found = only(oracleDetections(series(turn), "1h", SHORT), "market-structure");
    expect(facts(found, "event", "bias", "index", "knownIndex", "level", "facts")).toEqual([
      // Candle 14 swept 101, the high of the completed UTC day (candles 0 to 6): three candles before 17.
      ["bos", "bearish", 15, 17, 98, { displacement: false, sweptWithin: 3 }],
      // Body 6 of range 6, and 1.5 x ATR[19] < 4: displaces. The low was swept one candle before.
      ["choch", "bullish", 14, 20, 102, { displacement: true, sweptWithin: 1 }],
    ]);
  });
});
