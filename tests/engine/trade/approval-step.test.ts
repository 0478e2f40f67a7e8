import { describe, expect, it } from "vitest";
import type { MemberRole } from "../../../src/engine/ports/roster.ts";
import { assessEntry } from "../../../src/engine/risk/assess.ts";
import { approvalSettingsSchema } from "../../../src/engine/trade/approval-settings.ts";
import { agreedFactor, approvalStep } from "../../../src/engine/trade/approval-step.ts";
import type { Actor, Trade } from "../../../src/engine/trade/trade.ts";
import { ANNA, accountWith, BTC, INSTANCE, NOW, proposed, riskSettings } from "./trade-fixtures.ts";

/** In percent of the balance. */
const RISK = 0.2;
const BEN: Actor = { userId: "telegram:2", name: "Ben" };

interface Changes {
  readonly by?: Actor;
  readonly role?: MemberRole;
  readonly above?: number;
  readonly people?: number;
  readonly traders?: number;
  readonly rule?: string;
  readonly price?: number;
  readonly personOf?: (userId: string) => string;
}

/** An approval of 10 at 100: 1,000. */
function step(trade: Trade, changes: Changes = {}) {
  const { by = ANNA, role, above = 0, people = 2, traders = 0, rule, price = 100, personOf } = changes;
  const verdict = assessEntry({
    trade,
    account: accountWith(),
    instrument: BTC,
    settings: riskSettings(),
    price: { price: 100, at: NOW },
    sizeFactor: 1,
    instance: INSTANCE,
  });
  if (verdict.status !== "approved") throw new Error("it was denied");
  const settings = approvalSettingsSchema.parse({
    secondAboveNotional: above,
    neededPeople: people,
    traderMaxRiskPercent: traders,
  });
  const { balance } = accountWith();
  const request = {
    order: verdict.order,
    price,
    by,
    role,
    balance,
    personOf,
    sizeFactor: 1,
    management: {},
    settings,
  };
  return approvalStep(trade, rule === undefined ? request : { ...request, rule });
}

const oneOf = (needed: number): Trade => ({
  ...proposed(),
  endorsed: { needed, given: [{ by: ANNA, at: NOW, sizeFactor: 0.5 }] },
});

describe("one approval", () => {
  it("is enough up to the notional, and one of several above it", () => {
    expect(step(proposed(), { above: 1000 })).toMatchObject({ status: "approved", needed: 1 });
    expect(step(proposed(), { above: 999.99 })).toMatchObject({
      status: "endorsed",
      needed: 2,
      event: { type: "trade.endorsed", by: ANNA, needed: 2 },
    });
    expect(step(proposed(), { above: 0 })).toMatchObject({ status: "approved", needed: 1 });
  });

  it("of the last person that is needed approves", () => {
    expect(step(oneOf(2), { above: 1, by: BEN })).toMatchObject({ status: "approved", needed: 2 });
    expect(step(oneOf(3), { above: 1, by: BEN, people: 3 })).toMatchObject({ status: "endorsed" });
  });

  it("of the same person counts once, unless one is enough by now", () => {
    expect(step(oneOf(2), { above: 1 })).toEqual({
      status: "denied",
      denials: [{ code: "second-person", limit: 2, actual: 1 }],
    });
    expect(step(oneOf(2), { above: 0 })).toMatchObject({ status: "approved" });
  });

  it("of the same person under another user id counts once", () => {
    const sameAsAnna = (userId: string) => (userId === BEN.userId ? ANNA.userId : userId);
    expect(step(oneOf(2), { above: 1, by: BEN, personOf: sameAsAnna })).toEqual({
      status: "denied",
      denials: [{ code: "second-person", limit: 2, actual: 1 }],
    });
    const cara = { userId: "telegram:3", name: "Cara" };
    expect(step(oneOf(2), { above: 1, by: cara, personOf: sameAsAnna })).toMatchObject({
      status: "approved",
    });
  });

  it("of a rule is none where several people are needed, and names the rule where it is enough", () => {
    expect(step(proposed(), { above: 1, rule: "r" })).toMatchObject({ status: "denied" });
    expect(step(oneOf(2), { above: 1, rule: "r", by: BEN })).toMatchObject({ status: "denied" });
    expect(step(proposed(), { rule: "r" })).toMatchObject({ status: "approved", event: { rule: "r" } });
    expect(step(proposed())).not.toHaveProperty("event.rule");
  });

  it("above the risk of traders takes an admin, also as one of several people", () => {
    const denied = {
      status: "denied",
      denials: [{ code: "trader-risk", limit: RISK - 0.001, actual: RISK }],
    };
    expect(step(proposed(), { traders: RISK, role: "trader" })).toMatchObject({ status: "approved" });
    expect(step(proposed(), { traders: RISK - 0.001, role: "trader" })).toEqual(denied);
    expect(step(proposed(), { traders: RISK - 0.001 })).toEqual(denied);
    expect(step(oneOf(2), { above: 1, traders: RISK - 0.001, by: BEN, role: "trader" })).toEqual(denied);
    expect(step(proposed(), { traders: RISK - 0.001, role: "admin" })).toMatchObject({ status: "approved" });
    expect(step(proposed(), { traders: RISK - 0.001, rule: "r" })).toMatchObject({ status: "approved" });
  });

  it("counts a market entry that moved away from its stop at the price of now, and never less than planned", () => {
    // 10 at 101 with the stop at 98 lose 30 of 10,000.
    expect(step(proposed(), { traders: 0.29, price: 101, role: "trader" })).toMatchObject({
      denials: [{ code: "trader-risk", limit: 0.29, actual: 0.3 }],
    });
    expect(step(proposed(), { traders: 0.19, price: 99, role: "trader" })).toMatchObject({
      denials: [{ code: "trader-risk", limit: 0.19, actual: RISK }],
    });
  });

  it("takes the smallest size that somebody agreed to", () => {
    expect(agreedFactor(proposed(), 1)).toBe(1);
    expect(agreedFactor(oneOf(2), 1)).toBe(0.5);
    expect(agreedFactor(oneOf(2), 0.25)).toBe(0.25);
  });
});
