import { describe, expect, it } from "vitest";
import type { Detection } from "../../src/engine/detect/detection.ts";
import { describeDifferences, describeOrder } from "./compare.ts";

const detected: Detection = {
  kind: "order-block",
  event: "detected",
  id: "a",
  bias: "bullish",
  index: 0,
  knownIndex: 1,
  openTime: 0,
  knownAt: 120_000,
  top: 13,
  bottom: 10,
  origins: ["strong-candle"],
};
const { origins: _origins, ...zone } = detected;
const touched: Detection = {
  ...zone,
  event: "touched",
  knownIndex: 4,
  knownAt: 300_000,
  number: 1,
  depthPercent: 25,
};
const list = [detected, touched];

describe("describeDifferences", () => {
  it("finds nothing between equal lists whose ids are written in another way", () => {
    expect(
      describeDifferences(
        list,
        list.map((one) => ({ ...one, id: `ob/${one.id}` })),
      ),
    ).toEqual([]);
  });

  it("names what is missing and what is too many", () => {
    expect(describeDifferences(list, [detected])).toEqual([
      "missing: order-block touched bullish index 0 known 4 top 13 bottom 10 number 1",
    ]);
    expect(describeDifferences([touched], list)).toEqual([
      "unexpected: order-block detected bullish index 0 known 1 top 13 bottom 10",
    ]);
  });

  it("compares numbers exactly and names the field", () => {
    const summary = "order-block touched bullish index 0 known 4 top 13 bottom 10 number 1";
    expect(describeDifferences(list, [detected, { ...touched, bottom: 10.000000000000002 }])).toEqual([
      `${summary}: bottom expected 10, actual 10.000000000000002`,
    ]);
    const { depthPercent: _depth, ...plain } = touched;
    expect(describeDifferences(list, [detected, plain])).toEqual([
      `${summary}: depthPercent expected 25, actual none`,
    ]);
  });

  it("leaves out what it is told to", () => {
    const other = [detected, { ...touched, depthPercent: 26 }];
    expect(describeDifferences(list, other)).toHaveLength(1);
    expect(describeDifferences(list, other, { ignore: ["order-block.depthPercent"] })).toEqual([]);
  });

  it("sees an id that splits one life or joins two", () => {
    const split = describeDifferences(list, [detected, { ...touched, id: "b" }]);
    expect(split).toEqual([expect.stringMatching(/^id: order-block touched/)]);
    const second = { ...detected, id: "b", index: 5, knownIndex: 6 };
    const joined = describeDifferences([detected, second], [detected, { ...second, id: "a" }]);
    expect(joined).toEqual([expect.stringMatching(/^id: order-block detected/)]);
  });

  it("pairs two detections at one place by their values, in any order", () => {
    const pool = (source: string, level: number): Detection => ({
      kind: "liquidity-pool",
      event: "detected",
      id: source,
      side: "high",
      index: 3,
      knownIndex: 9,
      openTime: 0,
      knownAt: 60_000,
      source,
      level,
    });
    const [day, week] = [pool("previous-day", 5), pool("previous-week", 5)];
    expect(describeDifferences([day, week], [week, day])).toEqual([]);
  });

  it("compares the flags of a break of structure", () => {
    const broken = (facts: Record<string, number | boolean>): Detection => ({
      ...zone,
      kind: "market-structure",
      event: "choch",
      layer: "internal",
      level: 12,
      facts,
    });
    expect(describeDifferences([broken({ displacement: false })], [broken({})])).toEqual([]);
    expect(describeDifferences([broken({ sweptWithin: 2 })], [broken({ sweptWithin: 3 })])).toEqual([
      expect.stringMatching(/sweptWithin expected 2, actual 3$/),
    ]);
  });
});

describe("describeOrder", () => {
  it("names the first place at which two lists differ", () => {
    expect(describeOrder(list, [...list])).toEqual([]);
    expect(describeOrder(list, [touched, detected])).toEqual([expect.stringMatching(/^place 0: expected/)]);
  });
});
