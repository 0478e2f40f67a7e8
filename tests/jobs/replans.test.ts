import { beforeEach, describe, expect, it } from "vitest";
import type { PriceWish } from "../../src/engine/trade/price-wish.ts";
import { ANNA, BEN, createDeskBench, type DeskBench } from "./desk-bench.ts";

let desk: DeskBench;
let id: string;

const at = (price: string): PriceWish => ({ kind: "price", price });
const loaded = () => desk.context.ledger.load(id);

/** A proposal of 10 at 100, stop 98, target 104; price is 100. */
beforeEach(async () => {
  desk = await createDeskBench();
  id = await desk.raise();
});

describe("a proposal that a person changes", () => {
  it("has another stop, sized and judged anew, and its card says by whom", async () => {
    expect((await desk.control.moveStop(id, { kind: "r", r: -2.5 }, ANNA)).status).toBe("done");
    await desk.settle();
    expect(await loaded()).toMatchObject({
      state: "proposed",
      version: 2,
      plan: { stop: "95", targets: ["104"], quantity: "10", riskMoney: "50" },
      replanned: { by: ANNA, change: "stop" },
    });
    expect(desk.chat.shown.get("1")?.content).toMatchObject({ trade: { version: 2 } });
    expect(await desk.control.approve(id, 1, 1, BEN)).toMatchObject({ status: "too-late" });
    expect(await desk.control.approve(id, 2, 1, BEN)).toMatchObject({ status: "done" });
  });

  it("keeps the changes of before through the next one and through a new price", async () => {
    await desk.control.moveStop(id, at("97"), ANNA);
    await desk.control.moveTargets(id, [at("106"), { kind: "r", r: 1 }], ANNA);
    expect((await loaded())?.plan).toMatchObject({ stop: "97", targets: ["103", "106"] });
    await desk.trade(101);
    expect(await desk.control.reprice(id, 3, ANNA)).toMatchObject({
      status: "done",
      trade: { plan: { entry: "101", stop: "97", targets: ["103", "106"] } },
    });
  });

  it("waits at its limit or enters at the market of now", async () => {
    expect(await desk.control.changeEntry(id, 1, "limit", ANNA)).toMatchObject({
      status: "done",
      trade: { plan: { entryType: "limit", entry: "100" }, replanned: { change: "entry" } },
    });
    await desk.trade(100.5);
    expect(await desk.control.changeEntry(id, 2, "market", ANNA)).toMatchObject({
      trade: { plan: { entryType: "market", entry: "100.5" } },
    });
    expect(await desk.control.changeEntry(id, 2, "limit", ANNA)).toMatchObject({ status: "too-late" });
    expect(await desk.control.changeEntry("nothing", 1, "limit", ANNA)).toEqual({ status: "not-found" });
  });

  it("is refused a stop that cannot be", async () => {
    const refused = [at("100"), at("101"), { kind: "break-even" } as const];
    for (const wish of refused) {
      const outcome = await desk.control.moveStop(id, wish, ANNA);
      if (outcome.status !== "denied") throw new Error("it was not denied");
      expect(outcome.denials[0]?.code).toBe("stop-on-wrong-side");
    }
    expect((await loaded())?.version).toBe(1);
  });

  it("is refused targets that lie behind, and any change beyond the limits of an entry", async () => {
    expect(await desk.control.moveTargets(id, [at("104"), at("99")], ANNA)).toMatchObject({
      denials: [{ code: "target-reached", limit: 99 }],
    });
    await desk.control.pause(undefined, undefined, BEN);
    expect(await desk.control.moveStop(id, at("97"), ANNA)).toMatchObject({ denials: [{ code: "paused" }] });
  });

  it("ends at the stop that it has now, not at the one of its setup", async () => {
    await desk.control.moveStop(id, at("99"), ANNA);
    const candle = { openTime: desk.clock.now(), open: 100, high: 100, low: 98.9, close: 100, volume: 1 };
    await desk.context.candles.append("BTC/USDT", "15m", [candle]);
    desk.clock.advance(900_000);
    await desk.sweep();
    expect((await loaded())?.ended).toEqual({ key: "expired-stop-reached", args: { price: 99 } });
  });

  it("has one winner among many changes at once", async () => {
    const changes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => desk.control.moveStop(id, at(String(96 - index)), ANNA)),
    );
    expect(changes.filter(({ status }) => status === "done")).toHaveLength(1);
  });

  it("keeps the size that a person asked for, when they asked for one", async () => {
    const stop = at("98");
    const targets = [at("104")];
    const size = { kind: "quantity", quantity: "4" } as const;
    desk.clock.advance(1);
    const outcome = await desk.control.propose(
      { symbol: "BTC/USDT", direction: "long", stop, targets, size },
      ANNA,
    );
    if (outcome.status !== "done") throw new Error("it was not proposed");
    expect(await desk.control.moveStop(outcome.trade.id, at("97"), ANNA)).toMatchObject({
      trade: { plan: { quantity: "4", riskMoney: "12" } },
    });
  });
});

describe("a skip that is explained", () => {
  it("counts under its reason, once, by whoever skipped it", async () => {
    await desk.control.skip(id, 1, ANNA);
    expect((await desk.control.explainSkip(id, "news", BEN)).status).toBe("too-late");
    expect((await desk.control.explainSkip(id, "news", ANNA)).status).toBe("done");
    expect((await desk.control.explainSkip(id, "too-late", ANNA)).status).toBe("too-late");
    expect(await loaded()).toMatchObject({
      state: "skipped",
      ended: { key: "skipped", args: { reason: "news" } },
    });
    const { groups } = await desk.control.vetoes();
    expect(groups.map(({ reason }) => reason)).toEqual([{ key: "reason-skipped", args: { reason: "news" } }]);
  });

  it("needs a skip", async () => {
    expect((await desk.control.explainSkip(id, "news", ANNA)).status).toBe("too-late");
    expect((await desk.control.explainSkip("nothing", "news", ANNA)).status).toBe("not-found");
  });
});

it("a resume that names another pause ends none", async () => {
  const { since } = await desk.control.pause(undefined, undefined, ANNA);
  expect(await desk.control.resume(BEN, since - 1)).toBe(false);
  expect((await desk.control.status()).paused).toBeDefined();
  expect(await desk.control.resume(BEN, since)).toBe(true);
});
