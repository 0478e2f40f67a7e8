import { describe, expect, it } from "vitest";
import type { Detection } from "../../../src/engine/detect/detection.ts";
import {
  block,
  bornBlock,
  CLOSE_TIME,
  evaluate,
  everything,
  gap,
  MINUTES_15,
  OPEN_TIME,
  type Scene,
} from "./touch-scene.ts";

describe("the order block touch", () => {
  it("buys at the close of the first touch, stop 0.2 % beyond the block, target 1 % away", () => {
    expect(evaluate({})).toEqual([
      {
        id: `BTC/USDT|15m|order-block-touch|long|${CLOSE_TIME}`,
        symbol: "BTC/USDT",
        timeframe: "15m",
        strategy: "order-block-touch",
        direction: "long",
        knownAt: CLOSE_TIME,
        expiresAt: CLOSE_TIME + 24 * MINUTES_15,
        entryType: "market",
        entry: 101,
        stop: 99.8,
        targets: [102.01],
        score: 3,
        grade: "C",
        parts: expect.any(Array),
        endsOn: [{ kind: "block-invalidated", top: 101.2, bottom: 100 }],
        reasons: [
          { key: "reason-order-block-touch", args: { top: 101.2, bottom: 100, timeframe: "15m" } },
          { key: "reason-target", args: { price: 102.01, r: (102.01 - 101) / (101 - 99.8) } },
        ],
        evidence: [bornBlock(), block()],
        features: {
          stopDistancePercent: (100 * (101 - 99.8)) / 101,
          targetR: (102.01 - 101) / (101 - 99.8),
          closeFromEntryR: 0,
          zoneAgeCandles: 3,
          largerBias: 0,
          swept: 0,
          displaced: 0,
          gapInBlock: 0,
          inKillZone: 0,
          hourUtc: 13,
          weekdayUtc: 2,
          blockHeightPercent: (100 * (101.2 - 100)) / 101,
          depthPercent: 58.33,
          gapPercent: 0,
          closeInCandle: 0.25,
          structureBreak: 0,
          rejection: 0,
        },
      },
    ]);
  });

  it("sells at a bearish block with everything mirrored", () => {
    const bearish = block({ bias: "bearish", top: 102, bottom: 100.8 });
    const [signal] = evaluate({ fresh: [bearish], zones: [] });
    expect(signal).toMatchObject({ direction: "short", entry: 101, targets: [99.99], evidence: [bearish] });
    expect(signal?.stop).toBeCloseTo(102.204, 10);
  });

  it("waits at the edge of the block as a limit entry", () => {
    const settings = { entryType: "limit", targetPercents: [2, 1] } as const;
    expect(evaluate({}, { ...settings, targetPercents: [2, 1] })).toMatchObject([
      { entryType: "limit", entry: 101.2, stop: 99.8, targets: [101.2 * 1.01, 101.2 * 1.02] },
    ]);
  });

  it.each<[string, Scene]>([
    ["the second touch", { fresh: [block({ number: 2 })] }],
    ["a block that the same candle invalidated", { fresh: [block(), block({ event: "invalidated" })] }],
    ["another event of a block", { fresh: [block({ event: "exhausted" }), bornBlock()] }],
    ["a touch of another kind", { fresh: [gap({ event: "touched", number: 1 })] }],
    ["a close at the stop", { close: 99.8 }],
    ["a close beyond the stop", { close: 99.7 }],
    ["nothing fresh", { fresh: [] }],
  ])("is silent for %s", (_, scene) => {
    expect(evaluate(scene)).toEqual([]);
  });

  it("is silent while it is switched off", () => {
    expect(evaluate({}, { enabled: false })).toEqual([]);
  });

  // The target is 1.01 / 1.2 = 0.84R away; three are worth 10 points, so that is 2.8.
  it.each<[string, Scene, number, string[]]>([
    ["nothing else", {}, 3, []],
    ["an overlapping gap", { zones: [gap()] }, 13, ["reason-gap-in-block"]],
    ["a kill zone", { session: "new-york-am" }, 13, ["reason-kill-zone"]],
    [
      "a block that broke structure, which is told and not counted",
      { zones: [bornBlock({ origins: ["structure-break"] })] },
      3,
      ["reason-structure-break"],
    ],
    // The target is 1.013 / 1.5 = 0.68R away: 2.3 points.
    ["a close outside of the block, which is told too", { close: 101.3 }, 2, ["reason-rejection"]],
    [
      "a gap in a kill zone",
      { zones: [gap()], session: "asian" },
      23,
      ["reason-gap-in-block", "reason-kill-zone"],
    ],
  ])("has its score with %s", (_, scene, score, reasons) => {
    const [signal] = evaluate(scene);
    expect([signal?.score, signal?.grade]).toEqual([score, "C"]);
    expect(signal?.reasons.slice(1).map(({ key }) => key)).toEqual([...reasons, "reason-target"]);
  });

  it("is scored as every other setup, and says of each part why", () => {
    const [signal] = evaluate(everything);
    const parts = signal?.parts.map(({ name, points, maxPoints, why }) => [name, points, maxPoints, why.key]);
    expect(parts).toEqual([
      ["higher-timeframe-bias", 20, 20, "reason-higher-bias"],
      ["premium-discount", 15, 15, "reason-dealing-place"],
      ["sweep", 15, 15, "reason-sweep"],
      ["displacement", 15, 15, "reason-displacement"],
      ["gap-in-block", 10, 10, "reason-gap-in-block"],
      ["kill-zone", 10, 10, "reason-kill-zone"],
      ["target-distance", 2.8, 10, "reason-target"],
      ["relative-volume", 2, 5, "reason-volume"],
    ]);
    expect([signal?.score, signal?.grade]).toEqual([90, "A"]);
    expect(signal?.parts.map(({ why }) => why.args)).toMatchObject([
      { timeframe: "1h", bias: "bullish", level: 102.7 },
      { place: "discount", entry: 101, position: 33, top: 105, bottom: 99 },
      { source: "session", name: "asian", side: "low", level: 101.8 },
      { from: 103, to: 103 },
      { top: 101.2, bottom: 101 },
      { name: "asian" },
      { price: 102.01 },
      { times: 1.2 },
    ]);
  });

  it("says of every part that is missing what is missing", () => {
    const [signal] = evaluate({});
    expect(signal?.parts.map(({ points, why }) => [points, why.key])).toEqual([
      [0, "reason-no-higher-bias"],
      [0, "reason-no-dealing-range"],
      [0, "reason-no-sweep"],
      [0, "reason-no-displacement"],
      [0, "reason-no-gap-in-block"],
      [0, "reason-no-kill-zone"],
      [2.8, "reason-target"],
      [0, "reason-no-volume"],
    ]);
  });

  it.each<[string, Detection]>([
    ["of the other direction", gap({ bias: "bearish" })],
    ["that only meets the edge", gap({ bottom: 101.2 })],
    ["above the block", gap({ top: 105, bottom: 104 })],
    ["that is too small by its own measure", gap({ facts: { sizePercent: 0.0999 } })],
    ["that is too small by the close", gap({ top: 101.1, bottom: 101 })],
  ])("does not count a gap %s", (_, zone) => {
    expect(evaluate({ zones: [zone] })).toMatchObject([
      { score: 3, features: { gapPercent: 0, gapInBlock: 0 } },
    ]);
  });

  it("does not count a gap that was filled before the touch, and counts one that the touch fills", () => {
    // The candles before the touch have lows of 102, that of the touch is 100.5.
    const fresh = [block({ top: 102.5 })];
    const [before] = evaluate({ fresh, zones: [gap({ top: 102.4, bottom: 102 })] });
    expect(before).toMatchObject({ score: 3, features: { gapPercent: 0, gapInBlock: 0 } });
    expect(before?.evidence).toEqual(fresh);
    for (const open of [gap({ top: 102.4, bottom: 101.9 }), gap({ top: 102.4, bottom: 102, knownIndex: 3 })])
      expect(evaluate({ fresh, zones: [open] })).toMatchObject([{ score: 13, features: { gapInBlock: 1 } }]);
  });

  it("counts the largest of several gaps, at exactly the smallest size too", () => {
    const large = gap({ id: "gap-2", facts: { sizePercent: 0.4 } });
    const small = gap({ facts: { sizePercent: 0.1 } });
    const [signal] = evaluate({ zones: [small, large] });
    expect(signal?.evidence).toEqual([block(), large]);
    expect(evaluate({ zones: [small] })).toMatchObject([
      { score: 13, features: { gapPercent: 0.1, gapInBlock: 1 } },
    ]);
  });

  it("speaks once for each direction: the strongest block, of equal ones the latest, long before short", () => {
    const older = block({ id: "ob-0", openTime: OPEN_TIME - 4 * MINUTES_15, index: 0, bottom: 99 });
    const short = block({ id: "ob-3", bias: "bearish", top: 102, bottom: 100.8 });
    const signals = evaluate({ fresh: [short, older, block()], zones: [] });
    expect(signals.map(({ direction, stop }) => [direction, Number(stop.toFixed(3))])).toEqual([
      ["long", 99.8],
      ["short", 102.204],
    ]);
    const better = evaluate({ fresh: [older, block()], zones: [gap({ top: 99.9, bottom: 99.5 })] });
    expect(better).toMatchObject([{ stop: 99 * 0.998, features: { gapInBlock: 1 } }]);
  });

  it.each<[string, readonly string[], number]>([
    ["with a gap before one that was left again", ["strong-candle"], 99],
    ["that broke structure and was left again before one with a gap", ["structure-break"], 100],
  ])("takes a block %s", (_, origins, bottom) => {
    const high = block({ id: "ob-0", openTime: OPEN_TIME - 4 * MINUTES_15, index: 0, top: 102, bottom: 99 });
    const low = block({ origins: origins as Detection["origins"] & object });
    const zones = [gap({ top: 101.9, bottom: 101.5 })];
    const [signal] = evaluate({ fresh: [high, low], zones, close: 101.3 });
    expect(signal?.endsOn).toMatchObject([{ bottom }]);
  });

  it("measures in ATR where there is one", () => {
    const [signal] = evaluate({ atr: 0.6 });
    expect(signal?.features.zoneHeightAtr).toBeCloseTo(2, 10);
    expect(signal?.features.stopDistanceAtr).toBeCloseTo(2, 10);
    const [flat] = evaluate({ atr: 0 });
    expect(flat?.features).not.toHaveProperty("stopDistanceAtr");
  });

  it("survives JSON", () => {
    const signals = evaluate({ ...everything, atr: 0.6 });
    expect(JSON.parse(JSON.stringify(signals))).toEqual(signals);
  });
});
