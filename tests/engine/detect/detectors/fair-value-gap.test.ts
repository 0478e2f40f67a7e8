import { describe, expect, it } from "vitest";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";

function gaps(rows: readonly Prices[], fairValueGap = {}) {
  const events = eventsOf("fair-value-gap", candlesOf(rows), { detectors: { fairValueGap } });
  return rowsOf(events, "filledPercent");
}

/** A bullish gap from 102 to 106, known at candle 2. */
const GAP: readonly Prices[] = [
  [100, 102, 99, 101],
  [101, 107, 101, 107],
  [107, 110, 106, 109],
];

/** A candle whose low is given and that closes at 109. */
function low(price: number): Prices {
  return [109, 110, price, 109];
}

const DETECTED = ["detected", 1, 2, undefined];

describe("fair-value-gap", () => {
  it("spans from the first high to the third low and is drawn at the middle candle", () => {
    expect(eventsOf("fair-value-gap", candlesOf(GAP))).toEqual([
      {
        kind: "fair-value-gap",
        event: "detected",
        id: "fair-value-gap:bullish:1736900100000",
        bias: "bullish",
        index: 1,
        knownIndex: 2,
        openTime: 1_736_900_100_000,
        knownAt: 1_736_901_900_000,
        top: 106,
        bottom: 102,
        facts: { sizePercent: 400 / 109, middleAgrees: true, middleClosesBeyond: true },
      },
    ]);
  });

  it("is the mirror image when bearish", () => {
    const [event] = eventsOf("fair-value-gap", candlesOf(mirrored(GAP)));
    expect(event).toMatchObject({ bias: "bearish", top: -102, bottom: -106 });
    expect(event?.facts).toMatchObject({ middleAgrees: true, middleClosesBeyond: true });
  });

  it("records a middle candle that goes the other way and closes inside", () => {
    const rows: Prices[] = [
      [100, 102, 99, 101],
      [106, 106, 101, 102],
      [107, 110, 106, 109],
    ];
    expect(eventsOf("fair-value-gap", candlesOf(rows))[0]?.facts).toMatchObject({
      middleAgrees: false,
      middleClosesBeyond: false,
    });
  });

  it("needs a gap: equal prices are none", () => {
    expect(gaps([...GAP.slice(0, 2), [107, 110, 102, 109]])).toEqual([]);
  });

  it("is not tested against the candle that makes it known", () => {
    expect(gaps(GAP)).toEqual([DETECTED]);
  });

  it("is touched at its edge, half filled at its middle and filled at its end, each once", () => {
    expect(gaps([...GAP, low(106.5), low(106), low(105), low(104), low(103), low(102), low(101)])).toEqual([
      DETECTED,
      ["touched", 1, 4, 0],
      ["half-filled", 1, 6, 50],
      ["filled", 1, 8, 100],
    ]);
  });

  it("does all of it on one candle in order", () => {
    expect(gaps([...GAP, [109, 110, 101, 101.5]])).toEqual([
      DETECTED,
      ["touched", 1, 3, 100],
      ["half-filled", 1, 3, 100],
      ["filled", 1, 3, 100],
      ["inverted", 1, 3, 100],
    ]);
  });

  it("lives on after it is filled until a candle closes beyond it", () => {
    const rows = [...GAP, low(101), [109, 110, 90, 102], low(103), [109, 110, 90, 101.9]] as const;
    expect(gaps(rows).slice(3)).toEqual([
      ["filled", 1, 3, 100],
      ["inverted", 1, 6, 100],
    ]);
  });

  it("is over once inverted", () => {
    expect(gaps([...GAP, [109, 110, 90, 95], low(90), low(103)], { maxAge: 3 }).at(-1)).toEqual([
      "inverted",
      1,
      3,
      100,
    ]);
  });

  it("expires with its age, after the tests of that candle", () => {
    const touched = ["touched", 1, 5, 25];
    expect(gaps([...GAP, low(107), low(107), low(105), low(107)], { maxAge: 3 })).toEqual([
      DETECTED,
      touched,
      ["expired", 1, 5, 25],
    ]);
    expect(
      gaps([...GAP, low(107), low(107), [109, 110, 95, 96]], { maxAge: 3 }).map(([event]) => event),
    ).toEqual(["detected", "touched", "half-filled", "filled", "inverted"]);
  });

  it("counts its age from the candle that made it known, 500 candles by default", () => {
    const quiet = (count: number) => Array.from({ length: count }, () => low(107));
    expect(gaps([...GAP, ...quiet(499)])).toEqual([DETECTED]);
    expect(gaps([...GAP, ...quiet(500)])).toEqual([DETECTED, ["expired", 1, 502, 0]]);
  });

  it("reports the deepest fill when it expires", () => {
    expect(gaps([...GAP, low(105.5), low(104.9), low(107)], { maxAge: 3 }).at(-1)).toEqual([
      "expired",
      1,
      5,
      27.5,
    ]);
  });

  it("reports percentages with two decimals", () => {
    const rows: Prices[] = [[100, 100, 99, 100], [100, 104, 100, 104], [104, 110, 103, 109], low(102)];
    expect(gaps(rows).at(-1)).toEqual(["touched", 1, 3, 33.33]);
  });

  it("obeys the smallest size in percent, the limit included", () => {
    const size = (100 * 4) / 109;
    expect(gaps(GAP, { minGapPercent: size })).toHaveLength(1);
    expect(gaps(GAP, { minGapPercent: size + 1e-12 })).toEqual([]);
  });

  it("obeys the smallest size in ATR and is silent while the ATR is undefined", () => {
    expect(gaps(GAP, { minGapAtr: 0.1 })).toEqual([]);
    const calm = Array.from({ length: 13 }, () => [100, 101, 99, 100] as const);
    // True ranges: thirteen of 2, then 3, 6, 4: ATR at the gap is ((29/14 x 13 + 6) / 14 x 13 + 4) / 14 = 2.47.
    expect(gaps([...calm, ...GAP], { minGapAtr: 1.6 })).toHaveLength(1);
    expect(gaps([...calm, ...GAP], { minGapAtr: 1.7 })).toEqual([]);
  });

  it("reports several gaps of one candle by index", () => {
    const rows: Prices[] = [...GAP, [112, 116, 111, 115], [111, 112, 105, 106]];
    expect(gaps(rows)).toEqual([
      DETECTED,
      ["detected", 2, 3, undefined],
      ["touched", 1, 4, 25],
      ["touched", 2, 4, 100],
      ["half-filled", 2, 4, 100],
      ["filled", 2, 4, 100],
      ["inverted", 2, 4, 100],
    ]);
  });
});
