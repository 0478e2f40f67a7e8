import { describe, expect, it } from "vitest";
import { apply, applyAll, canApply } from "../../../src/engine/trade/apply.ts";
import { TRADE_STATES, type Trade, type TradeState } from "../../../src/engine/trade/trade.ts";
import type { TradeEvent } from "../../../src/engine/trade/trade-event.ts";
import {
  ANNA,
  accepted,
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

const base = proposed();
const entry = idOf(base, "entry");
const stop = idOf(base, "stop");
const target1 = idOf(base, "target-1");
const target2 = idOf(base, "target-2");
const rejected = (clientOrderId: string): TradeEvent => ({
  type: "order.rejected",
  at: NOW + 3,
  clientOrderId,
  code: "-2010",
});
const unknown: TradeEvent = { type: "order.unknown", at: NOW + 3, clientOrderId: entry, code: "timeout" };
const skipped: TradeEvent = { type: "trade.skipped", at: NOW + 1, by: ANNA };
const expired: TradeEvent = { type: "trade.expired", at: NOW + 1, reason: "time" };
const denied: TradeEvent = { type: "trade.denied", at: NOW + 1, denials: [{ code: "paused" }] };
const closing: TradeEvent = { type: "trade.closing", at: NOW + 5, reason: "manual", by: ANNA };
const closed: TradeEvent = { type: "trade.closed", at: NOW + 6, reason: "stop" };
const protectedEvent: TradeEvent = { type: "trade.protected", at: NOW + 5, clientOrderId: stop, stop: "98" };

/** One trade in each state, with an entry order of 10 where there is one. */
const SAMPLES: Readonly<Record<TradeState, Trade>> = {
  proposed: base,
  approved: apply(base, approvedEvent()),
  submitting: submitting(),
  working: apply(submitting(), accepted(entry)),
  "partially-filled": apply(submitting(), filled(submitting(), entry, "f1", "4", "100")),
  open: open(),
  closing: apply(open(), closing),
  closed: ended(),
  skipped: apply(base, skipped),
  expired: apply(base, expired),
  denied: apply(base, denied),
  rejected: apply(submitting(), rejected(entry)),
  unknown: apply(submitting(), unknown),
};

/** Stopped out in full, targets cancelled. */
function ended(): Trade {
  const trade = open();
  const events = [filled(trade, stop, "f2", "10", "98"), cancelled(target1), cancelled(target2), closed];
  return events.reduce(apply, trade);
}

describe("a trade", () => {
  it("has a sample in each state", () => {
    for (const state of TRADE_STATES) expect(SAMPLES[state].state).toBe(state);
  });

  it.each<[string, TradeEvent, readonly TradeState[]]>([
    ["approved", approvedEvent(), ["proposed"]],
    ["skipped", skipped, ["proposed"]],
    ["expired", expired, ["proposed", "approved"]],
    ["denied", denied, ["proposed", "approved"]],
    ["given an entry", intended(intent(base, "entry", "10")), withEntryKnown()],
    ["given an exit", intended(intent(base, "exit", "10")), live(["approved"])],
    ["told of an accepted entry", accepted(entry), [...live(["approved"]), "closed"]],
    ["told of an unknown entry", unknown, [...live(["approved"]), "closed", "rejected"]],
    ["told of a cancelled entry", cancelled(entry), [...live(["approved"]), "closed", "rejected"]],
    ["told of a rejected entry", rejected(entry), ["submitting", "unknown", "rejected"]],
    ["told of a read-back stop", protectedEvent, ["open", "closing", "closed"]],
    ["closing", closing, live([])],
    ["closed", closed, []],
  ])("can be %s only in its states", (_, event, states) => {
    expect(TRADE_STATES.filter((state) => canApply(SAMPLES[state], event))).toEqual(
      TRADE_STATES.filter((state) => states.includes(state)),
    );
  });

  it("throws a coded error where there is no arrow", () => {
    expect(() => apply(SAMPLES.skipped, approvedEvent())).toThrow(
      expect.objectContaining({
        code: "trade-transition-impossible",
        args: { trade: base.id, state: "skipped", event: "trade.approved" },
      }),
    );
  });

  it("raises its version once for each transition and keeps the latest moment", () => {
    const trade = applyAll(SAMPLES.submitting, [
      accepted(entry),
      filled(SAMPLES.submitting, entry, "f1", "4", "100"),
    ]);
    expect([SAMPLES.submitting.version, trade.version]).toEqual([3, 4]);
    expect(applyAll(trade, [accepted(entry)])).toEqual({ ...trade, version: 5 });
    expect(trade.updatedAt).toBe(NOW + 4);
  });

  it("is not approved after its time, without a quantity, or by half of an event", () => {
    expect(canApply(base, approvedEvent("10", base.expiresAt))).toBe(false);
    expect(canApply(base, approvedEvent("10", base.expiresAt - 1))).toBe(true);
    expect(canApply(base, approvedEvent("0"))).toBe(false);
  });

  it("never gets a second entry, an entry above its approval or one after its time", () => {
    expect(canApply(SAMPLES.working, intended(intent(base, "entry", "10", undefined, 2)))).toBe(false);
    expect(canApply(SAMPLES.approved, intended(intent(base, "entry", "10.001")))).toBe(false);
    expect(canApply(SAMPLES.approved, { ...intended(intent(base, "entry", "10")), at: base.expiresAt })).toBe(
      false,
    );
    const both = intended(intent(base, "entry", "5"), intent(base, "entry", "5", undefined, 2));
    expect(canApply(SAMPLES.approved, both)).toBe(false);
  });

  it("takes the approved quantity, not the proposed one, as the limit of the entry", () => {
    const half = apply(base, approvedEvent("5"));
    expect(canApply(half, intended(intent(base, "entry", "5")))).toBe(true);
    expect(canApply(half, intended(intent(base, "entry", "5.001")))).toBe(false);
  });
});

function live(without: readonly TradeState[]): TradeState[] {
  const states: TradeState[] = [
    "approved",
    "submitting",
    "working",
    "partially-filled",
    "open",
    "closing",
    "unknown",
  ];
  return states.filter((state) => !without.includes(state));
}

/** Where the same intent is new (approved) or known already and therefore nothing new. */
function withEntryKnown(): TradeState[] {
  return [...live([]), "closed", "rejected"];
}
