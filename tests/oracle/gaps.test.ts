import { describe, expect, it } from "vitest";
import { facts, only, type Row, series } from "./fixtures.ts";
import type { OracleOptions } from "./options.ts";
import { oracleDetections } from "./oracle.ts";

// H[0] = 10 and L[2] = 12: a bullish gap [10, 12] drawn at 1, known at 2. Nothing else is asked of 1.
const gap: Row[] = [
  [9, 10, 8, 9],
  [9, 13, 9, 13],
  [13, 14, 12, 13],
];
const life = (rows: readonly Row[], index: number, options: OracleOptions = {}): unknown[][] =>
  facts(
    only(oracleDetections(series(rows), "1h", options), "fair-value-gap").filter(
      (found) => found.index === index,
    ),
    "event",
    "knownIndex",
    "filledPercent",
  );

describe("oracle: fair value gap", () => {
  it("is known at the third candle, drawn at the second, and records what its middle did", () => {
    const [found] = only(oracleDetections(series(gap), "1h"), "fair-value-gap");
    expect(found).toMatchObject({ event: "detected", bias: "bullish", index: 1, knownIndex: 2 });
    expect(found).toMatchObject({ top: 12, bottom: 10 });
    // 100 * 2 / |13|; the ATR is not defined yet.
    expect(found?.facts).toEqual({ sizePercent: 200 / 13, middleAgrees: true, middleClosesBeyond: true });
  });

  it("needs a gap in the doubles themselves: equal prices make none", () => {
    const touching: Row[] = [...gap.slice(0, 2), [13, 14, 10, 13]];
    expect(only(oracleDetections(series(touching), "1h"), "fair-value-gap")).toEqual([]);
  });

  it("keeps gaps of at least the set percentage of the close", () => {
    // 100 * 2 / 13 = 15.38 %
    const found = [15.3, 15.4].map((minGapPercent) =>
      only(oracleDetections(series(gap), "1h", { fairValueGap: { minGapPercent } }), "fair-value-gap"),
    );
    expect(found.map((list) => list.length)).toEqual([1, 0]);
  });

  it("is silent about gaps measured in ATR while there is none", () => {
    const options = { fairValueGap: { minGapAtr: 0.01 } };
    expect(only(oracleDetections(series(gap), "1h", options), "fair-value-gap")).toEqual([]);
  });

  // 3: L 11.5 -> (12 - 11.5)/2 = 25 %. 4: L 11 is exactly the middle: 50 %. 5: L 11.75, nothing new, and the
  // lowest stays 11. 6: L 10 fills, 100 %, but closes inside: it lives. 7: closes at 9.75: inverted.
  it("is touched, half filled, filled and inverted once each", () => {
    const rows: Row[] = [
      ...gap,
      [13, 13, 11.5, 13],
      [13, 13, 11, 13],
      [13, 13, 11.75, 13],
      [13, 13, 10, 11],
      [11, 11, 9.5, 9.75],
    ];
    expect(life(rows, 1)).toEqual([
      ["detected", 2, undefined],
      ["touched", 3, 25],
      ["half-filled", 4, 50],
      ["filled", 6, 100],
      ["inverted", 7, 100],
    ]);
  });

  // (12 - 9)/2 = 150 %, clipped to 100.
  it("passes its whole life on one candle in order, and the inverse gap is born at its close", () => {
    const rows: Row[] = [...gap, [13, 13, 9, 9.5], [9.5, 10, 9, 9.5], [9.5, 12.5, 9.5, 12.25]];
    expect(life(rows, 1)).toEqual([
      ["detected", 2, undefined],
      ["touched", 3, 100],
      ["half-filled", 3, 100],
      ["filled", 3, 100],
      ["inverted", 3, 100],
    ]);
    // 2 and 4 leave a bearish gap with the same edges, which 5 inverts as well: not asked here.
    const inverse = only(oracleDetections(series(rows), "1h"), "inverse-fair-value-gap");
    const own = inverse.filter(({ index }) => index === 1);
    expect(facts(own, "event", "bias", "index", "knownIndex", "top", "bottom")).toEqual([
      ["detected", "bearish", 1, 3, 12, 10],
      ["retested", "bearish", 1, 4, 12, 10],
      ["invalidated", "bearish", 1, 5, 12, 10],
    ]);
  });

  it("rounds the filled part to two decimals", () => {
    // Gap [10, 13]; L 12 fills a third.
    const rows: Row[] = [gap[0] as Row, [9, 14, 9, 14], [14, 15, 13, 14], [14, 14, 12, 14]];
    expect(life(rows, 1)).toEqual([
      ["detected", 2, undefined],
      ["touched", 3, 33.33],
    ]);
  });

  it("expires at its age, filled or not, unless that candle inverts it", () => {
    const options = { fairValueGap: { maxAge: 2 } };
    const above: Row = [13, 14, 12.5, 13];
    expect(life([...gap, [13, 13, 10, 12], above, above], 1, options)).toEqual([
      ["detected", 2, undefined],
      ["touched", 3, 100],
      ["half-filled", 3, 100],
      ["filled", 3, 100],
      ["expired", 4, 100],
    ]);
    expect(life([...gap, above, [13, 13, 9, 9]], 1, options).at(-1)).toEqual(["inverted", 4, 100]);
  });
});

describe("oracle: balanced price range, volume imbalance, opening gap", () => {
  // Bearish gap: L[0] = 20, H[2] = 17: [17, 20], known at 2. Bullish gap: H[3] = 16.5, L[5] = 19: [16.5, 19],
  // known at 5; 5 closes at 19.5, not above 20, so the first is not inverted. Overlap [17, 19].
  const balanced: Row[] = [
    [22, 23, 20, 21],
    [21, 21, 16, 16],
    [16, 17, 15, 16],
    [16, 16.5, 15, 16],
    [16, 19.5, 16, 19.5],
    [19.5, 19.75, 19, 19.5],
  ];

  it("finds the overlap of a gap with an opposite one that is not inverted", () => {
    const touch: Row = [19.5, 20, 18, 19.5];
    const fill: Row = [19.5, 20, 17, 19];
    const found = oracleDetections(series([...balanced, touch, fill]), "1h");
    const fields = ["event", "bias", "index", "knownIndex", "top", "bottom"] as const;
    expect(facts(only(found, "balanced-price-range"), ...fields)).toEqual([
      ["detected", "bullish", 4, 5, 19, 17],
      ["touched", "bullish", 4, 6, 19, 17],
      ["filled", "bullish", 4, 7, 19, 17],
    ]);
  });

  it("ignores a gap that the later gap's own candle inverts, and one known more than 20 candles before", () => {
    const inverting: Row[] = [...balanced.slice(0, 5), [19.5, 21, 19, 20.5]];
    const quiet: Row = [16, 17, 15, 16];
    const far = (count: number): Row[] => [
      ...balanced.slice(0, 3),
      ...Array.from({ length: count }, () => quiet),
      ...balanced.slice(3),
    ];
    // Known at 2 and at 5 + count: 20 apart with 17 more candles, 21 with 18.
    const found = [inverting, far(17), far(18)].map((rows) =>
      only(oracleDetections(series(rows), "1h"), "balanced-price-range", "detected"),
    );
    expect(found.map((list) => list.length)).toEqual([0, 1, 0]);
  });

  it("tells an imbalance of bodies from a gap without trade", () => {
    const first: Row = [10, 12, 9, 11];
    const imbalance = oracleDetections(series([first, [11.5, 13, 11.25, 12]]), "1h");
    const opening = oracleDetections(series([first, [12.5, 13, 12.25, 12.5]]), "1h");
    const fields = ["kind", "bias", "index", "knownIndex", "top", "bottom"] as const;
    expect(facts(only(imbalance, "volume-imbalance"), ...fields)).toEqual([
      ["volume-imbalance", "bullish", 1, 1, 11.5, 11],
    ]);
    expect(only(imbalance, "opening-gap")).toEqual([]);
    expect(facts(only(opening, "opening-gap"), ...fields)).toEqual([
      ["opening-gap", "bullish", 1, 1, 12.25, 12],
    ]);
    expect(only(opening, "volume-imbalance")).toEqual([]);
  });

  it("mirrors a volume imbalance downward and ends it when filled", () => {
    // Bodies [10, 11] and below it [8, 9], ranges overlap: zone [9, 10]. 2 reaches 9.5: touched; 3 reaches 10.
    const rows: Row[] = [
      [11, 12, 9, 10],
      [9, 9.5, 7, 8],
      [8, 9.5, 7, 8],
      [8, 10, 7, 8],
    ];
    expect(
      facts(
        only(oracleDetections(series(rows), "1h"), "volume-imbalance"),
        "event",
        "bias",
        "knownIndex",
        "top",
        "bottom",
      ),
    ).toEqual([
      ["detected", "bearish", 1, 10, 9],
      ["touched", "bearish", 2, 10, 9],
      ["filled", "bearish", 3, 10, 9],
    ]);
  });
});
