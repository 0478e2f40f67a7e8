import { execFileSync } from "node:child_process";
import { readdirSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { Draws } from "../../exchange/simulated/draws.ts";

/** What happens to the Redis server in the middle of a trade. */
export type RedisDisturbance =
  | "redis-gone"
  | "redis-gone-long"
  | "redis-killed"
  | "redis-log-cut"
  | "redis-emptied"
  | "disk-full";

const GONE_MS = 5000;
const GONE_LONG_MS = 60_000;
/** Bytes that the next writes may still put into the log: less than one transition. */
const ROOM = 300;

/** Most of what a disk that lies loses with the last second: a whole approval, its order and its fills. */
const CUT = 40_000;

/** The server of a run. */
export interface RedisServer {
  /** Process id now; another one after a restart. */
  pid(): number;
  /** Folder of its log. */
  readonly dir: string;
  readonly client: Redis;
}

/** Does it, and resolves when the server is on its way back; whoever writes meanwhile waits. */
export async function disturbRedis(
  kind: RedisDisturbance,
  { pid, dir, client }: RedisServer,
  draws: Draws,
  meanwhile: () => Promise<void>,
): Promise<void> {
  switch (kind) {
    case "redis-gone":
      return withoutAnswer(pid(), GONE_MS, meanwhile);
    case "redis-gone-long":
      return withoutAnswer(pid(), GONE_LONG_MS, meanwhile);
    case "redis-killed":
      process.kill(pid(), "SIGKILL");
      return meanwhile();
    case "redis-log-cut":
      process.kill(pid(), "SIGKILL");
      cutLog(dir, draws.whole(1, CUT));
      return client.ping().then(meanwhile);
    case "redis-emptied":
      await client.flushall();
      return meanwhile();
    case "disk-full":
      // A write that the disk takes only a part of: the server ends itself, because it must not confirm it.
      limitLog(pid(), logSize(dir) + draws.whole(1, ROOM));
      return meanwhile();
  }
}

/** The server answers nobody for a while. */
async function withoutAnswer(pid: number, ms: number, meanwhile: () => Promise<void>): Promise<void> {
  process.kill(pid, "SIGSTOP");
  const back = wait(ms).then(() => process.kill(pid, "SIGCONT"));
  await meanwhile();
  await back;
}

function limitLog(pid: number, bytes: number): void {
  execFileSync("prlimit", ["--pid", String(pid), `--fsize=${bytes}`]);
}

/** The end of the log is gone, in the middle of a write or between two. */
function cutLog(dir: string, bytes: number): void {
  const file = logFile(dir);
  truncateSync(file, Math.max(0, statSync(file).size - bytes));
}

/** The part of the append-only log that grows. */
function logFile(dir: string): string {
  const folder = join(dir, "appendonlydir");
  const growing = readdirSync(folder).filter((name) => name.endsWith(".incr.aof"));
  const [file] = growing.sort((left, right) => sequenceOf(right) - sequenceOf(left));
  if (file === undefined) throw new Error(`no append-only log in ${folder}`);
  return join(folder, file);
}

function logSize(dir: string): number {
  return statSync(logFile(dir)).size;
}

/** `appendonly.aof.12.incr.aof` is the twelfth. */
function sequenceOf(name: string): number {
  return Number(name.split(".").at(-3));
}
