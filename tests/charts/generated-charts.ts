import fc from "fast-check";
import type { SignalChartInput } from "../../src/charts/chart-input.ts";
import type { Candle } from "../../src/engine/candles/candle.ts";
import { DETECTION_KINDS, type Detection } from "../../src/engine/detect/detection.ts";
import { detection, longSignal, MINUTE_MS, openTrade, START_MS } from "./chart-input-builder.ts";

interface Market {
  readonly tick: string;
  readonly candles: readonly Candle[];
}

const market: fc.Arbitrary<Market> = fc
  .record({
    lateMinutes: fc.integer({ min: 0, max: 59 }),
    count: fc.constantFrom(1, 2, 20, 60, 120, 200, 500),
    tick: fc.constantFrom("0.00000001", "0.00001", "0.01", "0.1", "0.25", "1"),
    startTicks: fc.integer({ min: 20, max: 9_000_000 }),
    stepTicks: fc.constantFrom(0, 1, 5, 200),
    moves: fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 40, maxLength: 40 }),
    hugeWick: fc.boolean(),
    volume: fc.boolean(),
  })
  .map(({ lateMinutes, count, tick, startTicks, stepTicks, moves, hugeWick, volume }) => {
    const unit = Number(tick);
    let close = startTicks;
    const candles = Array.from({ length: count }, (_, at): Candle => {
      const open = close;
      close = Math.max(1, open + Math.round(((moves[at % 40] ?? 0) * stepTicks) / 50));
      const wick =
        hugeWick && at === count >> 1 ? startTicks : Math.abs(moves[(at * 7) % 40] ?? 0) % (stepTicks + 1);
      const openTime = START_MS + (at + lateMinutes) * MINUTE_MS;
      const high = (Math.max(open, close) + wick) * unit;
      const low = Math.max(1, Math.min(open, close) - wick) * unit;
      return { openTime, open: open * unit, high, low, close: close * unit, volume: volume ? at : 0 };
    });
    return { tick, candles };
  });

function detectionsNear({ candles }: Market): fc.Arbitrary<readonly Detection[]> {
  const prices = candles.flatMap(({ high, low }) => [high, low]);
  const low = Math.min(...prices);
  const span = Math.max(...prices) - low;
  const one = fc
    .record({
      kind: fc.constantFrom(...DETECTION_KINDS),
      at: fc.integer({ min: -50, max: candles.length }),
      late: fc.integer({ min: 0, max: 20 }),
      bias: fc.constantFrom("bullish" as const, "bearish" as const),
      side: fc.constantFrom("high" as const, "low" as const),
      from: fc.double({ min: -0.2, max: 1.2, noNaN: true }),
      height: fc.double({ min: 0, max: 0.4, noNaN: true }),
      event: fc.constantFrom("detected", "bos", "choch"),
    })
    .map(({ kind, at, late, bias, side, from, height, event }) => {
      const bottom = low + from * span;
      const over = { event, bias, side, bottom, top: bottom + height * span, level: bottom, source: "swing" };
      return detection(kind, at, { ...over, id: `${kind}:${at}:${from}` }, late);
    });
  return fc.array(one, { maxLength: 40 });
}

type Levels = Pick<SignalChartInput, "signal" | "trade">;

function levelsNear({ candles, tick }: Market): fc.Arbitrary<Levels> {
  const close = candles.at(-1)?.close ?? 1;
  return fc
    .record({
      shown: fc.constantFrom("nothing", "signal", "trade"),
      long: fc.boolean(),
      riskTicks: fc.integer({ min: 1, max: 5_000 }),
      multiples: fc.array(fc.double({ min: 0.1, max: 40, noNaN: true }), { minLength: 1, maxLength: 5 }),
      at: fc.integer({ min: 0, max: candles.length }),
    })
    .map(({ shown, long, riskTicks, multiples, at }): Levels => {
      const risk = riskTicks * Number(tick) * (long ? 1 : -1);
      const targets = multiples.map((multiple) => close + risk * multiple);
      const knownAt = START_MS + at * MINUTE_MS;
      const direction = long ? "long" : "short";
      const signal = longSignal({ direction, knownAt, entry: close, stop: close - risk, targets });
      if (shown === "nothing") return {};
      if (shown === "signal") return { signal };
      const text = (value: number): string => value.toFixed(8);
      const plan = {
        ...openTrade().plan,
        direction,
        entry: text(close),
        stop: text(close - risk),
        targets: targets.map(text),
      } as const;
      const { protectedAt: _, ...trade } = openTrade({ signal, plan, entryPrice: text(close) });
      return { trade: { ...trade, protectedAt: text(close), exitPrice: text(close + risk / 3) } };
    });
}

/** Charts of every kind of market, size and content, some of them absurd. */
export const generatedCharts: fc.Arbitrary<SignalChartInput> = market.chain((made) =>
  fc
    .record({
      detections: detectionsNear(made),
      levels: levelsNear(made),
      size: fc.constantFrom([1280, 720], [900, 900], [1600, 720], [1280, 480]),
      zone: fc.constantFrom("UTC", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"),
      locale: fc.constantFrom("en-GB", "en-US", "de", "es", "ru", "zh-CN"),
      symbol: fc.constantFrom("BTC/USDT", "<b>BTC</b>/USDT", "\u202eTDSU/CTB", "比特币/USDT", "x".repeat(90)),
      strategy: fc.constantFrom("Order block touch", "Касание ордер-блока", "x".repeat(200)),
      windows: fc.array(fc.tuple(fc.integer({ min: -100, max: 500 }), fc.integer({ min: 1, max: 200 })), {
        maxLength: 12,
      }),
    })
    .map(({ detections, levels, size, zone, locale, symbol, strategy, windows }): SignalChartInput => {
      const [width = 1280, height = 720] = size;
      return {
        symbol,
        timeframe: "1m",
        candles: made.candles,
        detections,
        windows: windows.map(([from, length]) => ({
          name: "New York AM",
          shortName: "NY",
          fromMs: START_MS + from * MINUTE_MS,
          toMs: START_MS + (from + length) * MINUTE_MS,
        })),
        theme: "dark",
        timeZone: zone,
        locale,
        priceTick: made.tick,
        labels: { direction: "LONG", strategy, state: "open" },
        width,
        height,
        ...levels,
      };
    }),
);
