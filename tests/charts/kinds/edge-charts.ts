import type { SignalChartInput } from "../../../src/charts/chart-input.ts";
import { chartInput, longSignal, MINUTE_MS, START_MS, someCandles } from "../chart-input-builder.ts";
import { walk } from "../gallery/sample-source.ts";

const DAY_MS = 86_400_000;

/** Markets that are hard to draw, by name. */
export const EDGE_CHARTS: Readonly<Record<string, SignalChartInput>> = {
  "tiny-price": chartInput({
    symbol: "SHIB/BTC",
    priceTick: "0.00000001",
    candles: walk("1m", 100, 1620, 0.00000001),
  }),
  "one-tick-range": chartInput({
    candles: someCandles(60).map((candle, at) => {
      const high = at % 7 === 0 ? 100.01 : 100;
      return { ...candle, open: 100, high, low: 100, close: 100 };
    }),
  }),
  "doji-only": chartInput({
    candles: someCandles(60).map(({ close, ...candle }, at) => ({
      ...candle,
      ...{ open: close, close, high: close + 0.3 * (at % 3), low: close - 0.2 * (at % 4) },
    })),
  }),
  "million-price": chartInput({
    symbol: "BTC/IDR",
    priceTick: "1",
    candles: walk("1m", 100, 1_612_345_678, 1),
    signal: longSignal({ entry: 1_612_345_678, stop: 1_612_300_000, targets: [1_612_420_000] }),
  }),
  "hostile-symbol": chartInput({ symbol: '\u202e<img src="x">&amp;\u0007/USDT\u2066' }),
  "huge-wick": chartInput({
    candles: someCandles(80).map((candle, at) => (at === 40 ? { ...candle, high: 900, low: 1 } : candle)),
  }),
  weekend: chartInput({
    symbol: "EUR/USD",
    timeframe: "1h",
    priceTick: "0.00001",
    candles: walk("1h", 96, 108_000, 0.00001).map((candle, at) => ({
      ...candle,
      volume: 0,
      openTime: candle.openTime + (at >= 48 ? 2 * DAY_MS : 0),
    })),
  }),
  "20-candles": chartInput({ candles: someCandles(20) }),
  "500-candles": chartInput({ timeframe: "5m", candles: walk("5m", 500, 61_000, 0.5), priceTick: "0.5" }),
  "levels-together": chartInput({
    signal: longSignal({ entry: 105, stop: 104.9, targets: [105.05, 105.1, 105.2, 180] }),
    candles: someCandles(100),
  }),
  cyrillic: chartInput({
    symbol: "РУБЛЬ/USD",
    locale: "ru",
    timeZone: "Europe/Moscow",
    signal: longSignal({ knownAt: START_MS + 100 * MINUTE_MS }),
    labels: { direction: "ЛОНГ", strategy: "Касание ордер-блока", state: "открыта" },
  }),
  chinese: chartInput({
    symbol: "比特币/USDT",
    locale: "zh-CN",
    timeZone: "Asia/Shanghai",
    signal: longSignal({ knownAt: START_MS + 100 * MINUTE_MS }),
    labels: { direction: "做多", strategy: "订单块回踩", state: "持仓中", entry: "入场", newYork: "纽约" },
    windows: [
      { name: "伦敦开盘", fromMs: START_MS + 20 * MINUTE_MS, toMs: START_MS + 60 * MINUTE_MS },
      { name: "Лондон", fromMs: START_MS + 70 * MINUTE_MS, toMs: START_MS + 100 * MINUTE_MS },
    ],
  }),
  square: chartInput({ size: "square", timeframe: "15m", candles: walk("15m", 150, 61_000, 0.5) }),
  wide: chartInput({ size: "wide", candles: walk("1m", 300, 61_000, 0.5), watermark: "My desk" }),
};
