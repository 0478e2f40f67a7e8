import { describe, expect, it } from "vitest";
import type { Prices } from "../detect/fixture.ts";
import { changed, flat, mirroredSignalsOf, plansOf, signalsOf } from "./candle-story.ts";

/**
 * A high at 104.5 (5) and a low at 98 (16). 18 is the bearish block 99.9 to 100.8; the move from it sweeps the low
 * at 20, 22 closes above the block and makes it a bullish breaker, 24 comes back and closes above again.
 */
const STORY: readonly Prices[] = [
  ...changed(flat(16), 5, [100, 104.5, 99.9, 100]),
  [100, 100.2, 98, 99.6],
  [99.6, 100.3, 99.4, 100.1],
  [100.1, 100.8, 99.9, 100.6],
  [100.6, 100.7, 98.4, 98.5],
  [98.5, 98.6, 97.4, 98.3],
  [98.3, 100.2, 98.2, 99.8],
  [99.8, 101.6, 99.7, 101.4],
  [101.4, 101.9, 101.1, 101.7],
  [101.7, 101.8, 100.5, 101.3],
];
const options = { strategy: "breakerRetest" } as const;

describe("the breaker retest", () => {
  it("buys the first return to a breaker that holds, wrong below it", () => {
    const signals = signalsOf(STORY, options);
    expect(plansOf(signals)).toEqual([[24, "long", "market", 101.3, 99.9, [104.5]]]);
    expect(signals[0]?.reasons[0]).toEqual({
      key: "reason-breaker-retest",
      args: { top: 100.8, bottom: 99.9 },
    });
    expect(signals[0]).toMatchObject({
      endsOn: [{ kind: "block-invalidated", top: 100.8, bottom: 99.9 }],
      features: { isBreaker: 1 },
    });
  });

  it("is wrong below the wick when that went through the block", () => {
    const deep = changed(STORY, 24, [101.7, 101.8, 99.7, 101.3]);
    expect(plansOf(signalsOf(deep, options))).toEqual([[24, "long", "market", 101.3, 99.7, [104.5]]]);
  });

  it("sells the same story upside down", () => {
    expect(plansOf(mirroredSignalsOf(STORY, options))).toEqual([
      [24, "short", "market", -101.3, -99.9, [-104.5]],
    ]);
  });

  it("trades blocks that took no liquidity only when asked to", () => {
    const met = changed(STORY, 20, [98.5, 98.6, 98, 98.3]);
    expect(signalsOf(met, options)).toEqual([]);
    const signals = signalsOf(met, { ...options, settings: { mitigationBlocks: true } });
    expect(plansOf(signals)).toEqual([[24, "long", "market", 101.3, 99.9, [104.5]]]);
    expect(signals[0]?.reasons[0]?.key).toBe("reason-mitigation-retest");
  });

  it("asks for a close outside unless told otherwise", () => {
    const inside = changed(STORY, 24, [101.7, 101.8, 100.5, 100.8]);
    expect(signalsOf(inside, options)).toEqual([]);
    expect(plansOf(signalsOf(inside, { ...options, settings: { rejection: false } }))).toEqual([
      [24, "long", "market", 100.8, 99.9, [104.5]],
    ]);
  });

  it.each<[string, readonly Prices[], object]>([
    ["a return that stays above", changed(STORY, 24, [101.7, 101.8, 100.9, 101.3]), {}],
    ["a return that closes through", changed(STORY, 24, [101.7, 101.8, 99.5, 99.8]), { rejection: false }],
    ["liquidity that is not worth the risk", STORY, { minTargetR: 2.3 }],
  ])("is silent for %s", (_, rows, settings) => {
    expect(signalsOf(rows, { ...options, settings })).toEqual([]);
  });

  it("speaks at the first return only", () => {
    const again: Prices[] = [...STORY, [101.3, 102, 101.2, 101.8], [101.8, 101.9, 100.6, 101.4]];
    expect(signalsOf(again, options)).toHaveLength(1);
  });
});
