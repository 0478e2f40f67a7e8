import { TIMEFRAMES, type Timeframe, timeframeMs } from "../candles/timeframe.ts";

/** The timeframe whose structure gives the direction of setups on the other one; a day stands alone. */
const HIGHER: Readonly<Record<Timeframe, Timeframe | undefined>> = {
  "1m": "15m",
  "3m": "15m",
  "5m": "1h",
  "15m": "1h",
  "30m": "4h",
  "1h": "4h",
  "4h": "1d",
  "1d": undefined,
};

export function higherTimeframe(timeframe: Timeframe): Timeframe | undefined {
  return HIGHER[timeframe];
}

/** What has to be watched beside `timeframes` so that each has its higher one; `base` candles must fill it. */
export function contextTimeframes(timeframes: readonly Timeframe[], base: Timeframe): readonly Timeframe[] {
  const wanted = new Set(timeframes.flatMap((timeframe) => HIGHER[timeframe] ?? []));
  return TIMEFRAMES.filter(
    (timeframe) =>
      wanted.has(timeframe) &&
      !timeframes.includes(timeframe) &&
      timeframeMs(timeframe) % timeframeMs(base) === 0,
  );
}
