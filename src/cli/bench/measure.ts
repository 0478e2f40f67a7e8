import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** A sample of durations in milliseconds, as the figures that benchmarks report. */
export interface Figures {
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

export function figures(samplesMs: readonly number[]): Figures {
  const sorted = [...samplesMs].sort((a, b) => a - b);
  return { medianMs: quantile(sorted, 0.5), p95Ms: quantile(sorted, 0.95), p99Ms: quantile(sorted, 0.99) };
}

/** Processor time that this process has used so far, in ms: what a busy machine does not distort. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Resident memory of this process in MB. */
export function rssMb(): number {
  return Math.round(process.memoryUsage().rss / 1_048_576);
}

/** Heap in MB that is left after a collection of everything nobody refers to. */
export async function collectedHeapMb(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  // What a turn of the event loop still holds is no growth.
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  return Math.round((process.memoryUsage().heapUsed / 1_048_576) * 10) / 10;
}

/** Nearest-rank quantile of a sorted sample, three decimals. Throws `RangeError` for an empty one. */
function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new RangeError("no samples");
  return Math.round(value * 1000) / 1000;
}
