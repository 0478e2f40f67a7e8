import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Ledger, OutboxBody } from "../../src/engine/ports/ledger.ts";
import { TRADE_STATES } from "../../src/engine/trade/trade.ts";
import { describeOutboxContract } from "./outbox-contract.ts";
import { ANNA, EVERY_EVENT, sampleClosedTrade, sampleTrade, step } from "./sample-trade.ts";

const card = (loud: boolean): OutboxBody => ({ kind: "trade", tradeId: sampleTrade().id, loud });
const CARD = card(true);
const NONE = Object.fromEntries(TRADE_STATES.map((state) => [state, 0]));

/** What every `Ledger` does. `create` gives one without trades; it is called before each test. */
export function describeLedgerContract(name: string, create: () => Ledger | Promise<Ledger>): void {
  describe(`${name} as a ledger`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await create();
    });

    describeTrades(() => ledger);
    describeTransitions(() => ledger);
    describeIndexes(() => ledger);
    describeOutboxContract(() => ledger);
  });
}

function describeTrades(ledger: () => Ledger): void {
  describe("a new trade", () => {
    it("is read back exactly as it was written", async () => {
      const trade = sampleTrade();
      expect(await ledger().create(trade, [])).toBe(true);
      expect(await ledger().load(trade.id)).toEqual(trade);
    });

    it("stands when a second one with its id is created, and no card of that one goes out", async () => {
      await ledger().create(sampleTrade(), [CARD]);
      expect(await ledger().create(sampleTrade({ settingsVersion: 9 }), [CARD, CARD])).toBe(false);
      expect(await ledger().load(sampleTrade().id)).toEqual(sampleTrade());
      expect(await ledger().pendingOutbox(10)).toHaveLength(1);
    });

    it("is made by exactly one of twenty calls at once", async () => {
      const calls = Array.from({ length: 20 }, () => ledger().create(sampleTrade(), [CARD]));
      expect((await Promise.all(calls)).filter(Boolean)).toHaveLength(1);
      expect(await ledger().pendingOutbox(100)).toHaveLength(1);
    });

    it("is not found under another id", async () => {
      await ledger().create(sampleTrade(), []);
      expect(await ledger().load("other")).toBe(undefined);
      expect(await ledger().events("other")).toEqual([]);
    });

    it("is not changed by changing what was handed over or read", async () => {
      const trade = sampleTrade();
      await ledger().create(trade, []);
      Object.assign(trade.plan, { stop: "1" });
      Object.assign((await ledger().load(trade.id))?.plan ?? {}, { stop: "2" });
      expect((await ledger().load(trade.id))?.plan.stop).toBe("1.08238");
    });

    it("is refused when it holds a number that would not come back", async () => {
      const trade = sampleTrade({ signal: { ...sampleTrade().signal, score: Number.NaN } });
      await expect(ledger().create(trade, [])).rejects.toMatchObject({
        code: "store-corrupt",
        args: { path: "signal.score" },
      });
      expect(await ledger().load(trade.id)).toBe(undefined);
    });
  });
}

function describeTransitions(ledger: () => Ledger): void {
  describe("a transition", () => {
    const trade = sampleTrade();
    beforeEach(async () => {
      await ledger().create(trade, []);
    });

    it("writes the trade, its events and its cards together", async () => {
      const events = Object.values(EVERY_EVENT);
      const transition = step(trade, { events, outbox: [CARD] });
      expect(await ledger().commit(transition)).toEqual({ status: "committed", trade: transition.next });
      expect(await ledger().load(trade.id)).toEqual(transition.next);
      expect(await ledger().events(trade.id)).toEqual(events);
      expect(await ledger().pendingOutbox(10)).toMatchObject([
        { createdAt: transition.next.updatedAt, body: CARD },
      ]);
    });

    it("keeps every optional part of a trade", async () => {
      const next = sampleClosedTrade(trade);
      await ledger().commit({ ...step(trade), next });
      expect(await ledger().load(trade.id)).toEqual(next);
    });

    it("appends its events after those of earlier ones", async () => {
      const first = step(trade);
      const second = step(first.next, { state: "submitting" });
      await ledger().commit(first);
      await ledger().commit(second);
      expect(await ledger().events(trade.id)).toEqual([...first.events, ...second.events]);
    });

    it("that is sent again answers repeated and writes nothing", async () => {
      const first = step(trade, { outbox: [CARD] });
      const second = step(first.next, { state: "submitting" });
      await ledger().commit(first);
      expect(await ledger().commit(first)).toEqual({ status: "repeated", trade: first.next });
      await ledger().commit(second);
      expect(await ledger().commit(first)).toEqual({ status: "repeated", trade: second.next });
      expect(await ledger().events(trade.id)).toHaveLength(2);
      expect(await ledger().pendingOutbox(10)).toHaveLength(1);
    });

    it("decided on an old version conflicts, tells what stands and writes nothing", async () => {
      const winner = step(trade);
      await ledger().commit(winner);
      const loser = step(trade, { state: "skipped", outbox: [CARD] });
      expect(await ledger().commit(loser)).toEqual({ status: "conflict", trade: winner.next });
      expect(await ledger().load(trade.id)).toEqual(winner.next);
      expect(await ledger().events(trade.id)).toEqual(winner.events);
      expect(await ledger().pendingOutbox(10)).toEqual([]);
      expect(await ledger().inState(["skipped"])).toEqual([]);
    });

    it("that lost may be decided again under the same operation id", async () => {
      const winner = step(trade);
      const loser = step(trade, { state: "skipped", operationId: "tap-2" });
      await ledger().commit(winner);
      await ledger().commit(loser);
      const retry = step(winner.next, { state: "skipped", operationId: "tap-2" });
      expect((await ledger().commit(retry)).status).toBe("committed");
    });

    it("with the operation id of another trade is its own", async () => {
      const other = sampleTrade({ id: "other" });
      await ledger().create(other, []);
      await ledger().commit(step(trade, { operationId: "tap-1" }));
      expect((await ledger().commit(step(other, { operationId: "tap-1" }))).status).toBe("committed");
    });

    it("has exactly one winner among fifty at once, and only the winner's facts stand", async () => {
      const rivals = Array.from({ length: 50 }, (_, i) =>
        step(trade, {
          operationId: `tap-${i}`,
          at: trade.updatedAt + i,
          outbox: [card(i % 2 === 0)],
        }),
      );
      const outcomes = await Promise.all(rivals.map((rival) => ledger().commit(rival)));
      const won = outcomes.flatMap(({ status }, i) => (status === "committed" ? [i] : []));
      expect(won).toHaveLength(1);
      const winner = rivals[won[0] ?? -1];
      expect(outcomes.filter(({ status }) => status === "conflict")).toHaveLength(49);
      expect(outcomes.map((outcome) => outcome.trade)).toEqual(outcomes.map(() => winner?.next));
      expect(await ledger().events(trade.id)).toEqual(winner?.events);
      expect((await ledger().pendingOutbox(100)).map((row) => row.body)).toEqual(winner?.outbox);
    });

    it.each([
      ["the trade does not exist", { ...step(sampleTrade({ id: "none" })) }, "missing"],
      ["the next version is not one above", { ...step(trade), expectedVersion: 0 }, "version"],
      ["the next trade is another one", { ...step(trade), tradeId: "other" }, "version"],
    ])("is impossible when %s", async (_, transition, reason) => {
      await expect(ledger().commit(transition)).rejects.toMatchObject({
        code: "trade-transition-impossible",
        args: { reason },
      });
      expect(await ledger().load(trade.id)).toEqual(trade);
    });

    it("in any interleaving with others and resends leaves one unbroken line of versions", async () => {
      const plan = fc.array(fc.record({ actor: fc.nat(4), resend: fc.boolean(), stale: fc.boolean() }), {
        minLength: 5,
        maxLength: 30,
      });
      let round = 0;
      await fc.assert(
        fc.asyncProperty(plan, async (moves) => {
          round += 1;
          const first = sampleTrade({ id: `line-${round}` });
          await ledger().create(first, []);
          const sent = [step(first)];
          let known = first;
          const outcomes = await Promise.all(
            moves.map(async ({ actor, resend, stale }, i) => {
              if (!stale) known = (await ledger().load(first.id)) ?? known;
              const fresh = step(known, { operationId: `${actor}-${i}`, at: first.createdAt + i });
              const transition = resend ? (sent[i % sent.length] ?? fresh) : fresh;
              sent.push(transition);
              return { transition, outcome: await ledger().commit(transition) };
            }),
          );
          const committed = outcomes.filter(({ outcome }) => outcome.status === "committed");
          const versions = committed.map(({ transition }) => transition.next.version);
          expect(versions.sort((one, other) => one - other)).toEqual(versions.map((_, i) => i + 2));
          const operations = committed.map(({ transition }) => transition.operationId);
          expect(new Set(operations).size).toBe(operations.length);
          expect((await ledger().load(first.id))?.version).toBe(1 + committed.length);
          expect(await ledger().events(first.id)).toHaveLength(committed.length);
        }),
        { seed: 42, numRuns: 40 },
      );
    });
  });
}

function describeIndexes(ledger: () => Ledger): void {
  describe("the indexes", () => {
    const at = (createdAt: number, id: string) => sampleTrade({ id, createdAt, updatedAt: createdAt });

    it("count nothing at the beginning", async () => {
      expect(await ledger().countByState()).toEqual(NONE);
      expect(await ledger().newest(10)).toEqual([]);
      expect(await ledger().inState([...TRADE_STATES])).toEqual([]);
    });

    it("list the trades of the asked states, oldest first", async () => {
      for (const [time, id] of [
        [30, "c"],
        [10, "a"],
        [20, "b"],
        [20, "bb"],
      ] as const) {
        await ledger().create(at(time, id), []);
      }
      await ledger().create({ ...at(5, "denied"), state: "denied" }, []);
      await ledger().commit(step(at(20, "b"), { state: "working" }));
      const ids = async (...states: (typeof TRADE_STATES)[number][]) =>
        (await ledger().inState(states)).map(({ id }) => id);
      expect(await ids("proposed")).toEqual(["a", "bb", "c"]);
      expect(await ids("working", "proposed")).toEqual(["a", "b", "bb", "c"]);
      expect(await ids("working", "working")).toEqual(["b"]);
      expect(await ids("denied", "open")).toEqual(["denied"]);
      expect(await ids()).toEqual([]);
      expect(await ledger().countByState()).toEqual({ ...NONE, proposed: 3, working: 1, denied: 1 });
    });

    it("give the newest trades of any state, newest first", async () => {
      for (const [time, id] of [
        [30, "c"],
        [10, "a"],
        [20, "b"],
      ] as const)
        await ledger().create(at(time, id), []);
      await ledger().commit(step(at(10, "a"), { state: "skipped" }));
      const ids = async (limit: number) => (await ledger().newest(limit)).map(({ id }) => id);
      expect(await ids(2)).toEqual(["c", "b"]);
      expect(await ids(10)).toEqual(["c", "b", "a"]);
      expect(await ids(0)).toEqual([]);
    });

    it("tell what was closed since a moment by the time of the close, that moment included", async () => {
      for (const [time, id] of [
        [1_000, "late"],
        [2_000, "early"],
        [3_000, "open"],
      ] as const) {
        const trade = at(time, id);
        await ledger().create(trade, []);
        const closedAt = { late: 9_000, early: 8_000, open: 0 }[id];
        if (closedAt === 0) continue;
        const events = [{ type: "trade.closed", at: closedAt, reason: "stop" } as const];
        await ledger().commit(step(trade, { state: "closed", at: closedAt + 5, events }));
      }
      const since = async (time: number) => (await ledger().closedSince(time)).map(({ id }) => id);
      expect(await since(0)).toEqual(["early", "late"]);
      expect(await since(8_000)).toEqual(["early", "late"]);
      expect(await since(8_001)).toEqual(["late"]);
      expect(await since(9_001)).toEqual([]);
    });

    it("tell what was approved since a moment, whatever became of it", async () => {
      const trade = at(1_000, "t");
      await ledger().create(trade, []);
      expect(await ledger().approvedSince(0)).toEqual([]);
      const approved = step(trade, { change: { approval: { by: ANNA, at: 5_000, sizeFactor: 1 } } });
      await ledger().commit(approved);
      const rejected = step(approved.next, { state: "rejected" });
      await ledger().commit(rejected);
      expect(await ledger().approvedSince(5_000)).toEqual([rejected.next]);
      expect(await ledger().approvedSince(5_001)).toEqual([]);
    });

    it("know a trade that was approved when it was made, by a rule", async () => {
      const trade = { ...at(1_000, "ruled"), approval: { by: ANNA, at: 1_000, sizeFactor: 1 } };
      await ledger().create(trade, []);
      expect(await ledger().approvedSince(1_000)).toEqual([trade]);
    });
  });
}
