import type { Candle } from "./candle.ts";
import { type Timeframe, timeframeMs } from "./timeframe.ts";

/** Candles that are missing between two others. Epoch ms, half-open. */
export interface CandleGap {
  readonly fromMs: number;
  readonly toMs: number;
  readonly missing: number;
}

/**
 * Holes in candles in rising order between `fromMs` and `toMs`. Candles at times at which the market rests
 * (`isOpen` says no) are not missed.
 */
export function candleGaps(
  candles: Iterable<Pick<Candle, "openTime">>,
  timeframe: Timeframe,
  fromMs: number,
  toMs: number,
  isOpen: (timeMs: number) => boolean,
): readonly CandleGap[] {
  const length = timeframeMs(timeframe);
  const gaps: CandleGap[] = [];
  let next = Math.ceil(fromMs / length) * length;
  const note = (until: number) => {
    let missing = 0;
    for (let at = next; at < until; at += length) if (isOpen(at)) missing += 1;
    if (missing > 0) gaps.push({ fromMs: next, toMs: until, missing });
  };
  for (const { openTime } of candles) {
    if (openTime < next) continue;
    if (openTime >= toMs) break;
    note(openTime);
    next = openTime + length;
  }
  note(Math.floor(toMs / length) * length);
  return gaps;
}
