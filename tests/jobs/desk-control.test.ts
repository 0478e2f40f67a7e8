import { beforeEach, describe, expect, it } from "vitest";
import { ANNA, BEN, createDeskBench, type DeskBench, longSignal, NOW } from "./desk-bench.ts";

let desk: DeskBench;

beforeEach(async () => {
  desk = await createDeskBench();
});

async function stateOf(tradeId: string): Promise<string | undefined> {
  return (await desk.context.ledger.load(tradeId))?.state;
}

async function openTrade(): Promise<string> {
  const id = await desk.raise();
  await desk.control.approve(id, 1, 1, ANNA);
  await desk.settle();
  desk.clock.advance(1000);
  await desk.trade(100);
  return id;
}

describe("a setup on its way to a position", () => {
  it("is sized, proposed and posted once, however often it is raised", async () => {
    const id = await desk.raise();
    await desk.raise();
    expect((await desk.context.ledger.load(id))?.plan.quantity).toBe("10");
    expect(desk.chat.calls).toEqual(["send local 1"]);
  });

  it("is kept but not posted when risk denies it", async () => {
    await desk.raise();
    const denied = await desk.raise(longSignal({ id: "another", entry: 101 }));
    expect(await stateOf(denied)).toBe("denied");
    expect(desk.chat.shown.size).toBe(1);
  });

  it("becomes an open position with a stop that was read back and a target, on one card", async () => {
    const id = await openTrade();
    const trade = await desk.context.ledger.load(id);
    expect(trade).toMatchObject({ state: "open", entryQuantity: "10", entryPrice: "100", protectedAt: "98" });
    expect(
      (await desk.paper.openOrders()).map(({ type, price, quantity }) => [type, price, quantity]),
    ).toEqual([
      ["stop", "98", "10"],
      ["take-profit", "104", "10"],
    ]);
    expect(desk.chat.shown.size).toBe(1);
    expect(desk.chat.shown.get("1")?.content).toMatchObject({ kind: "trade", trade: { state: "open" } });
  });

  it("is closed by its target, and leaves no order behind", async () => {
    const id = await openTrade();
    await desk.trade(104);
    expect(await desk.context.ledger.load(id)).toMatchObject({
      state: "closed",
      result: { pnl: "40", r: 2, reason: "target" },
    });
    expect(await desk.paper.openOrders()).toEqual([]);
    expect((await desk.paper.account()).balance).toBe("10040");
  });

  it("is closed by its stop at a loss of 1R", async () => {
    const id = await openTrade();
    await desk.trade(98);
    expect((await desk.context.ledger.load(id))?.result).toEqual({ pnl: "-20", r: -1, reason: "stop" });
  });
});

describe("an approval", () => {
  it("has one winner among fifty taps at once, and makes one entry order", async () => {
    const id = await desk.raise();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => desk.control.approve(id, 1, 1, ANNA)),
    );
    await desk.settle();
    expect(outcomes.filter(({ status }) => status === "done")).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === "too-late")).toHaveLength(49);
    expect((await desk.paper.openOrders()).filter(({ reduceOnly }) => !reduceOnly)).toHaveLength(1);
  });

  it("and a skip at once leave one of them", async () => {
    const id = await desk.raise();
    const both = await Promise.all([desk.control.approve(id, 1, 1, ANNA), desk.control.skip(id, 1, BEN)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["done", "too-late"]);
  });

  it("of half the size buys half", async () => {
    const id = await desk.raise();
    await desk.control.approve(id, 1, 0.5, ANNA);
    expect((await desk.context.ledger.load(id))?.approval).toMatchObject({ quantity: "5", sizeFactor: 0.5 });
  });

  it("is refused with numbers when price moved too far", async () => {
    const id = await desk.raise();
    await desk.trade(101.5);
    expect(await desk.control.approve(id, 1, 1, ANNA)).toMatchObject({
      status: "denied",
      denials: [{ code: "price-moved", limit: 0.5, actual: 0.75 }],
    });
    expect(await stateOf(id)).toBe("proposed");
  });

  it("is refused when the last price is old", async () => {
    const id = await desk.raise();
    desk.clock.advance(121_000);
    const outcome = await desk.control.approve(id, 1, 1, ANNA);
    expect(outcome).toMatchObject({
      status: "denied",
      denials: [{ code: "price-stale", limit: 120, actual: 121 }],
    });
  });

  it("of an old version of the card comes too late", async () => {
    const id = await desk.raise();
    expect((await desk.control.approve(id, 0, 1, ANNA)).status).toBe("too-late");
  });

  it("of a trade that does not exist finds nothing", async () => {
    expect(await desk.control.approve("nothing", 1, 1, ANNA)).toEqual({ status: "not-found" });
  });

  it("of the last trade that the day allows is carried out, the next one is refused", async () => {
    desk = await createDeskBench({ risk: { maxTradesPerDay: 1 } });
    const id = await openTrade();
    expect(await stateOf(id)).toBe("open");
    await desk.trade(98);
    const next = await desk.raise(longSignal({ id: "next", knownAt: NOW + 9 }));
    expect((await desk.context.ledger.load(next))?.denials?.map(({ code }) => code)).toEqual([
      "trades-per-day",
    ]);
  });

  it("that lost its job is carried out by the sweeper", async () => {
    const id = await desk.raise();
    const { enqueue } = desk.context.queues;
    Object.assign(desk.context.queues, { enqueue: async () => undefined });
    await desk.control.approve(id, 1, 1, ANNA);
    Object.assign(desk.context.queues, { enqueue });
    await desk.sweep();
    await desk.settle();
    expect(await stateOf(id)).toBe("working");
  });
});

describe("closing", () => {
  it("sells a position at the market and cancels its legs", async () => {
    const id = await openTrade();
    expect((await desk.control.close(id, BEN)).status).toBe("done");
    await desk.settle();
    await desk.trade(101);
    expect(await desk.context.ledger.load(id)).toMatchObject({
      state: "closed",
      result: { pnl: "10", reason: "manual" },
      closing: { by: BEN },
    });
    expect(await desk.paper.positions()).toEqual([]);
    expect(await desk.paper.openOrders()).toEqual([]);
  });

  it("cancels an entry that still waits", async () => {
    const id = await desk.raise(longSignal({ entryType: "limit", entry: 100 }));
    await desk.control.approve(id, 1, 1, ANNA);
    await desk.settle();
    await desk.control.close(id, ANNA);
    await desk.settle();
    expect(await desk.paper.openOrders()).toEqual([]);
    expect(await desk.context.ledger.load(id)).toMatchObject({ state: "closed", entryQuantity: "0" });
  });

  it("by panic flattens everything and lets nothing new in until somebody resumes", async () => {
    const id = await openTrade();
    expect((await desk.control.panic(ANNA)).map((trade) => trade.id)).toEqual([id]);
    await desk.settle();
    await desk.trade(99);
    expect(await desk.paper.positions()).toEqual([]);
    const refused = await desk.raise(longSignal({ id: "later", knownAt: NOW + 5 }));
    expect((await desk.context.ledger.load(refused))?.denials?.map(({ code }) => code)).toContain(
      "kill-switch",
    );
    expect(await desk.control.resume(ANNA)).toBe(true);
    expect(await desk.control.resume(ANNA)).toBe(false);
  });
});

describe("a pause", () => {
  it("whose reason a person calls panic is no kill switch", async () => {
    await desk.control.pause(undefined, "panic", ANNA);
    const refused = await desk.raise();
    expect((await desk.context.ledger.load(refused))?.denials?.map(({ code }) => code)).toEqual(["paused"]);
  });

  it("ends by itself after its minutes", async () => {
    await desk.control.pause(30, "lunch", ANNA);
    expect((await desk.control.status()).paused).toEqual({
      since: NOW,
      until: NOW + 30 * 60_000,
      by: ANNA,
      reason: "lunch",
      isPanic: false,
    });
    desk.clock.advance(30 * 60_000);
    expect((await desk.control.status()).paused).toBeUndefined();
  });
});

describe("a proposal whose time has come", () => {
  it("expires, and a tap on it afterwards comes too late", async () => {
    const id = await desk.raise();
    desk.clock.advance(3_600_000);
    await desk.sweep();
    await desk.settle();
    expect(await stateOf(id)).toBe("expired");
    expect((await desk.control.approve(id, 1, 1, ANNA)).status).toBe("too-late");
    expect(desk.chat.calls).toEqual(["send local 1", "edit local 1"]);
  });
});
