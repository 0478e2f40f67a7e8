import { describe, expect, it } from "vitest";
import { apply, applyAll, canApply } from "../../../src/engine/trade/apply.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import type { TradeEvent } from "../../../src/engine/trade/trade-event.ts";
import { isProtected, openQuantity, openRisk, plannedRisk } from "../../../src/engine/trade/trade-facts.ts";
import { accepted, cancelled, filled, idOf, NOW, open, proposed, submitting } from "./trade-fixtures.ts";

const entry = idOf(proposed(), "entry");
const stop = idOf(proposed(), "stop");
const target1 = idOf(proposed(), "target-1");
const target2 = idOf(proposed(), "target-2");

function closedAs(reason: "stop" | "target" | "entry-cancelled"): TradeEvent {
  return { type: "trade.closed", at: NOW + 9, reason };
}

function protectedBy(clientOrderId: string, price: string): TradeEvent {
  return { type: "trade.protected", at: NOW + 5, clientOrderId, stop: price };
}

function applied(trade: Trade, ...events: TradeEvent[]): Trade {
  return events.reduce(apply, trade);
}

describe("fills of a trade", () => {
  it("average exactly, whatever the digits", () => {
    const trade = submitting();
    const thirds = applied(
      trade,
      filled(trade, entry, "a", "3.333", "100.1", "0.13"),
      filled(trade, entry, "b", "3.333", "100.2", "0.13"),
      filled(trade, entry, "c", "3.334", "100.4", "0.14"),
    );
    // 333.6333 + 333.9666 + 334.7336
    expect(thirds).toMatchObject({
      state: "open",
      entryQuantity: "10",
      entryNotional: "1002.3335",
      entryPrice: "100.23335",
      fees: "0.4",
    });
  });

  it("count once, however often they arrive", () => {
    const trade = submitting();
    const fill = filled(trade, entry, "a", "4", "100", "0.1");
    const once = apply(trade, fill);
    expect(apply(once, fill)).toBe(once);
    expect(once).toMatchObject({
      entryQuantity: "4",
      fees: "0.1",
      fillIds: ["a"],
      state: "partially-filled",
    });
  });

  it("win over an answer that never came and over one that is still to come", () => {
    const trade = submitting();
    const unknown: TradeEvent = { type: "order.unknown", at: NOW + 3, clientOrderId: entry, code: "timeout" };
    const doubtful = apply(trade, unknown);
    expect(doubtful.state).toBe("unknown");
    expect(apply(doubtful, filled(trade, entry, "a", "4", "100")).state).toBe("partially-filled");
    expect(apply(trade, filled(trade, entry, "a", "10", "100")).state).toBe("open");
    expect(applied(trade, filled(trade, entry, "a", "10", "100"), accepted(entry), unknown)).toMatchObject({
      state: "open",
      orders: [{ status: "filled", exchangeOrderId: `x-${entry}` }],
    });
  });

  it("make a cancelled entry a position, before or after the cancel is known", () => {
    const trade = submitting();
    const fill = filled(trade, entry, "a", "4", "100");
    const late = applied(trade, cancelled(entry), fill);
    expect(late).toEqual(applied(trade, fill, cancelled(entry)));
    expect(late).toMatchObject({ state: "open", entryQuantity: "4", orders: [{ status: "cancelled" }] });
    expect(late.closing).toBeUndefined();
  });

  it("of an entry that was cancelled empty are waited for until the trade is closed", () => {
    const waiting = applied(submitting(), cancelled(entry));
    expect(waiting).toMatchObject({ state: "closing", closing: { reason: "entry-cancelled" } });
    expect(apply(waiting, closedAs("entry-cancelled"))).toMatchObject({
      state: "closed",
      result: { pnl: "0", r: 0, reason: "entry-cancelled" },
    });
  });

  it("of an exit may come before those of the entry", () => {
    const trade = open();
    const entered = filled(trade, entry, "late", "10", "100", "0.4");
    const early = applied(
      submitting(),
      {
        type: "order.intended",
        at: NOW + 4,
        intents: [{ leg: "stop", clientOrderId: stop, quantity: "10", price: "98" }],
      },
      filled(trade, stop, "s", "10", "98", "0.4"),
    );
    expect(early).toMatchObject({ state: "submitting", exitQuantity: "10" });
    expect(openQuantity(early)).toBe("0");
    expect(canApply(early, closedAs("stop"))).toBe(false);
    expect(applied(early, entered, closedAs("stop"))).toMatchObject({
      state: "closed",
      result: { pnl: "-20.8", r: -1.04, reason: "stop" },
    });
  });

  it("are refused when they cannot be", () => {
    const trade = submitting();
    const good = filled(trade, entry, "a", "4", "100");
    if (good.type !== "order.filled") throw new Error("a fill was asked for");
    const wrong = (fill: Partial<typeof good.fill>): TradeEvent => ({
      ...good,
      fill: { ...good.fill, ...fill },
    });
    expect(canApply(trade, good)).toBe(true);
    expect(canApply(trade, wrong({ quantity: "10.001" }))).toBe(false);
    expect(canApply(trade, wrong({ quantity: "0" }))).toBe(false);
    expect(canApply(trade, wrong({ quantity: "-1" }))).toBe(false);
    expect(canApply(trade, wrong({ price: "0" }))).toBe(false);
    expect(canApply(trade, wrong({ side: "sell" }))).toBe(false);
    expect(canApply(trade, wrong({ symbol: "ETH/USDT" }))).toBe(false);
    expect(canApply(trade, wrong({ clientOrderId: stop }))).toBe(false);
    expect(canApply(trade, { ...good, leg: "exit" })).toBe(false);
    expect(canApply(open(), filled(open(), entry, "b", "0.001", "100"))).toBe(false);
    expect(canApply(proposed(), good)).toBe(false);
  });

  it("never leave more than was ordered to enter", () => {
    const nearlyOut = applied(open(), filled(open(), stop, "s", "9", "98"));
    expect(canApply(nearlyOut, filled(open(), target1, "t", "1", "102"))).toBe(true);
    expect(canApply(nearlyOut, filled(open(), target1, "t", "1.001", "102"))).toBe(false);
  });

  it("give the result of a ladder after fees, in money and in R", () => {
    const trade = applied(
      open(),
      filled(open(), target1, "t1", "5", "102", "0.204"),
      filled(open(), target2, "t2", "5", "104", "0.208"),
    );
    expect(canApply(trade, closedAs("target"))).toBe(false);
    // 510 + 520 - 1000 - 0.4 - 0.204 - 0.208 = 29.188; 1R is 10 x 2
    expect(applied(trade, cancelled(stop), closedAs("target")).result).toEqual({
      pnl: "29.188",
      r: 1.4594,
      reason: "target",
    });
  });

  it("give a short the mirrored result, and R by what was filled", () => {
    const plan = { direction: "short", stop: "102", targets: ["98"] } as const;
    const trade = submitting(plan);
    const short = applyAll(trade, [
      filled(trade, entry, "a", "4", "100", "0.1"),
      cancelled(entry),
      {
        type: "order.intended",
        at: NOW + 5,
        intents: [{ leg: "target-1", clientOrderId: target1, quantity: "4", price: "98" }],
      },
    ]);
    expect([plannedRisk(trade), plannedRisk(short)]).toEqual(["20", "8"]);
    expect(applied(short, filled(short, target1, "t", "4", "98", "0.1"), closedAs("target")).result).toEqual({
      pnl: "7.8",
      r: 0.975,
      reason: "target",
    });
  });
});

describe("the protection of a trade", () => {
  const second: TradeEvent = {
    type: "order.intended",
    at: NOW + 5,
    intents: [{ leg: "stop", clientOrderId: idOf(proposed(), "stop", 2), quantity: "10", price: "99" }],
  };

  it("holds while a stop that was read back covers the position", () => {
    const sent = applied(open(), accepted(stop));
    expect([isProtected(sent), sent.protectedAt]).toEqual([false, undefined]);
    const seen = applied(sent, protectedBy(stop, "98"));
    expect([isProtected(seen), seen.protectedAt]).toEqual([true, "98"]);
    const gone = applied(seen, cancelled(stop));
    expect([isProtected(gone), gone.protectedAt]).toEqual([false, undefined]);
    expect(applied(gone, protectedBy(stop, "98")).protectedAt).toBeUndefined();
  });

  it("keeps the tighter of two stops and falls back when it goes", () => {
    const newStop = idOf(proposed(), "stop", 2);
    const both = applied(open(), protectedBy(stop, "98"), second, protectedBy(newStop, "99"));
    expect(both.protectedAt).toBe("99");
    expect(applied(both, cancelled(stop)).protectedAt).toBe("99");
    expect(applied(both, cancelled(newStop)).protectedAt).toBe("98");
  });

  it("lowers the open risk, to nothing at break-even", () => {
    expect(openRisk(open())).toBe("20");
    expect(openRisk(applied(open(), filled(open(), target1, "t", "5", "102")))).toBe("10");
    const newStop = idOf(proposed(), "stop", 2);
    expect(openRisk(applied(open(), second, protectedBy(newStop, "99")))).toBe("10");
    expect(openRisk(applied(open(), second, protectedBy(newStop, "100")))).toBe("0");
  });

  it("counts what an unfilled entry may still risk, and nothing before or after", () => {
    const part = filled(submitting(), entry, "a", "4", "100");
    expect(openRisk(proposed())).toBe("0");
    expect(openRisk(submitting())).toBe("20");
    expect(openRisk(applied(submitting(), part))).toBe("20");
    expect(openRisk(applied(submitting(), part, cancelled(entry)))).toBe("8");
    expect(openRisk(applied(submitting(), cancelled(entry)))).toBe("0");
  });
});
