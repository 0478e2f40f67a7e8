import { describe, expect, it } from "vitest";
import { createKeys } from "../../src/store/keys.ts";
import { createStores } from "../../src/store/stores.ts";
import { ANNA, EVERY_EVENT, sampleTrade, step } from "../contracts/sample-trade.ts";
import { TestClock } from "../fakes/test-clock.ts";
import { withTestRedis } from "../redis/test-redis.ts";

const server = withTestRedis();
const keys = createKeys("test");
const ENTRIES = 5;

/** A desk with one act, one change of settings and three steps of a trade. */
async function desk() {
  const stores = createStores(server.client, "test", new TestClock(5000));
  await stores.audit.record({
    kind: "command",
    at: 1,
    by: ANNA,
    platform: "web",
    chatId: "1",
    text: '/risk "x"\n‮',
  });
  await stores.settings.change("risk.riskPercent", 0.5, ANNA, 0);
  const trade = sampleTrade({ id: "t" });
  await stores.ledger.create(trade, []);
  const first = step(trade, { operationId: 'a"b\\c', events: Object.values(EVERY_EVENT) });
  await stores.ledger.commit(first);
  await stores.ledger.commit(step(first.next, { state: "open" }));
  return stores;
}

async function entry(number: number): Promise<readonly string[]> {
  const [row] = await server.client.xrange(keys.audit, `${number}-0`, `${number}-0`);
  return row?.[1] ?? [];
}

describe("the audit", () => {
  it("is whole, with one entry for each act, change and transition, in their order", async () => {
    const { audit } = await desk();
    const verdict = await audit.verify();
    expect(verdict).toMatchObject({ status: "whole", head: { number: ENTRIES } });
    const rows = await server.client.xrange(keys.audit, "-", "+");
    const entries = rows.map(([, fields]) => JSON.parse(fields[1] ?? ""));
    expect(entries.map(({ kind }) => kind)).toEqual(["command", "settings", "trade", "trade", "trade"]);
    expect(entries[0]).toMatchObject({ by: ANNA, text: '/risk "x"\n‮' });
    expect(entries[1]).toMatchObject({
      change: { path: "risk.riskPercent", before: 1, after: 0.5, by: ANNA },
    });
    expect(entries[3]).toMatchObject({
      trade: "t",
      operation: 'a"b\\c',
      version: 2,
      events: Object.values(EVERY_EVENT),
    });
  });

  it("writes nothing for a conflict, a repetition or a trade that exists", async () => {
    const { audit, ledger } = await desk();
    const trade = sampleTrade({ id: "t" });
    await ledger.create(trade, []);
    await ledger.commit(step(trade, { operationId: 'a"b\\c' }));
    await ledger.commit(step(trade, { operationId: "late" }));
    expect(await audit.verify()).toMatchObject({ status: "whole", head: { number: ENTRIES } });
  });

  it("finds an entry that was edited", async () => {
    const { audit } = await desk();
    const [, text = "", , hash = ""] = await entry(2);
    const rows = await server.client.xrange(keys.audit, "-", "+");
    await server.client.del(keys.audit);
    for (const [id, fields] of rows) {
      const value = id === "2-0" ? text.replace("0.5", "5") : (fields[1] ?? "");
      await server.client.xadd(
        keys.audit,
        id,
        "entry",
        value,
        "hash",
        id === "2-0" ? hash : (fields[3] ?? ""),
      );
    }
    expect(await audit.verify()).toEqual({ status: "broken", number: 2, reason: "entry-changed" });
  });

  it.each([1, 2, 3, 4])("finds that entry %i was deleted", async (number) => {
    const { audit } = await desk();
    await server.client.xdel(keys.audit, `${number}-0`);
    expect(await audit.verify()).toEqual({ status: "broken", number, reason: "entry-missing" });
  });

  it("finds that the end was cut off", async () => {
    const { audit } = await desk();
    await server.client.xdel(keys.audit, `${ENTRIES}-0`);
    expect(await audit.verify()).toEqual({ status: "broken", number: ENTRIES, reason: "end-cut" });
  });

  it("finds two entries that changed places", async () => {
    const { audit } = await desk();
    const rows = await server.client.xrange(keys.audit, "-", "+");
    await server.client.del(keys.audit);
    const order = [0, 2, 1, 3, 4];
    for (const [at, from] of order.entries()) {
      await server.client.xadd(keys.audit, `${at + 1}-0`, ...(rows[from]?.[1] ?? []));
    }
    expect(await audit.verify()).toEqual({ status: "broken", number: 2, reason: "entry-changed" });
  });

  it("finds a trade that was changed without a transition", async () => {
    const { audit } = await desk();
    const text = (await server.client.hget(keys.trade("t"), "trade")) ?? "";
    await server.client.hset(keys.trade("t"), "trade", text.replace('"fees":"0"', '"fees":"1"'));
    expect(await audit.verify()).toEqual({ status: "broken", number: ENTRIES, reason: "trade-changed" });
  });

  it("finds by an anchor kept elsewhere that an older state, or another chain, took its place", async () => {
    const { audit } = await desk();
    const whole = await audit.verify();
    if (whole.status !== "whole") throw new Error("broken before anything was done");
    expect(await audit.verify(whole.head)).toEqual(whole);
    const ahead = { number: ENTRIES + 1, hash: "0" };
    expect(await audit.verify(ahead)).toEqual({ status: "broken", number: ENTRIES + 1, reason: "end-cut" });
    await server.client.flushall();
    await desk();
    await server.client.flushall();
    const other = createStores(server.client, "test", new TestClock(6000));
    for (let change = 0; change < ENTRIES; change += 1) {
      await other.settings.change("risk.riskPercent", 1 + change / 10, ANNA, change);
    }
    expect(await other.audit.verify(whole.head)).toEqual({
      status: "broken",
      number: ENTRIES,
      reason: "anchor-differs",
    });
  });

  it("is found broken when its head is gone", async () => {
    const { audit } = await desk();
    await server.client.del(keys.auditHead);
    expect((await audit.verify()).status).toBe("broken");
  });

  it("is whole for a desk that did nothing", async () => {
    const { audit } = createStores(server.client, "new", new TestClock(0));
    expect(await audit.verify()).toEqual({ status: "whole", head: { number: 0, hash: "" } });
  });

  it("names the person of a transition, also where the desk went on in the same step", async () => {
    const stores = await desk();
    const trade = await stores.ledger.load("t");
    if (trade === undefined) throw new Error("the trade is missing");
    const events = [EVERY_EVENT["trade.stop-moved"], EVERY_EVENT["order.accepted"]];
    await stores.ledger.commit(step(trade, { state: "open", operationId: "move", events }));
    const { lines } = await stores.audit.newest(2, 0);
    expect(lines).toMatchObject([
      { kind: "trade", by: ANNA, text: "t → open", trade: { id: "t", isUndoable: true } },
      { kind: "trade", trade: { id: "t", isUndoable: false } },
    ]);
    expect(lines[1]).not.toHaveProperty("by");
  });
});
