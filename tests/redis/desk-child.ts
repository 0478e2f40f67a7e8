import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { z } from "zod";
import { testRedisBinary } from "./test-redis.ts";

const saidSchema = z.union([
  z.strictObject({ socketPath: z.string(), serverPid: z.int() }),
  z.strictObject({ failed: z.string() }),
]);

export interface DeskChild {
  readonly process: ChildProcess;
  readonly said: z.output<typeof saidSchema>;
  /** Ends the desk with the signal and resolves when its process is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Runs `desk-process.ts` over a folder until it has said whether it started. */
export async function startDeskChild(dir: string, env: NodeJS.ProcessEnv = {}): Promise<DeskChild> {
  const script = new URL("desk-process.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", script, dir, await testRedisBinary()], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  const ended = once(child, "exit");
  const [line] = await once(createInterface(child.stdout), "line");
  return {
    process: child,
    said: saidSchema.parse(JSON.parse(String(line))),
    async kill(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
