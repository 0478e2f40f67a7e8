import { describe, expect, it } from "vitest";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";

const layers = [{ name: "internal", left: 1, right: 1 }];

function structure(rows: readonly Prices[], options: Record<string, unknown> = {}) {
  const detectors = { swing: { layers }, marketStructure: options };
  return rowsOf(eventsOf("market-structure", candlesOf(rows), { detectors }), "bias", "level");
}

/** A candle that closes where it opens, with a wick of 1 on both sides. */
function doji(price: number): Prices {
  return [price, price + 1, price - 1, price];
}

/** High at candle 1 (level 13), low at candle 3 (level 7). */
const SWINGS = [doji(10), doji(12), doji(10), doji(8), doji(10)];

describe("market-structure", () => {
  it("calls the first break of a high a break of structure, drawn at the swing", () => {
    expect(
      eventsOf("market-structure", candlesOf([...SWINGS, doji(14)]), { detectors: { swing: { layers } } }),
    ).toEqual([
      {
        kind: "market-structure",
        event: "bos",
        id: "market-structure:internal:bullish:1736900100000",
        bias: "bullish",
        index: 1,
        knownIndex: 5,
        openTime: 1_736_900_100_000,
        knownAt: 1_736_904_600_000,
        layer: "internal",
        level: 13,
        facts: { displacement: false },
      },
    ]);
  });

  it("does not break at a close on the level", () => {
    expect(structure([...SWINGS, doji(13)])).toEqual([]);
  });

  it("does not break on a wick unless told so", () => {
    const wick: Prices = [12, 13.5, 11, 12];
    expect(structure([...SWINGS, wick])).toEqual([]);
    expect(structure([...SWINGS, wick], { breakOn: "wick" })).toEqual([["bos", 1, 5, "bullish", 13]]);
    expect(structure([...SWINGS, [12, 13, 11, 12]], { breakOn: "wick" })).toEqual([]);
  });

  it("calls a break against the bias a change of character", () => {
    const rows = [...SWINGS, doji(14), doji(6)];
    expect(structure(rows)).toEqual([
      ["bos", 1, 5, "bullish", 13],
      ["choch", 3, 6, "bearish", 7],
    ]);
    expect(structure(mirrored(rows))).toEqual([
      ["bos", 1, 5, "bearish", -13],
      ["choch", 3, 6, "bullish", -7],
    ]);
  });

  it("breaks a level only once", () => {
    expect(structure([...SWINGS, doji(14), doji(15), doji(16)])).toEqual([["bos", 1, 5, "bullish", 13]]);
  });

  it("takes the newest confirmed swing as the level, before the confirming candle is tested", () => {
    // The high of candle 5 (12) is confirmed by candle 6 and replaces 13, which is never broken.
    const rows = [...SWINGS, doji(11), doji(10), doji(12.5)];
    expect(structure(rows)).toEqual([["bos", 5, 7, "bullish", 12]]);
  });

  it("handles the high first when one candle breaks both sides by wick", () => {
    expect(structure([...SWINGS, [10, 14, 6, 10]], { breakOn: "wick" })).toEqual([
      ["bos", 1, 5, "bullish", 13],
      ["choch", 3, 5, "bearish", 7],
    ]);
  });

  it("flags a break whose candle, or one of the two before, displaces in its direction", () => {
    const calm = Array.from({ length: 14 }, () => [10, 10.1, 9.9, 10] as const);
    // ATR is about 0.3 at the swings; the body of 4 displaces.
    const before: Prices[] = [...calm, [10, 12, 9.9, 10], [10, 10.1, 8, 10], [10, 10.1, 9.9, 10]];
    const jump: Prices = [10, 14, 10, 14];
    const facts = (rows: Prices[]) =>
      eventsOf("market-structure", candlesOf(rows), { detectors: { swing: { layers } } }).map((event) => [
        event.event,
        event.knownIndex,
        event.facts?.displacement,
      ]);
    expect(facts([...before, jump])).toEqual([["bos", 17, true]]);
    // A strong candle that stays below the level, then a weak one that breaks it: 0, 1, 2 and 3 candles later.
    const strong: Prices = [10, 11.9, 10, 11.9];
    const rest: Prices = [11.9, 11.9, 11.85, 11.9];
    const weak: Prices = [11.9, 12.2, 11.8, 12.1];
    expect(facts([...before, strong, weak])).toEqual([["bos", 18, true]]);
    expect(facts([...before, strong, rest, weak])).toEqual([["bos", 19, true]]);
    expect(facts([...before, strong, rest, rest, weak])).toEqual([["bos", 20, false]]);
  });

  it("keeps layers apart", () => {
    const two = [...layers, { name: "swing", left: 2, right: 2 }];
    const rows = [doji(9), ...SWINGS, doji(9), doji(14)];
    const events = eventsOf("market-structure", candlesOf(rows), { detectors: { swing: { layers: two } } });
    expect(rowsOf(events, "layer", "level")).toEqual([
      ["bos", 2, 7, "swing", 13],
      ["bos", 5, 7, "internal", 11],
    ]);
  });
});
