import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { applyAll } from "../../../src/engine/trade/apply.ts";
import {
  afterCandle,
  afterReport,
  closeTrade,
  type Decision,
  decide,
  resume,
  unsentOrders,
} from "../../../src/engine/trade/decide.ts";
import type { Desk } from "../../../src/engine/trade/exit-orders.ts";
import { moveStopTo, reduceBy } from "../../../src/engine/trade/manual-moves.ts";
import type { OrderReport } from "../../../src/engine/trade/order.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import { findOrder, liveOrders } from "../../../src/engine/trade/trade-facts.ts";
import {
  ANNA,
  accepted,
  BTC,
  cancelled,
  filled,
  INSTANCE,
  idOf,
  intended,
  intent,
  NOW,
  open,
  submitting,
} from "./trade-fixtures.ts";

const SPOT = { ...BTC, isSpot: true } as const;
const desk: Desk = { instance: INSTANCE, instrument: SPOT, now: NOW + 60_000 };

/** Long 10 at 100 with nothing but its stop at 98 at the exchange. */
function held(): Trade {
  const entered = submitting();
  const entry = idOf(entered, "entry");
  const bought = applyAll(entered, [accepted(entry), filled(entered, entry, "f1", "10", "100", "0")]);
  const withStop = applyAll(bought, [intended(intent(bought, "stop", "10", "98"))]);
  const stop = idOf(bought, "stop");
  return applyAll(withStop, [
    accepted(stop),
    { type: "trade.protected", at: NOW + 5, clientOrderId: stop, stop: "98" },
  ]);
}

function candle(changes: Partial<Candle>): Candle {
  return { openTime: NOW + 60_000, open: 100, high: 100, low: 100, close: 100, volume: 1, ...changes };
}

const moment = (changes: Partial<Candle>) => ({ candle: candle(changes), swing: () => undefined });
const placed = ({ place }: Decision) => place.map(({ type, quantity, price }) => [type, quantity, price]);

/** What the exchange says of an order that was cancelled without a fill. */
function gone(trade: Trade, clientOrderId: string): OrderReport {
  const { quantity = "0" } = findOrder(trade, clientOrderId) ?? {};
  const order = { symbol: "BTC/USDT", side: "sell", type: "stop", quantity, reduceOnly: true } as const;
  return { ...order, clientOrderId, exchangeOrderId: "1", filledQuantity: "0", status: "cancelled" };
}

const STOP = idOf(held(), "stop");

describe("a position that is a balance", () => {
  it("has its stop alone at the exchange, and no target", () => {
    const entered = submitting();
    const entry = idOf(entered, "entry");
    const decision = decide(entered, [accepted(entry), filled(entered, entry, "f1", "10", "100", "0")], desk);
    expect(placed(decision)).toEqual([["stop", "10", "98"]]);
    expect(resume(held(), desk)).toMatchObject({ events: [], place: [], cancel: [] });
  });

  it("sells a target that a candle reached only when the stop is gone, and protects the rest beside it", () => {
    const reached = afterCandle(held(), moment({ high: 102 }), desk);
    expect(reached.events).toMatchObject([
      { type: "order.intended", intents: [{ leg: "target-1", quantity: "5" }] },
    ]);
    expect([reached.place, reached.cancel]).toEqual([[], [STOP]]);
    const after = afterReport(reached.next, gone(reached.next, STOP), desk);
    expect(placed(after)).toEqual([
      ["market", "5", undefined],
      ["stop", "5", "98"],
    ]);
    expect(after.cancel).toEqual([]);
    const sold = decide(
      after.next,
      [filled(after.next, idOf(after.next, "target-1"), "f2", "5", "102", "0")],
      desk,
    );
    expect([sold.place, sold.cancel]).toEqual([[], []]);
  });

  it("does not sell a tick below the target, nor for a wick from before the entry", () => {
    expect(afterCandle(held(), moment({ high: 101.9 }), desk).events).toEqual([]);
    const early = moment({ openTime: NOW - 60_000, high: 110, close: 100 });
    expect(afterCandle(held(), early, desk).events).toEqual([]);
  });

  it("sells all targets at once when a candle reached the last one", () => {
    const { events } = afterCandle(held(), moment({ high: 104 }), desk);
    expect(events).toMatchObject([
      {
        intents: [
          { leg: "target-1", quantity: "5" },
          { leg: "target-2", quantity: "5" },
        ],
      },
    ]);
  });

  it("sells nothing that the exchange would not take, and takes the last piece along", () => {
    const at = (minNotional: string) =>
      afterCandle(held(), moment({ high: 102 }), { ...desk, instrument: { ...SPOT, minNotional } }).events;
    expect(at("491")).toMatchObject([{ intents: [{ leg: "target-1", quantity: "10" }] }]);
    expect(at("490")).toMatchObject([{ intents: [{ leg: "target-1", quantity: "5" }] }]);
    expect(at("1021")).toEqual([]);
  });

  it("is not sold again by the next candle, nor by a restart while the stop still stands", () => {
    const { next } = afterCandle(held(), moment({ high: 102 }), desk);
    expect(afterCandle(next, moment({ high: 103 }), desk)).toMatchObject({
      events: [],
      place: [],
      cancel: [STOP],
    });
    expect(unsentOrders(next, desk)).toEqual([]);
    const free = applyAll(next, [cancelled(STOP)]);
    expect(unsentOrders(free, desk).map(({ type, quantity }) => [type, quantity])).toEqual([["market", "5"]]);
  });

  it("moves its stop by taking the old one away first", () => {
    const moved = moveStopTo(held(), "99", ANNA, desk);
    expect([moved.place, moved.cancel]).toEqual([[], [STOP]]);
    const after = afterReport(moved.next, gone(moved.next, STOP), desk);
    expect(placed(after)).toEqual([["stop", "10", "99"]]);
  });

  it("is left at the market when the moved stop is refused: the old one is gone", () => {
    const moved = moveStopTo(held(), "99", ANNA, desk);
    const after = afterReport(moved.next, gone(moved.next, STOP), desk);
    const clientOrderId = after.place[0]?.clientOrderId ?? "";
    const refused = decide(
      after.next,
      [{ type: "order.rejected", at: desk.now, clientOrderId, code: "x" }],
      desk,
    );
    expect(placed(refused)).toEqual([["market", "10", undefined]]);
  });

  it("is reduced by hand when the stop is gone, and the rest is protected", () => {
    const move = reduceBy(held(), 40, ANNA, desk);
    if (move.status !== "decided") throw new Error("denied");
    expect([move.decision.place, move.decision.cancel]).toEqual([[], [STOP]]);
    const after = afterReport(move.decision.next, gone(move.decision.next, STOP), desk);
    expect(placed(after)).toEqual([
      ["market", "4", undefined],
      ["stop", "6", "98"],
    ]);
  });

  it("is closed when the stop is gone, and whatever the stop sold meanwhile is not sold twice", () => {
    const closing = closeTrade(held(), "manual", desk, ANNA);
    expect([closing.place, closing.cancel]).toEqual([[], [STOP]]);
    expect(placed(afterReport(closing.next, gone(closing.next, STOP), desk))).toEqual([
      ["market", "10", undefined],
    ]);
    const stopped = decide(closing.next, [filled(closing.next, STOP, "f2", "10", "98", "0")], desk);
    expect(stopped.place).toEqual([]);
    expect(stopped.cancel).toEqual(liveOrders(stopped.next).map(({ clientOrderId }) => clientOrderId));
  });

  it("leaves positions that are no balance as they were", () => {
    const perpetual = { ...desk, instrument: BTC };
    expect(placed(resume(applyAll(open(), []), perpetual))).toEqual([]);
    expect(closeTrade(held(), "manual", perpetual, ANNA).cancel).toEqual([]);
  });
});
