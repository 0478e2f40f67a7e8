import { beforeEach, describe, expect, it } from "vitest";
import type { PriceWish } from "../../src/engine/trade/price-wish.ts";
import { ANNA, BEN, createDeskBench, type DeskBench, longSignal } from "./desk-bench.ts";

let desk: DeskBench;
let id: string;

const at = (price: string): PriceWish => ({ kind: "price", price });
const loaded = () => desk.context.ledger.load(id);
const working = async () =>
  (await desk.paper.openOrders()).map(({ type, price, quantity }) => [type, price, quantity]).sort();

/** A position of 10 at 100, stop 98, target 104; price is 101. */
beforeEach(async () => {
  desk = await createDeskBench();
  id = await desk.raise();
  await desk.control.approve(id, 1, 1, ANNA);
  await desk.settle();
  desk.clock.advance(1000);
  await desk.trade(100);
  await desk.trade(101);
});

describe("a stop that a person moves", () => {
  it("to less risk stands at the exchange at once, alone", async () => {
    expect((await desk.control.moveStop(id, at("99.04"), ANNA)).status).toBe("done");
    await desk.settle();
    expect(await working()).toEqual([
      ["stop", "99.1", "10"],
      ["take-profit", "104", "10"],
    ]);
    expect((await loaded())?.stop).toMatchObject({ price: "99.1", reason: "manual", by: ANNA });
  });

  it("to more risk does nothing but show the risk, until it is confirmed", async () => {
    const asked = await desk.control.moveStop(id, at("97"), ANNA);
    expect(asked).toMatchObject({
      status: "confirm",
      before: { stop: "98", money: "20", percent: 0.2 },
      after: { stop: "97", money: "30", percent: 0.3 },
    });
    expect((await loaded())?.stop).toBeUndefined();
    expect((await desk.control.moveStop(id, at("97"), ANNA, "98")).status).toBe("done");
    await desk.settle();
    expect((await loaded())?.protectedAt).toBe("97");
  });

  it("is asked again when the stop moved between question and answer", async () => {
    await desk.control.moveStop(id, at("97"), ANNA);
    await desk.control.moveStop(id, at("99"), BEN);
    await desk.settle();
    expect(await desk.control.moveStop(id, at("97"), ANNA, "98")).toMatchObject({
      status: "confirm",
      before: { stop: "99" },
    });
  });

  it("cannot risk more than an entry may", async () => {
    await desk.context.settings.change("risk.riskPercent", 0.25, ANNA, 0);
    expect(await desk.control.moveStop(id, at("97"), ANNA, "98")).toMatchObject({
      status: "denied",
      denials: [{ code: "risk-per-trade", limit: 0.25, actual: 0.3 }],
    });
    await desk.context.settings.change("risk.riskPercent", 1, ANNA, 1);
    await desk.context.settings.change("risk.maxOpenRiskPercent", 0.29, ANNA, 2);
    expect(await desk.control.moveStop(id, at("97"), ANNA, "98")).toMatchObject({
      status: "denied",
      denials: [{ code: "open-risk", limit: 0.29, actual: 0.3 }],
    });
  });

  it("to more risk than a trader may approve takes an admin, also when it is taken back", async () => {
    await desk.context.settings.change("approvals.traderMaxRiskPercent", 0.25, ANNA, 0);
    const denied = { status: "denied", denials: [{ code: "trader-risk", limit: 0.25, actual: 0.3 }] };
    expect(await desk.control.moveStop(id, at("97"), ANNA, "98", "trader")).toMatchObject(denied);
    expect(await desk.control.moveStop(id, at("97"), ANNA, "98")).toMatchObject(denied);
    expect((await desk.control.moveStop(id, at("97.5"), ANNA, "98", "trader")).status).toBe("done");
    expect((await desk.control.moveStop(id, at("97"), BEN, "97.5", "admin")).status).toBe("done");
    expect((await desk.control.moveStop(id, at("97.2"), ANNA, undefined, "trader")).status).toBe("done");
    await desk.control.moveStop(id, at("98"), BEN, undefined, "trader");
    expect(await desk.control.undo(id, BEN, undefined, "trader")).toMatchObject({
      outcome: { status: "denied" },
    });
    expect(await desk.control.undo(id, BEN, undefined, "admin")).toMatchObject({
      outcome: { status: "confirm" },
    });
  });

  it("beyond price is refused with both, and so is one when no price is known", async () => {
    expect(await desk.control.moveStop(id, at("101"), ANNA)).toMatchObject({
      status: "denied",
      denials: [{ code: "stop-on-wrong-side", limit: 101, actual: 101 }],
    });
    desk.clock.advance(121_000);
    expect(await desk.control.moveStop(id, at("99"), ANNA)).toMatchObject({
      status: "denied",
      denials: [{ code: "price-stale", limit: 120, actual: 121 }],
    });
  });

  it("takes R, percent and break-even from the entry", async () => {
    for (const [wish, price] of [
      [{ kind: "r", r: -0.5 }, "99"],
      [{ kind: "percent", percent: -0.55 }, "99.5"],
      [{ kind: "break-even" }, "100"],
    ] as const) {
      await desk.control.moveStop(id, wish, ANNA);
      expect((await loaded())?.stop?.price).toBe(price);
    }
  });

  it("has one winner when two move it at once", async () => {
    const moves = await Promise.all([
      desk.control.moveStop(id, at("99"), ANNA),
      desk.control.moveStop(id, at("99.5"), BEN),
    ]);
    expect(moves.map(({ status }) => status).sort()).toEqual(["done", "too-late"]);
    await desk.settle();
    expect((await working()).filter(([type]) => type === "stop")).toHaveLength(1);
  });

  it("comes too late for a position that is closing, and finds no other", async () => {
    await desk.control.close(id, BEN);
    expect((await desk.control.moveStop(id, at("99"), ANNA)).status).toBe("too-late");
    expect(await desk.control.moveStop("nothing", at("99"), ANNA)).toEqual({ status: "not-found" });
  });
});

describe("targets that a person moves", () => {
  it("take the place of the old ones, nearest first, in even shares", async () => {
    await desk.control.moveTargets(id, [at("106"), at("103")], ANNA);
    await desk.settle();
    expect(await working()).toEqual([
      ["stop", "98", "10"],
      ["take-profit", "103", "5"],
      ["take-profit", "106", "5"],
    ]);
  });

  it("are refused when price has passed one of them", async () => {
    expect(await desk.control.moveTargets(id, [at("103"), at("101")], ANNA)).toMatchObject({
      status: "denied",
      denials: [{ code: "target-reached", limit: 101, actual: 101 }],
    });
    expect((await desk.control.moveTargets(id, [{ kind: "break-even" }], ANNA)).status).toBe("denied");
  });
});

describe("trailing that a person switches on", () => {
  it("is kept in the ledger with who did it, and taken back by them alone", async () => {
    expect((await desk.control.trail(id, { by: "percent", distance: 1 }, ANNA)).status).toBe("done");
    const trailing = { by: "percent", distance: 1, startR: 0, stepR: 0.1 };
    expect((await loaded())?.management?.trailing).toEqual(trailing);
    const events = await desk.context.ledger.events(id);
    expect(events.at(-1)).toEqual({
      type: "trade.trailing-switched",
      at: desk.clock.now(),
      trailing,
      by: ANNA,
    });
    expect(await desk.control.undo(id, BEN)).toBeUndefined();
    expect(await desk.control.undo(id, ANNA, desk.clock.now())).toMatchObject({
      what: "trailing",
      outcome: { status: "done" },
    });
    expect((await loaded())?.management).toEqual({});
  });

  it("commits once among many at once, and nothing when it is so already", async () => {
    const wish = { by: "atr" } as const;
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => desk.control.trail(id, wish, ANNA)));
    expect(outcomes.filter(({ status }) => status === "done")).toHaveLength(1);
    const { length } = await desk.context.ledger.events(id);
    expect((await desk.control.trail(id, wish, BEN)).status).toBe("done");
    expect(await desk.context.ledger.events(id)).toHaveLength(length);
  });

  it("comes too late for a position that is closing, and finds no other", async () => {
    await desk.control.close(id, BEN);
    expect((await desk.control.trail(id, { by: "atr" }, ANNA)).status).toBe("too-late");
    expect((await desk.control.trail("nothing", undefined, ANNA)).status).toBe("not-found");
  });
});

describe("a way back", () => {
  it("to a stop that risks more is confirmed like any other", async () => {
    await desk.control.moveStop(id, at("99"), ANNA);
    expect(await desk.control.undo(id, ANNA)).toMatchObject({
      what: "stop",
      outcome: { status: "confirm", before: { stop: "99" }, after: { stop: "98" } },
    });
    expect((await loaded())?.stop?.price).toBe("99");
  });

  it("lays the targets as they were", async () => {
    await desk.control.moveTargets(id, [at("106"), at("103")], ANNA);
    await desk.settle();
    expect(await desk.control.undo(id, ANNA)).toMatchObject({ what: "targets", outcome: { status: "done" } });
    await desk.settle();
    expect((await working()).filter(([type]) => type === "take-profit")).toEqual([
      ["take-profit", "104", "10"],
    ]);
    expect(await desk.control.undo("nothing", ANNA)).toBeUndefined();
  });
});

describe("a part that a person takes out", () => {
  it("is closed at the market, the target shrinks, the stop covers the rest", async () => {
    expect((await desk.control.reduce(id, 25, ANNA, "10")).status).toBe("done");
    await desk.settle();
    await desk.trade(101);
    expect(await loaded()).toMatchObject({ state: "open", exitQuantity: "2.5", protectedAt: "98" });
    expect((await working()).filter(([type]) => type === "take-profit")).toEqual([
      ["take-profit", "104", "7.5"],
    ]);
    await desk.trade(104);
    expect((await loaded())?.result).toMatchObject({ pnl: "32.5", reason: "target" });
    expect(await working()).toEqual([]);
  });

  it("goes out once among twenty taps at once, and not when something else is open by now", async () => {
    const taps = await Promise.all(Array.from({ length: 20 }, () => desk.control.reduce(id, 50, ANNA, "10")));
    expect(taps.filter(({ status }) => status === "done")).toHaveLength(1);
    await desk.settle();
    await desk.trade(101);
    expect((await loaded())?.exitQuantity).toBe("5");
    expect((await desk.control.reduce(id, 50, ANNA, "10")).status).toBe("too-late");
  });

  it("is refused below the smallest order", async () => {
    for (let half = 0; half < 20; half += 1) {
      const outcome = await desk.control.reduce(id, 50, ANNA);
      if (outcome.status === "denied") {
        expect(outcome.denials[0]).toMatchObject({ code: "size-below-minimum", limit: 0.001 });
        return;
      }
      await desk.settle();
      await desk.trade(101);
    }
    throw new Error("it was never refused");
  });
});

describe("an entry that a person takes back", () => {
  it("is cancelled and ends the trade when nothing was filled", async () => {
    desk = await createDeskBench();
    id = await desk.raise(longSignal({ entryType: "limit" }));
    await desk.trade(100.5);
    await desk.control.approve(id, 1, 1, ANNA);
    await desk.settle();
    expect((await desk.control.cancelEntry(id, BEN)).status).toBe("done");
    await desk.settle();
    expect(await loaded()).toMatchObject({ state: "closed", entryCancelledBy: BEN });
    expect(await working()).toEqual([]);
  });

  it("comes too late once it is filled", async () => {
    expect((await desk.control.cancelEntry(id, ANNA)).status).toBe("too-late");
  });
});
