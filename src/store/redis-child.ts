import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createConnection } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { DeskError } from "../engine/errors.ts";

export interface RedisLaunch {
  readonly binary: string;
  readonly dir: string;
  readonly socketPath: string;
  /** An open file that the server keeps open, and with it the lock on it. */
  readonly lockFd: number;
  /** Whether a reply waits until the write is on disk. */
  readonly durable: boolean;
}

/** A server that answers. */
export interface RedisChild {
  readonly pid: number;
  /** Resolves with the last words of the server when its process has ended, for whatever reason. */
  readonly ended: Promise<string>;
  kill(signal: NodeJS.Signals): void;
}

const READY_POLL_MS = 4;
const KEPT_LINES = 12;

/**
 * Starts a server and waits until it has read its log back and answers.
 * Throws `DeskError` `redis-failed` with the server's last words when it ends before that.
 */
export async function launchRedis(launch: RedisLaunch, onPid: (pid: number) => void): Promise<RedisChild> {
  rmSync(launch.socketPath, { force: true });
  const child = spawnServer(launch);
  const words = lastWords(child);
  const state = { over: false };
  const ended = endOf(child).then((reason) => {
    state.over = true;
    return [reason, ...words].join(" | ");
  });
  if (child.pid === undefined) throw new DeskError("redis-failed", { reason: await ended });
  onPid(child.pid);
  while (!(await answers(launch.socketPath))) {
    if (state.over) throw new DeskError("redis-failed", { reason: await ended });
    await wait(READY_POLL_MS);
  }
  return { pid: child.pid, ended, kill: (signal) => void child.kill(signal) };
}

function spawnServer(launch: RedisLaunch): ChildProcess {
  const command = [...tetherCommand(), launch.binary, ...serverArguments(launch)];
  return spawn(command[0] ?? launch.binary, command.slice(1), {
    cwd: launch.dir,
    // Its own process group: Ctrl-C is for the desk, which ends the server after its last write.
    detached: true,
    stdio: ["ignore", "pipe", "pipe", launch.lockFd],
  });
}

/** Makes the kernel end the server when the desk is killed, where the system can do that. */
function tetherCommand(): readonly string[] {
  const tether = ["setpriv", "--pdeathsig", "TERM"] as const;
  const tried = spawnSync(tether[0], [...tether.slice(1), "true"], { stdio: "ignore" });
  return tried.status === 0 ? tether : [];
}

/** Every write is on disk before its reply (if it is to last), nothing is ever evicted, nothing listens on the network. */
function serverArguments({ dir, socketPath, durable }: RedisLaunch): readonly string[] {
  const settings = [
    ["port", "0"],
    ["unixsocket", socketPath],
    ["unixsocketperm", "700"],
    ["dir", dir],
    ["save", ""],
    ["appendonly", "yes"],
    ["appendfsync", durable ? "always" : "no"],
    ["maxmemory-policy", "noeviction"],
    ["daemonize", "no"],
  ];
  return settings.flatMap(([name, value]) => [`--${name}`, value ?? ""]);
}

function lastWords(child: ChildProcess): readonly string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      lines.push(...text.split("\n").filter((line) => line.trim() !== ""));
      lines.splice(0, lines.length - KEPT_LINES);
    });
  }
  return lines;
}

async function endOf(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = await once(child, "close");
    return signal === null ? `exit code ${code}` : `signal ${signal}`;
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
}

/** Whether a server answers on the socket and has its whole log in memory. */
function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(socketPath);
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on("connect", () => socket.write("PING\r\n"));
    socket.on("data", (reply) => settle(reply.toString("latin1").startsWith("+PONG")));
    socket.on("error", () => settle(false));
    socket.on("close", () => settle(false));
  });
}
