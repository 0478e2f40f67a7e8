import type { Timeframe } from "../engine/candles/timeframe.ts";
import { contextTimeframes } from "../engine/model/higher-timeframe.ts";
import { MarketModel } from "../engine/model/market-model.ts";
import type { ScanReport, ScanRow } from "../engine/ports/control.ts";
import type { Signal } from "../engine/signal.ts";
import { createStrategies } from "../engine/strategy/registry.ts";
import type { DeskContext } from "./desk-context.ts";

const SCANNED_CANDLES = 1000;

/** Setups of the stored candles that are still valid now, best first. One bad symbol does not spoil the rest. */
export async function scanSymbols(
  context: DeskContext,
  symbols: readonly string[],
  timeframes: readonly Timeframe[],
): Promise<ScanReport> {
  const startedAt = performance.now();
  const rows: ScanRow[] = [];
  const failed: string[] = [];
  for (const symbol of symbols) {
    try {
      for (const timeframe of timeframes) rows.push(...(await scanSymbol(context, symbol, timeframe)));
    } catch (error) {
      context.log.warn({ err: error, symbol }, "scan of a symbol failed");
      failed.push(symbol);
    }
  }
  rows.sort((a, b) => b.signal.score - a.signal.score || b.signal.knownAt - a.signal.knownAt);
  return { rows, scanned: symbols.length - failed.length, failed, elapsedMs: performance.now() - startedAt };
}

async function scanSymbol(context: DeskContext, symbol: string, timeframe: Timeframe): Promise<ScanRow[]> {
  const { settings } = await context.settings.current();
  const candles = await context.candles.newest(symbol, timeframe, SCANNED_CANDLES);
  const model = new MarketModel({
    symbol,
    baseTimeframe: timeframe,
    timeframes: [timeframe],
    contextTimeframes: contextTimeframes([timeframe], timeframe),
    settings: settings.detectors,
    strategies: createStrategies(settings),
    keep: SCANNED_CANDLES,
    timeZones: context.timeZones,
  });
  const now = context.clock.now();
  const price = (await context.candles.price(symbol))?.price;
  const signals = candles.flatMap((candle) => model.push(candle));
  return newestPerDirection(
    signals.filter((signal) => signal.expiresAt > now && isUntouched(signal, price)),
  ).map((signal) => (price === undefined ? { signal } : { signal, price }));
}

/** A setup whose stop or first target was passed already is history. */
function isUntouched(signal: Signal, price: number | undefined): boolean {
  const target = signal.targets[0];
  if (price === undefined || target === undefined) return true;
  const [low, high] = signal.direction === "long" ? [signal.stop, target] : [target, signal.stop];
  return price > low && price < high;
}

function newestPerDirection(signals: readonly Signal[]): Signal[] {
  return [...new Map(signals.map((signal) => [signal.direction, signal])).values()];
}
