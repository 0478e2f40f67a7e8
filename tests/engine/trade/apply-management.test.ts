import { describe, expect, it } from "vitest";
import { apply, canApply } from "../../../src/engine/trade/apply.ts";
import type { TrailingPlan } from "../../../src/engine/trade/management.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import type { TradeEvent } from "../../../src/engine/trade/trade-event.ts";
import {
  ANNA,
  approvedEvent,
  cancelled,
  filled,
  idOf,
  intended,
  intent,
  NOW,
  open,
  proposed,
  submitting,
} from "./trade-fixtures.ts";

const BEN = { userId: "telegram:2", name: "Ben" };
const at = NOW + 50;
const rungs = [{ price: "103", quantity: "5" }];
const reducing = (quantity: string, changes = {}): TradeEvent => ({
  type: "trade.reducing",
  at,
  intent: { ...intent(open(), "exit", quantity), ...changes },
  rungs,
  by: ANNA,
});
const closing = () => apply(open(), { type: "trade.closing", at, reason: "manual" });
/** Entered and left again, the entry still working: nothing is held. */
const flat = () => {
  const part = apply(submitting(), filled(submitting(), idOf(proposed(), "entry"), "f1", "4", "100"));
  const leaving = apply(part, intended(intent(part, "stop", "4", "98")));
  return apply(leaving, filled(leaving, idOf(leaving, "stop"), "f2", "4", "98"));
};

describe("targets that are moved", () => {
  const moved = (changes: Partial<(typeof rungs)[0]> = {}): TradeEvent => ({
    type: "trade.targets-moved",
    at,
    rungs: rungs.map((rung) => ({ ...rung, ...changes })),
    by: ANNA,
  });

  it("take the place of all orders before them", () => {
    expect(apply(open(), moved()).ladder).toEqual({ rungs, after: 4, by: ANNA });
  });

  it("need a position that nobody closes, prices and quantities", () => {
    expect(canApply(submitting(), moved())).toBe(false);
    expect(canApply(closing(), moved())).toBe(false);
    expect(canApply(flat(), moved())).toBe(false);
    expect(canApply(open(), moved({ price: "0" }))).toBe(false);
    expect(canApply(open(), moved({ quantity: "0" }))).toBe(false);
  });
});

describe("a part that is taken out", () => {
  it("is an exit order beside new targets, once", () => {
    const next = apply(open(), reducing("4"));
    expect(next.orders.at(-1)).toMatchObject({ leg: "exit", quantity: "4", status: "intended" });
    expect(next.ladder).toEqual({ rungs, after: 4, by: ANNA });
    expect(apply(next, reducing("4"))).toBe(next);
    expect(next.state).toBe("open");
  });

  it("leaves something, is an exit, and needs a position that nobody closes", () => {
    expect(canApply(open(), reducing("9.999"))).toBe(true);
    expect(canApply(open(), reducing("10"))).toBe(false);
    expect(canApply(open(), reducing("0"))).toBe(false);
    expect(canApply(open(), reducing("4", { leg: "stop" }))).toBe(false);
    expect(canApply(closing(), reducing("4"))).toBe(false);
    expect(canApply(submitting(), reducing("4"))).toBe(false);
    const noTarget = { ...reducing("4"), rungs: [{ price: "103", quantity: "0" }] } as TradeEvent;
    expect(canApply(open(), noTarget)).toBe(false);
  });
});

describe("an entry that is taken back", () => {
  const event: TradeEvent = { type: "trade.entry-cancelled", at, by: ANNA };

  it("names who did it, and nobody after", () => {
    const next = apply(submitting(), event);
    expect(next).toMatchObject({ state: "submitting", entryCancelledBy: ANNA });
    expect(apply(next, { ...event, by: BEN } as TradeEvent)).toBe(next);
  });

  it("must be one that may still fill", () => {
    expect(canApply(proposed(), event)).toBe(false);
    expect(canApply(apply(proposed(), approvedEvent()), event)).toBe(false);
    expect(canApply(open(), event)).toBe(false);
    const gone = apply(submitting(), cancelled(idOf(proposed(), "entry")));
    expect(canApply(gone, event)).toBe(false);
  });
});

describe("trailing that a person switches", () => {
  const trailing: TrailingPlan = { by: "atr", distance: 2, startR: 1, stepR: 0.25 };
  const switched = (to?: TrailingPlan): TradeEvent => ({
    type: "trade.trailing-switched",
    at,
    by: ANNA,
    ...(to !== undefined && { trailing: to }),
  });
  const managed = (): Trade => ({ ...open(), management: { closeAt: NOW + 1000, trailing } });

  it("on takes the place of what the stop followed, and leaves the rest of the plan and the stop", () => {
    const next = apply(managed(), switched({ ...trailing, distance: 3 }));
    expect(next.management).toStrictEqual({
      closeAt: NOW + 1000,
      trailing: { by: "atr", distance: 3, startR: 1, stepR: 0.25 },
    });
    expect(next.trailingSwitched).toStrictEqual({ by: ANNA, at });
    expect(next).not.toHaveProperty("stop");
    expect(apply(open(), switched(trailing)).management).toStrictEqual({ trailing });
  });

  it("off leaves a plan that follows nothing", () => {
    expect(apply(managed(), switched()).management).toStrictEqual({ closeAt: NOW + 1000 });
    expect(apply(open(), switched()).management).toStrictEqual({});
  });

  it("on needs a distance above zero", () => {
    expect(canApply(open(), switched({ ...trailing, distance: 0.001 }))).toBe(true);
    for (const distance of [0, -1, Number.NaN])
      expect(canApply(open(), switched({ ...trailing, distance }))).toBe(false);
  });

  it("needs a position that nobody closes", () => {
    for (const trade of [proposed(), submitting(), closing(), flat()]) {
      expect(canApply(trade, switched(trailing)), trade.state).toBe(false);
      expect(canApply(trade, switched()), trade.state).toBe(false);
    }
  });
});

describe("progress", () => {
  const reached = (r: number): TradeEvent => ({ type: "trade.progressed", at, r });

  it("only grows", () => {
    const next = apply(open(), reached(1));
    expect(next.bestR).toBe(1);
    expect(apply(next, reached(1))).toBe(next);
    expect(apply(next, reached(0.5))).toBe(next);
    expect(apply(next, reached(1.5)).bestR).toBe(1.5);
  });

  it("is a number of an open position", () => {
    expect(canApply(open(), reached(Number.NaN))).toBe(false);
    expect(canApply(open(), reached(Number.POSITIVE_INFINITY))).toBe(false);
    expect(canApply(submitting(), reached(1))).toBe(false);
    expect(canApply(closing(), reached(1))).toBe(false);
  });
});

describe("a moved stop", () => {
  const moved = (changes: object): TradeEvent =>
    ({ type: "trade.stop-moved", at, stop: "97", reason: "manual", by: ANNA, ...changes }) as TradeEvent;

  it("to more risk is by hand and of somebody, both", () => {
    expect(canApply(open(), moved({}))).toBe(true);
    expect(canApply(open(), moved({ reason: "trailing" }))).toBe(false);
    expect(canApply(open(), moved({ by: undefined }))).toBe(false);
  });

  it("names the person, and nobody where the plan moved it", () => {
    expect(apply(open(), moved({})).stop).toEqual({ price: "97", reason: "manual", at, by: ANNA });
    const byPlan = apply(open(), { type: "trade.stop-moved", at, stop: "99", reason: "trailing" });
    expect(byPlan.stop).toEqual({ price: "99", reason: "trailing", at });
    expect(byPlan.stop).not.toHaveProperty("by");
  });

  it("is the same news only at the same time and price", () => {
    const next = apply(open(), moved({}));
    expect(apply(next, moved({}))).toBe(next);
    expect(apply(next, moved({ at: at + 1 }))).not.toBe(next);
    expect(apply(next, moved({ stop: "96" })).stop?.price).toBe("96");
  });

  it("is of a position", () => {
    expect(canApply(flat(), moved({}))).toBe(false);
  });
});
