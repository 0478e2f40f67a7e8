import type { Candle } from "../../engine/candles/candle.ts";
import type { MarketEvent } from "../../engine/ports/market-data.ts";
import { MINUTE_MS } from "./market-hours.ts";

export interface TimedEvent {
  readonly at: number;
  readonly event: MarketEvent;
}

/**
 * What a minute tells while it forms and when it closes: its open, the extreme away from its close, the other
 * extreme, its close, and the candle. So the prices reach exactly what the candle will say.
 */
export function minuteEvents(symbol: string, candle: Candle): TimedEvent[] {
  const { openTime, open, high, low, close } = candle;
  const [first, second] = close >= open ? [low, high] : [high, low];
  const price = (value: number, seconds: number): TimedEvent => {
    const at = openTime + seconds * 1000;
    return { at, event: { type: "price", symbol, price: value, at } };
  };
  return [
    price(open, 0),
    price(first, 17),
    price(second, 38),
    price(close, 57),
    { at: openTime + MINUTE_MS, event: { type: "candle", symbol, candle } },
  ];
}
