import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectRedis } from "../../src/store/connect.ts";
import { startEmbeddedRedis } from "../../src/store/embedded-redis.ts";
import { createKeys } from "../../src/store/keys.ts";
import { createRedisLedger } from "../../src/store/redis-ledger.ts";
import { makeTestFolder, testRedisBinary } from "../redis/test-redis.ts";

let dir: string;
beforeEach(() => {
  dir = makeTestFolder();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Kills a desk after it has told `versions` commits; gives the last version that it told. */
async function killAfter(versions: number): Promise<number> {
  const script = new URL("../redis/committing-desk.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", script, dir, await testRedisBinary()], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  let told = 0;
  let last = 0;
  for await (const line of createInterface(child.stdout)) {
    told += 1;
    last = Number(line);
    if (told === versions) child.kill("SIGKILL");
  }
  await exited;
  return last;
}

describe("a ledger whose desk is killed in the middle of commits", () => {
  it.each([1, 7, 60])("has every one of %i confirmed transitions, each one whole", async (count) => {
    const told = await killAfter(count);
    const server = await startEmbeddedRedis({ dir, binary: await testRedisBinary() });
    const redis = await connectRedis(server);
    const ledger = createRedisLedger(redis, createKeys("desk"));
    const trade = await ledger.load("t");
    // The commit that was under way may have arrived without its answer being told.
    expect([told, told + 1]).toContain(trade?.version);
    const transitions = (trade?.version ?? 0) - 1;
    expect(await ledger.events("t")).toHaveLength(transitions);
    expect(await ledger.pendingOutbox(10_000)).toHaveLength(transitions);
    expect(await ledger.countByState()).toMatchObject({ proposed: 0, open: 1 });
    redis.disconnect();
    await server.stop();
  });
});
