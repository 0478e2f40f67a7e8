import type { Candle } from "../../src/engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../src/engine/candles/timeframe.ts";
import type { Detection, DetectionKind } from "../../src/engine/detect/detection.ts";
import type { LayerOption, OracleOptions } from "./options.ts";

export type Row = readonly [open: number, high: number, low: number, close: number];

/** Candles without a hole. The default start is a Wednesday at 12:00 New York, far from every clock change. */
export function series(
  rows: readonly Row[],
  timeframe: Timeframe = "1h",
  start = Date.UTC(2025, 0, 15, 17),
): Candle[] {
  return rows.map((row, i) => candle(start + i * timeframeMs(timeframe), row));
}

export function candle(openTime: number, [open, high, low, close]: Row): Candle {
  return { openTime, open, high, low, close, volume: 1 };
}

export const repeat = (row: Row, count: number): Row[] => Array.from({ length: count }, () => row);

/** Range 2 around 100 and a doji: no swing, no gap, and a true range of 2 on each candle. */
export const QUIET: Row = [100, 101, 99, 100];

export const layer = (name: string, left: number, right = left): LayerOption => ({ name, left, right });

/** `internal` swings that need one candle on either side, to keep fixtures short. */
export const SHORT: OracleOptions = { layers: [layer("internal", 1)] };

export function only(
  detections: readonly Detection[],
  kind: DetectionKind,
  ...events: readonly string[]
): Detection[] {
  return detections.filter(
    (detection) => detection.kind === kind && (events.length === 0 || events.includes(detection.event)),
  );
}

/** The named fields of each detection, in this order: short to write down by hand. */
export function facts(
  detections: readonly Detection[],
  ...fields: readonly (keyof Detection)[]
): unknown[][] {
  return detections.map((detection) => fields.map((field) => detection[field]));
}
