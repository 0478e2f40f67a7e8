import { describe, expect, it } from "vitest";
import { CandleSeries } from "../../../src/engine/candles/candle-series.ts";
import type { Detection, DetectionKind } from "../../../src/engine/detect/detection.ts";
import type { TechnicalFacts } from "../../../src/engine/facts/technical-facts.ts";
import type { TimeframeView } from "../../../src/engine/strategy/contract.ts";
import {
  confluenceParts,
  confluenceScore,
  type ScoredPlan,
} from "../../../src/engine/strategy/parts/confluence.ts";
import { LONG, SHORT } from "../../../src/engine/strategy/parts/side.ts";
import { type ScoreWeights, scoreWeightsSchema } from "../../../src/engine/strategy/score-weights.ts";
import type { Zone } from "../../../src/engine/strategy/zone.ts";

const WEIGHTS = scoreWeightsSchema.parse({});

function detection(kind: DetectionKind, changes: Partial<Detection>): Detection {
  return { kind, event: "detected", id: kind, index: 3, knownIndex: 3, openTime: 0, knownAt: 0, ...changes };
}

const bos = detection("market-structure", { event: "bos", bias: "bullish", level: 99, layer: "internal" });
const range = detection("dealing-range", { top: 110, bottom: 90 });
const sweep = detection("liquidity-sweep", {
  bias: "bullish",
  side: "low",
  source: "previous-day",
  level: 96,
});
const strong = detection("displacement", { bias: "bullish" });
const gap = detection("fair-value-gap", { bias: "bullish", top: 99, bottom: 97 }) as Zone;
const block = detection("order-block", { bias: "bullish", top: 98, bottom: 96 }) as Zone;

interface Scene {
  readonly recent?: readonly Detection[];
  readonly zones?: readonly Detection[];
  readonly higher?: readonly Detection[];
  readonly session?: string;
  readonly relativeVolume?: number;
}

/** Five candles at 15m; the displacement went from 96 to 99. */
function viewOf({ recent = [], zones = [], higher, session, relativeVolume }: Scene): TimeframeView {
  const series = new CandleSeries({ timeframe: "15m" });
  for (let at = 0; at < 5; at += 1) series.append(at * 900_000, 96, 100, 95, 99, 1);
  return {
    symbol: "BTC/USDT",
    series,
    fresh: () => [],
    zones: (kind) => zones.filter((zone) => zone.kind === kind),
    recent: (kind, layer) => recent.filter((one) => one.kind === kind && one.layer === layer),
    timeframe: (timeframe) => (timeframe === "1h" && higher ? viewOf({ recent: higher }) : undefined),
    atr: 1,
    session,
    facts: { relativeVolume } as TechnicalFacts,
  };
}

const plan: ScoredPlan = { side: LONG, entry: 99, stop: 97, targets: [103, 105], zone: gap, overlap: block };
const everything: Scene = {
  recent: [sweep, strong],
  zones: [range],
  higher: [bos],
  session: "london-open",
  relativeVolume: 1.5,
};

function partsOf(scene: Scene, changes: Partial<ScoredPlan> = {}, weights: Partial<ScoreWeights> = {}) {
  const parts = confluenceParts(viewOf(scene), { ...plan, ...changes }, { ...WEIGHTS, ...weights });
  return { parts, score: confluenceScore(parts), by: new Map(parts.map((part) => [part.name, part])) };
}

describe("the confluence score", () => {
  it("is 100 when everything agrees, and says why with the prices", () => {
    const { parts, score } = partsOf(everything);
    expect(score).toBe(100);
    expect(parts.map(({ name, points, maxPoints, why }) => [name, points, maxPoints, why])).toEqual([
      [
        "higher-timeframe-bias",
        20,
        20,
        { key: "reason-higher-bias", args: { timeframe: "1h", bias: "bullish", level: 99 } },
      ],
      [
        "premium-discount",
        15,
        15,
        {
          key: "reason-dealing-place",
          args: { place: "discount", entry: 99, position: 45, top: 110, bottom: 90 },
        },
      ],
      [
        "sweep",
        15,
        15,
        { key: "reason-sweep", args: { source: "previous-day", name: "", side: "low", level: 96 } },
      ],
      ["displacement", 15, 15, { key: "reason-displacement", args: { from: 96, to: 99 } }],
      ["gap-in-block", 10, 10, { key: "reason-gap-in-block", args: { top: 98, bottom: 97 } }],
      ["kill-zone", 10, 10, { key: "reason-kill-zone", args: { name: "london-open" } }],
      ["target-distance", 10, 10, { key: "reason-target", args: { price: 105, r: 3 } }],
      ["relative-volume", 5, 5, { key: "reason-volume", args: { times: 1.5 } }],
    ]);
  });

  it("says how far outside of the range an entry lies, as no share of it", () => {
    const placeOf = (changes: Partial<ScoredPlan>) => partsOf(everything, changes).by.get("premium-discount");
    expect(placeOf({ entry: 81.8 })).toMatchObject({
      points: 15,
      why: {
        key: "reason-outside-dealing-range",
        args: { place: "discount", entry: 81.8, distance: 41, top: 110, bottom: 90 },
      },
    });
    expect(placeOf({ entry: 112 })).toMatchObject({
      points: 0,
      why: {
        key: "reason-outside-dealing-range",
        args: { place: "premium", entry: 112, distance: 10, top: 110, bottom: 90 },
      },
    });
    expect(placeOf({ entry: 112, stop: 114, side: SHORT })?.points).toBe(15);
    for (const [entry, position] of [
      [90, 0],
      [89.95, 0],
      [110, 100],
      [110.05, 100],
    ] as const) {
      expect(placeOf({ entry })?.why).toMatchObject({ key: "reason-dealing-place", args: { position } });
    }
  });

  it("says of every part that is missing what is missing", () => {
    const { parts, score } = partsOf({}, { overlap: undefined, targets: [99] });
    expect(score).toBe(0);
    expect(parts.map(({ points, why }) => [points, why.key])).toEqual([
      [0, "reason-no-higher-bias"],
      [0, "reason-no-dealing-range"],
      [0, "reason-no-sweep"],
      [0, "reason-no-displacement"],
      [0, "reason-no-gap-in-block"],
      [0, "reason-no-kill-zone"],
      [0, "reason-target"],
      [0, "reason-no-volume"],
    ]);
  });

  it.each<[string, Scene, Partial<ScoredPlan>, string, number, object]>([
    [
      "a larger direction against the trade",
      { ...everything, higher: [{ ...bos, bias: "bearish" }] },
      {},
      "higher-timeframe-bias",
      0,
      { key: "reason-higher-bias" },
    ],
    [
      "the wide swings when the higher timeframe knows nothing",
      { ...everything, higher: [], recent: [sweep, strong, { ...bos, layer: "swing" }] },
      {},
      "higher-timeframe-bias",
      20,
      { key: "reason-wide-bias", args: { timeframe: "15m", bias: "bullish", level: 99 } },
    ],
    [
      "an entry in premium",
      everything,
      { entry: 101, stop: 99 },
      "premium-discount",
      0,
      { args: { place: "premium", position: 55 } },
    ],
    [
      "a short in premium",
      everything,
      { side: SHORT, entry: 101, stop: 103, targets: [95] },
      "premium-discount",
      15,
      {},
    ],
    [
      "an entry at the middle",
      everything,
      { entry: 100, stop: 98 },
      "premium-discount",
      0,
      { args: { place: "equilibrium" } },
    ],
    [
      "half of the full target distance",
      everything,
      { targets: [102] },
      "target-distance",
      5,
      { args: { price: 102, r: 1.5 } },
    ],
    ["a target beyond the full distance", everything, { targets: [120] }, "target-distance", 10, {}],
    [
      "volume between usual and full",
      { ...everything, relativeVolume: 1.2 },
      {},
      "relative-volume",
      2,
      { args: { times: 1.2 } },
    ],
    ["usual volume", { ...everything, relativeVolume: 1 }, {}, "relative-volume", 0, {}],
    [
      "a displacement from before the sweep",
      everything,
      { sweep: { ...sweep, knownIndex: 4, level: 96 } },
      "displacement",
      0,
      { key: "reason-no-displacement" },
    ],
  ])("judges %s", (_, scene, changes, name, points, why) => {
    const part = partsOf(scene, changes).by.get(name);
    expect(part?.points).toBe(points);
    expect(part?.why).toMatchObject(why);
  });

  it("counts points in percent of the weights that are set", () => {
    const { parts, score } = partsOf(
      { session: "asian" },
      { overlap: undefined, targets: [99] },
      { killZone: 30, sweep: 0 },
    );
    expect(parts.map(({ name }) => name)).not.toContain("sweep");
    expect(parts.reduce((sum, { maxPoints }) => sum + maxPoints, 0)).toBe(105);
    expect(score).toBe(Math.round((100 * 30) / 105));
  });

  it("needs at least one weight", () => {
    const none = Object.fromEntries(Object.keys(WEIGHTS).map((name) => [name, 0]));
    expect(scoreWeightsSchema.safeParse(none).success).toBe(false);
    expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });
});
