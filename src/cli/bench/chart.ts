import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ChartConfiguration } from "chart.js";
import { simulatedCandles } from "../../app-market.ts";
import type { SignalChartInput } from "../../charts/chart-input.ts";
import { type ChartStudio, createChartRenderer } from "../../charts/chart-renderer.ts";
import type { Candle } from "../../engine/candles/candle.ts";
import { killZonesBetween } from "../../engine/clock/kill-zones.ts";
import { TimeZones } from "../../engine/clock/time-zone.ts";
import type { Detection } from "../../engine/detect/detection.ts";
import { detectCandles } from "../../engine/model/detect-candles.ts";
import { settingsSchema } from "../../engine/settings/settings.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { figures, rssMb } from "./measure.ts";

const SHOWN = 200;
const OVERLAYS = 20;
const WARM_UP = 30;
const ROUNDS = 200;
const MEMORY_RENDERS = 1000;
/** Hundreds of charts are asked for at once here; a busy machine takes its time. */
const PATIENCE_MS = 120_000;
const SYMBOL = "BTC/USDT";

/**
 * Signal charts of 1280 x 720 with 200 candles and 20 overlays, from the order to the JPEG image in hand: model,
 * pixels, encoding and the way to the drawing thread and back. Side by side in the same run, turn by turn: plain
 * chartjs-node-canvas with chartjs-chart-financial drawing the same candles, no overlays, also as JPEG.
 */
export async function benchChart(options: BenchOptions): Promise<BenchReport> {
  const market = await createMarket(options.candles ?? 5_000);
  const started = performance.now();
  const charts = createChartRenderer({ threads: 1, cachedImages: 0, timeLimitMs: PATIENCE_MS });
  await charts.ready();
  const startMs = performance.now() - started;
  try {
    const firstMs = await timed(() => charts.renderSignalChart(market(0)));
    const plain = await createPlainChart();
    const samples = await turnByTurn(charts, market, plain);
    return {
      name: "chart",
      ...figures(samples.ours),
      startMs: Math.round(startMs),
      firstMs: Math.round(firstMs),
      chartsPerSecond2Threads: await throughput(market),
      memoryGrowthMb: await memoryGrowth(charts, market),
      rssMb: rssMb(),
      ...compared(samples),
    };
  } finally {
    await charts.close();
  }
}

/** Different picture for every number, so that nothing is answered from a cache. */
type Market = (at: number) => SignalChartInput;

async function createMarket(count: number): Promise<Market> {
  const candles = await simulatedCandles(SYMBOL, count);
  const { detectors } = settingsSchema.parse({});
  const zones = new TimeZones();
  const detections = detectCandles(candles, "1m", detectors);
  const windowsOf = (from: number, to: number) => killZonesBetween(from, to, detectors.session, zones);
  return (at) => {
    const end = SHOWN + ((at * 7) % (count - SHOWN));
    const shown = candles.slice(end - SHOWN, end);
    const [first, last] = [shown[0]?.openTime ?? 0, (shown.at(-1)?.openTime ?? 0) + 60_000];
    const evidence = latest(detections, last, OVERLAYS);
    return { ...plainInput(shown), ...signalOf(shown, evidence, last), windows: windowsOf(first, last) };
  };
}

/** The newest things that have a picture of their own. */
function latest(detections: readonly Detection[], until: number, count: number): readonly Detection[] {
  const drawn = detections.filter(
    ({ kind, knownAt }) => knownAt <= until && kind !== "displacement" && kind !== "session",
  );
  return drawn.slice(-count);
}

function plainInput(candles: readonly Candle[]): SignalChartInput {
  return {
    symbol: SYMBOL,
    timeframe: "1m",
    candles,
    detections: [],
    windows: [],
    theme: "dark",
    timeZone: "Europe/Berlin",
    priceTick: "0.1",
    labels: { direction: "LONG", strategy: "Order block touch" },
  };
}

function signalOf(
  candles: readonly Candle[],
  evidence: readonly Detection[],
  knownAt: number,
): Pick<SignalChartInput, "signal"> {
  const entry = candles.at(-1)?.close ?? 0;
  const risk = Math.max(...candles.slice(-20).map(({ high, low }) => high - low)) * 2;
  return {
    signal: {
      id: `bench-${knownAt}`,
      symbol: SYMBOL,
      timeframe: "1m",
      strategy: "order-block-touch",
      direction: "long",
      knownAt,
      expiresAt: knownAt + 3_600_000,
      entryType: "limit",
      entry,
      stop: entry - risk,
      targets: [entry + risk, entry + 2 * risk, entry + 3 * risk],
      score: 70,
      grade: "B",
      parts: [],
      reasons: [],
      evidence,
      features: {},
    },
  };
}

type Draw = (candles: readonly Candle[]) => unknown;

interface Samples {
  readonly ours: number[];
  readonly plain: number[];
}

async function turnByTurn(charts: ChartStudio, market: Market, plain: Draw): Promise<Samples> {
  const samples: Samples = { ours: [], plain: [] };
  for (let at = 1; at <= WARM_UP + ROUNDS; at++) {
    const input = market(at);
    const ours = await timed(() => charts.renderSignalChart(input));
    const other = await timed(() => plain(input.candles));
    await new Promise(setImmediate);
    if (at <= WARM_UP) continue;
    samples.ours.push(ours);
    samples.plain.push(other);
  }
  return samples;
}

function compared({ ours, plain }: Samples): BenchReport {
  const plainMedianMs = figures(plain).medianMs;
  return { plainMedianMs, ratioToPlain: Math.round((figures(ours).medianMs / plainMedianMs) * 100) / 100 };
}

async function throughput(market: Market): Promise<number> {
  const charts = createChartRenderer({ threads: 2, cachedImages: 0, timeLimitMs: PATIENCE_MS });
  try {
    const inputs = Array.from({ length: ROUNDS }, (_, at) => market(at));
    await Promise.all(inputs.slice(0, WARM_UP * 2).map((input) => charts.renderSignalChart(input)));
    const ms = await timed(() => Promise.all(inputs.map((input) => charts.renderSignalChart(input))));
    return Math.round((ROUNDS / ms) * 1000);
  } finally {
    await charts.close();
  }
}

/** What 1,000 more pictures leave behind in the process that holds the threads. */
async function memoryGrowth(charts: ChartStudio, market: Market): Promise<number> {
  const before = rssMb();
  for (let at = 0; at < MEMORY_RENDERS; at++) await charts.renderSignalChart(market(at));
  return rssMb() - before;
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * The usual way, as its documentation shows it, with the cheapest axis. Its build for `require` lies in a package that Node reads as ES modules, and the ES build would
 * register with another chart.js than the one of chartjs-node-canvas: so it is run as the script that it is.
 */
async function createPlainChart(): Promise<Draw> {
  const require = createRequire(import.meta.url);
  const { ChartJSNodeCanvas } = await import("chartjs-node-canvas");
  const file = require.resolve("chartjs-chart-financial");
  const canvas = new ChartJSNodeCanvas({
    width: 1280,
    height: 720,
    chartCallback: () => {
      new Function("require", "exports", "module", readFileSync(file, "utf8"))(require, {}, {});
    },
  });
  return (candles) => canvas.renderToBufferSync(plainConfiguration(candles), "image/jpeg");
}

/** The types of chart.js learn of `candlestick` only when the package is imported. */
function plainConfiguration(candles: readonly Candle[]): ChartConfiguration {
  const data = candles.map(({ openTime, open, high, low, close }) => ({
    x: openTime,
    o: open,
    h: high,
    l: low,
    c: close,
  }));
  const configuration: unknown = {
    type: "candlestick",
    data: { datasets: [{ label: SYMBOL, data }] },
    options: { animation: false, scales: { x: { type: "linear" } } },
  };
  return configuration as ChartConfiguration;
}
