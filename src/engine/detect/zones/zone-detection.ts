import type { CandleSeries } from "../../candles/candle-series.ts";
import type { Detection, DetectionKind } from "../detection.ts";
import { CODED_EVENTS } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { biasOf, momentOf, twoDecimals } from "../moment.ts";

/**
 * The part of a detection that every event of a zone has. Rows of zones: `a` top, `b` bottom. `openTime` is that
 * of `index`, for zones that may be older than the candles held.
 */
export function lifeOfZone(
  series: CandleSeries,
  row: EventRow,
  kind: DetectionKind,
  openTime?: number,
): Detection {
  const bias = biasOf(row.tag);
  const moment = momentOf(series, row, openTime);
  const event = CODED_EVENTS[row.code]?.event ?? "";
  const id = `${kind}:${bias}:${moment.openTime}`;
  return { kind, event, id, bias, ...moment, top: row.a, bottom: row.b };
}

/** How far candle `index` reaches into the zone, in percent of its height; over 100 beyond the far edge. */
export function depthPercent(series: CandleSeries, row: EventRow, index: number): number {
  const depth = (row.tag & 1) === 0 ? row.a - series.low(index) : series.high(index) - row.b;
  return twoDecimals((100 * depth) / (row.a - row.b));
}

/** The deepest reach of the candles from `from` to the event's, clipped to 0..100. */
export function filledPercent(series: CandleSeries, row: EventRow, from: number): number {
  let deepest = 0;
  for (let index = from; index <= row.knownIndex; index += 1) {
    deepest = Math.max(deepest, depthPercent(series, row, index));
  }
  return Math.min(100, deepest);
}
