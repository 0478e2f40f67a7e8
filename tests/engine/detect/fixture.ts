import type { Candle } from "../../../src/engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../../src/engine/candles/timeframe.ts";
import type { Detection, DetectionKind } from "../../../src/engine/detect/detection.ts";
import { detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";
import { detectCandles } from "../../../src/engine/model/detect-candles.ts";

/** Open, high, low, close. */
export type Prices = readonly [number, number, number, number];

export interface FixtureOptions {
  readonly timeframe?: Timeframe;
  /** Open time of the first candle. */
  readonly start?: string;
  readonly detectors?: unknown;
}

/** Candles without gaps in time from rows of prices. */
export function candlesOf(rows: readonly Prices[], options: FixtureOptions = {}): Candle[] {
  const { timeframe = "15m", start = "2025-01-15T00:00:00Z" } = options;
  const first = Date.parse(start);
  return rows.map(([open, high, low, close], at) => {
    return { openTime: first + at * timeframeMs(timeframe), open, high, low, close, volume: 1 };
  });
}

/** Every event of one kind in the candles. */
export function eventsOf(
  kind: DetectionKind,
  candles: readonly Candle[],
  options: FixtureOptions = {},
): Detection[] {
  const settings = detectorSettingsSchema.parse(options.detectors ?? {});
  const all = detectCandles(candles, options.timeframe ?? "15m", settings);
  return all.filter((detection) => detection.kind === kind);
}

/** Events as short rows: name, index, knownIndex and then the asked fields. */
export function rowsOf(events: readonly Detection[], ...fields: readonly (keyof Detection)[]): unknown[][] {
  return events.map((event) => [
    event.event,
    event.index,
    event.knownIndex,
    ...fields.map((field) => event[field]),
  ]);
}

/** The same candles upside down. */
export function mirrored(rows: readonly Prices[]): Prices[] {
  return rows.map(([open, high, low, close]) => [-open, -low, -high, -close]);
}
