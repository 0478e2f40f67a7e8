import { describe, expect, it, vi } from "vitest";
import { DeskError } from "../../src/engine/errors.ts";
import { clientOrderId } from "../../src/engine/trade/client-order-id.ts";
import type { OrderRequest } from "../../src/engine/trade/order.ts";
import { bookDifferences } from "../../src/jobs/book-differences.ts";
import { sweep } from "../../src/jobs/sweeper.ts";
import { INSTANCE, idOf, open } from "../engine/trade/trade-fixtures.ts";
import { jobDesk } from "./job-desk.ts";

function byHand(clientOrderId: string, change: Partial<OrderRequest> = {}): OrderRequest {
  return {
    clientOrderId,
    symbol: "SOL/USDT",
    side: "buy",
    type: "limit",
    quantity: "1",
    price: "50",
    reduceOnly: false,
    createdAt: 0,
    ...change,
  };
}

function atMarket(clientOrderId: string, change: Partial<OrderRequest>): OrderRequest {
  const { price: _, ...order } = byHand(clientOrderId, { ...change, type: "market" });
  return order;
}

async function opened() {
  const desk = jobDesk();
  const id = await desk.enter();
  await desk.price(100);
  return { ...desk, id };
}

async function notices(desk: ReturnType<typeof jobDesk>): Promise<readonly string[]> {
  return (await desk.ledger.pendingOutbox(100)).flatMap(({ body }) =>
    body.kind === "notice" ? body.notice.key : [],
  );
}

describe("the comparison of ledger and exchange", () => {
  it("is one for all who ask for it while it runs, and a new one afterwards", async () => {
    const desk = await opened();
    const read = vi.spyOn(desk.venue, "openOrders");
    expect(await Promise.all([desk.reconciliation.run(), desk.reconciliation.run()])).toEqual([true, true]);
    expect(read).toHaveBeenCalledTimes(1);
    desk.venue.goDown(1000);
    expect(await desk.reconciliation.run()).toBe(false);
    desk.clock.advance(1000);
    expect(await desk.reconciliation.run()).toBe(true);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("finds nothing when both tell the same", async () => {
    const desk = await opened();
    expect(await desk.reconciliation.run()).toBe(true);
    expect(await notices(desk)).toEqual([]);
    expect(desk.gate.isOpen).toBe(true);
  });

  it.each([
    ["that nobody foresaw", new Error("no size")],
    ["that no new try mends", new DeskError("exchange-key-refused", { exchange: "test", code: "-2015" })],
  ])(
    "closes the gate too for a fault %s, and people are told once until it can be made again",
    async (_, fault) => {
      const desk = await opened();
      const read = vi.spyOn(desk.venue, "positions").mockRejectedValue(fault);
      const told = async () => (await notices(desk)).filter((key) => key === "notice-not-compared").length;
      expect(desk.gate.isOpen).toBe(true);
      expect(await desk.reconciliation.run()).toBe(false);
      expect(desk.gate.isOpen).toBe(false);
      desk.clock.advance(1000);
      expect(await desk.reconciliation.run()).toBe(false);
      expect(await told()).toBe(1);
      read.mockRestore();
      expect(await desk.reconciliation.run()).toBe(true);
      expect(desk.gate.isOpen).toBe(true);
      vi.spyOn(desk.venue, "positions").mockRejectedValue(fault);
      await desk.reconciliation.run();
      expect(await told()).toBe(2);
    },
  );

  it("lets the rest of a sweep be done when it fails", async () => {
    const desk = await opened();
    vi.spyOn(desk.venue, "positions").mockRejectedValue(new Error("no size"));
    const jobs: string[] = [];
    const queues = { ...desk.context.queues, enqueue: async (name: string) => void jobs.push(name) };
    await sweep({ ...desk.context, queues }, desk.reconciliation);
    expect(jobs).toContain("advance-trade");
  });

  it("closes the gate when the exchange cannot be read, and opens it when it can again", async () => {
    const desk = await opened();
    desk.venue.goDown(1000);
    expect(await desk.reconciliation.run()).toBe(false);
    expect(desk.gate.isOpen).toBe(false);
    desk.clock.advance(1000);
    expect(await desk.reconciliation.run()).toBe(true);
    expect(desk.gate.isOpen).toBe(true);
  });

  it("reads the fills of its symbol alone once more when an order is not open any more", async () => {
    const desk = await opened();
    const tradedSymbols = ["BTC/USDT", "ETH/USDT", "A/USDT", "B/USDT", "C/USDT"];
    Object.assign(desk.venue, { tradedSymbols });
    desk.venue.cancelStopsByHand();
    const read = vi.spyOn(desk.venue, "fillsSince");
    await desk.reconciliation.run();
    const asked = read.mock.calls.map((call: readonly unknown[]) => call[1]);
    expect(asked).toEqual([tradedSymbols.slice(0, 4), ["C/USDT"], ["BTC/USDT"]]);
  });

  it("replaces a stop that somebody cancelled by hand", async () => {
    const desk = await opened();
    expect(desk.venue.cancelStopsByHand()).toBe(1);
    for (let round = 0; round < 10; round += 1) {
      await desk.reconciliation.run();
      await desk.pass(2000);
    }
    const stops = desk.venue.truth().working.filter(({ type }) => type === "stop");
    expect(stops).toMatchObject([{ quantity: "100", price: "98" }]);
    expect(await desk.ledger.load(desk.id)).toMatchObject({ state: "open", protectedAt: "98" });
  });

  it("tells of a foreign order once and leaves it alone", async () => {
    const desk = await opened();
    desk.venue.placeByHand(byHand("web_1"));
    for (let round = 0; round < 3; round += 1) await desk.reconciliation.run();
    expect(await notices(desk)).toEqual(["notice-foreign-order"]);
    expect(desk.venue.truth().working.map((order) => order.clientOrderId)).toContain("web_1");
  });

  it("tells of a position of somebody else and leaves it alone", async () => {
    const desk = await opened();
    const { price: _none, ...market } = byHand("web_2", { type: "market" });
    desk.venue.price("SOL/USDT", 50);
    desk.venue.placeByHand(market);
    desk.venue.price("SOL/USDT", 50);
    await desk.reconciliation.run();
    expect(await notices(desk)).toEqual([]);
    await desk.reconciliation.run();
    expect(await notices(desk)).toEqual(["notice-position-differs"]);
    expect(desk.venue.truth().positions).toContainEqual(
      expect.objectContaining({ symbol: "SOL/USDT", quantity: "1" }),
    );
  });

  it("cancels an own order that no living trade has", async () => {
    const desk = await opened();
    const orphan = clientOrderId("test", "0000000000", "entry", 1);
    desk.venue.placeByHand(byHand(orphan));
    await desk.reconciliation.run();
    expect(desk.venue.truth().working.map((order) => order.clientOrderId)).toContain(orphan);
    await desk.reconciliation.run();
    expect(desk.venue.truth().working.map((order) => order.clientOrderId)).not.toContain(orphan);
  });

  it("cancels an own exit that no trade has where the position has its stop", async () => {
    const desk = await opened();
    const orphan = clientOrderId("test", "0000000000", "stop", 1);
    const exit = { symbol: "BTC/USDT", side: "sell", reduceOnly: true, type: "stop", price: "97" } as const;
    desk.venue.placeByHand(byHand(orphan, exit));
    for (let times = 0; times < 2; times += 1) await desk.reconciliation.run();
    expect(desk.venue.truth().working.map((order) => order.clientOrderId)).not.toContain(orphan);
  });

  it("leaves such an exit where the position has no stop, cancels what else there is, and tells so the second time", async () => {
    const desk = jobDesk((order) => (order.type === "stop" ? "order-lost" : undefined));
    await desk.enter();
    await desk.price(100);
    const [exit, entry, elsewhere] = [
      clientOrderId("test", "0000000000", "stop", 1),
      clientOrderId("test", "0000000000", "entry", 1),
      clientOrderId("test", "0000000000", "stop", 2),
    ];
    const atBtc = { symbol: "BTC/USDT", price: "97" } as const;
    desk.venue.placeByHand(byHand(exit, { ...atBtc, side: "sell", reduceOnly: true, type: "stop" }));
    desk.venue.placeByHand(byHand(entry, atBtc));
    // Here a venue that is flat would take it away itself; others leave it.
    const openOrders = desk.venue.openOrders.bind(desk.venue);
    const stands = {
      ...byHand(elsewhere, { side: "sell", reduceOnly: true, type: "stop" }),
      exchangeOrderId: "9",
    };
    vi.spyOn(desk.venue, "openOrders").mockImplementation(async () => [
      ...(await openOrders()),
      { ...stands, filledQuantity: "0", status: "working" },
    ]);
    const cancel = vi.spyOn(desk.venue, "cancel");
    await desk.reconciliation.run();
    expect(await notices(desk)).not.toContain("notice-unprotected");
    await desk.reconciliation.run();
    expect(await notices(desk)).toContain("notice-unprotected");
    const working = desk.venue.truth().working.map((order) => order.clientOrderId);
    expect([working.includes(exit), working.includes(entry)]).toEqual([true, false]);
    expect(cancel.mock.calls).toContainEqual(["SOL/USDT", elsewhere]);
  });
});

describe("own orders of a trade that the ledger lost", () => {
  it("stay while the exchange holds what they close, and go when it is flat", async () => {
    const desk = jobDesk();
    desk.venue.price("SOL/USDT", 50);
    desk.venue.placeByHand(atMarket("web_1", {}));
    desk.venue.price("SOL/USDT", 50);
    const stop = clientOrderId("test", "0000000000", "stop", 1);
    const exit = { side: "sell", reduceOnly: true } as const;
    desk.venue.placeByHand(byHand(stop, { ...exit, type: "stop", price: "45" }));
    const working = () => desk.venue.truth().working.map((order) => order.clientOrderId);
    for (let times = 0; times < 3; times += 1) await desk.reconciliation.run();
    expect(working()).toEqual([stop]);
    desk.venue.placeByHand(atMarket("web_2", exit));
    desk.venue.price("SOL/USDT", 50);
    for (let times = 0; times < 2; times += 1) await desk.reconciliation.run();
    expect(working()).toEqual([]);
  });
});

describe("the differences of two books", () => {
  it("name what is missing, what has no trade, what is foreign and what is held otherwise", () => {
    const trade = open();
    const stop = { ...byHand(idOf(trade, "stop"), { symbol: "BTC/USDT" }), exchangeOrderId: "1" };
    const report = { ...stop, filledQuantity: "0", status: "working" as const };
    const foreign = { ...report, clientOrderId: "web_1" };
    const orphan = { ...report, clientOrderId: clientOrderId(INSTANCE, "0000000000", "stop", 1) };
    const held = { symbol: "BTC/USDT", quantity: "7", entryPrice: "100" };
    const working = {
      ...trade,
      orders: trade.orders.map((order) =>
        order.leg === "target-1" ? { ...order, status: "working" as const } : order,
      ),
    };
    expect(bookDifferences(INSTANCE, [working], [report, foreign, orphan], [held])).toEqual({
      missing: [{ tradeId: trade.id, symbol: "BTC/USDT", clientOrderId: idOf(trade, "target-1") }],
      orphans: [orphan],
      foreign: [foreign],
      positions: [{ symbol: "BTC/USDT", ledger: "10", exchange: "7" }],
    });
  });
});
