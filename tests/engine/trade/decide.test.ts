import { describe, expect, it } from "vitest";
import { assessEntry } from "../../../src/engine/risk/assess.ts";
import { applyAll } from "../../../src/engine/trade/apply.ts";
import {
  afterAbsence,
  afterFill,
  afterPlaced,
  afterPrice,
  afterReport,
  afterTime,
  approvalEvent,
  closeTrade,
  type Decision,
  entryIntents,
  resume,
  unsentOrders,
} from "../../../src/engine/trade/decide.ts";
import type { Desk } from "../../../src/engine/trade/exit-orders.ts";
import type { Fill, OrderReport } from "../../../src/engine/trade/order.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import { findOrder, isProtected } from "../../../src/engine/trade/trade-facts.ts";
import {
  ANNA,
  accepted,
  accountWith,
  approvedEvent,
  BTC,
  filled,
  INSTANCE,
  idOf,
  NOW,
  open,
  proposed,
  riskSettings,
  submitting,
} from "./trade-fixtures.ts";

const desk: Desk = { instance: INSTANCE, instrument: BTC, now: NOW + 100 };
const base = proposed();
const entry = idOf(base, "entry");
const stop = idOf(base, "stop");
const target1 = idOf(base, "target-1");
const target2 = idOf(base, "target-2");

function fillOf(trade: Trade, clientOrderId: string, fillId: string, quantity: string, price = "100"): Fill {
  const event = filled(trade, clientOrderId, fillId, quantity, price);
  if (event.type !== "order.filled") throw new Error("a fill was asked for");
  return event.fill;
}

function report(trade: Trade, clientOrderId: string, changes: Partial<OrderReport>): OrderReport {
  const order = findOrder(trade, clientOrderId);
  return {
    clientOrderId,
    exchangeOrderId: `x-${clientOrderId}`,
    symbol: "BTC/USDT",
    side: "sell",
    type: "stop",
    quantity: order?.quantity ?? "0",
    filledQuantity: "0",
    status: "working",
    reduceOnly: true,
    ...(order?.price === undefined ? {} : { price: order.price }),
    ...changes,
  };
}

/** The decision in short: what is told, sent and cancelled. */
function inShort({ events, place, cancel, next }: Decision) {
  return {
    events: events.map(({ type }) => type),
    place: place.map(({ type, quantity, price }) => [type, quantity, price ?? "market"].join(" ")),
    cancel,
    state: next.state,
  };
}

describe("an entry", () => {
  it("goes from the tap to the exchange in two committed steps", () => {
    const request = { account: accountWith(), instrument: BTC, settings: riskSettings(), instance: INSTANCE };
    const price = { price: 100, at: NOW };
    const tapped = assessEntry({ ...request, trade: base, price, sizeFactor: 0.5 });
    if (tapped.status !== "approved") throw new Error("an approval was expected");
    const approved = applyAll(base, [approvalEvent(tapped.order, ANNA, 0.5)]);
    expect(approved.approval).toEqual({ by: ANNA, at: NOW, sizeFactor: 0.5, quantity: "5" });
    const checked = assessEntry({ ...request, trade: approved, price, sizeFactor: 1 });
    if (checked.status !== "approved") throw new Error("an approval was expected");
    expect(entryIntents(checked.order)).toEqual([{ leg: "entry", clientOrderId: entry, quantity: "5" }]);
    const intents = entryIntents(checked.order);
    const sent = applyAll(approved, [{ type: "order.intended", at: NOW, intents }]);
    expect([sent.state, sent.version]).toEqual(["submitting", 3]);
  });

  it("is protected for exactly what is filled, in the transition of the fill", () => {
    const decision = afterFill(submitting(), fillOf(submitting(), entry, "f1", "10"), desk);
    expect(inShort(decision)).toEqual({
      events: ["order.filled", "order.intended"],
      place: ["stop 10 98", "take-profit 5 102", "take-profit 5 104"],
      cancel: [],
      state: "open",
    });
    expect(decision.next.version).toBe(submitting().version + 1);
    expect(decision.place[0]).toEqual({
      clientOrderId: stop,
      symbol: "BTC/USDT",
      side: "sell",
      type: "stop",
      quantity: "10",
      price: "98",
      reduceOnly: true,
      createdAt: NOW + 100,
    });
  });

  it("is protected part by part", () => {
    const first = afterFill(submitting(), fillOf(submitting(), entry, "f1", "3.001"), desk);
    expect(inShort(first)).toMatchObject({
      place: ["stop 3.001 98", "take-profit 1.501 102", "take-profit 1.5 104"],
      state: "partially-filled",
    });
    const second = afterFill(first.next, fillOf(submitting(), entry, "f2", "6.999"), desk);
    expect(inShort(second)).toMatchObject({
      place: ["stop 6.999 98", "take-profit 3.499 102", "take-profit 3.5 104"],
      state: "open",
    });
  });

  it("that fills twice the same tells and does nothing", () => {
    const { next } = afterFill(submitting(), fillOf(submitting(), entry, "f1", "10"), desk);
    expect(afterFill(next, fillOf(submitting(), entry, "f1", "10"), desk)).toEqual({
      events: [],
      next,
      place: [],
      cancel: [],
    });
  });

  it("refused by the exchange ends the trade; unanswered it is unknown", () => {
    const refused = afterPlaced(submitting(), entry, { status: "rejected", code: "-2019" }, desk);
    expect(refused.next).toMatchObject({
      state: "rejected",
      ended: { key: "rejected", args: { code: "-2019" } },
    });
    const unknown = afterPlaced(submitting(), entry, { status: "unknown", code: "timeout" }, desk);
    expect(inShort(unknown)).toEqual({ events: ["order.unknown"], place: [], cancel: [], state: "unknown" });
    expect(afterAbsence(unknown.next, entry, desk).next).toMatchObject({
      state: "rejected",
      ended: { args: { code: "never-arrived" } },
    });
  });

  it("cancelled empty closes the trade, but not while a reported fill is missing", () => {
    const reported = report(submitting(), entry, { status: "cancelled", filledQuantity: "4" });
    expect(inShort(afterReport(submitting(), reported, desk)).events).toEqual([]);
    const empty = report(submitting(), entry, { status: "cancelled" });
    expect(inShort(afterReport(submitting(), empty, desk))).toEqual({
      events: ["order.cancelled", "trade.closed"],
      place: [],
      cancel: [],
      state: "closed",
    });
  });

  it("is never sent again after a restart, but its protection is", () => {
    expect(unsentOrders(submitting(), desk)).toEqual([]);
    expect(unsentOrders(open(), desk).map(({ clientOrderId }) => clientOrderId)).toEqual([
      stop,
      target1,
      target2,
    ]);
    expect(resume(submitting(), desk).events).toEqual([]);
  });
});

describe("a protected position", () => {
  it("counts as protected only when its stop was read back", () => {
    const acceptedOnly = afterPlaced(open(), stop, { status: "accepted", exchangeOrderId: "1" }, desk).next;
    expect(isProtected(acceptedOnly)).toBe(false);
    const seen = afterReport(acceptedOnly, report(open(), stop, {}), desk);
    expect(inShort(seen).events).toEqual(["trade.protected"]);
    expect([isProtected(seen.next), seen.next.protectedAt]).toEqual([true, "98"]);
  });

  it("gets a new stop when the old one is gone", () => {
    const gone = afterReport(open(), report(open(), stop, { status: "cancelled" }), desk);
    expect(inShort(gone)).toMatchObject({
      events: ["order.cancelled", "order.intended"],
      place: ["stop 10 98"],
    });
    expect(gone.place[0]?.clientOrderId).toBe(idOf(base, "stop", 2));
    expect(inShort(afterAbsence(open(), stop, desk)).place).toEqual(["stop 10 98"]);
  });

  it("is left at the market when the exchange refuses its stop", () => {
    const refused = afterPlaced(open(), stop, { status: "rejected", code: "would-trigger" }, desk);
    expect(inShort(refused)).toEqual({
      events: ["order.rejected", "trade.closing", "order.intended"],
      place: ["market 10 market"],
      cancel: [target1, target2],
      state: "closing",
    });
  });

  it("does not order a refused or cancelled target again", () => {
    const refused = afterPlaced(open(), target1, { status: "rejected", code: "would-trigger" }, desk);
    expect(inShort(refused)).toMatchObject({ events: ["order.rejected"], place: [] });
    const cancelledByHand = afterReport(open(), report(open(), target1, { status: "cancelled" }), desk);
    expect(inShort(cancelledByHand)).toMatchObject({ events: ["order.cancelled"], place: [] });
  });

  it("that is stopped out cancels its targets and then closes", () => {
    const out = afterFill(open(), fillOf(open(), stop, "s1", "10", "98"), desk);
    expect(inShort(out)).toEqual({
      events: ["order.filled", "trade.closing"],
      place: [],
      cancel: [target1, target2],
      state: "closing",
    });
    const half = afterReport(out.next, report(open(), target1, { status: "cancelled" }), desk);
    expect(inShort(half)).toMatchObject({ events: ["order.cancelled"], cancel: [target2] });
    const done = afterReport(half.next, report(open(), target2, { status: "cancelled" }), desk);
    expect(inShort(done)).toMatchObject({ events: ["order.cancelled", "trade.closed"], state: "closed" });
    expect(done.next.result).toEqual({ pnl: "-20.4", r: -1.02, reason: "stop" });
  });

  it("whose targets are all hit cancels its stop and closes as a target", () => {
    const half = afterFill(open(), fillOf(open(), target1, "t1", "5", "102"), desk);
    expect(inShort(half)).toEqual({ events: ["order.filled"], place: [], cancel: [], state: "open" });
    const out = afterFill(half.next, fillOf(open(), target2, "t2", "5", "104"), desk);
    expect(inShort(out)).toMatchObject({ cancel: [stop], state: "closing" });
    expect(afterAbsence(out.next, stop, desk).next.result).toEqual({
      pnl: "29.6",
      r: 1.48,
      reason: "target",
    });
  });
});

describe("closing a trade", () => {
  it("exits what is open, keeps the stop until it is flat and ends as asked", () => {
    const closing = closeTrade(open(), "manual", desk, ANNA);
    expect(inShort(closing)).toEqual({
      events: ["trade.closing", "order.intended"],
      place: ["market 10 market"],
      cancel: [target1, target2],
      state: "closing",
    });
    const exit = idOf(base, "exit");
    const flat = afterFill(closing.next, fillOf(closing.next, exit, "x1", "10", "101"), desk);
    expect(flat.cancel).toEqual([stop, target1, target2]);
    const closed = [stop, target1, target2].reduce(
      (trade, id) => afterAbsence(trade, id, desk).next,
      flat.next,
    );
    expect(closed).toMatchObject({ state: "closed", closing: { reason: "manual", by: ANNA } });
    expect(closed.result).toEqual({ pnl: "9.6", r: 0.48, reason: "manual" });
  });

  it("says stop when the stop was faster", () => {
    const closing = closeTrade(open(), "manual", desk, ANNA);
    const out = afterFill(closing.next, fillOf(open(), stop, "s1", "10", "98"), desk);
    const rest = [idOf(base, "exit"), target1, target2];
    expect(rest.reduce((trade, id) => afterAbsence(trade, id, desk).next, out.next).result?.reason).toBe(
      "stop",
    );
  });

  it("does not send a second exit while one lives, and a refused one only on the next sweep", () => {
    const closing = closeTrade(open(), "panic", desk, ANNA);
    expect(closeTrade(closing.next, "manual", desk, ANNA).events).toEqual([]);
    expect(resume(closing.next, desk).place).toEqual([]);
    const refused = afterPlaced(closing.next, idOf(base, "exit"), { status: "rejected", code: "busy" }, desk);
    expect(inShort(refused)).toMatchObject({ events: ["order.rejected"], place: [] });
    expect(resume(refused.next, desk).place.map(({ clientOrderId }) => clientOrderId)).toEqual([
      idOf(base, "exit", 2),
    ]);
  });

  it("of an unfilled entry cancels it, and of an unsent one is all there is to do", () => {
    const working = applyAll(submitting(), [accepted(entry)]);
    expect(inShort(closeTrade(working, "manual", desk, ANNA))).toMatchObject({ place: [], cancel: [entry] });
    const approved = applyAll(base, [approvedEvent()]);
    expect(inShort(closeTrade(approved, "panic", desk, ANNA))).toMatchObject({
      events: ["trade.closing", "trade.closed"],
      state: "closed",
    });
  });

  it("exits also what the entry still fills", () => {
    const part = afterFill(submitting(), fillOf(submitting(), entry, "f1", "4"), desk);
    const closing = closeTrade(part.next, "manual", desk, ANNA);
    expect(closing.cancel).toEqual([entry, target1, target2]);
    const more = afterFill(closing.next, fillOf(submitting(), entry, "f2", "6"), desk);
    expect(inShort(more).place).toEqual(["market 6 market"]);
  });
});

describe("waiting", () => {
  const late: Desk = { ...desk, now: base.expiresAt };

  it("ends with the proposal's time or when price is gone", () => {
    expect(afterTime(base, { ...late, now: late.now - 1 }).events).toEqual([]);
    expect(afterTime(base, late).next).toMatchObject({ state: "expired", ended: { key: "expired-time" } });
    expect(afterPrice(base, 101.9, desk).events).toEqual([]);
    expect(afterPrice(base, 102, desk).next).toMatchObject({
      state: "expired",
      ended: { key: "expired-price-left" },
    });
    expect(afterPrice(base, 98, desk).next.state).toBe("expired");
  });

  it("of a limit entry is given up, of a market entry not", () => {
    const limit = applyAll(submitting({ entryType: "limit" }), [accepted(entry)]);
    expect(inShort(afterTime(limit, late))).toEqual({
      events: ["trade.closing"],
      place: [],
      cancel: [entry],
      state: "closing",
    });
    expect(inShort(afterTime(submitting(), late))).toMatchObject({ events: [], cancel: [] });
  });

  it("of a partly filled limit entry ends with what is filled as the position", () => {
    const part = afterFill(submitting({ entryType: "limit" }), fillOf(submitting(), entry, "f1", "4"), desk);
    const given = afterTime(part.next, late);
    expect(inShort(given)).toEqual({ events: [], place: [], cancel: [entry], state: "partially-filled" });
    const rest = afterReport(
      given.next,
      report(part.next, entry, { status: "cancelled", filledQuantity: "4" }),
      late,
    );
    expect(rest.next.state).toBe("open");
    expect(afterTime(rest.next, late)).toMatchObject({ events: [], cancel: [] });
  });

  it("is over for a fill that comes while the entry is given up", () => {
    const given = afterTime(submitting({ entryType: "limit" }), late);
    const fill = afterFill(given.next, fillOf(submitting(), entry, "f1", "10"), late);
    expect(inShort(fill)).toMatchObject({
      state: "open",
      place: ["stop 10 98", "take-profit 5 102", "take-profit 5 104"],
    });
  });
});
