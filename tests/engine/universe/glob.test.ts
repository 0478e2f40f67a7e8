import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesGlob } from "../../../src/engine/universe/glob.ts";

describe("a glob", () => {
  it.each([
    ["*", "BTC/USDT", true],
    ["*/USDT", "BTC/USDT", true],
    ["*/usdt", "BTC/USDT", true],
    ["*/USDT", "BTC/USDC", false],
    ["BTC/*", "BTC/USDT", true],
    ["?TC/USDT", "BTC/USDT", true],
    ["?TC/USDT", "TC/USDT", false],
    ["*B*T*", "BTC/USDT", true],
    ["**", "", true],
    ["?", "", false],
    ["", "", true],
    ["1000*/USDT", "1000PEPE/USDT", true],
    [".TC/USDT", "BTC/USDT", false],
  ])("%s and %s: %s", (pattern, text, fits) => {
    expect(matchesGlob(pattern, text)).toBe(fits);
  });

  it("agrees with the regular expression that it means", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab*?]{0,8}$/), fc.stringMatching(/^[ab]{0,10}$/), (pattern, text) => {
        const meant = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`);
        return matchesGlob(pattern, text) === meant.test(text);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it("finds every text by itself when it holds no wildcard", () => {
    fc.assert(
      fc.property(fc.string(), (text) => /[*?]/.test(text) || matchesGlob(text, text)),
      { seed: 7 },
    );
  });

  it("is not held up by a pattern that makes others try every split", () => {
    const pattern = `${"*a".repeat(20)}*b`;
    expect(matchesGlob(pattern, "a".repeat(5000))).toBe(false);
  });
});
