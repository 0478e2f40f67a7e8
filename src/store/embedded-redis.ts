import { mkdirSync, realpathSync, rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { DeskError } from "../engine/errors.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { launchRedis, type RedisChild } from "./redis-child.ts";
import { socketPathFor } from "./socket-path.ts";

export interface EmbeddedRedisOptions {
  /** Data folder of the desk; made when it is missing. */
  readonly dir: string;
  /** Path of `redis-server` or `valkey-server`. */
  readonly binary: string;
  /** `false` for data that nobody needs after this run: replies do not wait for the disk. Default: true. */
  readonly durable?: boolean;
  /** Hears the server's last words whenever it ended by itself; it is started again. */
  readonly onCrash?: (lastWords: string) => void;
}

export interface EmbeddedRedis {
  readonly socketPath: string;
  /** Process id of the server that runs now. */
  readonly pid: number;
  /** Ends the server after its last write and gives the folder back. */
  stop(): Promise<void>;
}

const STOP_PATIENCE_MS = 10_000;
const STOP_AGAIN_MS = 200;
const FIRST_RESTART_MS = 50;
const LAST_RESTART_MS = 5_000;

/**
 * Starts the desk's own Redis on a unix socket with its data in `dir`. It ends with this process, even when
 * that is killed, and is started again when it crashes.
 *
 * Throws `DeskError`: `desk-already-running` when a desk runs in the folder, `redis-failed` with the server's
 * last words when it does not start.
 */
export async function startEmbeddedRedis(options: EmbeddedRedisOptions): Promise<EmbeddedRedis> {
  mkdirSync(options.dir, { recursive: true, mode: 0o700 });
  const dir = realpathSync(options.dir);
  const lock = await lockFolder(dir);
  try {
    const server = new SupervisedServer(options, dir, lock);
    await server.start();
    return server;
  } catch (failure) {
    lock.release();
    throw failure;
  }
}

class SupervisedServer implements EmbeddedRedis {
  readonly socketPath: string;
  private readonly options: EmbeddedRedisOptions;
  private readonly dir: string;
  private readonly lock: FolderLock;
  private readonly leaving = new AbortController();
  private readonly endWithProcess = () => this.child?.kill("SIGTERM");
  private child: RedisChild | undefined;
  private watch: Promise<void> = Promise.resolve();
  private stopped: Promise<void> | undefined;

  constructor(options: EmbeddedRedisOptions, dir: string, lock: FolderLock) {
    this.options = options;
    this.dir = dir;
    this.lock = lock;
    this.socketPath = socketPathFor(dir);
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  async start(): Promise<void> {
    const child = await this.launch();
    process.once("exit", this.endWithProcess);
    this.watch = this.supervise(child);
  }

  stop(): Promise<void> {
    this.stopped ??= this.end();
    return this.stopped;
  }

  private async launch(): Promise<RedisChild> {
    const { dir, socketPath, lock } = this;
    const { binary, durable = true } = this.options;
    const launch = { binary, dir, socketPath, lockFd: lock.fd, durable };
    this.child = await launchRedis(launch, (pid) => lock.nameServer(pid));
    return this.child;
  }

  /** Keeps a server running until the desk leaves. */
  private async supervise(first: RedisChild): Promise<void> {
    let lastWords = await first.ended;
    let delayMs = FIRST_RESTART_MS;
    while (!this.leaving.signal.aborted) {
      this.options.onCrash?.(lastWords);
      await wait(delayMs, undefined, { signal: this.leaving.signal }).catch(ignoreAbort);
      if (this.leaving.signal.aborted) return;
      delayMs = Math.min(delayMs * 2, LAST_RESTART_MS);
      lastWords = await this.launch().then(
        (child) => {
          delayMs = FIRST_RESTART_MS;
          return child.ended;
        },
        (failure: unknown) => (failure instanceof DeskError ? failure.message : String(failure)),
      );
    }
  }

  private async end(): Promise<void> {
    this.leaving.abort();
    process.off("exit", this.endWithProcess);
    const asked = performance.now();
    const ask = () => this.child?.kill(performance.now() - asked > STOP_PATIENCE_MS ? "SIGKILL" : "SIGTERM");
    ask();
    // While it writes a first log a server declines to end, and does not come back to it by itself.
    const again = setInterval(ask, STOP_AGAIN_MS);
    await this.watch;
    clearInterval(again);
    rmSync(this.socketPath, { force: true });
    this.lock.release();
  }
}

function ignoreAbort(failure: unknown): void {
  if (!(failure instanceof Error && failure.name === "AbortError")) throw failure;
}
