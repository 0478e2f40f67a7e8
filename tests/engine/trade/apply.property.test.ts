import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DeskError } from "../../../src/engine/errors.ts";
import { apply, canApply } from "../../../src/engine/trade/apply.ts";
import type { OrderLeg } from "../../../src/engine/trade/order.ts";
import { isTighter, wantedStop } from "../../../src/engine/trade/stop-price.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import type { TradeEvent } from "../../../src/engine/trade/trade-event.ts";
import { isFinal, liveOrders, openQuantity } from "../../../src/engine/trade/trade-facts.ts";
import { type Random, randomOf } from "./random.ts";
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
  proposed,
} from "./trade-fixtures.ts";
import { storyOf } from "./trade-story.ts";

const anySeed = fc.integer({ min: 0, max: 0xffffffff });
/** `KZ_SEQUENCES=1000000 npx vitest run tests/engine/trade/apply.property.test.ts` is the full proof. */
const SEQUENCES = Number(process.env.KZ_SEQUENCES ?? 4000);
/** Far above what a sequence takes: only a hang is stopped. */
const TIMEOUT_MS = 20_000 + SEQUENCES * 10;

function forSeeds(check: (random: Random) => void): void {
  const seed = Number(process.env.KZ_SEED ?? 42);
  fc.assert(
    fc.property(anySeed, (each) => check(randomOf(each))),
    { seed, numRuns: SEQUENCES },
  );
}

/** Broken invariants of a single step, in words. */
function brokenBy(before: Trade, after: Trade, event: TradeEvent): string[] {
  const entries = after.orders.filter(({ leg }) => leg === "entry");
  const ordered = Number(entries[0]?.quantity ?? 0);
  const claims: [string, boolean][] = [
    ["a final state was left", isFinal(before.state) && after.state !== before.state],
    ["the entry shrank", Number(after.entryQuantity) < Number(before.entryQuantity)],
    ["the exit shrank", Number(after.exitQuantity) < Number(before.exitQuantity)],
    ["more was entered than ordered", Number(after.entryQuantity) > ordered],
    ["more was left than ordered to enter", Number(after.exitQuantity) > ordered],
    ["there are two entries", entries.length > 1],
    ["an order was forgotten", after.orders.length < before.orders.length],
    ["a fill was forgotten", after.fillIds.length < before.fillIds.length],
    ["it closed with a position", after.state === "closed" && after.entryQuantity !== after.exitQuantity],
    ["it closed with a live order", after.state === "closed" && liveOrders(after).length > 0],
    ["it has an entry without an approval", entries.length > 0 && after.approval === undefined],
    ["it says protected without a live stop", after.protectedAt !== undefined && !hasLiveStop(after)],
    ["it moved its version", after.version !== before.version],
    ["a stop moved to more risk by itself", isLooser(before, after) && !("by" in event)],
    ["a plan was changed after the approval", before.approval !== undefined && after.plan !== before.plan],
    ["somebody approved twice", hasRepeatedPerson(after)],
    ["its progress was forgotten", (after.bestR ?? 0) < (before.bestR ?? 0)],
    ["it opened at another time", before.openedAt !== undefined && (after.openedAt ?? 0) > before.openedAt],
  ];
  return claims.filter(([, isBroken]) => isBroken).map(([claim]) => claim);
}

function isLooser(before: Trade, after: Trade): boolean {
  return isTighter(before, wantedStop(before), wantedStop(after));
}

function hasRepeatedPerson({ endorsed }: Trade): boolean {
  const people = (endorsed?.given ?? []).map(({ by }) => by.userId);
  return new Set(people).size < people.length;
}

function hasLiveStop(trade: Trade): boolean {
  return liveOrders(trade).some(({ leg, confirmedPrice }) => leg === "stop" && confirmedPrice !== undefined);
}

describe("every trade", () => {
  it("ends the same however the exchange's messages are ordered and repeated", {
    timeout: TIMEOUT_MS,
  }, () => {
    forSeeds((random) => {
      const { start, heard, close } = storyOf(random);
      const inOrder = heard.reduce(apply, start);
      const repeated = heard.filter(() => random.chance(0.3));
      const shuffled = random.shuffled([...heard, ...repeated]).reduce(apply, start);
      if (!isDeepStrictEqual(shuffled, inOrder)) expect(shuffled).toEqual(inOrder);
      if (heard.reduce(apply, shuffled) !== shuffled) throw new Error("a replay told something new");
      const closed = apply(shuffled, close);
      if (closed.state !== "closed" || openQuantity(closed) !== "0")
        expect(closed).toMatchObject({ state: "closed" });
    });
  });

  it("never breaks an invariant, whatever it is told", { timeout: TIMEOUT_MS }, () => {
    let applied = 0;
    let refused = 0;
    forSeeds((random) => {
      let trade = proposed();
      for (let step = 0; step < 15; step += 1) {
        const event = step === 0 && random.chance(0.8) ? approvedEvent() : anyEvent(random, trade);
        const next = attempt(trade, event);
        if (next === undefined) refused += 1;
        else applied += 1;
        const broken = next === undefined ? [] : brokenBy(trade, next, event);
        if (broken.length > 0) expect({ broken, event }).toEqual({ broken: [], event });
        trade = next ?? trade;
      }
    });
    expect(applied).toBeGreaterThan(2 * SEQUENCES);
    expect(refused).toBeGreaterThan(2 * SEQUENCES);
  });
});

function attempt(trade: Trade, event: TradeEvent): Trade | undefined {
  try {
    const next = apply(trade, event);
    if (!canApply(trade, event)) throw new Error("applied what cannot be");
    return next;
  } catch (fault) {
    if (!(fault instanceof DeskError) || fault.code !== "trade-transition-impossible") throw fault;
    if (canApply(trade, event)) throw new Error("refused what can be", { cause: fault });
    return undefined;
  }
}

const BEN = { userId: "telegram:2", name: "Ben" };

/** A person or the trade's own plan moves stop or targets, or takes something back. */
function shapingEvent(random: Random, trade: Trade, at: number): TradeEvent {
  const stop = String(random.whole(96, 104));
  const rungs = [{ price: "103", quantity: random.pick(["1", "0"]) }];
  const quantity = random.pick(["1", "5", "10"]);
  return random.pick<TradeEvent>([
    { type: "trade.stop-moved", at, stop, reason: "trailing" },
    { type: "trade.stop-moved", at, stop, reason: "manual", by: ANNA },
    { type: "trade.targets-moved", at, rungs, by: ANNA },
    { type: "trade.reducing", at, intent: intent(trade, "exit", quantity, undefined, 3), rungs, by: ANNA },
    { type: "trade.entry-cancelled", at, by: ANNA },
    { type: "trade.trailing-switched", at, by: ANNA },
    {
      type: "trade.trailing-switched",
      at,
      by: ANNA,
      trailing: { by: "atr", distance: random.whole(0, 2), startR: 0, stepR: 0 },
    },
    { type: "trade.progressed", at, r: random.whole(0, 3) },
  ]);
}

const LEGS: readonly OrderLeg[] = ["entry", "entry", "entry", "stop", "target-1", "exit"];

/** Anything, likely or not: mostly about orders, with quantities that fit, or are too much, or are nothing. */
function anyEvent(random: Random, trade: Trade): TradeEvent {
  const at = NOW + random.whole(0, 10);
  const leg = random.pick(LEGS);
  const attemptNumber = random.chance(0.9) ? 1 : 2;
  const clientOrderId = idOf(trade, leg, attemptNumber);
  const quantity = random.pick(["10", "10", "5", "3", "1", "11", "0"]);
  const events: (() => TradeEvent)[] = [
    () => intended(intent(trade, leg, quantity, undefined, attemptNumber)),
    () => intended(intent(trade, "entry", "10"), intent(trade, "stop", "10", "98")),
    () => accepted(clientOrderId),
    () => ({ type: "order.unknown", at, clientOrderId, code: "timeout" }),
    () => ({ type: "order.rejected", at, clientOrderId, code: "refused" }),
    () => cancelled(clientOrderId),
    () => filled(trade, clientOrderId, `f${random.whole(0, 9)}`, quantity, "100", "0.1"),
    () => filled(trade, clientOrderId, `f${random.whole(0, 9)}`, quantity, "100", "0.1"),
    () => ({ type: "trade.protected", at, clientOrderId, stop: "98" }),
    () => ({ type: "trade.closing", at, reason: random.pick(["manual", "entry-cancelled"]) }),
    () => ({ type: "trade.closed", at, reason: "stop" }),
    () => shapingEvent(random, trade, at),
    () =>
      random.pick<TradeEvent>([
        approvedEvent(quantity),
        { type: "trade.skipped", at, by: ANNA },
        { type: "trade.expired", at, reason: "time" },
        { type: "trade.denied", at, denials: [] },
        { type: "trade.endorsed", at, by: random.pick([ANNA, BEN]), sizeFactor: 1, needed: 2 },
        { type: "trade.repriced", at, by: ANNA, plan: { ...trade.plan, entry: "101" } },
        { type: "trade.replanned", at, by: ANNA, change: "stop", plan: { ...trade.plan, stop: "97" } },
        { type: "trade.skip-explained", at, by: random.pick([ANNA, BEN]), reason: "news" },
      ]),
  ];
  return random.pick(events)();
}
