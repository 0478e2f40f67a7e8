import { describe, expect, it } from "vitest";
import { connectRedis } from "../../src/store/connect.ts";
import { createKeys } from "../../src/store/keys.ts";
import { createRedisLedger } from "../../src/store/redis-ledger.ts";
import { describeLedgerContract } from "../contracts/ledger-contract.ts";
import { EVERY_EVENT, sampleTrade, step } from "../contracts/sample-trade.ts";
import { withTestRedis } from "../redis/test-redis.ts";

const server = withTestRedis();
const keys = createKeys("test");

describeLedgerContract("the Redis ledger", () => createRedisLedger(server.client, keys));

describe("the Redis ledger", () => {
  const trade = sampleTrade({ id: "t" });
  const ledger = () => createRedisLedger(server.client, keys);

  it("has one winner among commits over many connections", async () => {
    await ledger().create(trade, []);
    const clients = await Promise.all(
      Array.from({ length: 10 }, () => connectRedis({ socketPath: server.socketPath })),
    );
    const outcomes = await Promise.all(
      clients.flatMap((client, i) =>
        [1, 2, 3, 4, 5].map((tap) =>
          createRedisLedger(client, keys).commit(step(trade, { operationId: `${i}-${tap}` })),
        ),
      ),
    );
    for (const client of clients) client.disconnect();
    expect(outcomes.filter(({ status }) => status === "committed")).toHaveLength(1);
    expect((await ledger().load("t"))?.version).toBe(2);
  });

  it("carries on when the server forgot its scripts", async () => {
    const one = ledger();
    await one.create(trade, []);
    await server.client.script("FLUSH");
    expect((await one.commit(step(trade))).status).toBe("committed");
  });

  it("reads a trade that it has read before as the first time, and every change by whomever it was made", async () => {
    const [one, other] = [ledger(), ledger()];
    await one.create(trade, []);
    const first = await one.load("t");
    expect(await one.load("t")).toStrictEqual(first);
    await other.commit(step(trade, { state: "skipped" }));
    expect(await one.load("t")).toMatchObject({ version: 2, state: "skipped" });
    await server.client.hset(keys.trade("t"), "trade", "{}");
    await expect(one.load("t")).rejects.toThrow("store-corrupt");
  });

  it("keeps two desks in one Redis apart", async () => {
    await ledger().create(trade, [{ kind: "trade", tradeId: "t", loud: true }]);
    const other = createRedisLedger(server.client, createKeys("other"));
    expect(await other.load("t")).toBe(undefined);
    expect(await other.newest(10)).toEqual([]);
    expect(await other.pendingOutbox(10)).toEqual([]);
    expect(await other.create(trade, [])).toBe(true);
  });

  it("leaves out a trade that moved on after its index was read", async () => {
    await ledger().create(trade, []);
    await ledger().commit(step(trade, { state: "skipped" }));
    // What a reader sees whose index is a moment old.
    await server.client.zadd(keys.tradesInState("proposed"), 1, "t");
    expect(await ledger().inState(["proposed"])).toEqual([]);
  });

  it("tells its own creation from another's when the same call is sent again", async () => {
    const sent: unknown[][] = [];
    const recorder = new Proxy(server.client, {
      get(target, name) {
        if (name !== "createTrade") return Reflect.get(target, name);
        return (...args: unknown[]) => {
          sent.push(args);
          return Reflect.apply(Reflect.get(target, name), target, args);
        };
      },
    });
    expect(await createRedisLedger(recorder, keys).create(trade, [])).toBe(true);
    const again = Reflect.apply(Reflect.get(server.client, "createTrade"), server.client, sent[0] ?? []);
    expect(await again).toBe(1);
    expect(await ledger().create(trade, [])).toBe(false);
  });

  it.each([
    ["not JSON", "{", "", "not JSON"],
    ["another state", JSON.stringify({ ...trade, state: "lost" }), "state", /Invalid option/],
    ["a missing part", JSON.stringify({ ...trade, plan: undefined }), "plan", /expected object/],
    ["a part nobody knows", JSON.stringify({ ...trade, more: 1 }), "", /Unrecognized key: "more"/],
    [
      "a number too large",
      JSON.stringify(trade).replace('"score":62.5', '"score":1e999'),
      "signal.score",
      /number/,
    ],
    ["an odd decimal", JSON.stringify({ ...trade, fees: "1e5" }), "fees", /decimal/],
  ])("names key and path when a stored trade holds %s", async (_, text, path, problem) => {
    await ledger().create(trade, []);
    await server.client.hset(keys.trade("t"), "trade", text);
    for (const read of [ledger().load("t"), ledger().newest(5), ledger().inState(["proposed"])]) {
      await expect(read).rejects.toMatchObject({
        code: "store-corrupt",
        args: { key: "kz:test:trade:t", path, problem: expect.stringMatching(problem) },
      });
    }
  });

  it("names the key when an event or an outbox row is damaged", async () => {
    await ledger().create(trade, [{ kind: "trade", tradeId: "t", loud: true }]);
    await ledger().commit(step(trade, { events: [EVERY_EVENT["trade.closed"]] }));
    await server.client.xadd(keys.tradeEvents("t"), "99-1", "event", '{"type":"trade.lost"}');
    await server.client.hset(keys.outboxRows, "row-1", '{"createdAt":1}');
    await expect(ledger().events("t")).rejects.toMatchObject({
      code: "store-corrupt",
      args: { key: "kz:test:trade:t:events", path: "type" },
    });
    await expect(ledger().pendingOutbox(10)).rejects.toMatchObject({
      code: "store-corrupt",
      args: { key: "kz:test:outbox:rows row-1", path: "body" },
    });
  });

  it("says store-unavailable when Redis is gone", async () => {
    const client = await connectRedis({ socketPath: server.socketPath });
    client.disconnect();
    await expect(createRedisLedger(client, keys).load("t")).rejects.toMatchObject({
      code: "store-unavailable",
      retryable: true,
    });
  });

  it("says store-unavailable and writes nothing when the server is out of memory", async () => {
    await server.client.config("SET", "maxmemory", "1");
    const outcome = await ledger()
      .create(trade, [])
      .catch((failure: unknown) => failure);
    await server.client.config("SET", "maxmemory", "0");
    expect(outcome).toMatchObject({ code: "store-unavailable" });
    expect(await server.client.keys("*")).toEqual([]);
  });
});
