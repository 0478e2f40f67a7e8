import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const ENTRY = fileURLToPath(new URL("./chart-memory-child.ts", import.meta.url));

/** What is held after a full collection of garbage in both threads, in MB. */
export interface MemoryReading {
  readonly renders: number;
  /** Resident memory of the process: the least of several readings. */
  readonly rssMb: number;
  /** Heaps, and what they hold outside of themselves. */
  readonly heldMb: number;
}

const readingsSchema = z.array(z.object({ renders: z.number(), rssMb: z.number(), heldMb: z.number() }));

/**
 * What pictures leave behind: a process of its own warms up with 200, then draws `renders` more in one drawing thread,
 * and is read after every 500.
 */
export async function readChartMemory(renders: number): Promise<readonly MemoryReading[]> {
  const child = spawn(process.execPath, ["--expose-gc", "--import", "tsx", ENTRY, String(renders)], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`the process that reads the memory ended with ${code}`);
  return readingsSchema.parse(JSON.parse(output));
}

/** Growth for each 1,000 pictures, in MB: the straight line through the readings. */
export function slopeMb(readings: readonly MemoryReading[], of: "rssMb" | "heldMb"): number {
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const middle = mean(readings.map(({ renders }) => renders));
  const level = mean(readings.map((reading) => reading[of]));
  const spread = mean(readings.map(({ renders }) => (renders - middle) ** 2));
  const together = mean(readings.map((reading) => (reading.renders - middle) * (reading[of] - level)));
  return (together / spread) * 1000;
}
