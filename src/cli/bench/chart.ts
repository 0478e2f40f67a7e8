import { type ChartStudio, createChartRenderer } from "../../charts/chart-renderer.ts";
import { createJpegEncoder } from "../../charts/jpeg-encoder.ts";
import { sceneOf } from "../../charts/kinds/chart-kinds.ts";
import { createRasteriser } from "../../charts/rasteriser.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { createMarket, type Market } from "./chart-market.ts";
import { readChartMemory, slopeMb } from "./chart-memory.ts";
import { cpuMs, figures } from "./measure.ts";
import { PlainChart } from "./plain-chart.ts";

const WARM_UP = 30;
const ROUNDS = 300;
const MEMORY_RENDERS = 3000;
/** Hundreds of charts are asked for at once here; a busy machine takes its time. */
const PATIENCE_MS = 120_000;

/**
 * Signal charts of 1280 x 720 with 200 candles and 20 overlays, from the order to the JPEG image in hand: model,
 * pixels, encoding and the way to the drawing thread and back. First alone, as a desk draws them; then, turn by turn,
 * beside plain chartjs-node-canvas with chartjs-chart-financial drawing the same candles without overlays, once with
 * the encoder that it has and once with ours; ours also without the way to the drawing thread, as the plain ones are drawn. `Cpu` is processor time of the whole process: what a busy machine
 * distorts least.
 */
export async function benchChart(options: BenchOptions): Promise<BenchReport> {
  const market = await createMarket(options.candles ?? 5_000);
  const started = performance.now();
  const charts = createChartRenderer({ threads: 1, cachedImages: 0, timeLimitMs: PATIENCE_MS });
  try {
    await charts.ready();
    const startMs = performance.now() - started;
    const first = await measured(() => charts.renderSignalChart(market(0)));
    return {
      name: "chart",
      ...(await alone(charts, market)),
      startMs: Math.round(startMs),
      firstMs: Math.round(first.ms),
      ...(await beside(charts, market)),
      chartsPerSecond2Threads: await throughput(market),
      ...(await memory()),
    };
  } finally {
    await charts.close();
  }
}

interface Sample {
  readonly ms: number;
  readonly cpuMs: number;
}

async function alone(charts: ChartStudio, market: Market): Promise<BenchReport> {
  const [samples] = await turnByTurn(market, [(input) => charts.renderSignalChart(input)]);
  const cpu = cpuFigures(samples ?? []);
  return { ...wallFigures(samples ?? []), medianCpuMs: cpu.medianMs, p99CpuMs: cpu.p99Ms };
}

async function beside(charts: ChartStudio, market: Market): Promise<BenchReport> {
  const plain = new PlainChart();
  const encode = createJpegEncoder();
  const rasteriser = createRasteriser();
  const [ours = [], here = [], theirs = [], encoded = []] = await turnByTurn(market, [
    (input) => charts.renderSignalChart(input),
    (input) => rasteriser.rasterise(sceneOf({ kind: "signal", input })),
    (input) => plain.draw(input.candles),
    (input) => plain.drawWith(encode, input.candles),
  ]);
  return {
    ...medians("beside", ours),
    ...medians("besideThisThread", here),
    ...medians("plain", theirs),
    ...medians("plainSameEncoder", encoded),
    ...ratios("ratioToPlain", ours, theirs),
    ...ratios("ratioSameEncoder", ours, encoded),
    ...ratios("ratioSameEncoderThisThread", here, encoded),
  };
}

function medians(name: string, samples: readonly Sample[]): BenchReport {
  return {
    [`${name}MedianMs`]: wallFigures(samples).medianMs,
    [`${name}MedianCpuMs`]: cpuFigures(samples).medianMs,
  };
}

function ratios(name: string, one: readonly Sample[], other: readonly Sample[]): BenchReport {
  const ratio = (read: (samples: readonly Sample[]) => { readonly medianMs: number }): number =>
    Math.round((read(one).medianMs / read(other).medianMs) * 100) / 100;
  return { [name]: ratio(wallFigures), [`${name}Cpu`]: ratio(cpuFigures) };
}

type Draw = (input: ReturnType<Market>) => unknown;

/** The same pictures by each of them, one after the other. */
async function turnByTurn(market: Market, draws: readonly Draw[]): Promise<readonly Sample[][]> {
  const samples = draws.map((): Sample[] => []);
  for (let at = 1; at <= WARM_UP + ROUNDS; at++) {
    const input = market(at);
    for (const [side, draw] of draws.entries()) {
      const sample = await measured(() => draw(input));
      if (at > WARM_UP) samples[side]?.push(sample);
    }
  }
  return samples;
}

const wallFigures = (samples: readonly Sample[]) => figures(samples.map(({ ms }) => ms));
const cpuFigures = (samples: readonly Sample[]) => figures(samples.map((sample) => sample.cpuMs));

async function throughput(market: Market): Promise<number> {
  const charts = createChartRenderer({ threads: 2, cachedImages: 0, timeLimitMs: PATIENCE_MS });
  try {
    const inputs = Array.from({ length: ROUNDS }, (_, at) => market(at));
    await Promise.all(inputs.slice(0, WARM_UP * 2).map((input) => charts.renderSignalChart(input)));
    const { ms } = await measured(() => Promise.all(inputs.map((input) => charts.renderSignalChart(input))));
    return Math.round((ROUNDS / ms) * 1000);
  } finally {
    await charts.close();
  }
}

/** What 1,000 more pictures leave behind, and where 3,000 are heading. */
async function memory(): Promise<BenchReport> {
  const readings = await readChartMemory(MEMORY_RENDERS);
  const [start] = readings;
  const after = readings.find(({ renders }) => renders === 1000);
  const grown = (of: "rssMb" | "heldMb"): number => tenths((after?.[of] ?? 0) - (start?.[of] ?? 0));
  return {
    rssMb: Math.round(start?.rssMb ?? 0),
    rssGrowthMb: grown("rssMb"),
    heldGrowthMb: grown("heldMb"),
    rssSlopeMb: tenths(slopeMb(readings, "rssMb")),
    heldSlopeMb: tenths(slopeMb(readings, "heldMb")),
  };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** The time of one piece of work, and a turn of the event loop after it that does not count. */
async function measured(work: () => unknown): Promise<Sample> {
  const [started, used] = [performance.now(), cpuMs()];
  await work();
  const sample = { ms: performance.now() - started, cpuMs: cpuMs() - used };
  await new Promise(setImmediate);
  return sample;
}
