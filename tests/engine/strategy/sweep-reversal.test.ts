import { describe, expect, it } from "vitest";
import type { Prices } from "../detect/fixture.ts";
import { changed, flat, mirroredSignalsOf, plansOf, signalsOf } from "./candle-story.ts";

/**
 * Structure turns down at 19, a low at 98 (21) and a high at 102 (23) form, 26 sweeps the low, 28 displaces through
 * the high and leaves the gap 99.2 to 100. The leg runs from 97.4 to 103.4, its middle is 100.4. Liquidity above
 * is the high 104.6 of 18.
 */
const STORY: readonly Prices[] = [
  ...flat(16, 104),
  [104, 104.2, 102, 103],
  [103, 104.4, 102.8, 104],
  [104, 104.6, 103, 104.2],
  [104.2, 104.3, 101.4, 101.5],
  [101.5, 101.8, 99, 99.5],
  [99.5, 100, 98, 99.2],
  [99.2, 101, 98.9, 100.8],
  [100.8, 102, 100.4, 101.4],
  [101.4, 101.6, 99.8, 100],
  [100, 100.3, 98.6, 98.8],
  [98.8, 99, 97.4, 98.5],
  [98.5, 99.2, 98.3, 99.1],
  [99.1, 102.8, 99, 102.6],
  [102.6, 103.4, 100, 103],
];
const ENDS_AT_HIGH = changed(changed(STORY, 28, [99.1, 102.8, 99, 102]), 29, [102, 103.4, 100, 101.9]);
const options = { strategy: "sweepReversal" } as const;

describe("the sweep reversal", () => {
  it("waits at the gap of the turn with the stop at the swept low and the high above as target", () => {
    const signals = signalsOf(STORY, options);
    expect(plansOf(signals)).toEqual([[29, "long", "limit", 100, 97.4, [104.6]]]);
    expect(signals[0]?.evidence.map(({ kind, index }) => [kind, index]).slice(0, 3)).toEqual([
      ["liquidity-sweep", 26],
      ["market-structure", 23],
      ["fair-value-gap", 28],
    ]);
  });

  it("tells its story with the prices", () => {
    const [signal] = signalsOf(STORY, options);
    expect(signal?.reasons.slice(0, 3)).toEqual([
      { key: "reason-sweep", args: { source: "swing", name: "", side: "low", level: 98 } },
      { key: "reason-structure-shift", args: { bias: "bullish", level: 102 } },
      { key: "reason-entry-gap", args: { top: 100, bottom: 99.2 } },
    ]);
    expect(signal?.endsOn).toEqual([
      { kind: "gap-filled", top: 100, bottom: 99.2 },
      { kind: "swing-broken", level: 97.4 },
    ]);
    expect(signal?.features).toMatchObject({ shiftAfterSweepCandles: 2, retracement: (103.4 - 100) / 6 });
  });

  it("sells the same story upside down", () => {
    expect(plansOf(mirroredSignalsOf(STORY, options))).toEqual([
      [29, "short", "limit", -100, -97.4, [-104.6]],
    ]);
  });

  it("puts the stop a part of ATR beyond the swept low", () => {
    const [exact] = signalsOf(STORY, options);
    const [signal] = signalsOf(STORY, { ...options, settings: { stopBufferAtr: 0.1 } });
    const atr = (100 - 97.4) / (exact?.features.stopDistanceAtr ?? 0);
    expect(atr).toBeGreaterThan(1);
    expect(signal?.stop).toBeCloseTo(97.4 - 0.1 * atr, 10);
  });

  it("waits at the middle of the leg when the gap begins above it", () => {
    const higher = changed(STORY, 29, [102.6, 103.4, 100.9, 103]);
    expect(plansOf(signalsOf(higher, { ...options, settings: { minTargetR: 1 } }))).toEqual([
      [29, "long", "limit", 100.4, 97.4, [104.6]],
    ]);
  });

  it("waits in the optimal trade entry when asked to", () => {
    const [signal] = signalsOf(STORY, { ...options, settings: { entryPlace: "ote" } });
    expect(signal?.entry).toBeCloseTo(103.4 - 0.62 * 6, 10);
  });

  it("takes the block that the turn came from when no gap lies in the cheaper half", () => {
    const dear = changed(STORY, 27, [98.5, 100.6, 98.3, 99.1]);
    const signals = signalsOf(changed(dear, 29, [102.6, 103.4, 100.7, 103]), options);
    expect(plansOf(signals)).toEqual([[29, "long", "limit", 99, 97.4, [104.6]]]);
    expect(signals[0]?.endsOn?.[0]).toEqual({ kind: "block-invalidated", top: 99, bottom: 97.4 });
  });

  it("enters at the close when told to", () => {
    const settings = { entryType: "market", minTargetR: 0.2 } as const;
    expect(plansOf(signalsOf(STORY, { ...options, settings }))).toEqual([
      [29, "long", "market", 103, 97.4, [104.6]],
    ]);
  });

  it.each<[string, readonly Prices[], object]>([
    ["a low that is met and not swept", changed(STORY, 26, [98.8, 99, 98, 98.5]), {}],
    ["a low that price closed below", changed(STORY, 26, [98.8, 99, 97.4, 97.9]), {}],
    ["a close at the high and not beyond", ENDS_AT_HIGH, {}],
    ["a break without displacement", changed(STORY, 28, [101.5, 102.8, 99, 102.6]), {}],
    ["a sweep too long before the turn", STORY, { sweepWithin: 1 }],
    ["liquidity that is not worth the risk", STORY, { minTargetR: 1.8 }],
    ["liquidity too far away", STORY, { maxTargetR: 1.6 }],
    ["a stop within the noise", STORY, { minStopAtr: 2 }],
    ["another timeframe", STORY, { timeframes: ["5m"] }],
  ])("is silent for %s", (_, rows, settings) => {
    expect(signalsOf(rows, { ...options, settings })).toEqual([]);
  });

  it("speaks once for one turn", () => {
    const later: Prices[] = [...STORY, [103, 104.2, 102.8, 104], [104, 104.5, 103.9, 104.4]];
    expect(signalsOf(later, options)).toHaveLength(1);
  });
});
