import { describe, expect, it } from "vitest";
import type { Fill } from "../../../../src/engine/trade/order.ts";
import {
  createFillsOfSymbols,
  type ReadSymbol,
} from "../../../../src/exchange/ccxt/trades/fills-of-symbols.ts";

const fillAt = (symbol: string, at: number): Fill => ({
  fillId: `${symbol}-${at}`,
  clientOrderId: "in1",
  symbol,
  side: "buy",
  quantity: "1",
  price: "100",
  fee: "0",
  at,
});

/** Gives the symbol's fills and its place, and notes the place that it was asked with. */
function reader(symbol: string, times: readonly number[], asked: unknown[] = []): [string, ReadSymbol] {
  const read: ReadSymbol = async (position) => {
    asked.push(position);
    const fills = times.map((at) => fillAt(symbol, at));
    return { fills, position: times.length === 0 ? undefined : { upTo: times.length }, keepsBack: false };
  };
  return [symbol, read];
}

describe("fills of several symbols", () => {
  it("come in the order of their times, with the place of each symbol in one cursor", async () => {
    const asked: unknown[] = [];
    const all = createFillsOfSymbols(
      new Map([
        reader("BTC/USDT", [10, 30], asked),
        reader("ETH/USDT", [20], asked),
        reader("SOL/USDT", [], asked),
      ]),
    );
    const { fills, cursor } = await all.since('{"BTC/USDT":{"upTo":7},"SOL/USDT":"here"}');
    expect(fills.map(({ fillId }) => fillId)).toEqual(["BTC/USDT-10", "ETH/USDT-20", "BTC/USDT-30"]);
    expect(JSON.parse(cursor)).toEqual({ "BTC/USDT": { upTo: 2 }, "ETH/USDT": { upTo: 1 } });
    expect(asked).toEqual([{ upTo: 7 }, undefined, "here"]);
  });

  it("of some symbols leave the place of the others as it was", async () => {
    const asked: unknown[] = [];
    const all = createFillsOfSymbols(
      new Map([reader("BTC/USDT", [10], asked), reader("ETH/USDT", [20], asked)]),
    );
    const { fills, cursor } = await all.since('{"BTC/USDT":"here","ETH/USDT":"there"}', ["ETH/USDT"]);
    expect(fills.map(({ fillId }) => fillId)).toEqual(["ETH/USDT-20"]);
    expect(JSON.parse(cursor)).toEqual({ "BTC/USDT": "here", "ETH/USDT": { upTo: 1 } });
    expect(asked).toEqual(["there"]);
  });

  it("leave no cursor when no symbol has a place", async () => {
    const all = createFillsOfSymbols(new Map([reader("BTC/USDT", []), reader("ETH/USDT", [])]));
    expect(await all.since("")).toEqual({ fills: [], cursor: "" });
  });

  it("are read four symbols at a time", async () => {
    let [running, most] = [0, 0];
    const slow: ReadSymbol = async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return { fills: [], position: undefined, keepsBack: false };
    };
    const symbols = Array.from({ length: 9 }, (_, at) => `S${at}/USDT`);
    await createFillsOfSymbols(new Map(symbols.map((symbol) => [symbol, slow]))).since("");
    expect([running, most]).toEqual([0, 4]);
  });

  it("are none when one symbol cannot be read, so that no fill is passed over", async () => {
    const broken: ReadSymbol = () => Promise.reject(new Error("no answer"));
    const all = createFillsOfSymbols(new Map([reader("BTC/USDT", [10]), ["ETH/USDT", broken]]));
    await expect(all.since("")).rejects.toThrow("no answer");
  });
});
