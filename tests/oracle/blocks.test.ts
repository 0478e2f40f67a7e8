import { describe, expect, it } from "vitest";
import { facts, only, type Row, SHORT, series } from "./fixtures.ts";
import type { OracleOptions } from "./options.ts";
import { oracleDetections } from "./oracle.ts";

const blockOf = (rows: readonly Row[], index: number, options: OracleOptions = {}): unknown[][] =>
  facts(
    only(oracleDetections(series(rows), "1h", options), "order-block").filter(
      (found) => found.index === index,
    ),
    "event",
    "knownIndex",
    "number",
    "depthPercent",
  );

// A down candle, then one whose body fills its range: a block [10, 13] drawn at 0 and known at 1.
const down: Row = [12, 13, 10, 11];
const strongUp: Row = [11, 15, 11, 15];
const outside: Row = [15, 16, 14, 15];

describe("oracle: order block", () => {
  it("names the candle before a strong one of the other direction", () => {
    const found = oracleDetections(series([down, strongUp]), "1h");
    expect(facts(found, "kind", "event", "bias", "index", "knownIndex", "top", "bottom", "origins")).toEqual(
      expect.arrayContaining([["order-block", "detected", "bullish", 0, 1, 13, 10, ["strong-candle"]]]),
    );
  });

  it("names none after a doji, after an equal direction, or when the body is just 0.70 of the range", () => {
    const doji: Row = [11, 13, 10, 11];
    const exactly: Row = [11, 21, 11, 18]; // body 7 of range 10; 0.7 * 10 = 7 is not strictly exceeded
    const found = [
      [doji, strongUp],
      [strongUp, strongUp],
      [down, exactly],
    ].map((rows) => only(oracleDetections(series(rows), "1h"), "order-block"));
    expect(found).toEqual([[], [], []]);
  });

  it("takes the bodies when the zone is the body", () => {
    const options = { orderBlock: { zone: "body" } } as const;
    const [found] = only(oracleDetections(series([down, strongUp]), "1h", options), "order-block");
    expect([found?.top, found?.bottom]).toEqual([12, 11]);
  });

  // Candle 1 itself has L 11 <= 13, so 2 (L 12) is no touch: price has not been outside since the close of 1.
  // 3 leaves (L 14). 4: (13 - 12.25)/3 = 25 %. 5 stays in. 6 leaves. 7: (13 - 9)/3 = 133.33 %, closing inside.
  // 8 leaves. 9: (13 - 8)/3 = 166.67 % is the third touch: exhausted, although 9 also closes below 10.
  it("touches only after leaving, numbers the touches, and ends exhausted before invalidated", () => {
    const rows: Row[] = [
      down,
      strongUp,
      [15, 16, 12, 15],
      outside,
      [15, 16, 12.25, 14],
      [14, 15, 12, 15],
      outside,
      [15, 15, 9, 12],
      outside,
      [15, 15, 8, 9],
      outside,
    ];
    expect(blockOf(rows, 0)).toEqual([
      ["detected", 1, undefined, undefined],
      ["touched", 4, 1, 25],
      ["touched", 7, 2, 133.33],
      ["touched", 9, 3, 166.67],
      ["exhausted", 9, undefined, undefined],
    ]);
    const flips = only(oracleDetections(series(rows), "1h"), "mitigation-block");
    expect(flips.filter((found) => found.index === 0)).toEqual([]);
  });

  it("counts the candle at which it became known as outside when its low was above the zone", () => {
    const gapUp: Row = [14, 18, 14, 18];
    expect(blockOf([down, gapUp, [18, 18, 13, 17]], 0)).toEqual([
      ["detected", 1, undefined, undefined],
      ["touched", 2, 1, 0],
    ]);
  });

  it("is invalidated by a close below it, by a wick only when so set, and never by a close on the edge", () => {
    const onEdge: Row = [15, 15, 9, 10];
    const below: Row = [10, 10, 9, 9.75];
    expect(blockOf([down, strongUp, onEdge, below], 0)).toEqual([
      ["detected", 1, undefined, undefined],
      ["invalidated", 3, undefined, undefined],
    ]);
    expect(blockOf([down, strongUp, onEdge, below], 0, { orderBlock: { invalidateOn: "wick" } })).toEqual([
      ["detected", 1, undefined, undefined],
      ["invalidated", 2, undefined, undefined],
    ]);
  });

  it("still tests the candle of the age limit, and expires only if nothing ended the block", () => {
    const options = { orderBlock: { maxAge: 2 } };
    expect(blockOf([down, strongUp, outside, [15, 15, 12, 13], outside], 0, options)).toEqual([
      ["detected", 1, undefined, undefined],
      ["touched", 3, 1, 33.33],
      ["expired", 3, undefined, undefined],
    ]);
    expect(blockOf([down, strongUp, outside, [15, 15, 9, 9], outside], 0, options)).toEqual([
      ["detected", 1, undefined, undefined],
      ["touched", 3, 1, 133.33],
      ["invalidated", 3, undefined, undefined],
    ]);
  });

  // Swing high 14 at 1, known 2. Down candle 2. 3 is strong and closes at 15 > 14: both origins name candle 2.
  it("gives a block named twice at one close both origins", () => {
    const rows: Row[] = [
      [10, 12, 9, 11],
      [11, 14, 9.5, 12],
      [12, 13, 10, 11],
      [11, 15, 11, 15],
    ];
    const found = only(oracleDetections(series(rows), "1h", SHORT), "order-block", "detected");
    expect(facts(found, "bias", "index", "knownIndex", "origins")).toEqual([
      ["bullish", 2, 3, ["strong-candle", "structure-break"]],
    ]);
  });

  // As above, but 3 is a weak up candle (body 1 of range 3) that names nothing, and 4 closes above 14 with a
  // body of 2 of range 4: only structure names candle 2, two candles back.
  it("finds the last down candle before a break of structure", () => {
    const rows: Row[] = [
      [10, 12, 9, 11],
      [11, 14, 9.5, 12],
      [12, 13, 10, 11],
      [11, 13, 10, 12],
      [13, 16, 12, 15],
    ];
    const found = oracleDetections(series(rows), "1h", SHORT);
    expect(facts(only(found, "order-block", "detected"), "index", "knownIndex", "origins")).toEqual([
      [2, 4, ["structure-break"]],
    ]);
    const off = oracleDetections(series(rows), "1h", { ...SHORT, orderBlock: { structureBreak: false } });
    expect(only(off, "order-block")).toEqual([]);
  });
});

describe("oracle: breaker and mitigation block", () => {
  // The bullish block of candle 0 fails at 2; no pool existed. 3 reaches back to 10: retested. 4 closes above 13.
  const failing: Row[] = [down, strongUp, [15, 15, 9, 9], [9, 10, 8, 9], [9, 14, 9, 13.5]];

  // Candle 0 is the whole New York lunch hour: its high of 13 becomes a pool at 1, is tested against that same
  // candle and broken by its close at 15, after the block's candle 0 and known with the block.
  it("counts the pools of the clock", () => {
    const found = oracleDetections(series(failing), "1h");
    expect(facts(only(found, "breaker-block", "detected"), "bias", "index", "knownIndex")).toEqual([
      ["bearish", 0, 2],
    ]);
  });

  it("flips a failed block into a mitigation block when no liquidity was taken", () => {
    const found = only(oracleDetections(series(failing), "1h", { windows: [] }), "mitigation-block");
    expect(
      facts(
        found.filter(({ index }) => index === 0),
        "event",
        "bias",
        "knownIndex",
        "top",
        "bottom",
      ),
    ).toEqual([
      ["detected", "bearish", 2, 13, 10],
      ["retested", "bearish", 3, 13, 10],
      ["invalidated", "bearish", 4, 13, 10],
    ]);
  });

  // A swing high of 14 at 1, known at 2, is a buy-side pool. The block of candle 3 (known 4) has its high taken
  // at 5 (H 14.5, close 13: swept) and fails at 6: a breaker. With a lower high at 5 it is a mitigation block.
  const beforeBlock: Row[] = [
    [10, 12, 9, 11],
    [11, 14, 9.5, 12],
    [12, 13, 10, 12],
    [12, 12.5, 11, 11.5],
    [11.5, 13.5, 11.5, 13.5],
  ];
  const fails: Row = [13, 13, 9, 10];

  it("flips into a breaker when a known high was taken between the block and its failure", () => {
    const options = { ...SHORT, orderBlock: { structureBreak: false }, windows: [] };
    const taken = oracleDetections(series([...beforeBlock, [13.5, 14.5, 13, 13], fails]), "1h", options);
    const lower = oracleDetections(series([...beforeBlock, [13.5, 13.75, 13, 13], fails]), "1h", options);
    const flips = [taken, lower].map((found) =>
      found
        .filter(({ kind, index }) => index === 3 && kind.endsWith("-block") && kind !== "order-block")
        .map(({ kind, bias, knownIndex }) => [kind, bias, knownIndex]),
    );
    expect(flips).toEqual([[["breaker-block", "bearish", 6]], [["mitigation-block", "bearish", 6]]]);
  });
});
