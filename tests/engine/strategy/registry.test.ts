import { describe, expect, it } from "vitest";
import {
  createStrategies,
  STRATEGY_NAMES,
  strategySettingsSchema,
} from "../../../src/engine/strategy/registry.ts";
import { scoreWeightsSchema } from "../../../src/engine/strategy/score-weights.ts";

const LEVELS = {
  stopBufferAtr: 0.1,
  minStopAtr: 0.5,
  minTargetR: 1.5,
  maxTargetR: 6,
  maxTargets: 2,
  timeframes: [],
};

describe("the strategies", () => {
  it("have their defaults when nothing is named", () => {
    expect(strategySettingsSchema.parse({})).toEqual({
      orderBlockTouch: {
        enabled: true,
        timeframes: [],
        entryType: "market",
        stopBeyondPercent: 0.2,
        targetPercents: [1],
        minGapPercent: 0.1,
      },
      sweepReversal: {
        ...LEVELS,
        minGapAtr: 0.1,
        enabled: true,
        entryType: "limit",
        entryPlace: "discount",
        sweepWithin: 20,
        displacement: true,
      },
      silverBullet: {
        ...LEVELS,
        minGapAtr: 0.1,
        enabled: true,
        entryType: "limit",
        windows: ["silver-bullet-london", "silver-bullet-am", "silver-bullet-pm"],
        firstOnly: true,
        displacement: false,
      },
      breakerRetest: {
        ...LEVELS,
        enabled: true,
        entryType: "market",
        mitigationBlocks: false,
        rejection: true,
      },
      structureContinuation: {
        ...LEVELS,
        minGapAtr: 0.1,
        enabled: false,
        entryType: "limit",
        entryPlace: "any",
      },
      continuation: { ...LEVELS, enabled: false, entryType: "market" },
      reversal: { ...LEVELS, enabled: false, entryType: "market" },
      judasSwing: { ...LEVELS, enabled: true, entryType: "market" },
      smtDivergence: { ...LEVELS, enabled: false, entryType: "market", turnWithin: 10 },
    });
  });

  it("refuse settings of a strategy that does not exist", () => {
    const outcome = strategySettingsSchema.safeParse({ orderBlockTuch: {} });
    expect(outcome.error?.issues).toMatchObject([{ code: "unrecognized_keys", keys: ["orderBlockTuch"] }]);
  });

  it("have help for every one and every one of its settings", () => {
    for (const strategy of Object.values(strategySettingsSchema.shape)) {
      expect(strategy.description).toMatch(/\w/);
      for (const setting of Object.values(strategy.unwrap().shape)) expect(setting.description).toMatch(/\w/);
    }
  });

  it("are made in the order of the registry", () => {
    const made = createStrategies({
      strategies: strategySettingsSchema.parse({}),
      signals: { expireAfterCandles: 12, weights: scoreWeightsSchema.parse({}) },
    });
    expect(made.map(({ name }) => name)).toEqual(STRATEGY_NAMES);
    expect(STRATEGY_NAMES).toEqual([
      "order-block-touch",
      "sweep-reversal",
      "silver-bullet",
      "breaker-retest",
      "structure-continuation",
      "continuation",
      "reversal",
      "judas-swing",
      "smt-divergence",
    ]);
  });
});
