import { describe, expect, it } from "vitest";
import { createStrategies, strategySettingsSchema } from "../../../src/engine/strategy/registry.ts";
import { scoreWeightsSchema } from "../../../src/engine/strategy/score-weights.ts";

describe("the strategies", () => {
  it("have their defaults when nothing is named", () => {
    expect(strategySettingsSchema.parse({})).toEqual({
      orderBlockTouch: {
        enabled: true,
        entryType: "market",
        stopBeyondPercent: 0.2,
        targetPercents: [1],
        minGapPercent: 0.1,
      },
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
    expect(made.map(({ name }) => name)).toEqual(["order-block-touch"]);
  });
});
