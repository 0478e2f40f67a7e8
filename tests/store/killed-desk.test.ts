import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startEmbeddedRedis } from "../../src/store/embedded-redis.ts";
import { identifyProcess } from "../../src/store/process-identity.ts";
import { type DeskChild, startDeskChild } from "../redis/desk-child.ts";
import { makeTestFolder, testRedisBinary } from "../redis/test-redis.ts";

let dir: string;
const desks: DeskChild[] = [];

beforeEach(() => {
  dir = makeTestFolder();
});

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.kill("SIGKILL");
  rmSync(dir, { recursive: true, force: true });
});

async function startDesk(env: NodeJS.ProcessEnv = {}) {
  const desk = await startDeskChild(dir, env);
  desks.push(desk);
  if ("failed" in desk.said) throw new Error(desk.said.failed);
  return { ...desk, ...desk.said };
}

describe("a desk that is killed with -9", () => {
  it("takes its server with it and leaves everything that was confirmed", async () => {
    const first = await startDesk();
    const client = new Redis(first.socketPath);
    client.on("error", () => client.disconnect());
    for (let count = 1; count <= 100; count += 1) await client.rpush("log", count);
    await first.kill("SIGKILL");
    client.disconnect();
    await vi.waitFor(() => expect(identifyProcess(first.serverPid)).toBe(undefined), { timeout: 10_000 });
    const second = await startEmbeddedRedis({ dir, binary: await testRedisBinary() });
    const reader = new Redis(second.socketPath);
    expect(await reader.lrange("log", 98, -1)).toEqual(["99", "100"]);
    reader.disconnect();
    await second.stop();
  });

  it("leaves no lock: the next desk starts at once, several times over", async () => {
    for (let round = 0; round < 3; round += 1) await (await startDesk()).kill("SIGKILL");
    const last = await startEmbeddedRedis({ dir, binary: await testRedisBinary() });
    expect(identifyProcess(last.pid)).toBeDefined();
    await last.stop();
  });

  it("has a server that outlives it ended by the next desk where the system cannot tie them", async () => {
    // Without setpriv on the search path the server stays behind, as it does on macOS.
    const first = await startDesk({ PATH: "" });
    await first.kill("SIGKILL");
    expect(identifyProcess(first.serverPid)).toBeDefined();
    const second = await startEmbeddedRedis({ dir, binary: await testRedisBinary() });
    expect(identifyProcess(first.serverPid)).toBe(undefined);
    await second.stop();
  });
});

describe("a second desk process in the folder of a running one", () => {
  it("refuses with folder and process id, and leaves the first one alone", async () => {
    const first = await startDesk();
    const second = await startDeskChild(dir);
    desks.push(second);
    expect(second.said).toEqual({
      failed: `desk-already-running ${JSON.stringify({ dir, pid: first.process.pid })}`,
    });
    expect(identifyProcess(first.serverPid)).toBeDefined();
  });

  it("refuses also where the system has no lock tool", async () => {
    const first = await startDesk({ PATH: "" });
    const second = await startDeskChild(dir, { PATH: "" });
    desks.push(second);
    expect(second.said).toEqual({
      failed: `desk-already-running ${JSON.stringify({ dir, pid: first.process.pid })}`,
    });
    await first.kill("SIGTERM");
    expect(identifyProcess(first.serverPid)).toBe(undefined);
  });

  it("is not taken for the running one when only its process id is the same", async () => {
    const first = await startDesk();
    await first.kill("SIGTERM");
    const reused = { desk: { pid: process.pid, started: "another time" } };
    writeFileSync(join(dir, "desk.lock"), JSON.stringify(reused));
    const second = await startEmbeddedRedis({ dir, binary: await testRedisBinary() });
    expect(JSON.parse(readFileSync(join(dir, "desk.lock"), "utf8"))).toMatchObject({
      desk: identifyProcess(process.pid),
      server: { pid: second.pid },
    });
    await second.stop();
  });
});
