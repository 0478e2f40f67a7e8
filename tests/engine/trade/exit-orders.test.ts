import { describe, expect, it } from "vitest";
import { apply } from "../../../src/engine/trade/apply.ts";
import { afterReport } from "../../../src/engine/trade/decide.ts";
import { type Desk, protectionIntents } from "../../../src/engine/trade/exit-orders.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import type { TradeEvent } from "../../../src/engine/trade/trade-event.ts";
import {
  BTC,
  cancelled,
  filled,
  INSTANCE,
  idOf,
  intended,
  intent,
  NOW,
  open,
  proposed,
  submitting,
} from "./trade-fixtures.ts";

const desk: Desk = { instance: INSTANCE, instrument: BTC, now: NOW + 100 };
const entry = idOf(proposed(), "entry");
const stop = idOf(proposed(), "stop");

function told(trade: Trade, ...events: TradeEvent[]): Trade {
  return events.reduce(apply, trade);
}

function inShort(trade: Trade, where: Desk = desk): string[] {
  return protectionIntents(trade, where).map(({ leg, quantity, price }) => `${leg} ${quantity} ${price}`);
}

describe("the orders that protect a position", () => {
  it("are none that would close more than is open, whatever was ordered before", () => {
    const part = told(submitting(), filled(submitting(), entry, "f1", "4", "100"));
    const first = told(part, { type: "order.intended", at: NOW, intents: protectionIntents(part, desk) });
    const stopped = told(first, filled(first, stop, "s1", "4", "98"));
    const again = told(stopped, filled(first, entry, "f2", "6", "100"));
    // Of the six that are open, the two targets of two that still live take four.
    expect(inShort(again)).toEqual(["stop 6 98", "target-1 2 102"]);
  });

  it("wait with a slice of a target below the minimum until the entry is settled", () => {
    const pairs: Desk = { ...desk, instrument: { ...BTC, minQuantity: "2" } };
    const three = told(submitting(), filled(submitting(), entry, "f1", "3", "100"));
    expect(inShort(three, pairs)).toEqual(["stop 3 98", "target-1 3 102"]);
    const sent = told(three, { type: "order.intended", at: NOW, intents: protectionIntents(three, pairs) });
    const four = told(sent, filled(sent, entry, "f2", "1", "100"));
    expect(inShort(four, pairs)).toEqual(["stop 1 98"]);
    expect(inShort(told(four, cancelled(entry)), pairs)).toEqual(["stop 1 98", "target-2 1 104"]);
  });

  it("replace a lost stop at the tightest price that still stands", () => {
    const tighter = intent(open(), "stop", "4", "99", 2);
    const seen: TradeEvent = {
      type: "trade.protected",
      at: NOW,
      clientOrderId: tighter.clientOrderId,
      stop: "99",
    };
    expect(inShort(told(open(), intended(tighter), seen, cancelled(stop)))).toEqual(["stop 6 99"]);
  });

  it("are left alone while a stop is reported filled and its fills are on the way", () => {
    const filledStop = {
      symbol: "BTC/USDT",
      side: "sell",
      type: "stop",
      quantity: "10",
      reduceOnly: true,
    } as const;
    const report = { ...filledStop, clientOrderId: stop, exchangeOrderId: "1", filledQuantity: "10" };
    const decision = afterReport(open(), { ...report, status: "filled" }, desk);
    expect(decision.events.map(({ type }) => type)).toEqual(["order.accepted"]);
    expect([decision.place, decision.cancel]).toEqual([[], []]);
  });
});
