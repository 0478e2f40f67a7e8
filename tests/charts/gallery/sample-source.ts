import type { Candle } from "../../../src/engine/candles/candle.ts";
import type { Timeframe } from "../../../src/engine/candles/timeframe.ts";
import { timeframeMs } from "../../../src/engine/candles/timeframe.ts";
import type { Signal } from "../../../src/engine/signal.ts";
import { longSignal } from "../chart-input-builder.ts";
import type { Source, SourceMarket } from "./source.ts";

/** Monday 2026-03-02 00:00 UTC. */
const START_MS = Date.UTC(2026, 2, 2);

/** A walk that is the same everywhere: whole ticks from a small generator of its own. */
export function walk(
  timeframe: Timeframe,
  count: number,
  startTicks: number,
  tick: number,
): readonly Candle[] {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  let close = startTicks;
  return Array.from({ length: count }, (_, at) => {
    const open = close;
    close = Math.max(60, open + next(81) - 40 + (at % 50 < 25 ? 8 : -8));
    const price = (ticks: number): number => Number((ticks * tick).toFixed(8));
    return {
      openTime: START_MS + at * timeframeMs(timeframe),
      open: price(open),
      high: price(Math.max(open, close) + next(20)),
      low: price(Math.min(open, close) - next(20)),
      close: price(close),
      volume: 10 + next(90),
    };
  });
}

/** A small source without the engine, so that its pictures change only when the drawing does. */
export function sampleSource(): Source {
  const market = marketOf("BTC/USDT", "15m", 300, 61_000, 0.5);
  const signal = signalAt(market, 200);
  const played = Array.from({ length: 60 }, (_, at) => {
    const one = signalAt(at % 3 === 0 ? marketOf("ETH/USDT", "15m", 300, 30_000, 0.1) : market, 40 + at * 4);
    return {
      signal: one,
      closedAt: one.knownAt + 3_600_000 * 8 * (at + 1),
      r: at % 3 === 1 ? 1.6 : -1 + (at % 2),
    };
  });
  return {
    market,
    larger: marketOf("BTC/USDT", "1h", 80, 60_000, 0.5),
    signal,
    openUntil: 230,
    played,
    scanned: ["BTC/USDT", "ETH/USDT", "SOL/USDT", "SHIB/USDT"].map((symbol, at) => {
      const found = marketOf(symbol, "15m", 120 + at * 30, 500 * 10 ** at, at === 3 ? 0.00000001 : 0.1);
      return { market: found, signal: signalAt(found, 100 + at * 20) };
    }),
  };
}

function marketOf(
  symbol: string,
  timeframe: Timeframe,
  count: number,
  startTicks: number,
  tick: number,
): SourceMarket {
  const candles = walk(timeframe, count, startTicks, tick);
  const hour = 3_600_000;
  return {
    symbol,
    timeframe,
    priceTick: tick.toFixed(8).replace(/0+$/, ""),
    candles,
    detections: candles.flatMap((candle, at) => {
      if (at % 17 !== 0) return [];
      const known = { index: at, knownIndex: at, openTime: candle.openTime, event: "detected" } as const;
      const bias = at % 2 === 0 ? ("bullish" as const) : ("bearish" as const);
      const zone = {
        top: candle.high,
        bottom: candle.low,
        level: candle.high,
        side: "high",
        source: "swing",
      } as const;
      const kind = at % 34 === 0 ? ("order-block" as const) : ("swing" as const);
      const knownAt = candle.openTime + timeframeMs(timeframe);
      return [{ kind, id: `${kind}:${at}`, ...known, knownAt, bias, ...zone }];
    }),
    windows: Array.from({ length: 4 }, (_, day) => ({
      name: "LDN",
      fromMs: START_MS + day * 24 * hour + 7 * hour,
      toMs: START_MS + day * 24 * hour + 10 * hour,
    })),
  };
}

function signalAt({ symbol, timeframe, candles, detections }: SourceMarket, at: number): Signal {
  const candle = candles[Math.min(at, candles.length - 1)];
  if (candle === undefined) throw new RangeError("no candle");
  const long = at % 2 === 0;
  const risk = candle.close * 0.0016 * (long ? 1 : -1);
  const knownAt = candle.openTime + timeframeMs(timeframe);
  return longSignal({
    id: `${symbol}:${at}`,
    symbol,
    timeframe,
    direction: long ? "long" : "short",
    knownAt,
    entry: candle.close,
    stop: candle.close - risk,
    targets: [candle.close + risk * 1.5, candle.close + risk * 3],
    evidence: detections.filter((one) => one.kind === "order-block" && one.knownAt <= knownAt).slice(-1),
  });
}
