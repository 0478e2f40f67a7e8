import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { CandleSeries } from "../../engine/candles/candle-series.ts";
import { TimeZones } from "../../engine/clock/time-zone.ts";
import type { DetectionKind } from "../../engine/detect/detection.ts";
import { DetectionEngine } from "../../engine/detect/detection-engine.ts";
import { DETECTORS, detectorSettingsSchema } from "../../engine/detect/registry.ts";
import { requiredCandles } from "../../engine/model/required-candles.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { candleColumns, type Market } from "./candle-columns.ts";
import { figures, rssMb } from "./measure.ts";

const CANDLES = 1_000_000;
const WARM_UP_RUNS = 2;
const RUNS = 9;
/** Engines of a live model whose memory is looked at together, because one alone is lost in the noise. */
const LIVE_ENGINES = 16;

/** Kinds that one series alone cannot have. */
const WITHOUT: readonly DetectionKind[] = ["smt-divergence"];

const settings = detectorSettingsSchema.parse({});

/**
 * Every detector with full lives over 1m candles that are in columns already, all events kept. Only divergences
 * are not looked for: they need a second series. `linearity` is the
 * time of four times the candles over that of one, the best of the runs each; the last three are the best times
 * of the worst cases. `liveKb` is what one live engine holds beyond its candles after a long and a longer run.
 */
export async function benchDetect(options: BenchOptions): Promise<BenchReport> {
  const candles = options.candles ?? CANDLES;
  const walk = candleColumns("walk", candles, "1m");
  const runs = samples(walk, candles);
  const quarter = samples(walk, Math.floor(candles / 4));
  const { medianMs, p95Ms } = figures(runs.timesMs);
  return {
    name: "detect",
    candles,
    kinds: DETECTORS.length - WITHOUT.length,
    without: WITHOUT.join(),
    events: runs.events,
    medianMs,
    p95Ms,
    rssMb: rssMb(),
    bestMs: rounded(Math.min(...runs.timesMs)),
    linearity: rounded(Math.min(...runs.timesMs) / Math.min(...quarter.timesMs)),
    onlyRisesMs: worstCase("only-rises", candles),
    openGapsMs: worstCase("open-gaps", candles),
    everyTouchMs: worstCase("every-touch", candles),
    liveKb: liveKb(30_000),
    longLiveKb: liveKb(120_000),
  };
}

function samples(series: CandleSeries, candles: number): { timesMs: number[]; events: number } {
  const timesMs: number[] = [];
  let events = 0;
  for (let run = 0; run < WARM_UP_RUNS + RUNS; run += 1) {
    const start = performance.now();
    events = detect(series, candles);
    if (run >= WARM_UP_RUNS) timesMs.push(performance.now() - start);
  }
  return { timesMs, events };
}

function worstCase(market: Market, candles: number): number {
  return rounded(Math.min(...samples(candleColumns(market, candles, "1m"), candles).timesMs));
}

function detect(series: CandleSeries, candles: number): number {
  const engine = new DetectionEngine({ series, settings, retain: true });
  engine.update(candles - 1);
  return engine.log.length;
}

/** Memory of one live engine beyond its candles after `candles` of them, in KB. */
function liveKb(candles: number): number {
  const market = candleColumns("walk", candles, "1m");
  const timeZones = new TimeZones();
  const keep = requiredCandles(settings);
  const lanes = Array.from({ length: 2 * LIVE_ENGINES }, () => new CandleSeries({ timeframe: "1m", keep }));
  // The code that is compiled on the way belongs to no engine, so half of them run before the count begins.
  const engines = lanes.slice(LIVE_ENGINES).map((series) => feed(series, market, timeZones));
  const before = heldBytes();
  engines.push(...lanes.slice(0, LIVE_ENGINES).map((series) => feed(series, market, timeZones)));
  const bytes = heldBytes() - before;
  return rounded((2 * bytes) / engines.length / 1024);
}

function feed(series: CandleSeries, market: CandleSeries, timeZones: TimeZones): DetectionEngine {
  const engine = new DetectionEngine({ series, settings, retain: false, timeZones });
  for (let index = 0; index < market.length; index += 1) {
    series.push(market.candle(index));
    engine.update(index);
  }
  return engine;
}

/** Bytes that are in use after everything that can be collected is. */
function heldBytes(): number {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  for (let round = 0; round < 3; round += 1) collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
