import { beforeEach, describe, expect, it } from "vitest";
import type { ManualOrder } from "../../src/engine/trade/manual-order.ts";
import { ANNA, BEN, createDeskBench, type DeskBench, NOW } from "./desk-bench.ts";

let desk: DeskBench;

const order = (changes: Partial<ManualOrder> = {}): ManualOrder => ({
  symbol: "BTC/USDT",
  direction: "long",
  stop: { kind: "price", price: "98" },
  targets: [{ kind: "r", r: 2 }],
  ...changes,
});

/** A desk of 10,000 where BTC trades at 100: a position may be 10 % of it and risk 1 %. */
beforeEach(async () => {
  desk = await createDeskBench();
  await desk.trade(100);
});

async function propose(changes: Partial<ManualOrder> = {}) {
  desk.clock.advance(1);
  const outcome = await desk.control.propose(order(changes), ANNA);
  await desk.settle();
  return outcome;
}

describe("a trade that a person types", () => {
  it("goes the way of every setup: a card, an approval, an entry and a stop at the exchange", async () => {
    const outcome = await propose({ size: { kind: "risk", percent: 0.1 } });
    expect(outcome).toMatchObject({
      status: "done",
      trade: {
        state: "proposed",
        signal: { strategy: "manual", timeframe: "15m" },
        plan: {
          entry: "100",
          stop: "98",
          targets: ["104"],
          quantity: "5",
          riskMoney: "10",
          riskPercent: 0.1,
        },
      },
    });
    if (outcome.status !== "done") throw new Error("it was not proposed");
    const { id, version } = outcome.trade;
    expect(desk.chat.shown.get("1")?.content).toMatchObject({ trade: { id, state: "proposed" } });
    await desk.control.approve(id, version, 1, BEN);
    await desk.settle();
    desk.clock.advance(1000);
    await desk.trade(100);
    expect(await desk.context.ledger.load(id)).toMatchObject({ state: "open", protectedAt: "98" });
  });

  it("has the size of the settings when none is named, and says that the largest position capped it", async () => {
    expect(await propose()).toMatchObject({ trade: { plan: { quantity: "10", cappedAtPercent: 10 } } });
    const risky = await propose({ size: { kind: "risk", percent: 1 } });
    expect(risky).toMatchObject({
      trade: { plan: { quantity: "10", cappedAtPercent: 10, wish: { kind: "risk", percent: 1 } } },
    });
    const wide = await propose({ stop: { kind: "price", price: "80" }, size: { kind: "risk", percent: 1 } });
    expect(wide).toMatchObject({ trade: { plan: { quantity: "5" } } });
    if (wide.status === "done") expect(wide.trade.plan).not.toHaveProperty("cappedAtPercent");
  });

  it("takes a quantity and a notional at their word, and limits deny them with both numbers", async () => {
    expect(await propose({ size: { kind: "notional", notional: "333.3" } })).toMatchObject({
      trade: { plan: { quantity: "3.333" } },
    });
    expect(await propose({ size: { kind: "quantity", quantity: "11" } })).toMatchObject({
      status: "denied",
      denials: [{ code: "position-size", limit: 10, actual: 11 }],
    });
    expect(
      await propose({ size: { kind: "risk", percent: 2 }, stop: { kind: "price", price: "70" } }),
    ).toMatchObject({
      status: "denied",
      denials: [{ code: "risk-per-trade", limit: 1, actual: 1.9998 }],
    });
    expect(await propose({ size: { kind: "quantity", quantity: "0.0001" } })).toMatchObject({
      status: "denied",
      denials: [{ code: "size-below-minimum" }],
    });
  });

  it("cannot outgrow its plan at the approval, whatever sizing the settings name", async () => {
    await desk.context.settings.change("risk.sizing", "fixed-notional", ANNA, 0);
    await desk.context.settings.change("risk.sizeNotional", 100, ANNA, 1);
    const outcome = await propose({ size: { kind: "quantity", quantity: "4" } });
    if (outcome.status !== "done") throw new Error("it was not proposed");
    const approved = await desk.control.approve(outcome.trade.id, 1, 0.5, BEN);
    expect(approved).toMatchObject({ trade: { approval: { quantity: "2" } } });
  });

  it("waits as long as the settings say, and takes the place of what was typed before", async () => {
    const first = await propose();
    desk.clock.advance(1000);
    const second = await propose({ targets: [{ kind: "r", r: 3 }] });
    expect(second).toMatchObject({ trade: { expiresAt: NOW + 1002 + 240 * 60_000 } });
    if (first.status !== "done") throw new Error("it was not proposed");
    expect((await desk.context.ledger.load(first.trade.id))?.ended).toEqual({ key: "expired-superseded" });
  });

  it("keeps no symbol from a setup, nor a setup from a person: the first approval chooses", async () => {
    const setup = await desk.raise();
    const outcome = await propose();
    if (outcome.status !== "done") throw new Error("it was not proposed");
    await desk.control.approve(outcome.trade.id, 1, 1, BEN);
    expect(await desk.control.approve(setup, 1, 1, BEN)).toMatchObject({
      status: "denied",
      denials: [{ code: "symbol-busy" }],
    });
  });

  it("is nothing without a fresh price or a symbol of the desk, and nothing is kept", async () => {
    expect(await propose({ symbol: "DOGE/USDT" })).toEqual({ status: "not-found" });
    desk.clock.advance(121_000);
    expect(await propose()).toEqual({ status: "refused", refusals: [{ code: "no-price", field: "entry" }] });
    expect(await desk.context.ledger.newest(10)).toEqual([]);
  });
});
