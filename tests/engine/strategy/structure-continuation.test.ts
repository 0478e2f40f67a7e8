import { describe, expect, it } from "vitest";
import type { Prices } from "../detect/fixture.ts";
import { changed, flat, mirroredSignalsOf, plansOf, signalsOf } from "./candle-story.ts";

/**
 * A high at 106 (5). 16 and 18 make a low and a high at 102, 20 the low 99.6 from which 22 breaks the high on both
 * layers of swings; it leaves the gap 101.2 to 102.
 */
const STORY: readonly Prices[] = [
  ...changed(flat(16), 5, [100, 106, 99.9, 100]),
  [100, 100.2, 98.6, 99.8],
  [99.8, 101, 99.7, 100.9],
  [100.9, 102, 100.5, 101.2],
  [101.2, 101.4, 100.2, 100.4],
  [100.4, 100.9, 99.6, 100.8],
  [100.8, 101.2, 100.6, 101.1],
  [101.1, 103.2, 100.8, 103],
  [103, 103.6, 102, 103.4],
];
const options = { strategy: "structureContinuation" } as const;

describe("the structure continuation", () => {
  it("waits at the gap of the break, wrong below the low the leg came from", () => {
    const signals = signalsOf(STORY, options);
    expect(plansOf(signals)).toEqual([[23, "long", "limit", 102, 99.6, [106]]]);
    expect(signals[0]?.reasons.slice(0, 2)).toEqual([
      { key: "reason-break-of-structure", args: { bias: "bullish", level: 102 } },
      { key: "reason-entry-gap", args: { top: 102, bottom: 101.2 } },
    ]);
    expect(signals[0]?.endsOn).toEqual([
      { kind: "gap-filled", top: 102, bottom: 101.2 },
      { kind: "swing-broken", level: 99.6 },
    ]);
  });

  it("sells the same story upside down", () => {
    expect(plansOf(mirroredSignalsOf(STORY, options))).toEqual([[23, "short", "limit", -102, -99.6, [-106]]]);
  });

  it("waits in the cheaper half of the leg when asked to", () => {
    const settings = { entryPlace: "discount" } as const;
    const [signal] = signalsOf(STORY, { ...options, settings });
    expect(signal?.entry).toBeCloseTo((99.6 + 103.6) / 2, 10);
  });

  it.each<[string, readonly Prices[], object]>([
    ["no larger direction", STORY, { layers: [{ name: "internal", left: 2, right: 2 }] }],
    ["a break that leaves no gap", changed(STORY, 23, [103, 103.6, 101.2, 103.4]), {}],
    ["a wick beyond the high", changed(STORY, 22, [101.1, 103.2, 100.8, 102]).slice(0, 23), {}],
    ["a gap too small to wait at", STORY, { settings: { minGapAtr: 1 } }],
    ["no liquidity worth the risk", changed(STORY, 5, [100, 105.5, 99.9, 100]), {}],
  ])("is silent for %s", (_, rows, changes) => {
    expect(signalsOf(rows, { ...options, ...changes })).toEqual([]);
  });
});
