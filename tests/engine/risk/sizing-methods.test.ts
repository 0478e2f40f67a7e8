import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, toText } from "../../../src/engine/decimal.ts";
import type { RiskSettings } from "../../../src/engine/risk/risk-settings.ts";
import { sizedQuantity } from "../../../src/engine/risk/sizing.ts";
import { kellyShare, type SizingFacts } from "../../../src/engine/risk/sizing-methods.ts";
import { riskSettings } from "../trade/trade-fixtures.ts";

/** Entry 100, stop 98, balance 10,000; the fixed fraction of 1 % is 50, no position limit in the way. */
function sized(changes: Partial<RiskSettings>, facts: SizingFacts = {}): string {
  const settings = riskSettings({ maxPositionPercent: 1000, ...changes });
  return toText(sizedQuantity("10000", decimal(100), decimal(98), "0.001", settings, facts));
}

const results = (wins: number, losses: number, win = 2) => [
  ...Array.from({ length: wins }, () => win),
  ...Array.from({ length: losses }, () => -1),
];

describe("a size", () => {
  it("of a fixed notional is that notional, never above the fixed fraction", () => {
    expect(sized({ sizing: "fixed-notional", sizeNotional: 1234.56 })).toBe("12.345");
    expect(sized({ sizing: "fixed-notional", sizeNotional: 1e6 })).toBe("50");
    expect(sized({ sizing: "fixed-notional", sizeNotional: 0 })).toBe("50");
  });

  it("of a volatility target moves by the target in a usual day", () => {
    // 96 candles of 15m: a day's range is 9.7979...; 1 % of 10,000 is 100: 10.206...
    const facts = { averageRange: 1, timeframe: "15m" as const };
    expect(sized({ sizing: "volatility-target", targetVolatilityPercent: 1 }, facts)).toBe("10.206");
    expect(sized({ sizing: "volatility-target", targetVolatilityPercent: 0.5 }, facts)).toBe("5.103");
    expect(sized({ sizing: "volatility-target" }, { averageRange: 0.01, timeframe: "15m" })).toBe("50");
    for (const averageRange of [undefined, 0, Number.NaN, Number.POSITIVE_INFINITY])
      expect(sized({ sizing: "volatility-target" }, { averageRange, timeframe: "15m" })).toBe("50");
  });

  it("by Kelly risks a share of the formula once the sample is large enough", () => {
    // W = 0.5, B = 2: 0.5 - 0.5 / 2 = 0.25; 1/64 of it is 0.390625 % of the balance: 39.0625 / 2.
    const sample = results(50, 50);
    expect(sized({ sizing: "kelly", kellyFraction: 1 / 64, kellyMinTrades: 100 }, { results: sample })).toBe(
      "19.531",
    );
    expect(sized({ sizing: "kelly", kellyMinTrades: 101 }, { results: sample })).toBe("50");
    expect(
      sized({ sizing: "kelly", kellyFraction: 1, kellyMinTrades: 100 }, { results: results(90, 10) }),
    ).toBe("50");
    expect(sized({ sizing: "kelly", kellyMinTrades: 100 }, { results: results(30, 70) })).toBe("0");
  });

  it("by any method is never above the fixed fraction", () => {
    const method = fc.constantFrom("fixed-notional", "volatility-target", "kelly") as fc.Arbitrary<
      RiskSettings["sizing"]
    >;
    const property = fc.property(
      method,
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      fc.array(fc.double({ min: -3, max: 5, noNaN: true }), { maxLength: 80 }),
      (sizing, amount, sample) => {
        const facts = { averageRange: amount / 1e6, timeframe: "1h" as const, results: sample };
        const settings = { sizing, sizeNotional: amount, kellyMinTrades: 10 };
        expect(Number(sized(settings, facts))).toBeLessThanOrEqual(50);
      },
    );
    fc.assert(property, { seed: 42, numRuns: 500 });
  });
});

describe("Kelly's share", () => {
  it.each([
    ["of an even bet won 60 times of 100", results(60, 40, 1), 0.2],
    ["of a bet that pays double and is won half the time", results(50, 50), 0.25],
    ["of a bet that loses", results(30, 70, 1), -0.4],
    ["without a loss", results(10, 0), 0],
    ["without a win", results(0, 10), 0],
    ["of nothing", [], 0],
  ])("%s", (_, sample, share) => {
    expect(kellyShare(sample)).toBeCloseTo(share, 12);
  });
});
