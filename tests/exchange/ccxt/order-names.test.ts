import type { Trade } from "ccxt";
import { describe, expect, it } from "vitest";
import type { ExchangeAccess } from "../../../src/exchange/ccxt/exchange-account.ts";
import { OrderNames } from "../../../src/exchange/ccxt/order-names.ts";

const NOW = Date.UTC(2026, 5, 1, 12);

/** An account of own entries, whose ids begin with an e, and reduce-only orders of somebody else. */
function names(now = () => NOW) {
  const asked: string[] = [];
  const venue = {
    exchange: "binanceusdm",
    triggeredIds: async () => {
      asked.push("conditional ones");
      return new Map();
    },
    orderById: async (_client: unknown, _symbol: string, orderId: string) => {
      asked.push(orderId);
      return orderId.startsWith("e")
        ? { clientOrderId: `own-${orderId}` }
        : { clientOrderId: `web-${orderId}` };
    },
    clientOrderIdOf: (order: { clientOrderId: string }) => order.clientOrderId,
    isReduceOnly: ({ clientOrderId }: { clientOrderId: string }) => !clientOrderId.startsWith("own"),
  };
  const send = async (call: () => Promise<unknown>) => ({ ok: true, value: await call() });
  const access = { venue, orders: {}, send, time: { now }, hedged: false } as unknown as ExchangeAccess;
  return { asked, names: new OrderNames(access, (id) => id.startsWith("own")) };
}

const market = { ccxtSymbol: "COIN/USDT:USDT" } as Parameters<OrderNames["learn"]>[0];
const tradesOf = (...orders: string[]) => orders.map((order) => ({ order, timestamp: NOW }) as Trade);

describe("the names of orders", () => {
  it("cost one look-up for each order of a reading, however many trades it made, while they are in doubt", async () => {
    const { asked, names: all } = names();
    const trades = tradesOf("1", "1", "2", "1", "2");
    await all.learn(market, trades);
    expect(asked).toEqual(["1", "2", "conditional ones"]);
    expect(trades.map((trade) => all.of(trade))).toEqual(Array(5).fill(undefined));
    await all.learn(market, trades);
    expect(asked.slice(3)).toEqual(["1", "2", "conditional ones"]);
  });

  it("of own entries cost one look-up, since no conditional order can have become one", async () => {
    const { asked, names: all } = names();
    const trades = tradesOf("e1", "e1");
    await all.learn(market, trades);
    expect(trades.map((trade) => all.of(trade))).toEqual(["own-e1", "own-e1"]);
    expect(asked).toEqual(["e1"]);
  });

  it("are sure after a minute, and then asked no more", async () => {
    let now = NOW + 60_000;
    const { asked, names: all } = names(() => now);
    const [trade] = tradesOf("1") as [Trade];
    await all.learn(market, [trade]);
    expect(all.of(trade)).toBeUndefined();
    now += 1;
    await all.learn(market, [trade]);
    await all.learn(market, [trade]);
    expect(all.of(trade)).toBe("web-1");
    expect(asked.filter((each) => each === "1")).toHaveLength(2);
  });
});
