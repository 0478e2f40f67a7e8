import { createHash } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeskError } from "../engine/errors.ts";

/** A socket's address is a fixed field of the kernel: 104 bytes on BSD and macOS, 108 on Linux, one is the end. */
const MAX_SOCKET_PATH_BYTES = 103;
const SOCKET_NAME = "redis.sock";

/** Where the server of the data folder listens: inside it, or in a private folder when its path is too long. */
export function socketPathFor(dir: string, shortRoot: string = tmpdir()): string {
  const inside = join(dir, SOCKET_NAME);
  if (Buffer.byteLength(inside) <= MAX_SOCKET_PATH_BYTES) return inside;
  const digest = createHash("sha256").update(dir).digest("hex").slice(0, 16);
  const folder = join(shortRoot, `killzone-${digest}`);
  makePrivate(folder);
  return join(folder, SOCKET_NAME);
}

/** The system's temporary folder is everybody's: a folder that somebody else made is not used. */
function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new DeskError("redis-unsafe", { reason: "socket-folder-foreign", path: folder });
  }
  chmodSync(folder, 0o700);
}
