import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/engine/ports/exchange.ts";
import type { AssessedEntry, OrderRequest, SubmittableOrder } from "../../src/engine/trade/order.ts";

/** An exchange under test together with the market that moves it. */
export interface ExchangeUnderTest {
  readonly exchange: Exchange;
  /** A symbol that trades around 100, in ticks of 0.1 and lots of 0.01, at least 0.05 and 10 of notional. */
  readonly symbol: string;
  /** Trades happen at this price; resolves when the exchange has dealt with them. */
  setPrice(price: number): Promise<void>;
  /** Reduce-only orders end with the position; elsewhere they stay until somebody cancels or triggers them. */
  readonly endsOrphans: boolean;
  /** An order locks what it sells: a second exit is refused while the first one stands. */
  readonly locksExits?: boolean;
}

/** What every `Exchange` promises. `create` gives an empty account of 10000 and a last price of 100. */
export function describeExchangeContract(name: string, create: () => Promise<ExchangeUnderTest>): void {
  describe(`${name} keeps the exchange contract:`, () => {
    it("knows the rules of a symbol, and nothing of an unknown one", async () => {
      const { exchange, symbol } = await create();
      expect(await exchange.instrument(symbol)).toMatchObject({ symbol, priceTick: "0.1" });
      expect(await exchange.instrument("NOPE/USDT")).toBeUndefined();
    });

    it("starts flat", async () => {
      const { exchange } = await create();
      expect(await exchange.account()).toEqual({ balance: "10000", equity: "10000" });
      expect(await exchange.positions()).toEqual([]);
      expect(await exchange.openOrders()).toEqual([]);
      expect((await exchange.fillsSince("")).fills).toEqual([]);
    });

    it("fills a market order at the next price and reports it everywhere", async () => {
      const { exchange, symbol, setPrice } = await create();
      const placed = await exchange.place(marketBuy(symbol, "in1", "2"));
      expect(placed.status).toBe("accepted");
      await setPrice(100);
      expect(await exchange.find(symbol, "in1")).toMatchObject({ status: "filled", filledQuantity: "2" });
      expect(await exchange.positions()).toMatchObject([{ symbol, quantity: "2" }]);
      const { fills } = await exchange.fillsSince("");
      expect(fills).toMatchObject([{ clientOrderId: "in1", symbol, side: "buy", quantity: "2" }]);
      expect(Number(fills[0]?.fee)).toBeGreaterThan(0);
    });

    it("never makes a second order from the same client order id", async () => {
      const { exchange, symbol, setPrice } = await create();
      const first = await exchange.place(marketBuy(symbol, "in1", "1"));
      expect(await exchange.place(marketBuy(symbol, "in1", "1"))).toEqual(first);
      await setPrice(100);
      expect(await exchange.place(marketBuy(symbol, "in1", "1"))).toEqual(first);
      await setPrice(100);
      expect(await exchange.positions()).toMatchObject([{ quantity: "1" }]);
    });

    it("keeps a limit order alive until its price comes", async () => {
      const { exchange, symbol, setPrice } = await create();
      await exchange.place(
        entry({ symbol, clientOrderId: "in1", type: "limit", price: "95", quantity: "1" }),
      );
      await setPrice(99);
      expect(await exchange.openOrders()).toMatchObject([
        { clientOrderId: "in1", type: "limit", price: "95", status: "working", filledQuantity: "0" },
      ]);
      await setPrice(95);
      expect(await exchange.openOrders()).toEqual([]);
      expect((await exchange.fillsSince("")).fills).toMatchObject([{ price: "95" }]);
    });

    it("cancels a live order once; everything else is gone", async () => {
      const { exchange, symbol, setPrice } = await create();
      await exchange.place(
        entry({ symbol, clientOrderId: "in1", type: "limit", price: "95", quantity: "1" }),
      );
      expect(await exchange.cancel(symbol, "in1")).toBe("cancelled");
      expect(await exchange.cancel(symbol, "in1")).toBe("gone");
      expect(await exchange.cancel(symbol, "never-seen")).toBe("gone");
      expect(await exchange.find(symbol, "in1")).toMatchObject({ status: "cancelled" });
      await setPrice(90);
      expect(await exchange.positions()).toEqual([]);
    });

    it("protects a position: the stop is alive, closes it, and the target left over opens nothing", async () => {
      const { exchange, symbol, setPrice, endsOrphans, locksExits = false } = await create();
      await exchange.place(marketBuy(symbol, "in1", "1"));
      await setPrice(100);
      await exchange.place(closing({ symbol, clientOrderId: "sl1", type: "stop", price: "95" }));
      const target = closing({ symbol, clientOrderId: "tp1", type: "take-profit", price: "110" });
      expect((await exchange.place(target)).status).toBe(locksExits ? "rejected" : "accepted");
      expect((await exchange.openOrders()).map((order) => [order.clientOrderId, order.type])).toEqual([
        ["sl1", "stop"],
        ...(locksExits ? [] : [["tp1", "take-profit"]]),
      ]);
      await setPrice(94);
      expect(await exchange.positions()).toEqual([]);
      const stopped = { type: "stop", price: "95", status: "filled", filledQuantity: "1" };
      expect(await exchange.find(symbol, "sl1")).toMatchObject(stopped);
      if (endsOrphans) {
        expect(await exchange.openOrders()).toEqual([]);
        expect(await exchange.find(symbol, "tp1")).toMatchObject({ status: "cancelled" });
      }
      await setPrice(111);
      expect(await exchange.positions()).toEqual([]);
      expect(await exchange.openOrders()).toEqual([]);
    });

    it("names the stop in the fill that it made", async () => {
      const { exchange, symbol, setPrice } = await create();
      await exchange.place(marketBuy(symbol, "in1", "1"));
      await setPrice(100);
      await exchange.place(closing({ symbol, clientOrderId: "sl1", type: "stop", price: "95" }));
      await setPrice(94);
      const { fills } = await exchange.fillsSince("");
      expect(fills.map((fill) => [fill.clientOrderId, fill.side])).toEqual([
        ["in1", "buy"],
        ["sl1", "sell"],
      ]);
    });

    it("cancels a stop that has not triggered", async () => {
      const { exchange, symbol, setPrice } = await create();
      await exchange.place(marketBuy(symbol, "in1", "1"));
      await setPrice(100);
      await exchange.place(closing({ symbol, clientOrderId: "sl1", type: "stop", price: "95" }));
      expect(await exchange.cancel(symbol, "sl1")).toBe("cancelled");
      expect(await exchange.cancel(symbol, "sl1")).toBe("gone");
      expect(await exchange.find(symbol, "sl1")).toMatchObject({ status: "cancelled", filledQuantity: "0" });
      await setPrice(94);
      expect(await exchange.positions()).toMatchObject([{ quantity: "1" }]);
    });

    it("never turns a position by a reduce-only order", async () => {
      const { exchange, symbol, setPrice } = await create();
      await exchange.place(marketBuy(symbol, "in1", "1"));
      await setPrice(100);
      await exchange.place(closing({ symbol, clientOrderId: "out1", type: "market", quantity: "3" }));
      await setPrice(100);
      expect(await exchange.positions()).toEqual([]);
    });

    it("refuses what breaks a rule with a code, and the order does not exist", async () => {
      const { exchange, symbol } = await create();
      const refused = await exchange.place(marketBuy(symbol, "in1", "0.001"));
      expect(refused).toMatchObject({ status: "rejected", code: expect.stringMatching(/^[a-z0-9-]+$/) });
      expect(await exchange.openOrders()).toEqual([]);
      const stray = closing({ symbol, clientOrderId: "out1", type: "market" });
      expect((await exchange.place(stray)).status).toBe("rejected");
    });

    it("knows nothing of an order it never saw", async () => {
      const { exchange, symbol } = await create();
      expect(await exchange.find(symbol, "never-seen")).toBeUndefined();
    });

    it("gives each fill once along the cursor", async () => {
      const { exchange, symbol, setPrice } = await create();
      await exchange.place(marketBuy(symbol, "in1", "1"));
      await setPrice(100);
      const first = await exchange.fillsSince("");
      expect(first.fills.map((fill) => fill.clientOrderId)).toEqual(["in1"]);
      expect((await exchange.fillsSince(first.cursor)).fills).toEqual([]);
      await exchange.place(closing({ symbol, clientOrderId: "out1", type: "market" }));
      await setPrice(101);
      const second = await exchange.fillsSince(first.cursor);
      expect(second.fills.map((fill) => fill.clientOrderId)).toEqual(["out1"]);
      expect(second.fills[0]?.fillId).not.toBe(first.fills[0]?.fillId);
    });

    it("moves equity with the price, and the balance only with what was realised", async () => {
      const { exchange, symbol, setPrice } = await create();
      await exchange.place(marketBuy(symbol, "in1", "1"));
      await setPrice(100);
      const before = await exchange.account();
      await setPrice(107);
      const after = await exchange.account();
      expect(after.balance).toBe(before.balance);
      expect(Number(after.equity) - Number(before.equity)).toBeCloseTo(7, 9);
    });
  });
}

function marketBuy(symbol: string, clientOrderId: string, quantity: string): SubmittableOrder {
  return entry({ symbol, clientOrderId, type: "market", quantity });
}

/** An intent that no earlier process can have sent. */
const OF_THIS_PROCESS = Date.UTC(2100, 0, 1);

function entry(order: Omit<OrderRequest, "side" | "reduceOnly" | "createdAt">): SubmittableOrder {
  // The brand says that risk assessed the order; the contract is about the exchange alone.
  return { ...order, side: "buy", reduceOnly: false, createdAt: OF_THIS_PROCESS } as AssessedEntry;
}

function closing(
  order: Omit<OrderRequest, "side" | "reduceOnly" | "createdAt" | "quantity"> & { quantity?: string },
): SubmittableOrder {
  return { quantity: "1", ...order, side: "sell", reduceOnly: true, createdAt: OF_THIS_PROCESS };
}
