import { ThreadPool } from "../../threads/thread-pool.ts";
import type { ChartRequest } from "../kinds/chart-kinds.ts";

export type ChartPool = ThreadPool<ChartRequest, Uint8Array>;

export interface ChartPoolOptions {
  /** Most threads at one time. */
  readonly threads: number;
  /** From the order to the picture, the wait for a thread included. */
  readonly timeLimitMs: number;
  /** Entry of a drawing thread. */
  readonly entry: URL;
}

/** A drawing thread holds the model and one picture; more is a leak. */
const MOST_HEAP_MB = 192;

/**
 * Little room for young objects, so that the pixels of a picture (4 MB outside of the heap) are given back after a few
 * pictures and by the cheap collection. With more room the whole heap is marked every ten pictures instead.
 */
const YOUNG_HEAP_MB = 3;

const PACKAGES = ["@napi-rs/canvas", "chartjs-node-canvas", "chart.js/auto"];

/** Drawing threads: an order is a chart, the answer its picture. One is warm when the first picture is asked for. */
export function createChartPool(options: ChartPoolOptions): ChartPool {
  return new ThreadPool({
    ...options,
    packages: PACKAGES,
    mostHeapMb: MOST_HEAP_MB,
    youngHeapMb: YOUNG_HEAP_MB,
    codes: { timedOut: "chart-timed-out", closed: "chart-pool-closed" },
  });
}
