import { describe, expect, it } from "vitest";
import { apply, canApply } from "../../../src/engine/trade/apply.ts";
import {
  afterFill,
  afterPlaced,
  afterReport,
  type Decision,
  resume,
} from "../../../src/engine/trade/decide.ts";
import type { Desk } from "../../../src/engine/trade/exit-orders.ts";
import { moveStopTo } from "../../../src/engine/trade/manual-moves.ts";
import type { OrderReport } from "../../../src/engine/trade/order.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import type { TradeEvent } from "../../../src/engine/trade/trade-event.ts";
import { findOrder, openRisk } from "../../../src/engine/trade/trade-facts.ts";
import { ANNA, BTC, filled, INSTANCE, idOf, NOW, open, proposed, submitting } from "./trade-fixtures.ts";

const desk: Desk = { instance: INSTANCE, instrument: { ...BTC, takerFee: 0 }, now: NOW + 100 };
const base = proposed();
const first = idOf(base, "stop", 1);
const second = idOf(base, "stop", 2);

/** Open, with its stop read back at 98. */
function protectedTrade(changes: Partial<Trade> = {}): Trade {
  return apply(
    { ...open(), ...changes },
    { type: "trade.protected", at: NOW + 5, clientOrderId: first, stop: "98" },
  );
}

function standing(trade: Trade, clientOrderId: string, changes: Partial<OrderReport> = {}): OrderReport {
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

const placed = ({ place }: Decision) => place.map(({ type, quantity, price }) => [type, quantity, price]);
const moved = (stop: string, by?: typeof ANNA): TradeEvent =>
  by === undefined
    ? { type: "trade.stop-moved", at: NOW + 50, stop, reason: "trailing" }
    : { type: "trade.stop-moved", at: NOW + 50, stop, reason: "manual", by };

describe("a stop that is moved", () => {
  it("is placed new first, and the old one goes only when the new one was read back", () => {
    const begun = moveStopTo(protectedTrade(), "99", ANNA, desk);
    expect(placed(begun)).toEqual([["stop", "10", "99"]]);
    expect(begun.cancel).toEqual([]);
    const answered = afterPlaced(begun.next, second, { status: "accepted", exchangeOrderId: "x" }, desk);
    expect([placed(answered), answered.cancel]).toEqual([[], []]);
    const seen = afterReport(answered.next, standing(answered.next, second), desk);
    expect(seen.cancel).toEqual([first]);
    expect(seen.next.protectedAt).toBe("99");
    const over = afterReport(seen.next, standing(seen.next, first, { status: "cancelled" }), desk);
    expect([placed(over), over.cancel, over.next.protectedAt]).toEqual([[], [], "99"]);
  });

  it("has another version in its order id, never used before", () => {
    const [order] = moveStopTo(protectedTrade(), "99", ANNA, desk).place;
    expect(order?.clientOrderId).toBe(second);
    expect(second.slice(0, -4)).toBe(first.slice(0, -4));
  });

  it("goes on from the ledger after a crash, and both stops stand until it is sure", () => {
    const committed = moveStopTo(protectedTrade(), "99", ANNA, desk).next;
    expect([placed(resume(committed, desk)), resume(committed, desk).cancel]).toEqual([[], []]);
    const seen = afterReport(committed, standing(committed, second), desk).next;
    expect(seen.protectedAt).toBe("99");
    expect(resume(seen, desk).cancel).toEqual([first]);
  });

  it("stays where it was when the exchange refuses the new one: no exit, no further try", () => {
    const begun = moveStopTo(protectedTrade(), "99", ANNA, desk).next;
    const refused = afterPlaced(begun, second, { status: "rejected", code: "immediate" }, desk);
    expect([refused.next.state, refused.next.protectedAt]).toEqual(["open", "98"]);
    expect([placed(refused), refused.cancel]).toEqual([[], []]);
    expect(resume(refused.next, desk).place).toEqual([]);
  });

  it("may be tried at the same price again later", () => {
    const begun = moveStopTo(protectedTrade(), "99", ANNA, desk).next;
    const refused = afterPlaced(begun, second, { status: "rejected", code: "immediate" }, desk).next;
    const again = moveStopTo(refused, "99", ANNA, { ...desk, now: NOW + 200 });
    expect(placed(again)).toEqual([["stop", "10", "99"]]);
  });

  it("leaves at the market when it is refused and the old one is gone too", () => {
    const begun = moveStopTo(protectedTrade(), "99", ANNA, desk).next;
    const refused = afterPlaced(begun, second, { status: "rejected", code: "immediate" }, desk).next;
    const bare = afterReport(refused, standing(refused, first, { status: "cancelled" }), desk);
    expect([bare.next.state, placed(bare)]).toEqual(["closing", [["market", "10", undefined]]]);
  });

  it("is placed again when somebody cancels it by hand", () => {
    const begun = moveStopTo(protectedTrade(), "99", ANNA, desk).next;
    const gone = afterReport(begun, standing(begun, second, { status: "cancelled" }), desk);
    expect([placed(gone), gone.cancel]).toEqual([[["stop", "10", "99"]], []]);
  });

  it("covers what is filled later too, before any old one goes", () => {
    const entry = idOf(base, "entry");
    const part = afterFill(submitting(), fillOf(submitting(), entry, "f1", "4"), desk).next;
    const seen = apply(part, { type: "trade.protected", at: NOW, clientOrderId: first, stop: "98" });
    const begun = moveStopTo(seen, "99", ANNA, desk).next;
    const more = afterFill(begun, fillOf(begun, entry, "f2", "6"), desk);
    expect(placed(more).filter(([type]) => type === "stop")).toEqual([["stop", "6", "99"]]);
    const oneSeen = afterReport(more.next, standing(more.next, second), desk);
    expect(oneSeen.cancel).toEqual([]);
    const bothSeen = afterReport(oneSeen.next, standing(more.next, idOf(base, "stop", 3)), desk);
    expect(bothSeen.cancel).toEqual([first]);
  });
});

describe("who may move a stop where", () => {
  it("nobody but a person moves it to more risk", () => {
    expect(canApply(protectedTrade(), moved("97.9"))).toBe(false);
    expect(canApply(protectedTrade(), moved("98"))).toBe(false);
    expect(canApply(protectedTrade(), moved("98.1"))).toBe(true);
    expect(canApply(protectedTrade(), moved("97.9", ANNA))).toBe(true);
  });

  it("a person's looser stop takes the tighter one's place once it was read back, and is the risk then", () => {
    const begun = moveStopTo(protectedTrade(), "97", ANNA, desk).next;
    expect(openRisk(begun)).toBe("20");
    const seen = afterReport(begun, standing(begun, second), desk);
    expect(seen.cancel).toEqual([first]);
    const over = afterReport(seen.next, standing(seen.next, first, { status: "cancelled" }), desk).next;
    expect([over.protectedAt, openRisk(over)]).toEqual(["97", "30"]);
  });

  it("not without a position, not while it is closed, and not to no price", () => {
    expect(canApply(proposed(), moved("99", ANNA))).toBe(false);
    expect(canApply(submitting(), moved("99", ANNA))).toBe(false);
    const closing = apply(protectedTrade(), { type: "trade.closing", at: NOW, reason: "manual" });
    expect(canApply(closing, moved("99", ANNA))).toBe(false);
    expect(canApply(protectedTrade(), moved("0", ANNA))).toBe(false);
  });
});

describe("break-even after a target", () => {
  it("moves the stop with the fill of that target, and no other", () => {
    const management = { breakEven: { afterTarget: 2, offsetR: 0, coversFees: false } };
    const trade = protectedTrade({ management });
    const one = afterFill(trade, fillOf(trade, idOf(base, "target-1"), "t1", "5", "102"), desk);
    expect(one.events.map(({ type }) => type)).toEqual(["order.filled"]);
    const early = protectedTrade({ management: { breakEven: { ...management.breakEven, afterTarget: 1 } } });
    const two = afterFill(early, fillOf(early, idOf(base, "target-1"), "t1", "5", "102"), desk);
    expect(two.events.map(({ type }) => type)).toEqual([
      "order.filled",
      "trade.stop-moved",
      "order.intended",
    ]);
    expect(placed(two)).toEqual([["stop", "5", "100"]]);
    expect(two.cancel).toEqual([]);
  });
});

function fillOf(trade: Trade, clientOrderId: string, fillId: string, quantity: string, price = "100") {
  const event = filled(trade, clientOrderId, fillId, quantity, price);
  if (event.type !== "order.filled") throw new Error("a fill was asked for");
  return event.fill;
}
