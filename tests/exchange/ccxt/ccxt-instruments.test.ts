import type { MarketInterface } from "ccxt";
import { describe, expect, it } from "vitest";
import { listedSymbols } from "../../../src/exchange/ccxt/ccxt-instruments.ts";

const TICKS = 4;
const DECIMALS = 2;

/** A spot market as ccxt describes it, changed by `change`. */
function aMarket(change: Record<string, unknown>): MarketInterface {
  const market = {
    symbol: "BTC/USDT",
    base: "BTC",
    quote: "USDT",
    type: "spot",
    active: true,
    precision: { price: 0.01, amount: 0.00001 },
    limits: { amount: { min: 0.0001 }, cost: { min: 5 } },
    maker: 0.001,
    taker: 0.001,
    ...change,
  };
  // ccxt's type has many more fields, none of which is read here.
  return market as unknown as MarketInterface;
}

function only(market: MarketInterface, mode = TICKS) {
  return [...listedSymbols([market], mode, "swap").values()][0]?.instrument;
}

describe("the symbols of an exchange", () => {
  it("carry its rules in plain decimals", () => {
    expect(only(aMarket({ precision: { price: 1e-8, amount: 1e-7 } }))).toEqual({
      symbol: "BTC/USDT",
      kind: "crypto",
      priceTick: "0.00000001",
      quantityStep: "0.0000001",
      minQuantity: "0.0001",
      minNotional: "5",
      makerFee: 0.001,
      takerFee: 0.001,
      isSpot: true,
    });
  });

  it("read precisions that count decimal places", () => {
    expect(only(aMarket({ precision: { price: 2, amount: 0 } }), DECIMALS)).toMatchObject({
      priceTick: "0.01",
      quantityStep: "1",
    });
  });

  it("turn contracts into base currency", () => {
    const swap = aMarket({
      symbol: "BTC/USDT:USDT",
      type: "swap",
      linear: true,
      contractSize: 0.01,
      precision: { price: 0.1, amount: 0.1 },
      limits: { amount: { min: 0.1 } },
    });
    expect(only(swap)).toMatchObject({ quantityStep: "0.001", minQuantity: "0.001", minNotional: "0" });
    expect(only(swap)).not.toHaveProperty("isSpot");
  });

  it("prefer perpetuals or spot, whichever was asked for", () => {
    const markets = [
      aMarket({ symbol: "BTC/USDT:USDT", type: "swap", linear: true }),
      aMarket({}),
      aMarket({ symbol: "ETH/USDT", base: "ETH" }),
    ];
    const names = (type: "spot" | "swap") =>
      [...listedSymbols(markets, TICKS, type).values()].map(({ ccxtSymbol }) => ccxtSymbol).sort();
    expect(names("swap")).toEqual(["BTC/USDT:USDT", "ETH/USDT"]);
    expect(names("spot")).toEqual(["BTC/USDT", "ETH/USDT"]);
  });

  it.each([
    ["is not traded", { active: false }],
    ["is dated", { type: "future" }],
    ["is inverse", { type: "swap", linear: false }],
    ["has no price step", { precision: { amount: 1 } }],
    ["has a price step of zero", { precision: { price: 0, amount: 1 } }],
  ])("leave out what %s", (_, change) => {
    expect(only(aMarket(change))).toBeUndefined();
  });

  it("leave out everything when steps depend on the price", () => {
    expect(only(aMarket({ precision: { price: 5, amount: 8 } }), 3)).toBeUndefined();
  });
});
