import { aggregateCandles } from "../../../src/engine/candles/aggregate.ts";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../../src/engine/candles/timeframe.ts";
import { killZonesBetween } from "../../../src/engine/clock/kill-zones.ts";
import { TimeZones } from "../../../src/engine/clock/time-zone.ts";
import { detectCandles } from "../../../src/engine/model/detect-candles.ts";
import { MarketModel } from "../../../src/engine/model/market-model.ts";
import { settingsSchema } from "../../../src/engine/settings/settings.ts";
import type { Signal } from "../../../src/engine/signal.ts";
import { createStrategies } from "../../../src/engine/strategy/registry.ts";
import { readCandlesCsv } from "../../../src/exchange/csv-file.ts";
import { play, type Source, type SourceMarket } from "./source.ts";

/** As they are called on a phone. */
const ZONES: Readonly<Record<string, string>> = {
  asian: "ASIA",
  "london-open": "LDN",
  "new-york-am": "NY AM",
  "london-close": "LDN close",
  "new-york-lunch": "NY lunch",
  "new-york-pm": "NY PM",
};

const settings = settingsSchema.parse({});
const zones = new TimeZones();

const FILES = [
  { symbol: "BTC/USD", file: "BTCUSD-1h.csv", timeframe: "1h", larger: "4h", priceTick: "0.01" },
  { symbol: "EUR/USD", file: "EURUSD-15m.csv", timeframe: "15m", larger: "1h", priceTick: "0.00001" },
  { symbol: "ALT/BTC", file: "ALTBTC-1m.csv", timeframe: "5m", larger: "1h", priceTick: "0.00000001" },
] as const;

/** Detections, signals and outcomes of recorded markets; `folder` holds the candle files. */
export async function realSource(folder: string): Promise<Source> {
  const markets = await Promise.all(FILES.map((one) => readMarket(folder, one)));
  const [, fx] = markets;
  if (fx === undefined) throw new RangeError("no market");
  const played = markets.flatMap(({ market, signals }) =>
    signals.flatMap((signal) => play(signal, market.candles, market.timeframe) ?? []),
  );
  const shown = chosen(fx.market, fx.signals);
  return {
    market: fx.market,
    larger: fx.larger,
    ...shown,
    played,
    scanned: markets.flatMap(({ market, signals }) =>
      signals.slice(-4).map((signal) => ({ market, signal })),
    ),
  };
}

interface ReadMarket {
  readonly market: SourceMarket;
  readonly larger: SourceMarket;
  readonly signals: readonly Signal[];
}

async function readMarket(folder: string, one: (typeof FILES)[number]): Promise<ReadMarket> {
  const read = await readCandlesCsv(`${folder}/${one.file}`);
  const base = one.timeframe === "5m" ? "1m" : one.timeframe;
  const candles = base === one.timeframe ? read.candles : aggregateCandles(read.candles, base, one.timeframe);
  const larger = aggregateCandles(read.candles, base, one.larger);
  const { symbol, timeframe, priceTick } = one;
  return {
    market: marketOf(symbol, timeframe, priceTick, candles),
    larger: marketOf(symbol, one.larger, priceTick, larger),
    signals: signalsOf(symbol, timeframe, candles),
  };
}

function marketOf(
  symbol: string,
  timeframe: Timeframe,
  priceTick: string,
  candles: readonly Candle[],
): SourceMarket {
  const first = candles.at(-2_000)?.openTime ?? candles[0]?.openTime ?? 0;
  const until = (candles.at(-1)?.openTime ?? 0) + timeframeMs(timeframe);
  const windows = killZonesBetween(first, until, settings.detectors.session, zones);
  return {
    symbol,
    timeframe,
    priceTick,
    candles,
    detections: detectCandles(candles.slice(-2_000), timeframe, settings.detectors),
    windows: windows.map((zone) => ({ ...zone, name: ZONES[zone.name] ?? zone.name })),
  };
}

function signalsOf(symbol: string, timeframe: Timeframe, candles: readonly Candle[]): readonly Signal[] {
  const model = new MarketModel({
    symbol,
    baseTimeframe: timeframe,
    timeframes: [timeframe],
    settings: settings.detectors,
    strategies: createStrategies(settings),
  });
  return candles.flatMap((candle) => model.push(candle));
}

/** The latest signal whose first target was reached, and a candle some time after that. */
function chosen(market: SourceMarket, signals: readonly Signal[]): Pick<Source, "signal" | "openUntil"> {
  const recent = signals.filter(({ knownAt }) => knownAt > (market.candles.at(-1_500)?.openTime ?? 0));
  const won = recent
    .map((signal) => play(signal, market.candles, market.timeframe))
    .filter((one) => one?.r && one.r > 0);
  const best = won.at(-1);
  if (best === undefined) throw new RangeError("no signal reached its target");
  const closed = market.candles.findIndex(({ openTime }) => openTime >= best.closedAt);
  return { signal: best.signal, openUntil: Math.min(closed + 3, market.candles.length - 1) };
}
