import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import type { Anchors } from "../engine/ports/anchors.ts";
import type { AuditAnchor } from "../engine/ports/audit.ts";

const anchorSchema = z.strictObject({ number: z.int().min(0), hash: z.string() });

/** Anchors as lines of JSON in a file that is only added to, outside of the store that they are about. */
export function createAnchorFile(path: string): Anchors {
  return {
    append: async (anchor) => appendLine(path, anchor),
    last: async () => lastOf(path),
  };
}

/** On disk when it returns. */
function appendLine(path: string, anchor: AuditAnchor): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, "a+", 0o600);
  try {
    // A line that was cut off by a crash is ended first.
    writeSync(file, `${endsWhole(file) ? "" : "\n"}${JSON.stringify(anchorSchema.parse(anchor))}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function endsWhole(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last.toString() === "\n");
}

/** The last line that is whole; a line that was cut off was never relied on. */
function lastOf(path: string): AuditAnchor | undefined {
  if (!existsSync(path)) return undefined;
  for (const line of readFileSync(path, "utf8").split("\n").reverse()) {
    const anchor = anchorSchema.safeParse(jsonOrNothing(line));
    if (anchor.success) return anchor.data;
  }
  return undefined;
}

function jsonOrNothing(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
