import { describe, expect, it } from "vitest";
import { settingsSchema } from "../../../src/engine/settings/settings.ts";
import { chooseSymbols, watchlistSymbols } from "../../../src/engine/universe/choose-symbols.ts";

const TICKERS = [
  { symbol: "BTC/USDT", quoteVolume: 900, bid: 100, ask: 100.01 },
  { symbol: "ETH/USDT", quoteVolume: 500, bid: 100, ask: 101 },
  { symbol: "SOL/USDT", quoteVolume: 500, bid: 100, ask: 100.02 },
  { symbol: "USDC/USDT", quoteVolume: 800 },
  { symbol: "BTC/EUR", quoteVolume: 950, bid: 100, ask: 100.01 },
];

const chosen = (rules: object) => chooseSymbols(settingsSchema.parse({ universe: rules }).universe, TICKERS);

describe("the rules of the universe", () => {
  it("let in what fits a pattern, largest volume first", () => {
    expect(chosen({})).toEqual(["BTC/USDT", "USDC/USDT", "ETH/USDT", "SOL/USDT"]);
    expect(chosen({ include: ["*"], topByVolume: 2 })).toEqual(["BTC/EUR", "BTC/USDT"]);
  });

  it("leave out what is excluded, too small, or too wide", () => {
    expect(chosen({ exclude: ["USDC/*"] })).toEqual(["BTC/USDT", "ETH/USDT", "SOL/USDT"]);
    expect(chosen({ minVolume: 600 })).toEqual(["BTC/USDT", "USDC/USDT"]);
    expect(chosen({ maxSpreadPercent: 0.05 })).toEqual(["BTC/USDT", "SOL/USDT"]);
  });

  it("refuse patterns that could be more than * and ?, and names that mean something else", () => {
    const fits = (universe: object) => settingsSchema.safeParse({ universe }).success;
    expect(fits({ include: ["(a+)+"] })).toBe(false);
    expect(fits({ watchlists: [{ name: "all", symbols: ["*"] }] })).toBe(false);
    expect(fits({ watchlists: [{ name: "majors", symbols: ["BTC/*", "ETH/*"] }] })).toBe(true);
  });
});

describe("a watchlist", () => {
  it("holds those of its symbols that are followed, in their order", () => {
    const lists = { watchlists: [{ name: "majors", symbols: ["eth/*", "BTC/*", "DOGE/*"] }] };
    expect(watchlistSymbols("majors", lists, ["BTC/USDT", "ETH/USDT", "SOL/USDT"])).toEqual([
      "BTC/USDT",
      "ETH/USDT",
    ]);
    expect(watchlistSymbols("all", lists, ["SOL/USDT"])).toEqual(["SOL/USDT"]);
    expect(watchlistSymbols("gone", lists, ["SOL/USDT"])).toEqual([]);
  });
});
