import type { JudgedCandles } from "../../engine/scan/judge-newest.ts";
import type { Settings } from "../../engine/settings/settings.ts";
import { ThreadPool } from "../../threads/thread-pool.ts";
import { SCANS_AT_ONCE } from "../job-kinds.ts";
import type { Judge } from "../judge.ts";
import { type JudgeOrder, memoryOf, movable } from "./judge-order.ts";

/** A thread holds one model and what its candles gave; more is a leak. */
const MOST_HEAP_MB = 192;
const TIME_LIMIT_MS = 30_000;
/** Who scans scans again soon, and a new thread takes more than a second to be fast; each that waits holds some 50 MB. */
const IDLE_MS = 5 * 60_000;

/** Threads that judge the candles of large scans, so that these use more cores and the chat does not wait for them. */
export interface JudgeThreads {
  readonly judge: Judge;
  close(): Promise<void>;
}

/**
 * At most one for each of `cores`, and for each job of a scan: those judge one after the other. None runs until the first
 * order, and none when there was no order for five minutes.
 */
export function createJudgeThreads(cores: number): JudgeThreads {
  const pool = new ThreadPool<JudgeOrder, JudgedCandles>({
    threads: Math.min(SCANS_AT_ONCE, cores),
    entry: new URL("./judge-worker.ts", import.meta.url),
    packages: ["zod", "decimal.js"],
    mostHeapMb: MOST_HEAP_MB,
    timeLimitMs: TIME_LIMIT_MS,
    codes: { timedOut: "judge-timed-out", closed: "judge-pool-closed" },
    idleMs: IDLE_MS,
  });
  let last: { readonly settings: Settings; readonly text: string } | undefined;
  const textOf = (settings: Settings): string => {
    if (last?.settings !== settings) last = { settings, text: JSON.stringify(settings) };
    return last.text;
  };
  return {
    judge: (candles, settings) => {
      const own = movable(candles);
      return pool.run({ candles: own, settings: textOf(settings) }, memoryOf(own));
    },
    close: () => pool.close(),
  };
}
