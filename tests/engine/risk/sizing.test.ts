import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, toText } from "../../../src/engine/decimal.ts";
import { levelsOnGrid, planOf, sizedQuantity } from "../../../src/engine/risk/sizing.ts";
import { tradingDayEnd, tradingDayStart } from "../../../src/engine/risk/trading-day.ts";
import { BTC, riskSettings, signalWith } from "../trade/trade-fixtures.ts";

function sized(
  balance: string,
  entry: string,
  stop: string,
  step: string,
  settings = riskSettings(),
): string {
  return toText(sizedQuantity(balance, decimal(entry), decimal(stop), step, settings));
}

describe("the size of a trade", () => {
  it.each([
    // Risk allows 100 / 20 = 5, the position 1000 / 100 = 10.
    ["by risk", "10000", "100", "80", "0.001", "5"],
    // Risk allows 100 / 2 = 50, the position 1000 / 100 = 10.
    ["by position", "10000", "100", "98", "0.001", "10"],
    // 1000 / 61234.5 = 0.016330...
    ["down to the lot", "10000", "61234.5", "60900", "0.001", "0.016"],
    // 123.456789 / 0.0000001 and 1234.56789 / 0.0000162 = 76207894.4...
    ["of a cheap coin", "12345.6789", "0.0000162", "0.0000161", "1", "76207894"],
    // 1000 / 1.08512 = 921.5570...
    ["of a currency in whole units", "10000", "1.08512", "1.08193", "1", "921"],
    ["as a short", "10000", "100", "120", "0.001", "5"],
    ["to nothing below one lot", "10", "61234.5", "60900", "0.001", "0"],
    ["to nothing without a distance", "10000", "100", "100", "0.001", "0"],
    ["to nothing without a balance", "0", "100", "98", "0.001", "0"],
    ["to nothing in debt", "-5", "100", "98", "0.001", "0"],
  ])("is cut %s", (_, balance, entry, stop, step, quantity) => {
    expect(sized(balance, entry, stop, step)).toBe(quantity);
  });

  it("follows its two settings", () => {
    expect(sized("10000", "100", "80", "0.001", riskSettings({ riskPercent: 0.5 }))).toBe("2.5");
    expect(sized("10000", "100", "98", "0.001", riskSettings({ maxPositionPercent: 3.5 }))).toBe("3.5");
  });

  it("never exceeds either limit and is never a lot below what both allow", () => {
    const cents = (max: number) =>
      fc.integer({ min: 1, max }).map((value) => toText(decimal(value).div(100)));
    const percent = fc.integer({ min: 1, max: 1000 }).map((value) => value / 100);
    const step = fc.constantFrom("1", "0.001", "0.00001", "0.3");
    const property = fc.property(
      cents(100_000_000),
      cents(10_000_000),
      cents(10_000_000),
      step,
      percent,
      percent,
      (balance, entry, stop, quantityStep, riskPercent, maxPositionPercent) => {
        const settings = riskSettings({ riskPercent, maxPositionPercent });
        const quantity = sizedQuantity(balance, decimal(entry), decimal(stop), quantityStep, settings);
        const distance = decimal(entry).minus(stop).abs();
        const fits = (size: typeof quantity) =>
          size.mul(distance).mul(100).lte(decimal(balance).mul(riskPercent)) &&
          size.mul(entry).mul(100).lte(decimal(balance).mul(maxPositionPercent));
        expect(fits(quantity)).toBe(true);
        expect(distance.isZero() || !fits(quantity.plus(quantityStep))).toBe(true);
        expect(quantity.div(quantityStep).isInteger()).toBe(true);
      },
    );
    fc.assert(property, { seed: 42, numRuns: 2000 });
  });
});

describe("the prices of a plan", () => {
  it.each([
    ["long", { entry: 100.07, stop: 98.01, targets: [102.09, 104] }, ["100", "98.1", "102", "104"]],
    ["short", { entry: 100.07, stop: 101.99, targets: [98.01] }, ["100.1", "101.9", "98.1"]],
  ] as const)("of a %s are rounded so that nothing looks better", (direction, prices, expected) => {
    const levels = levelsOnGrid(signalWith({ direction, ...prices }), "0.1");
    expect([levels.entry, levels.stop, ...levels.targets].map(toText)).toEqual(expected);
  });

  it("keep a target at least one tick away from the entry", () => {
    const near = levelsOnGrid(signalWith({ entry: 100.02, targets: [100.07] }), "0.1");
    expect(near.targets.map(toText)).toEqual(["100.1"]);
    const short = levelsOnGrid(
      signalWith({ direction: "short", entry: 99.98, stop: 103, targets: [99.93] }),
      "0.1",
    );
    expect([short.entry, ...short.targets].map(toText)).toEqual(["100", "99.9"]);
  });

  it("stay as they are on the grid, without the dust of doubles", () => {
    const levels = levelsOnGrid(signalWith({ entry: 1.08512, stop: 1.08193, targets: [1.09597] }), "0.00001");
    expect([levels.entry, levels.stop, ...levels.targets].map(toText)).toEqual([
      "1.08512",
      "1.08193",
      "1.09597",
    ]);
  });

  it("make a plan whose numbers agree", () => {
    expect(
      planOf(
        signalWith({ entry: 61234.56, stop: 60900.01, targets: [61846.9] }),
        "10000",
        BTC,
        riskSettings(),
      ),
    ).toEqual({
      symbol: "BTC/USDT",
      direction: "long",
      entryType: "market",
      entry: "61234.5",
      stop: "60900.1",
      targets: ["61846.9"],
      quantity: "0.016",
      notional: "979.752",
      riskMoney: "5.3504",
      riskPercent: 0.053504,
      cappedAtPercent: 10,
    });
  });

  it("say that the largest position capped them only where it did", () => {
    const capped = (stop: number, settings = riskSettings()) =>
      planOf(signalWith({ stop }), "10000", BTC, settings).cappedAtPercent;
    expect([capped(98), capped(90.1), capped(90), capped(80)]).toEqual([10, 10, undefined, undefined]);
    const small = riskSettings({ sizing: "fixed-notional", sizeNotional: 500 });
    expect(capped(98, small)).toBeUndefined();
    expect(capped(98, riskSettings({ sizing: "fixed-notional", sizeNotional: 5000 }))).toBe(10);
  });
});

describe("the trading day", () => {
  it("begins at midnight UTC", () => {
    const midnight = Date.UTC(2026, 2, 8);
    expect(tradingDayStart(midnight)).toBe(midnight);
    expect(tradingDayStart(midnight - 1)).toBe(midnight - 86_400_000);
    expect(tradingDayEnd(midnight)).toBe(midnight + 86_400_000);
  });
});
