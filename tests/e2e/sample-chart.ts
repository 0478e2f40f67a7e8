import { createChartRenderer } from "../../src/charts/chart-renderer.ts";
import type { Theme } from "../../src/charts/palette.ts";
import type { Candle } from "../../src/engine/candles/candle.ts";
import type { Signal } from "../../src/engine/signal.ts";

const STEP_MS = 900_000;
const START = Date.UTC(2026, 10, 2, 0, 0);

/** A day of 15-minute candles that falls into a block and leaves it again; the same at each run. */
function sampleCandles(): readonly Candle[] {
  let price = 61_900;
  return Array.from({ length: 60 }, (_, index) => {
    const drift = index < 24 ? 14 : index < 46 ? -42 : 36;
    const open = price;
    const close = open + drift + 60 * Math.sin(index * 2.3) + 25 * Math.cos(index * 5.1);
    price = close;
    const wick = 30 + 25 * Math.abs(Math.sin(index * 1.7));
    return {
      openTime: START + index * STEP_MS,
      open,
      high: Math.max(open, close) + wick,
      low: Math.min(open, close) - wick,
      close,
      volume: 10 + 5 * Math.abs(Math.sin(index)),
    };
  });
}

/** The chart image of a long setup at the end of the sample day. */
export async function drawSampleChart(theme: Theme = "dark"): Promise<Uint8Array> {
  const candles = sampleCandles();
  const last = candles.at(-1);
  const entry = last?.close ?? 0;
  const knownAt = (last?.openTime ?? 0) + STEP_MS;
  const signal: Signal = {
    id: "sample",
    symbol: "BTC/USDT",
    timeframe: "15m",
    strategy: "order-block-touch",
    direction: "long",
    knownAt,
    expiresAt: knownAt + 4 * STEP_MS,
    entryType: "limit",
    entry,
    stop: entry - 340,
    targets: [entry + 610, entry + 1_020],
    score: 78,
    grade: "A",
    parts: [],
    reasons: [],
    evidence: [],
    features: {},
  };
  return createChartRenderer().renderSignalChart({
    symbol: "BTC/USDT",
    timeframe: "15m",
    candles,
    signal,
    detections: [],
    windows: [
      { name: "New York AM", shortName: "NY", fromMs: knownAt - 8 * STEP_MS, toMs: knownAt + STEP_MS },
    ],
    theme,
    timeZone: "America/New_York",
    priceTick: "0.1",
    labels: { direction: "LONG", strategy: "order block touch" },
  });
}
