import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, toText } from "../../../src/engine/decimal.ts";
import { sharedLadder, targetLadder } from "../../../src/engine/trade/target-ladder.ts";
import { BTC } from "./trade-fixtures.ts";

function ladder(quantity: string, count: number, changes: Partial<typeof BTC> = {}): string[] {
  return targetLadder(decimal(quantity), count, { ...BTC, ...changes }).map(toText);
}

describe("the ladder of targets", () => {
  it.each([
    ["evenly", "10", 2, ["5", "5"]],
    ["with the lots left over to the nearest targets", "0.011", 3, ["0.004", "0.004", "0.003"]],
    ["over fewer targets when there are not enough lots", "0.002", 3, ["0.001", "0.001"]],
    ["to one target at least", "0.0005", 3, ["0.0005"]],
  ])("splits %s", (_, quantity, count, shares) => {
    expect(ladder(quantity, count)).toEqual(shares);
  });

  it("keeps every share above the minimum", () => {
    expect(ladder("0.029", 3, { minQuantity: "0.01" })).toEqual(["0.015", "0.014"]);
    expect(ladder("0.019", 3, { minQuantity: "0.01" })).toEqual(["0.019"]);
  });

  it("sums to exactly the quantity, no share below another by more than a lot", () => {
    const property = fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 50 }),
      (lots, count, minLots) => {
        const minQuantity = toText(decimal(minLots).mul("0.001"));
        const quantity = decimal(lots).mul("0.001");
        const shares = targetLadder(quantity, count, { ...BTC, minQuantity });
        const sum = shares.reduce((total, share) => total.plus(share), decimal(0));
        expect(toText(sum)).toBe(toText(quantity));
        const numbers = shares.map((share) => share.mul(1000).toNumber());
        expect(Math.max(...numbers) - Math.min(...numbers)).toBeLessThanOrEqual(1);
        expect(shares.length === 1 || Math.min(...numbers) >= minLots).toBe(true);
      },
    );
    fc.assert(property, { seed: 42, numRuns: 1000 });
  });
});

describe("a ladder by shares", () => {
  it.each([
    ["leaves the rest to run on", "10", [50, 25], ["5", "2.5"]],
    ["rounds each share down to whole lots", "0.01", [33, 33], ["0.003", "0.003"]],
    ["of the whole gives the last one what rounding left", "0.01", [33, 33, 34], ["0.003", "0.003", "0.004"]],
    ["has no share below the smallest order", "0.002", [10, 50], ["0", "0.001"]],
    ["of the whole that is too small for shares is one target", "0.001", [50, 50], ["0.001"]],
  ])("%s", (_, quantity, shares, expected) => {
    expect(sharedLadder(decimal(quantity), shares, BTC).map(toText)).toEqual(expected);
  });
});
