import { describe, expect, it } from "vitest";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";

function blocks(rows: readonly Prices[], orderBlock = {}) {
  const events = eventsOf("order-block", candlesOf(rows), { detectors: { orderBlock } });
  return rowsOf(events, "number", "depthPercent");
}

/** A bullish block from 100 to 104 at candle 0, known at candle 1, which closes far above it. */
const BLOCK: readonly Prices[] = [
  [103, 104, 100, 101],
  [101, 111, 101, 110],
];

/** A candle above the block whose low is given: it goes nowhere. */
function low(price: number): Prices {
  return [110, 110.5, price, 110];
}

const DETECTED = ["detected", 0, 1, undefined, undefined];

describe("order-block before a strong candle", () => {
  it("is the opposite candle before it", () => {
    expect(eventsOf("order-block", candlesOf(BLOCK))).toEqual([
      {
        kind: "order-block",
        event: "detected",
        id: "order-block:bullish:1736899200000",
        bias: "bullish",
        index: 0,
        knownIndex: 1,
        openTime: 1_736_899_200_000,
        knownAt: 1_736_901_000_000,
        top: 104,
        bottom: 100,
        origins: ["strong-candle"],
      },
    ]);
    const [bearish] = eventsOf("order-block", candlesOf(mirrored(BLOCK)));
    expect(bearish).toMatchObject({ bias: "bearish", top: -100, bottom: -104 });
  });

  it("spans the body when told so", () => {
    const [event] = eventsOf("order-block", candlesOf(BLOCK), {
      detectors: { orderBlock: { zone: "body" } },
    });
    expect(event).toMatchObject({ top: 103, bottom: 101 });
  });

  it("needs a body strictly above the ratio, a range and an opposite candle", () => {
    const before = BLOCK[0] as Prices;
    // Body 3 of range 4 is exactly 0.75.
    expect(blocks([before, [101, 104.5, 100.5, 104]], { minBodyRatio: 0.75 })).toEqual([]);
    expect(blocks([before, [101, 104.5, 100.5, 104]], { minBodyRatio: 0.74 })).toHaveLength(1);
    expect(blocks([before, [101, 101, 101, 101]], { minBodyRatio: 0 })).toEqual([]);
    expect(blocks([[101, 104, 100, 101], BLOCK[1] as Prices])).toEqual([]);
    expect(blocks([[101, 104, 100, 103], BLOCK[1] as Prices])).toEqual([]);
  });

  it("can be switched off", () => {
    expect(blocks(BLOCK, { strongCandle: false })).toEqual([]);
  });
});

describe("order-block life", () => {
  it("is touched when price returns after it has left, with the depth in percent", () => {
    expect(blocks([...BLOCK, low(105), low(103)])).toEqual([DETECTED, ["touched", 0, 3, 1, 25]]);
    expect(blocks([...BLOCK, low(105), low(104)])).toEqual([DETECTED, ["touched", 0, 3, 1, 0]]);
    expect(blocks([...BLOCK, low(105), low(99)])).toEqual([DETECTED, ["touched", 0, 3, 1, 125]]);
    expect(blocks([...BLOCK, low(105), low(104.01)])).toEqual([DETECTED]);
  });

  it("counts a later candle as a touch only after price has left the block", () => {
    expect(blocks([...BLOCK, low(103), low(103)])).toEqual([DETECTED]);
    expect(blocks([...BLOCK, low(104), low(104.5), low(104), low(103), low(104.5), low(101)])).toEqual([
      DETECTED,
      ["touched", 0, 4, 1, 0],
      ["touched", 0, 7, 2, 75],
    ]);
  });

  it("takes the candle that made it known as having left when its low is above the block", () => {
    const away: Prices[] = [BLOCK[0] as Prices, [104.5, 112, 104.5, 112]];
    expect(blocks([...away, low(103)])).toEqual([DETECTED, ["touched", 0, 2, 1, 25]]);
    const edge: Prices[] = [BLOCK[0] as Prices, [104, 112, 104, 112]];
    expect(blocks([...edge, low(103)])).toEqual([DETECTED]);
  });

  it("is exhausted together with the third touch", () => {
    const visits = [low(105), low(103), low(105), low(103), low(105), low(103), low(105), low(103)];
    expect(blocks([...BLOCK, ...visits])).toEqual([
      DETECTED,
      ["touched", 0, 3, 1, 25],
      ["touched", 0, 5, 2, 25],
      ["touched", 0, 7, 3, 25],
      ["exhausted", 0, 7, undefined, undefined],
    ]);
  });

  it("is invalidated by a close beyond the far edge, not by one on it", () => {
    expect(blocks([...BLOCK, [100.5, 110, 99, 100]])).toEqual([DETECTED]);
    expect(blocks([...BLOCK, [100.5, 110, 99, 99.9]])).toEqual([
      DETECTED,
      ["invalidated", 0, 2, undefined, undefined],
    ]);
  });

  it("is invalidated by a wick when told so", () => {
    const wick = { invalidateOn: "wick" };
    expect(blocks([...BLOCK, low(100)], wick)).toEqual([DETECTED]);
    expect(blocks([...BLOCK, low(99.9)], wick)).toEqual([
      DETECTED,
      ["invalidated", 0, 2, undefined, undefined],
    ]);
  });

  it("is touched and invalidated by one candle", () => {
    expect(blocks([...BLOCK, low(105), [105, 105, 98, 99]]).map(([event]) => event)).toEqual([
      "detected",
      "touched",
      "invalidated",
    ]);
  });

  it("ends once: a last touch that closes beyond the block exhausts it", () => {
    const rows = [...BLOCK, low(105), [105, 105, 98, 99], low(99)] as const;
    expect(blocks(rows, { maxTouches: 1 }).map(([event]) => event)).toEqual([
      "detected",
      "touched",
      "exhausted",
    ]);
  });

  it("expires with its age, after the tests of that candle", () => {
    expect(blocks([...BLOCK, low(105), low(105), low(103), low(105)], { maxAge: 3 })).toEqual([
      DETECTED,
      ["touched", 0, 4, 1, 25],
      ["expired", 0, 4, undefined, undefined],
    ]);
    const crash: Prices = [110, 110, 98, 99];
    expect(blocks([...BLOCK, low(105), low(105), crash], { maxAge: 3 }).map(([event]) => event)).toEqual([
      "detected",
      "touched",
      "invalidated",
    ]);
  });

  it("lives for 100 candles after it became known", () => {
    const quiet = (count: number) => Array.from({ length: count }, () => low(105));
    expect(blocks([...BLOCK, ...quiet(99)])).toEqual([DETECTED]);
    expect(blocks([...BLOCK, ...quiet(100)])).toEqual([DETECTED, ["expired", 0, 101, undefined, undefined]]);
  });
});

describe("order-block before a break of internal structure", () => {
  const layers = [{ name: "internal", left: 1, right: 1 }];

  function broken(rows: readonly Prices[], orderBlock = {}) {
    const detectors = { swing: { layers }, orderBlock };
    return rowsOf(eventsOf("order-block", candlesOf(rows), { detectors }), "bias", "origins").filter(
      ([event]) => event === "detected",
    );
  }

  function doji(price: number): Prices {
    return [price, price + 1, price - 1, price];
  }

  /** A swing high of 13 at candle 1; candle 3 goes down. */
  const BEFORE: readonly Prices[] = [doji(10), doji(12), doji(10), [10, 11, 7, 9]];

  it("is the last opposite candle before the break", () => {
    expect(broken([...BEFORE, doji(11), doji(14)])).toEqual([
      ["detected", 3, 5, "bullish", ["structure-break"]],
    ]);
    expect(broken(mirrored([...BEFORE, doji(11), doji(14)]))).toEqual([
      ["detected", 3, 5, "bearish", ["structure-break"]],
    ]);
  });

  it("is not there when no candle of the ten before goes the other way", () => {
    const nine = Array.from({ length: 9 }, () => doji(11));
    expect(broken([...BEFORE, ...nine, doji(14)])).toHaveLength(1);
    expect(broken([...BEFORE, ...nine, doji(11), doji(14)])).toEqual([]);
  });

  it("has both origins when a strong candle breaks at once", () => {
    expect(broken([...BEFORE, [9, 14, 9, 14]])).toEqual([
      ["detected", 3, 4, "bullish", ["strong-candle", "structure-break"]],
    ]);
  });

  it("gives one block for each candle ever: a later naming says nothing", () => {
    const strong: Prices = [9, 12, 9, 12];
    expect(broken([...BEFORE, strong, doji(14)])).toEqual([["detected", 3, 4, "bullish", ["strong-candle"]]]);
  });

  it("follows only the layer called internal and can be switched off", () => {
    const rows = [...BEFORE, doji(11), doji(14)];
    expect(broken(rows, { structureBreak: false })).toEqual([]);
    const other = { swing: { layers: [{ name: "swing", left: 1, right: 1 }] } };
    expect(eventsOf("order-block", candlesOf(rows), { detectors: other })).toEqual([]);
  });
});
