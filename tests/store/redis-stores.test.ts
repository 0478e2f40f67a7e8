import { describe, expect, it } from "vitest";
import { connectRedis } from "../../src/store/connect.ts";
import { createKeys } from "../../src/store/keys.ts";
import { RedisButtons } from "../../src/store/redis-buttons.ts";
import { RedisCandleStore } from "../../src/store/redis-candle-store.ts";
import { RedisPaperStore } from "../../src/store/redis-paper-store.ts";
import { RedisPreferences } from "../../src/store/redis-preferences.ts";
import { RedisPrompts } from "../../src/store/redis-prompts.ts";
import { RedisRoster } from "../../src/store/redis-roster.ts";
import { RedisScanClaims } from "../../src/store/redis-scan-claims.ts";
import { RedisSettingsStore } from "../../src/store/redis-settings-store.ts";
import { RedisSubscriptions } from "../../src/store/redis-subscriptions.ts";
import { describeButtonsContract } from "../contracts/buttons-contract.ts";
import { describeCandleStoreContract } from "../contracts/candle-store-contract.ts";
import { describePaperStoreContract } from "../contracts/paper-store-contract.ts";
import { describePreferencesContract, describeRosterContract } from "../contracts/people-contracts.ts";
import { describePromptsContract } from "../contracts/prompts-contract.ts";
import { ANNA } from "../contracts/sample-trade.ts";
import { describeScanClaimsContract } from "../contracts/scan-claims-contract.ts";
import { describeSettingsStoreContract } from "../contracts/settings-store-contract.ts";
import { describeSubscriptionsContract } from "../contracts/subscriptions-contract.ts";
import { TestClock } from "../fakes/test-clock.ts";
import { withTestRedis } from "../redis/test-redis.ts";

const server = withTestRedis();
const keys = createKeys("test");
const clock = new TestClock(1_000);

describeCandleStoreContract("RedisCandleStore", () => new RedisCandleStore(server.client, keys));
describeSettingsStoreContract("RedisSettingsStore", (at) => new RedisSettingsStore(server.client, keys, at));
describeButtonsContract("RedisButtons", (at) => new RedisButtons(server.client, keys, at));
describeRosterContract("RedisRoster", () => new RedisRoster(server.client, keys));
describePreferencesContract("RedisPreferences", () => new RedisPreferences(server.client, keys));
describePaperStoreContract("RedisPaperStore", () => new RedisPaperStore(server.client, keys));
describeScanClaimsContract("RedisScanClaims", () => new RedisScanClaims(server.client, keys));
describePromptsContract(
  "RedisPrompts",
  () => new RedisPrompts(server.client, keys),
  // Redis has the only clock here: what is left of a question's time is taken from it.
  async () => {
    for (const key of await server.client.keys("kz:test:prompt:*")) await server.client.pexpire(key, 0);
  },
);
describeSubscriptionsContract("RedisSubscriptions", () => new RedisSubscriptions(server.client, keys));

/** Runs `call` with the named command sent twice, as ioredis does when it lost an answer; gives both replies. */
async function withResend(command: string, call: (client: typeof server.client) => Promise<unknown>) {
  const resent: unknown[] = [];
  const client = new Proxy(server.client, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (name !== command || typeof found !== "function") return found;
      return async (...args: unknown[]) => {
        resent.push(await Reflect.apply(found, target, args));
        return Reflect.apply(found, target, args);
      };
    },
  });
  return { resent, result: await call(client) };
}

describe("candles in Redis", () => {
  it("take 48 bytes each", async () => {
    const store = new RedisCandleStore(server.client, keys);
    const candle = { openTime: 60_000, open: 1, high: 2, low: 0.5, close: 1.5, volume: 7 };
    await store.append("EUR/USD", "1m", [candle, { ...candle, openTime: 120_000 }]);
    expect(await server.client.strlen(keys.candles("EUR/USD", "1m"))).toBe(96);
  });

  it("are refused with their key when the packed string is damaged", async () => {
    await server.client.set(keys.candles("EUR/USD", "1m"), "x".repeat(47));
    await expect(new RedisCandleStore(server.client, keys).newest("EUR/USD", "1m", 5)).rejects.toMatchObject({
      code: "store-corrupt",
      args: { key: "kz:test:candles:1m:EUR/USD" },
    });
  });

  it("name symbol and key when a price is damaged", async () => {
    await server.client.hset(keys.prices, "EUR/USD", '{"price":"1"}');
    await expect(new RedisCandleStore(server.client, keys).price("EUR/USD")).rejects.toMatchObject({
      code: "store-corrupt",
      args: { key: "kz:test:prices EUR/USD", path: "price" },
    });
  });
});

describe("settings in Redis", () => {
  it("are seen by every process at the next read", async () => {
    const other = new RedisSettingsStore(await connectRedis({ socketPath: server.socketPath }), keys, clock);
    const store = new RedisSettingsStore(server.client, keys, clock);
    expect((await other.current()).version).toBe(0);
    await store.change("risk.riskPercent", 0.5, ANNA, 0);
    expect((await other.current()).settings.risk.riskPercent).toBe(0.5);
  });

  it("are parsed once for each version", async () => {
    const store = new RedisSettingsStore(server.client, keys, clock);
    await store.change("risk.riskPercent", 0.5, ANNA, 0);
    expect(await store.current()).toBe(await store.current());
  });

  it("store only what people set, so that later defaults reach a desk", async () => {
    await new RedisSettingsStore(server.client, keys, clock).change("charts.theme", "light", ANNA, 0);
    expect(await server.client.hget(keys.settings, "overrides")).toBe('{"charts":{"theme":"light"}}');
  });

  it("say which path no longer fits, and let a change repair it", async () => {
    await server.client.hset(keys.settings, { version: 4, overrides: '{"risk":{"riskPercent":50}}' });
    const store = new RedisSettingsStore(server.client, keys, clock);
    await expect(store.current()).rejects.toMatchObject({
      code: "settings-invalid",
      args: { path: "risk.riskPercent" },
    });
    expect((await store.change("risk.riskPercent", 2, ANNA, 4)).version).toBe(5);
    expect((await store.current()).settings.risk.riskPercent).toBe(2);
    expect(await store.history(1)).toMatchObject([{ version: 5, before: null, after: 2 }]);
  });

  it("name the key when the document is not JSON", async () => {
    await server.client.hset(keys.settings, { version: 4, overrides: "{" });
    await expect(new RedisSettingsStore(server.client, keys, clock).current()).rejects.toMatchObject({
      code: "store-corrupt",
      args: { key: "kz:test:settings" },
    });
  });

  it("do not take a change that is sent again for a conflict", async () => {
    const { resent, result } = await withResend("changeSettings", (client) =>
      new RedisSettingsStore(client, keys, clock).change("risk.riskPercent", 0.5, ANNA, 0),
    );
    expect([resent, result]).toMatchObject([[1], { version: 1 }]);
    expect(await server.client.xlen(keys.settingsHistory)).toBe(1);
  });
});

describe("buttons in Redis", () => {
  const chat = { platform: "web", chatId: "desk" } as const;

  it("do not lose a tap whose answer was lost", async () => {
    const buttons = new RedisButtons(server.client, keys, clock);
    const [token = "none"] = await buttons.issue(chat, "card", [{ type: "panic" }], 60_000);
    const { result } = await withResend("redeemButton", (client) =>
      new RedisButtons(client, keys, clock).redeem(token, chat),
    );
    expect(result).toEqual({ status: "valid", action: { type: "panic" } });
    expect(await buttons.redeem(token, chat)).toEqual({ status: "invalid" });
  });

  it("are forgotten by Redis itself after their time, the group with its longest", async () => {
    const buttons = new RedisButtons(server.client, keys, clock);
    const [token = "none"] = await buttons.issue(chat, "card", [{ type: "panic" }], 90_000);
    await buttons.issue(chat, "card", [{ type: "panic" }], 10_000);
    const left = [
      await server.client.pttl(keys.button(token)),
      await server.client.pttl(keys.buttonGroup("card")),
    ];
    for (const ms of left) {
      expect(ms).toBeGreaterThan(60_000);
      expect(ms).toBeLessThanOrEqual(90_000);
    }
  });

  it("have one winner among taps over many connections", async () => {
    const [token = "none"] = await new RedisButtons(server.client, keys, clock).issue(
      chat,
      "c",
      [{ type: "panic" }],
      9e4,
    );
    const clients = await Promise.all(
      Array.from({ length: 10 }, () => connectRedis({ socketPath: server.socketPath })),
    );
    const taps = await Promise.all(
      clients.flatMap((client) => {
        const buttons = new RedisButtons(client, keys, clock);
        return [1, 2, 3, 4, 5].map(() => buttons.redeem(token, chat));
      }),
    );
    for (const client of clients) client.disconnect();
    expect(taps.filter(({ status }) => status === "valid")).toHaveLength(1);
  });

  it("do not show a token in the fault of a damaged button", async () => {
    const buttons = new RedisButtons(server.client, keys, clock);
    const [token = "none"] = await buttons.issue(chat, "card", [{ type: "panic" }], 60_000);
    await server.client.hset(keys.button(token), "action", '{"type":"drain"}');
    const failure = await buttons.redeem(token, chat).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ code: "store-corrupt", args: { path: "type" } });
    expect(String(failure)).not.toContain(token);
  });
});
