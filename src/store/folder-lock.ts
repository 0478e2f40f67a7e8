import { spawnSync } from "node:child_process";
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { DeskError } from "../engine/errors.ts";
import {
  identifyProcess,
  isRunning,
  type ProcessIdentity,
  processIdentitySchema,
} from "./process-identity.ts";

const ownersSchema = z.strictObject({
  desk: processIdentitySchema,
  server: processIdentitySchema.optional(),
});

type Owners = z.output<typeof ownersSchema>;

const LOCK_FILE = "desk.lock";
/** BSD and macOS take the same lock while they open the file. */
const O_EXLOCK = 0x20;
const EVICTION_MS = 10_000;
const PATIENCE_MS = 5_000;
const POLL_MS = 20;

/** The right to write into a data folder. The kernel gives it back however this process ends. */
export interface FolderLock {
  /** Passed on to the server, so that the folder stays locked until the last process that writes has ended. */
  readonly fd: number;
  /** Remembers the server, so that the next desk can end it should it outlive this one. */
  nameServer(pid: number): void;
  release(): void;
}

/**
 * Locks a data folder for this process. A server that a dead desk left behind is ended first.
 * Throws `DeskError` `desk-already-running` with the folder and the process id when a desk runs in it.
 */
export async function lockFolder(dir: string): Promise<FolderLock> {
  const file = join(dir, LOCK_FILE);
  const asked = performance.now();
  for (;;) {
    const fd = tryLock(file);
    const owners = readOwners(file);
    const deskRuns = owners !== undefined && isRunning(owners.desk);
    const serverRuns = owners?.server !== undefined && isRunning(owners.server);
    if (fd !== undefined && !deskRuns && !serverRuns) return heldLock(fd);
    if (fd !== undefined) closeSync(fd);
    const waited = performance.now() - asked;
    if (deskRuns || waited > EVICTION_MS) throw alreadyRunning(dir, owners);
    if (owners?.server !== undefined && serverRuns) evict(owners.server, waited);
    await wait(POLL_MS);
  }
}

function heldLock(fd: number): FolderLock {
  const self = identifyProcess(process.pid);
  if (self === undefined) throw new DeskError("redis-failed", { reason: "own process not found" });
  writeOwners(fd, { desk: self });
  return {
    fd,
    nameServer(pid) {
      const server = identifyProcess(pid);
      writeOwners(fd, server === undefined ? { desk: self } : { desk: self, server });
    },
    release() {
      ftruncateSync(fd);
      closeSync(fd);
    },
  };
}

/** An open file that holds the lock, or `undefined` when another process holds it. */
function tryLock(file: string): number | undefined {
  const flags = constants.O_RDWR | constants.O_CREAT;
  if (process.platform === "darwin" || process.platform === "freebsd") {
    try {
      return openSync(file, flags | O_EXLOCK | constants.O_NONBLOCK, 0o600);
    } catch (failure) {
      if (failure instanceof Error && "code" in failure && failure.code === "EAGAIN") return undefined;
      throw failure;
    }
  }
  const fd = openSync(file, flags, 0o600);
  // The lock belongs to the open file, which the child shares: it stays when `flock` has ended.
  const tried = spawnSync("flock", ["-n", "3"], { stdio: ["ignore", "ignore", "ignore", fd] });
  // Without the tool the names in the file are what is left to go by.
  if (tried.error !== undefined || tried.status === 0) return fd;
  closeSync(fd);
  return undefined;
}

function evict(server: ProcessIdentity, waitedMs: number): void {
  try {
    process.kill(server.pid, waitedMs > PATIENCE_MS ? "SIGKILL" : "SIGTERM");
  } catch (failure) {
    const gone = failure instanceof Error && "code" in failure && failure.code === "ESRCH";
    if (!gone) throw failure;
  }
}

function readOwners(file: string): Owners | undefined {
  const text = readFileSync(file, "utf8");
  try {
    return ownersSchema.parse(JSON.parse(text));
  } catch {
    // Empty, or written halfway by a desk that died: it names nobody.
    return undefined;
  }
}

function writeOwners(fd: number, owners: Owners): void {
  ftruncateSync(fd);
  writeSync(fd, JSON.stringify(owners), 0);
}

function alreadyRunning(dir: string, owners: Owners | undefined): DeskError {
  return new DeskError("desk-already-running", { dir, pid: owners?.desk.pid ?? 0 });
}
