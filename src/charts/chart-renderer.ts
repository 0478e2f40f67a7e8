import type { SignalChartInput } from "./chart-input.ts";
import type { ChartRequest } from "./kinds/chart-kinds.ts";
import { createChartPool } from "./pool/chart-pool.ts";
import { contentHash, ImageCache } from "./pool/image-cache.ts";

/** Makes the picture of a signal, a trade or a plain chart. */
export type RenderSignalChart = (input: SignalChartInput) => Promise<Uint8Array>;

export interface ChartRenderer {
  readonly renderSignalChart: RenderSignalChart;
}

/** Every kind of picture, and the life of what draws them. */
export interface ChartStudio extends ChartRenderer {
  /** A JPEG image of any kind. Rejects with `chart-timed-out`, or with what the model threw for its input. */
  render(request: ChartRequest): Promise<Uint8Array>;
  /** Fulfilled when the first picture will be as fast as the next. Nobody has to wait for it. */
  ready(): Promise<void>;
  /** Ends the drawing threads. They never keep a process alive, but each holds some 60 MB. */
  close(): Promise<void>;
}

export interface ChartRendererOptions {
  /** Drawing threads; 2 when unset. */
  readonly threads?: number;
  /** How long one picture may take, in milliseconds; 10,000 when unset. */
  readonly timeLimitMs?: number;
  /** Pictures that are remembered by their content; 64 when unset. */
  readonly cachedImages?: number;
}

/** One for each process: a bounded pool of drawing threads behind a cache. */
export function createChartRenderer(options: ChartRendererOptions = {}): ChartStudio {
  const { threads = 2, timeLimitMs = 10_000, cachedImages = 64 } = options;
  const entry = new URL("./pool/chart-worker.ts", import.meta.url);
  const pool = createChartPool({ threads, timeLimitMs, entry });
  const cache = new ImageCache(cachedImages);
  const render = (request: ChartRequest): Promise<Uint8Array> =>
    cache.find(contentHash(request), () => pool.run(request));
  return {
    render,
    renderSignalChart: (input) => render({ kind: "signal", input }),
    ready: () => pool.ready(),
    close: () => pool.close(),
  };
}
