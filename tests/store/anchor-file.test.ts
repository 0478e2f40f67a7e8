import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Exchange } from "../../src/engine/ports.ts";
import { anchoredExchange, isLedgerBehind } from "../../src/jobs/live/anchored-exchange.ts";
import { createAnchorFile } from "../../src/store/anchor-file.ts";
import { createStores } from "../../src/store/stores.ts";
import { TestClock } from "../fakes/test-clock.ts";
import { makeTestFolder, withTestRedis } from "../redis/test-redis.ts";

const redis = withTestRedis();
const log = pino({ level: "silent" });
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(makeTestFolder(), "anchors-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const ACT = {
  kind: "command",
  at: 1,
  by: { userId: "web:1", name: "Anna" },
  platform: "web",
  chatId: "1",
  text: "/status",
} as const;

describe("anchors in a file", () => {
  it("are read back newest first, and a line that was cut off counts for nothing", async () => {
    const path = join(dir, "deep", "sent.jsonl");
    const anchors = createAnchorFile(path);
    expect(await anchors.last()).toBeUndefined();
    await anchors.append({ number: 1, hash: "a" });
    await anchors.append({ number: 2, hash: "b" });
    appendFileSync(path, '{"number":3,"ha');
    expect(await createAnchorFile(path).last()).toEqual({ number: 2, hash: "b" });
    await anchors.append({ number: 4, hash: "d" });
    expect(await anchors.last()).toEqual({ number: 4, hash: "d" });
  });
});

describe("a ledger", () => {
  it("is behind when its audit lost, or never had, what was there when the last order was sent", async () => {
    const { audit } = createStores(redis.client, "kz", new TestClock());
    const anchors = createAnchorFile(join(dir, "sent.jsonl"));
    expect(await isLedgerBehind(audit, anchors)).toBe(false);
    for (let count = 0; count < 3; count += 1) await audit.record(ACT);
    await anchors.append(await audit.head());
    await audit.record(ACT);
    expect(await isLedgerBehind(audit, anchors)).toBe(false);
    await redis.client.flushall();
    expect(await isLedgerBehind(audit, anchors)).toBe(true);
    for (let count = 0; count < 9; count += 1) await audit.record({ ...ACT, text: "/help" });
    expect(await isLedgerBehind(audit, anchors)).toBe(true);
  });
});

describe("an exchange with anchors", () => {
  const order = {
    clientOrderId: "x",
    symbol: "A/B",
    side: "buy",
    type: "market",
    quantity: "1",
    createdAt: 1,
  } as const;

  it("sends no entry that cannot be written down, and every exit", async () => {
    const sent: string[] = [];
    const exchange = {
      name: "test",
      place: async ({ clientOrderId }: { clientOrderId: string }) => {
        sent.push(clientOrderId);
        return { status: "accepted", exchangeOrderId: "1" } as const;
      },
    } as unknown as Exchange;
    const { audit } = createStores(redis.client, "kz", new TestClock());
    writeFileSync(join(dir, "file"), "");
    const broken = anchoredExchange(exchange, audit, createAnchorFile(join(dir, "file", "sent.jsonl")), log);
    const entry = { ...order, reduceOnly: false } as unknown as Parameters<Exchange["place"]>[0];
    expect(await broken.place(entry)).toEqual({ status: "rejected", code: "not-written-down" });
    expect(await broken.place({ ...order, clientOrderId: "y", reduceOnly: true })).toMatchObject({
      status: "accepted",
    });
    expect(sent).toEqual(["y"]);
    const whole = anchoredExchange(exchange, audit, createAnchorFile(join(dir, "sent.jsonl")), log);
    expect(await whole.place(entry)).toMatchObject({ status: "accepted" });
    expect(whole.name).toBe("test");
  });
});
