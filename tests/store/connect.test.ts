import { afterEach, describe, expect, it } from "vitest";
import { connectRedis, redisOptions } from "../../src/store/connect.ts";
import { withTestRedis } from "../redis/test-redis.ts";

const PASSWORD = "canary-password-7";

describe("a connection", () => {
  const server = withTestRedis();

  afterEach(async () => {
    await server.client.config("SET", "requirepass", "");
    await server.client.config("SET", "port", "0");
  });

  async function listenOnTcp(): Promise<string> {
    await server.client.config("SET", "requirepass", PASSWORD);
    const port = 20_000 + (process.pid % 20_000);
    await server.client.config("SET", "port", String(port));
    return `redis://:${PASSWORD}@127.0.0.1:${port}/0`;
  }

  it("answers on the socket", async () => {
    const redis = await connectRedis({ socketPath: server.socketPath });
    expect(await redis.ping()).toBe("PONG");
    redis.disconnect();
  });

  it("answers at a URL with a password", async () => {
    const redis = await connectRedis({ url: await listenOnTcp() });
    expect(await redis.ping()).toBe("PONG");
    redis.disconnect();
  });

  it("answers at a URL that names a socket", async () => {
    const redis = await connectRedis({ url: `unix://${server.socketPath}` });
    expect(await redis.ping()).toBe("PONG");
    redis.disconnect();
  });

  it.each([
    ["maxmemory-policy", "allkeys-lru", "noeviction", { reason: "eviction", actual: "allkeys-lru" }],
    ["appendonly", "no", "yes", { reason: "no-append-only", actual: "no" }],
  ])("is refused when %s is %s", async (setting, unsafe, safe, args) => {
    await server.client.config("SET", setting, unsafe);
    await expect(connectRedis({ socketPath: server.socketPath })).rejects.toMatchObject({
      code: "redis-unsafe",
      args: { setting, ...args },
    });
    await server.client.config("SET", setting, safe);
    (await connectRedis({ socketPath: server.socketPath })).disconnect();
  });

  it("is refused without a password, before anything is sent", async () => {
    await expect(connectRedis({ url: "redis://127.0.0.1:1/0" })).rejects.toMatchObject({
      code: "redis-unsafe",
      args: { reason: "no-password", host: "127.0.0.1" },
    });
  });

  it("fails as store-unavailable when nobody listens, and does not tell the password", async () => {
    const failure = await connectRedis({ url: `redis://:${PASSWORD}@127.0.0.1:1` }).catch((thrown) => thrown);
    expect(failure).toMatchObject({ code: "store-unavailable", retryable: true });
    expect(JSON.stringify([failure, String(failure), String(failure.cause)])).not.toContain(PASSWORD);
  });

  it("fails with the server's own reason when the password is wrong", async () => {
    const url = (await listenOnTcp()).replace(PASSWORD, "wrong");
    await expect(connectRedis({ url })).rejects.toMatchObject({
      code: "store-unavailable",
      args: { reason: expect.stringMatching(/WRONGPASS/) },
    });
  });

  it.each(["http://:secret-7@host", "secret-7", "redis://:secret-7@host/-1", "redis://:secret-7@host/x"])(
    "is refused at %s without repeating it",
    async (url) => {
      const failure = await connectRedis({ url }).catch((thrown: unknown) => thrown);
      expect(failure).toMatchObject({ code: "redis-unsafe", args: { reason: "url-invalid" } });
      expect(String(failure)).not.toContain("secret-7");
    },
  );
});

describe("connection options", () => {
  it("let a worker wait for ever and a producer not at all", () => {
    const address = { socketPath: "/run/redis.sock" };
    expect(redisOptions(address, "worker")).toMatchObject({
      path: "/run/redis.sock",
      maxRetriesPerRequest: null,
    });
    expect(redisOptions(address, "producer")).toMatchObject({
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
    });
    expect(redisOptions(address, "worker").retryStrategy?.(1)).toBe(20);
    expect(redisOptions(address, "producer").retryStrategy?.(50)).toBe(1000);
  });

  it("come from every part of a URL", () => {
    expect(redisOptions({ url: "rediss://desk:p%40ss@[::1]:6390/2" }, "store")).toMatchObject({
      host: "::1",
      port: 6390,
      db: 2,
      username: "desk",
      password: "p@ss",
      tls: {},
    });
    expect(redisOptions({ url: "redis://:x@redis" }, "store")).toMatchObject({
      host: "redis",
      port: 6379,
      db: 0,
    });
  });
});
