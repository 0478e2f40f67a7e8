import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { ensureRedisBinary } from "../../scripts/fetch-redis.mjs";
import { connectRedis } from "../../src/store/connect.ts";
import { type EmbeddedRedis, startEmbeddedRedis } from "../../src/store/embedded-redis.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

export interface TestRedis {
  readonly client: Redis;
  readonly socketPath: string;
  /** Folder of its log. */
  readonly dir: string;
  readonly pid: number;
}

/** A real server binary, fetched once for the working copy. */
export function testRedisBinary(): Promise<string> {
  return ensureRedisBinary(ROOT);
}

/** A folder for one test file, in memory where the system has such a place: waiting for a disk proves nothing here. */
export function makeTestFolder(): string {
  const parent = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  return mkdtempSync(join(parent, "kz-"));
}

/**
 * A server of its own for the test file (or `describe`) that calls this, empty before each test. Read
 * `client` and `socketPath` inside tests and hooks only.
 */
export function withTestRedis(): TestRedis {
  const dir = makeTestFolder();
  let server: EmbeddedRedis | undefined;
  let client: Redis | undefined;
  beforeAll(async () => {
    server = await startEmbeddedRedis({ dir, binary: await testRedisBinary() });
    client = await connectRedis({ socketPath: server.socketPath });
  });
  beforeEach(async () => {
    await client?.flushall();
  });
  afterAll(async () => {
    client?.disconnect();
    await server?.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  return {
    get client() {
      return started(client);
    },
    get socketPath() {
      return started(server).socketPath;
    },
    dir,
    get pid() {
      return started(server).pid;
    },
  };
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error("the test server is not started yet");
  return part;
}
