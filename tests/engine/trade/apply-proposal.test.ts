import { describe, expect, it } from "vitest";
import { apply, canApply } from "../../../src/engine/trade/apply.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import type { TradeEvent } from "../../../src/engine/trade/trade-event.ts";
import { ANNA, approvedEvent, idOf, NOW, open, proposed, submitting } from "./trade-fixtures.ts";

const BEN = { userId: "telegram:2", name: "Ben" };
const at = NOW + 50;
const endorsed = (by = ANNA, when = at): TradeEvent => ({
  type: "trade.endorsed",
  at: when,
  by,
  sizeFactor: 0.5,
  needed: 2,
});
const repriced = (plan: Partial<Trade["plan"]> = {}, when = at): TradeEvent => ({
  type: "trade.repriced",
  at: when,
  by: ANNA,
  plan: { ...proposed().plan, entry: "101", ...plan },
});
const replanned = (plan: Partial<Trade["plan"]> = {}, when = at): TradeEvent => ({
  type: "trade.replanned",
  at: when,
  by: BEN,
  change: "stop",
  plan: { ...proposed().plan, stop: "97", ...plan },
});

describe("an approval", () => {
  it("keeps its plan of management and its rule, and neither when there is none", () => {
    const plain = apply(proposed(), approvedEvent());
    expect(plain).not.toHaveProperty("management");
    expect(plain.approval).toEqual({ by: ANNA, at: NOW + 1, sizeFactor: 1, quantity: "10" });
    expect(Object.keys(plain.approval ?? {})).not.toContain("rule");
    const management = { closeAt: NOW + 1000 };
    const full = apply(proposed(), { ...approvedEvent(), management, rule: "r" } as TradeEvent);
    expect(full).toMatchObject({ management, approval: { rule: "r" } });
  });
});

describe("a proposal that ends", () => {
  it("by a skip tells the reason only when there is one", () => {
    const skipped: TradeEvent = { type: "trade.skipped", at, by: ANNA };
    expect(apply(proposed(), skipped).ended).toEqual({ key: "skipped", by: ANNA });
    expect(apply(proposed(), skipped).ended).not.toHaveProperty("args");
    expect(apply(proposed(), { ...skipped, reason: "news" } as TradeEvent).ended).toEqual({
      key: "skipped",
      by: ANNA,
      args: { reason: "news" },
    });
  });

  it("by an expiry tells the values of its reason only when there are some", () => {
    const expired: TradeEvent = { type: "trade.expired", at, reason: "price-left" };
    expect(apply(proposed(), expired).ended).toStrictEqual({ key: "expired-price-left" });
    const args = { price: 103, limit: 102 };
    expect(apply(proposed(), { ...expired, args } as TradeEvent).ended).toStrictEqual({
      key: "expired-price-left",
      args,
    });
  });

  it("by a denial has a reason for it", () => {
    expect(canApply(proposed(), { type: "trade.denied", at, denials: [] })).toBe(false);
  });
});

describe("a skip that is explained", () => {
  const explained = (by = ANNA): TradeEvent => ({ type: "trade.skip-explained", at, by, reason: "news" });
  const skipped = (reason?: string) =>
    apply(proposed(), { type: "trade.skipped", at, by: ANNA, ...(reason !== undefined && { reason }) });

  it("gets the reason beside who skipped it, and stays skipped", () => {
    const next = apply(skipped(), explained());
    expect(next.state).toBe("skipped");
    expect(next.ended).toStrictEqual({ key: "skipped", by: ANNA, args: { reason: "news" } });
  });

  it("is explained once, and by nobody but who skipped it", () => {
    expect(canApply(skipped(), explained(BEN))).toBe(false);
    expect(canApply(apply(skipped(), explained()), explained())).toBe(false);
    expect(canApply(skipped("too-late"), explained())).toBe(false);
  });

  it("is none of a proposal, a position, or a proposal that ended otherwise", () => {
    const expired = apply(proposed(), { type: "trade.expired", at, reason: "time" });
    const denied = apply(proposed(), { type: "trade.denied", at, denials: [{ code: "paused" }] });
    const entry = idOf(proposed(), "entry");
    const refused = apply(submitting(), { type: "order.rejected", at, clientOrderId: entry, code: "no" });
    for (const trade of [proposed(), open(), expired, denied, refused])
      expect(canApply(trade, explained()), trade.state).toBe(false);
  });
});

describe("an endorsement", () => {
  it("is kept for each person once, in order, while it is a proposal", () => {
    const both = apply(apply(proposed(), endorsed()), endorsed(BEN));
    expect(both).toMatchObject({
      state: "proposed",
      endorsed: { needed: 2, given: [{ by: ANNA, at, sizeFactor: 0.5 }, { by: BEN }] },
    });
    expect(canApply(both, endorsed())).toBe(false);
  });

  it("comes too late at the expiry, and for what is approved", () => {
    const { expiresAt } = proposed();
    expect(canApply(proposed(), endorsed(ANNA, expiresAt - 1))).toBe(true);
    expect(canApply(proposed(), endorsed(ANNA, expiresAt))).toBe(false);
    expect(canApply(apply(proposed(), approvedEvent()), endorsed())).toBe(false);
  });
});

describe("a re-price", () => {
  it("changes the plan, tells who did it, and forgets who approved the old one", () => {
    const next = apply(apply(proposed(), endorsed()), repriced());
    expect(next).toMatchObject({ plan: { entry: "101" }, repriced: { by: ANNA, at } });
    expect(next).not.toHaveProperty("endorsed");
  });
});

describe("a change of the plan", () => {
  it("takes the new plan, tells who changed what, and forgets who approved the old one", () => {
    const next = apply(apply(proposed(), endorsed()), replanned());
    expect(next.plan.stop).toBe("97");
    expect(next.replanned).toStrictEqual({ by: BEN, at, change: "stop" });
    expect(next).not.toHaveProperty("endorsed");
  });
});

describe.each([
  ["a re-price", repriced],
  ["a change of the plan", replanned],
])("%s", (_, event) => {
  it("is of the same symbol and direction, with a size, in time, and of a proposal", () => {
    const { expiresAt } = proposed();
    expect(canApply(proposed(), event({}, expiresAt - 1))).toBe(true);
    expect(canApply(proposed(), event({}, expiresAt))).toBe(false);
    expect(canApply(proposed(), event({ symbol: "ETH/USDT" }))).toBe(false);
    expect(canApply(proposed(), event({ direction: "short" }))).toBe(false);
    expect(canApply(proposed(), event({ quantity: "0" }))).toBe(false);
    expect(canApply(apply(proposed(), approvedEvent()), event())).toBe(false);
  });
});
