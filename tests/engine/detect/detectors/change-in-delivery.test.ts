import { describe, expect, it } from "vitest";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";
import { itAgreesWithTheDefinitions } from "../oracle-agreement.ts";

function changes(bias: "bullish" | "bearish", rows: readonly Prices[]) {
  const events = eventsOf("change-in-delivery", candlesOf(rows));
  return rowsOf(
    events.filter((event) => event.bias === bias),
    "level",
  );
}

const bullish = (...rows: readonly Prices[]) => changes("bullish", rows);

/** A run of one candle with the level 10 and the low 7. */
const down: Prices = [10, 10.5, 7, 8];
const up: Prices = [8, 9, 7.5, 9];

describe("change in delivery", () => {
  it("is a close above the open of the run, known at that close and drawn at the run's first candle", () => {
    const candles = candlesOf([down, [8, 9, 6, 7], [7, 11, 6.5, 10.25]]);
    expect(eventsOf("change-in-delivery", candles)).toEqual([
      {
        kind: "change-in-delivery",
        event: "detected",
        id: "change-in-delivery:bullish:1736899200000",
        bias: "bullish",
        index: 0,
        knownIndex: 2,
        openTime: 1_736_899_200_000,
        knownAt: 1_736_901_900_000,
        level: 10,
      },
    ]);
  });

  it("is not a close at the level", () => {
    expect(bullish(down, [8, 11, 7.5, 10])).toEqual([]);
  });

  it("is bearish as the mirror image", () => {
    const rows: Prices[] = [down, [8, 9, 6, 7], [7, 11, 6.5, 10.25]];
    expect(changes("bearish", mirrored(rows))).toEqual([["detected", 0, 2, -10]]);
  });

  it("lets a doji go on with the run, whose low then counts", () => {
    const doji: Prices = [8, 9, 6, 8];
    expect(bullish(down, doji, [8, 11, 6, 10.5])).toEqual([["detected", 0, 2, 10]]);
    expect(bullish(down, doji, [8, 11, 5.9, 10.5])).toEqual([]);
  });

  it("does not start a run with a doji", () => {
    expect(bullish([10, 10.5, 7, 10], [10, 11, 9.5, 10.5])).toEqual([]);
  });

  it("takes an equal low for no lower low", () => {
    expect(bullish(down, [8, 11, 7, 10.5])).toEqual([["detected", 0, 1, 10]]);
  });

  it("is voided by a lower low, also when the same candle closes above the level", () => {
    expect(bullish(down, [8, 11, 6.75, 10.5], [10.5, 11.5, 10, 11])).toEqual([]);
  });

  it("keeps the lower of two runs", () => {
    const higher: Prices = [9, 9.25, 8, 8.5];
    expect(bullish(down, up, higher, [8.5, 9.75, 8.25, 9.5], [9.5, 10.75, 9.25, 10.5])).toEqual([
      ["detected", 0, 4, 10],
    ]);
  });

  it("gives way to a later run with a lower low", () => {
    const lower: Prices = [9, 9.25, 6.5, 8];
    expect(bullish(down, up, lower, [8, 9.75, 7, 9.5], [9.5, 10.75, 9.25, 10.5])).toEqual([
      ["detected", 2, 3, 9],
    ]);
  });

  it("never comes back to a run that ended while another was the candidate", () => {
    const higher: Prices = [9, 9.25, 8, 8.5];
    // 3 undercuts the candidate's low of 7 and closes up: nothing is left, the run at 2 is over as well.
    expect(bullish(down, up, higher, [8.5, 8.75, 6.5, 8.6], [8.6, 12, 8.5, 11])).toEqual([]);
  });

  it("lets one candle use up a candidate and go on as the next", () => {
    expect(bullish(down, up, [12, 12.5, 10.5, 11], [11, 13, 10.75, 12.5])).toEqual([
      ["detected", 0, 2, 10],
      ["detected", 2, 3, 12],
    ]);
  });

  it("lets one candle void a candidate and become the next", () => {
    expect(bullish(down, up, [9, 9, 6, 6.5], [6.5, 9.5, 6.25, 9.25])).toEqual([["detected", 2, 3, 9]]);
  });

  itAgreesWithTheDefinitions({
    name: "change in delivery",
    kinds: ["change-in-delivery"],
    detectors: {},
    oracle: {},
    atLeast: 10,
    maybeSilent: ["only-rising"],
  });
});
