import { describe, expect, it } from "vitest";
import { CandleSeries } from "../../../src/engine/candles/candle-series.ts";
import type { Detection } from "../../../src/engine/detect/detection.ts";
import { settingsSchema } from "../../../src/engine/settings/settings.ts";
import type { Signal } from "../../../src/engine/signal.ts";
import type { TimeframeView } from "../../../src/engine/strategy/contract.ts";
import { createStrategies, type StrategySettings } from "../../../src/engine/strategy/registry.ts";

const MINUTES_15 = 900_000;
const OPEN_TIME = Date.UTC(2026, 2, 3, 13, 45);
const CLOSE_TIME = OPEN_TIME + MINUTES_15;

/** Five candles; the newest went from 102 down to 100.5 and closed at 101. */
function series(close = 101): CandleSeries {
  const candles = new CandleSeries({ timeframe: "15m" });
  for (let back = 4; back > 0; back -= 1)
    candles.append(OPEN_TIME - back * MINUTES_15, 103, 104, 102, 103, 1);
  candles.append(OPEN_TIME, 102, 102.5, 100.5, close, 1);
  return candles;
}

function block(changes: Partial<Detection> = {}): Detection {
  return {
    kind: "order-block",
    event: "touched",
    id: "ob-1",
    bias: "bullish",
    index: 1,
    knownIndex: 4,
    openTime: OPEN_TIME - 3 * MINUTES_15,
    knownAt: CLOSE_TIME,
    top: 101.2,
    bottom: 100,
    number: 1,
    depthPercent: 58.33,
    ...changes,
  };
}

function bornBlock(changes: Partial<Detection> = {}): Detection {
  const { number: _number, depthPercent: _depth, ...born } = block({ event: "detected", knownIndex: 2 });
  return { ...born, origins: ["strong-candle"], ...changes };
}

function gap(changes: Partial<Detection> = {}): Detection {
  return { ...bornBlock(), kind: "fair-value-gap", id: "gap-1", top: 101.5, bottom: 101, ...changes };
}

interface Scene {
  readonly fresh?: readonly Detection[];
  readonly zones?: readonly Detection[];
  readonly close?: number;
  readonly session?: string;
  readonly atr?: number;
}

function viewOf({ fresh = [block()], zones = [bornBlock()], close, session, atr }: Scene): TimeframeView {
  return {
    symbol: "BTC/USDT",
    series: series(close),
    fresh,
    zones: (kind) => zones.filter((zone) => zone.kind === kind),
    atr,
    session,
  };
}

function evaluate(
  scene: Scene,
  changes: Partial<StrategySettings["orderBlockTouch"]> = {},
): readonly Signal[] {
  const { signals, strategies } = settingsSchema.parse({ strategies: { orderBlockTouch: changes } });
  return createStrategies({ signals, strategies }).flatMap((strategy) => strategy.evaluate(viewOf(scene)));
}

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
        score: 40,
        grade: "C",
        parts: expect.any(Array),
        endsOn: [{ kind: "block-invalidated", top: 101.2, bottom: 100 }],
        reasons: [{ key: "reason-order-block-touch", args: { top: 101.2, bottom: 100, timeframe: "15m" } }],
        evidence: [bornBlock(), block()],
        features: {
          blockHeightPercent: (100 * (101.2 - 100)) / 101,
          blockAgeCandles: 3,
          depthPercent: 58.33,
          gapPercent: 0,
          stopDistancePercent: (100 * (101 - 99.8)) / 101,
          closeInCandle: 0.25,
          inKillZone: 0,
          structureBreak: 0,
          rejection: 0,
          hourUtc: 13,
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

  it.each<[string, Scene, number, string, string[]]>([
    ["an overlapping gap", { zones: [gap()] }, 60, "B", ["reason-gap-overlap"]],
    ["a kill zone", { session: "new-york-am" }, 55, "B", ["reason-kill-zone"]],
    [
      "a block that broke structure",
      { zones: [bornBlock({ origins: ["structure-break"] })] },
      55,
      "B",
      ["reason-structure-break"],
    ],
    ["a close outside of the block", { close: 101.3 }, 50, "B", ["reason-rejection"]],
    [
      "a gap in a kill zone",
      { zones: [gap()], session: "asian" },
      75,
      "A",
      ["reason-gap-overlap", "reason-kill-zone"],
    ],
  ])("scores higher with %s", (_, scene, score, grade, reasons) => {
    const [signal] = evaluate(scene);
    expect([signal?.score, signal?.grade]).toEqual([score, grade]);
    expect(signal?.reasons.slice(1).map(({ key }) => key)).toEqual(reasons);
  });

  it("explains every point it gives and every one it does not", () => {
    const [signal] = evaluate({ zones: [gap()], session: "asian" });
    expect(signal?.parts).toEqual([
      {
        name: "order-block-touch",
        points: 40,
        maxPoints: 40,
        why: { key: "reason-order-block-touch", args: { top: 101.2, bottom: 100, timeframe: "15m" } },
      },
      {
        name: "gap-overlap",
        points: 20,
        maxPoints: 20,
        why: { key: "reason-gap-overlap", args: { top: 101.5, bottom: 101, percent: 50 / 101 } },
      },
      {
        name: "kill-zone",
        points: 15,
        maxPoints: 15,
        why: { key: "reason-kill-zone", args: { name: "asian" } },
      },
      { name: "structure-break", points: 0, maxPoints: 15, why: { key: "reason-no-structure-break" } },
      { name: "rejection", points: 0, maxPoints: 10, why: { key: "reason-no-rejection" } },
    ]);
  });

  it.each<[string, Detection]>([
    ["of the other direction", gap({ bias: "bearish" })],
    ["that only meets the edge", gap({ bottom: 101.2 })],
    ["above the block", gap({ top: 105, bottom: 104 })],
    ["that is too small by its own measure", gap({ facts: { sizePercent: 0.0999 } })],
    ["that is too small by the close", gap({ top: 101.1, bottom: 101 })],
  ])("does not count a gap %s", (_, zone) => {
    expect(evaluate({ zones: [zone] })).toMatchObject([{ score: 40, features: { gapPercent: 0 } }]);
  });

  it("counts the largest of several gaps, at exactly the smallest size too", () => {
    const large = gap({ id: "gap-2", facts: { sizePercent: 0.4 } });
    const small = gap({ facts: { sizePercent: 0.1 } });
    const [signal] = evaluate({ zones: [small, large] });
    expect(signal?.evidence).toEqual([block(), large]);
    expect(evaluate({ zones: [small] })).toMatchObject([{ score: 60, features: { gapPercent: 0.1 } }]);
  });

  it("speaks once for each direction: the best block, of equal ones the latest, long before short", () => {
    const older = block({ id: "ob-0", openTime: OPEN_TIME - 4 * MINUTES_15, index: 0, bottom: 99 });
    const short = block({ id: "ob-3", bias: "bearish", top: 102, bottom: 100.8 });
    const signals = evaluate({ fresh: [short, older, block()], zones: [] });
    expect(signals.map(({ direction, stop }) => [direction, Number(stop.toFixed(3))])).toEqual([
      ["long", 99.8],
      ["short", 102.204],
    ]);
    const better = evaluate({ fresh: [older, block()], zones: [gap({ top: 99.9, bottom: 99.5 })] });
    expect(better).toMatchObject([{ score: 60, stop: 99 * 0.998 }]);
  });

  it("measures in ATR where there is one", () => {
    const [signal] = evaluate({ atr: 0.6 });
    expect(signal?.features.blockHeightAtr).toBeCloseTo(2, 10);
    expect(signal?.features.stopDistanceAtr).toBeCloseTo(2, 10);
    const [flat] = evaluate({ atr: 0 });
    expect(flat?.features).not.toHaveProperty("stopDistanceAtr");
  });

  it("survives JSON", () => {
    const signals = evaluate({ zones: [gap()], session: "asian", atr: 0.6 });
    expect(JSON.parse(JSON.stringify(signals))).toEqual(signals);
  });
});
