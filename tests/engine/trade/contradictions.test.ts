import { describe, expect, it } from "vitest";
import { apply, applyAll, canApply } from "../../../src/engine/trade/apply.ts";
import { resume } from "../../../src/engine/trade/decide.ts";
import type { Desk } from "../../../src/engine/trade/exit-orders.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import type { TradeEvent } from "../../../src/engine/trade/trade-event.ts";
import {
  accepted,
  approvedEvent,
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
const target1 = idOf(proposed(), "target-1");

function refused(clientOrderId: string): TradeEvent {
  return { type: "order.rejected", at: NOW + 6, clientOrderId, code: "refused" };
}

function told(trade: Trade, ...events: TradeEvent[]): Trade {
  return events.reduce(apply, trade);
}

describe("an exchange that contradicts itself", () => {
  it("cannot fill an order it refused, nor one under the name of another leg", () => {
    const without = told(open(), refused(target1));
    expect(canApply(open(), filled(open(), target1, "t", "1", "102"))).toBe(true);
    expect(canApply(without, filled(open(), target1, "t", "1", "102"))).toBe(false);
    const fill = filled(open(), stop, "s", "1", "98");
    if (fill.type !== "order.filled") throw new Error("a fill was asked for");
    expect(canApply(open(), { ...fill, leg: "target-1" })).toBe(false);
  });

  it("cannot refuse an order that it accepted or filled before it was cancelled", () => {
    expect(canApply(told(open(), cancelled(target1)), refused(target1))).toBe(true);
    expect(canApply(told(open(), accepted(target1), cancelled(target1)), refused(target1))).toBe(false);
    const filledOnce = told(open(), filled(open(), target1, "t", "1", "102"), cancelled(target1));
    expect(canApply(filledOnce, refused(target1))).toBe(false);
  });
});

describe("a desk that contradicts itself", () => {
  it("cannot intend another order under a known id", () => {
    const approved = applyAll(proposed(), [approvedEvent()]);
    const known = told(approved, intended(intent(approved, "entry", "5")));
    expect(canApply(known, intended(intent(approved, "entry", "5")))).toBe(true);
    expect(canApply(known, intended(intent(approved, "entry", "6")))).toBe(false);
    expect(canApply(known, intended(intent(approved, "entry", "5", "100")))).toBe(false);
  });

  it("never sends what was intended beside a refused entry", () => {
    const both = told(submitting(), intended(intent(submitting(), "stop", "10", "98")), refused(entry));
    expect([both.state, ...both.orders.map(({ status }) => status)]).toEqual([
      "rejected",
      "rejected",
      "cancelled",
    ]);
  });
});

describe("what is left to do", () => {
  it("is nothing when a refused stop leaves another that covers the position", () => {
    const second = intent(open(), "stop", "10", "99", 2);
    expect(resume(told(open(), intended(second), refused(second.clientOrderId)), desk).events).toEqual([]);
  });

  it("is to give up the rest of an entry whose filled part was closed again", () => {
    const part = told(submitting(), filled(submitting(), entry, "f", "4", "100"));
    const stopped = told(part, intended(intent(part, "stop", "4", "98")));
    const out = told(stopped, filled(stopped, stop, "s", "4", "98"));
    expect(resume(out, desk)).toMatchObject({ events: [], cancel: [entry] });
    expect(resume(stopped, desk).cancel).toEqual([]);
  });

  it("is to wait while an exit is known whose entry is not", () => {
    const sent = told(submitting(), intended(intent(submitting(), "stop", "4", "98")));
    const early = told(sent, filled(sent, stop, "s", "4", "98"), cancelled(entry));
    expect(resume(early, desk)).toMatchObject({ events: [], cancel: [] });
    const known = told(early, filled(sent, entry, "f", "4", "100"));
    expect(resume(known, desk).next).toMatchObject({ state: "closed", result: { reason: "stop" } });
  });
});
