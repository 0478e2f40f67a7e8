import { describe, expect, it } from "vitest";
import type { Prices } from "../detect/fixture.ts";
import { changed, flat, mirroredSignalsOf, plansOf, signalsOf } from "./candle-story.ts";

/**
 * The Asian range is 99.5 to 106 (candles 4 to 19). From midnight in New York (20) price trades below the open
 * of 100, sweeps the range at 21 and closes above the open at 22.
 */
const MORNING: readonly Prices[] = [
  ...changed(flat(20), 6, [100, 106, 99.8, 100]),
  [100, 100.2, 99.7, 99.8],
  [99.8, 99.9, 99, 99.6],
  [99.6, 101, 99.5, 100.8],
];
const judas = { strategy: "judasSwing" } as const;

describe("the Judas swing", () => {
  it("buys the turn after a false move below the Asian range, wrong below the raid", () => {
    const signals = signalsOf(MORNING, judas);
    expect(plansOf(signals)).toEqual([[22, "long", "market", 100.8, 99, [106]]]);
    expect(signals[0]?.reasons.slice(0, 3)).toEqual([
      { key: "reason-judas-swing", args: { bias: "bullish", level: 99 } },
      { key: "reason-sweep", args: { source: "session", name: "asian", side: "low", level: 99.5 } },
      { key: "reason-change-of-character", args: { bias: "bullish", level: 100 } },
    ]);
    expect(signals[0]?.endsOn).toEqual([{ kind: "swing-broken", level: 99 }]);
  });

  it("sells the same story upside down", () => {
    expect(plansOf(mirroredSignalsOf(MORNING, judas))).toEqual([
      [22, "short", "market", -100.8, -99, [-106]],
    ]);
  });

  it.each<[string, readonly Prices[], object]>([
    ["a range that is met and not swept", changed(MORNING, 21, [99.8, 99.9, 99.5, 99.6]), {}],
    ["a close at the open and not beyond", changed(MORNING, 22, [99.6, 101, 99.5, 100]), {}],
    ["another time of the day", MORNING, { start: "2025-01-15T06:00:00Z" }],
    ["no liquidity worth the risk", changed(MORNING, 6, [100, 103, 99.8, 100]), {}],
  ])("is silent for %s", (_, rows, changes) => {
    expect(signalsOf(rows, { ...judas, ...changes })).toEqual([]);
  });
});

/** Lows at 98 (16) and 97 (22); from 20 three down candles begin at 100, and 25 closes above that. */
const FIRST: readonly Prices[] = [
  ...changed(flat(16), 5, [100, 106, 99.9, 100]),
  [100, 100.2, 98, 99.8],
  [99.8, 100.4, 99.6, 100.2],
  ...flat(2),
  [100, 100.1, 99, 99.1],
  [99.1, 99.2, 98.4, 98.5],
  [98.5, 98.6, 97, 97.6],
  [97.6, 98.8, 97.5, 98.7],
  [98.7, 99.6, 98.6, 99.5],
  [99.5, 100.6, 99.4, 100.4],
];
/** The same market, but its second low stays above the first. */
const SECOND = changed(changed(FIRST, 22, [98.5, 98.6, 98.1, 98.3]), 23, [98.3, 98.8, 98.2, 98.7]);
const smt = { strategy: "smtDivergence", companion: SECOND } as const;

describe("the SMT divergence", () => {
  it("buys when the second market does not confirm a lower low and price turns up", () => {
    const signals = signalsOf(FIRST, smt);
    expect(plansOf(signals)).toEqual([[25, "long", "market", 100.4, 97, [106]]]);
    expect(signals[0]?.reasons.slice(0, 2)).toEqual([
      { key: "reason-smt-divergence", args: { bias: "bullish", level: 97 } },
      { key: "reason-change-of-character", args: { bias: "bullish", level: 100 } },
    ]);
  });

  it("speaks when the divergence is known, if price has turned before", () => {
    const rows = changed(FIRST, 24, [98.7, 100.6, 98.6, 100.4]);
    expect(plansOf(signalsOf(rows, { ...smt, companion: SECOND }))).toEqual([
      [24, "long", "market", 100.4, 97, [106]],
    ]);
  });

  it("sells the same story upside down", () => {
    expect(plansOf(mirroredSignalsOf(FIRST, smt))).toEqual([[25, "short", "market", -100.4, -97, [-106]]]);
  });

  it.each<[string, readonly Prices[], object]>([
    ["a second market that confirms", FIRST, { companion: FIRST }],
    ["no second market", FIRST, { companion: undefined }],
    ["a turn that comes too late", FIRST, { settings: { turnWithin: 0 } }],
    ["no turn", changed(FIRST, 25, [99.5, 100.6, 99.4, 100]), {}],
  ])("is silent for %s", (_, rows, changes) => {
    expect(signalsOf(rows, { ...smt, ...changes } as typeof smt)).toEqual([]);
  });
});
