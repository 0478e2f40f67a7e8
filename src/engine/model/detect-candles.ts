import type { Candle } from "../candles/candle.ts";
import { CandleSeries } from "../candles/candle-series.ts";
import type { Timeframe } from "../candles/timeframe.ts";
import type { TimeZones } from "../clock/time-zone.ts";
import type { Detection } from "../detect/detection.ts";
import { DetectionEngine } from "../detect/detection-engine.ts";
import type { DetectorSettings } from "../detect/registry.ts";

/**
 * Runs every detector over candles of one timeframe that are all there already; nothing is forgotten.
 * `companion` is a second series of the same timeframe, for divergences; who runs often shares `timeZones`.
 */
export function runDetectors(
  candles: Iterable<Candle>,
  timeframe: Timeframe,
  settings: DetectorSettings,
  companion?: Iterable<Candle>,
  timeZones?: TimeZones,
): DetectionEngine {
  const series = seriesOf(candles, timeframe);
  const second = companion && seriesOf(companion, timeframe);
  const engine = new DetectionEngine({
    series,
    settings,
    retain: true,
    companion: second,
    ...(timeZones && { timeZones }),
  });
  engine.update(series.length - 1);
  return engine;
}

/** Every event of candles of one timeframe, in the order in which they became known. For charts and files. */
export function detectCandles(
  candles: Iterable<Candle>,
  timeframe: Timeframe,
  settings: DetectorSettings,
  companion?: Iterable<Candle>,
  timeZones?: TimeZones,
): Detection[] {
  return [...runDetectors(candles, timeframe, settings, companion, timeZones).detections()];
}

function seriesOf(candles: Iterable<Candle>, timeframe: Timeframe): CandleSeries {
  const series = new CandleSeries({ timeframe });
  for (const candle of candles) series.push(candle);
  return series;
}
