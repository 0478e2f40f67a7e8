import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DeskError } from "../../src/engine/errors.ts";
import { connectRedis } from "../../src/store/connect.ts";
import { type EmbeddedRedis, startEmbeddedRedis } from "../../src/store/embedded-redis.ts";
import { identifyProcess } from "../../src/store/process-identity.ts";
import { makeTestFolder, testRedisBinary } from "../redis/test-redis.ts";

let dir: string;
let binary: string;
const running: EmbeddedRedis[] = [];
const clients: Redis[] = [];

beforeEach(async () => {
  dir = makeTestFolder();
  binary = await testRedisBinary();
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  for (const server of running.splice(0)) await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function start(folder = dir, onCrash?: (words: string) => void): Promise<EmbeddedRedis> {
  const options = { dir: folder, binary };
  const server = await startEmbeddedRedis(onCrash === undefined ? options : { ...options, onCrash });
  running.push(server);
  return server;
}

async function connect(server: EmbeddedRedis): Promise<Redis> {
  const client = await connectRedis({ socketPath: server.socketPath });
  clients.push(client);
  return client;
}

describe("the embedded Redis", () => {
  it("writes every command to disk before its reply and evicts nothing", async () => {
    const client = await connect(await start());
    const settings = await client.config("GET", "append*", "maxmemory-policy", "port", "save");
    expect(settings).toEqual(
      expect.arrayContaining([
        "appendonly",
        "yes",
        "appendfsync",
        "always",
        "maxmemory-policy",
        "noeviction",
      ]),
    );
    expect(await client.config("GET", "port")).toEqual(["port", "0"]);
    expect(await client.config("GET", "save")).toEqual(["save", ""]);
  });

  it("keeps what was written over a stop and a start", async () => {
    const first = await start();
    await (await connect(first)).set("answer", "42");
    await first.stop();
    expect(identifyProcess(first.pid)).toBe(undefined);
    expect(await (await connect(await start())).get("answer")).toBe("42");
  });

  it("listens only on a socket that its user alone can open", async () => {
    const server = await start();
    expect(await import("node:fs").then(({ statSync }) => statSync(server.socketPath).mode & 0o777)).toBe(
      0o700,
    );
  });

  it("runs in a folder whose path is too long for a socket and has spaces in it", async () => {
    const deep = join(dir, "with space".repeat(5), "long".repeat(20), "end");
    mkdirSync(deep, { recursive: true });
    const server = await start(deep);
    expect(Buffer.byteLength(server.socketPath)).toBeLessThanOrEqual(103);
    expect(await (await connect(server)).set("key", "value")).toBe("OK");
  });

  it("ignores a file that a dead server left where the socket goes", async () => {
    writeFileSync(join(dir, "redis.sock"), "half a socket");
    expect(await (await connect(await start())).ping()).toBe("PONG");
  });

  it("ignores a lock file that a dead desk left half written", async () => {
    writeFileSync(join(dir, "desk.lock"), '{"desk":{"pid":1,"sta');
    expect(await (await connect(await start())).ping()).toBe("PONG");
  });

  it("refuses a second desk in the folder, naming folder and process", async () => {
    await start();
    const second = await startEmbeddedRedis({ dir, binary }).catch((failure: unknown) => failure);
    expect(second).toBeInstanceOf(DeskError);
    expect(second).toMatchObject({ code: "desk-already-running", args: { dir, pid: process.pid } });
  });

  it("lets exactly one of five desks in that start at once", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => start()));
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const lost of tries.filter((one) => one.status === "rejected")) {
      expect(lost.reason).toMatchObject({ code: "desk-already-running" });
    }
  });

  it("starts the server again when it is killed, with everything that was confirmed", async () => {
    const crashed: string[] = [];
    const server = await start(dir, (words) => crashed.push(words));
    const client = await connect(server);
    for (let count = 0; count < 50; count += 1) await client.incr("count");
    const before = server.pid;
    process.kill(before, "SIGKILL");
    await vi.waitFor(() => expect(server.pid).not.toBe(before), { timeout: 10_000 });
    expect(await client.get("count")).toBe("50");
    expect(crashed).toHaveLength(1);
    expect(crashed[0]).toContain("signal SIGKILL");
  });

  it("says the server's last words when it does not start", async () => {
    const aof = join(dir, "appendonlydir");
    mkdirSync(aof, { recursive: true });
    writeFileSync(join(aof, "appendonly.aof.manifest"), "this is no manifest\n");
    const failure = await startEmbeddedRedis({ dir, binary }).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ code: "redis-failed" });
    expect(String(failure)).toMatch(/manifest/i);
  });

  it("gives the folder back after a start that failed", async () => {
    await expect(startEmbeddedRedis({ dir, binary: "/nowhere/redis-server" })).rejects.toMatchObject({
      code: "redis-failed",
    });
    expect(await (await connect(await start())).ping()).toBe("PONG");
  });

  it("reads on after a log whose last command was cut off", async () => {
    const first = await start();
    const client = await connect(first);
    await client.set("kept", "yes");
    await client.set("cut", "x".repeat(1000));
    await first.stop();
    const { readdirSync, statSync, truncateSync } = await import("node:fs");
    const name = readdirSync(join(dir, "appendonlydir")).find((file) => file.endsWith(".incr.aof"));
    const log = join(dir, "appendonlydir", name ?? "missing");
    truncateSync(log, statSync(log).size - 100);
    const again = await connect(await start());
    expect(await again.get("kept")).toBe("yes");
    expect(await again.get("cut")).toBe(null);
  });

  it("is not confused by another server that listens where its socket goes", async () => {
    const stranger = createServer((socket) => socket.end("-ERR stranger\r\n"));
    await new Promise<void>((resolve) => stranger.listen(join(dir, "redis.sock"), resolve));
    expect(await (await connect(await start())).ping()).toBe("PONG");
    await new Promise((resolve) => stranger.close(resolve));
  });
});
