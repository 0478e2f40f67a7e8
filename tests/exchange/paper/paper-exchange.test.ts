import { describe, expect, it } from "vitest";
import { DeskError } from "../../../src/engine/errors.ts";
import type { AssessedEntry, OrderRequest } from "../../../src/engine/trade/order.ts";
import {
  createPaperExchange,
  type PaperExchangeOptions,
} from "../../../src/exchange/paper/paper-exchange.ts";
import { describeExchangeContract } from "../../contracts/exchange-contract.ts";
import { createFakeExchange } from "../../fakes/exchange.ts";
import { COIN } from "../instruments.ts";
import { createManualClock } from "../manual-clock.ts";
import { createMemoryPaperStore } from "../memory-paper-store.ts";

async function aPaperExchange(change: Partial<PaperExchangeOptions> = {}) {
  const store = createMemoryPaperStore();
  const clock = createManualClock(1000);
  const instruments = async () => [COIN];
  const options = { store, clock, instruments, startBalance: "10000", slippagePercent: 0, ...change };
  const exchange = await createPaperExchange(options);
  const setPrice = (price: number, at = clock.now()) =>
    exchange.onEvent({ type: "price", symbol: COIN.symbol, price, at });
  return { exchange, store, clock, setPrice, options };
}

function entry(clientOrderId: string, change: Partial<OrderRequest> = {}): AssessedEntry {
  const order = {
    symbol: COIN.symbol,
    side: "buy",
    type: "market",
    quantity: "1",
    reduceOnly: false,
    ...change,
  };
  // The brand says that risk assessed the order; here only the exchange is tested.
  return { clientOrderId, createdAt: 0, ...order } as AssessedEntry;
}

describeExchangeContract("the paper exchange", async () => {
  const { exchange, setPrice } = await aPaperExchange();
  await setPrice(100);
  return {
    exchange,
    symbol: COIN.symbol,
    endsOrphans: true,
    setPrice: async (price) => {
      await setPrice(price);
    },
  };
});

describeExchangeContract("the fake exchange", async () => {
  const exchange = createFakeExchange({ instruments: [COIN] });
  exchange.setPrice(COIN.symbol, 100);
  return {
    exchange,
    symbol: COIN.symbol,
    endsOrphans: true,
    setPrice: async (price) => exchange.setPrice(COIN.symbol, price),
  };
});

describe("the paper exchange", () => {
  it("has saved an order before it answers", async () => {
    const { exchange, store } = await aPaperExchange();
    expect(store.saves).toHaveLength(0);
    await exchange.place(entry("a"));
    expect(store.saves).toHaveLength(1);
    expect(store.saves[0]).toContain('"clientOrderId":"a"');
  });

  it("saves a fill, but not a price that fills nothing", async () => {
    const { exchange, store, setPrice } = await aPaperExchange();
    expect(await setPrice(100)).toBe(false);
    expect(store.saves).toHaveLength(0);
    await exchange.place(entry("a"));
    expect(await setPrice(100)).toBe(true);
    expect(store.saves).toHaveLength(2);
    expect(await setPrice(101)).toBe(false);
    expect(store.saves).toHaveLength(2);
  });

  it("goes on from its store after a restart and fills the order once", async () => {
    const first = await aPaperExchange();
    await first.exchange.place(entry("a"));
    const second = await aPaperExchange({ store: first.store, clock: first.clock });
    expect(await second.exchange.openOrders()).toMatchObject([{ clientOrderId: "a" }]);
    await second.exchange.place(entry("a"));
    await second.setPrice(100);
    const third = await aPaperExchange({ store: first.store, clock: first.clock });
    expect(await third.exchange.positions()).toEqual([
      { symbol: COIN.symbol, quantity: "1", entryPrice: "100" },
    ]);
    expect((await third.exchange.fillsSince("")).fills).toHaveLength(1);
  });

  it("takes a new slippage for an account that it loaded", async () => {
    const first = await aPaperExchange();
    await first.exchange.place(entry("a"));
    const second = await aPaperExchange({ store: first.store, clock: first.clock, slippagePercent: 1 });
    await second.setPrice(100);
    expect((await second.exchange.fillsSince("")).fills).toMatchObject([{ price: "101" }]);
  });

  it("says unknown when the save fails, and afterwards knows what the store knows", async () => {
    const { exchange, store } = await aPaperExchange();
    store.failNextSave("before");
    expect(await exchange.place(entry("a"))).toEqual({ status: "unknown", code: "store-unavailable" });
    expect(await exchange.find(COIN.symbol, "a")).toBeUndefined();
    store.failNextSave("after");
    expect(await exchange.place(entry("b"))).toEqual({ status: "unknown", code: "store-unavailable" });
    expect(await exchange.find(COIN.symbol, "b")).toMatchObject({ status: "working" });
  });

  it("does not count a fill that could not be saved, and fills at the next price", async () => {
    const { exchange, store, setPrice } = await aPaperExchange();
    await exchange.place(entry("a"));
    store.failNextSave("before");
    await expect(setPrice(100)).rejects.toMatchObject({ code: "store-unavailable" });
    expect(await exchange.positions()).toEqual([]);
    expect(await setPrice(101)).toBe(true);
    expect(await exchange.positions()).toMatchObject([{ entryPrice: "101" }]);
  });

  it("refuses an order while the rules of the market cannot be read", async () => {
    const down = async () => {
      throw new DeskError("market-unavailable");
    };
    const { exchange } = await aPaperExchange({ instruments: down });
    expect(await exchange.place(entry("a"))).toEqual({ status: "rejected", code: "instrument-unavailable" });
  });

  it("serialises calls that arrive together", async () => {
    const { exchange, setPrice, store } = await aPaperExchange();
    const ids = Array.from({ length: 20 }, (_, index) => `id${index % 10}`);
    await Promise.all([...ids.map((id) => exchange.place(entry(id))), setPrice(100)]);
    await setPrice(100);
    expect(await exchange.positions()).toMatchObject([{ quantity: "10" }]);
    expect(JSON.parse(store.saves.at(-1) ?? "")).toMatchObject({ orderCount: 10, fillCount: 10 });
  });

  it("fills inside a candle at the clock's time", async () => {
    const { exchange, clock } = await aPaperExchange();
    await exchange.place(entry("a", { type: "limit", price: "95" }));
    clock.set(61_000);
    const candle = { openTime: 1000, open: 100, high: 101, low: 94, close: 99, volume: 1 };
    expect(await exchange.onEvent({ type: "candle", symbol: COIN.symbol, candle })).toBe(true);
    expect((await exchange.fillsSince("")).fills).toMatchObject([{ price: "95", at: 61_000 }]);
  });

  it("does not start over a stored account that it cannot read", async () => {
    const store = createMemoryPaperStore("{}");
    await expect(aPaperExchange({ store })).rejects.toMatchObject({ code: "paper-account-invalid" });
  });
});
