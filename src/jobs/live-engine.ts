import type { Candle } from "../engine/candles/candle.ts";
import { TIMEFRAMES, type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import { contextTimeframes } from "../engine/model/higher-timeframe.ts";
import { MarketModel } from "../engine/model/market-model.ts";
import type { MarketData, MarketEvent } from "../engine/ports.ts";
import type { Signal } from "../engine/signal.ts";
import { createStrategies } from "../engine/strategy/registry.ts";
import type { MarketMoment } from "../engine/trade/manage.ts";
import type { DeskContext } from "./desk-context.ts";
import { expireProposals } from "./expiry.ts";
import { SessionAlerts } from "./session-alerts.ts";
import { takeSignal } from "./signal-intake.ts";
import type { TradeExecution } from "./trade-execution.ts";

export interface LiveEngineOptions {
  /** Lets the paper exchange see the market; resolves to true when orders were filled or cancelled. */
  readonly onMarketEvent?: (event: MarketEvent) => Promise<boolean>;
  /** Hears of each new proposal, before the next one. */
  readonly onProposed?: (tradeId: string) => Promise<unknown>;
  /** Base candles that a model is warmed up with, with emission muted. */
  readonly warmUpCandles: number;
  /** Called after each event of the market, before the next one is taken. */
  readonly afterEvent?: () => Promise<void>;
}

interface EngineCounts {
  candles: number;
  signals: number;
  detections: number;
}

const KEPT_CANDLES = 2048;
/** A price is written to the store at most this often in market time; candles write theirs always. */
const PRICE_EVERY_MS = 1000;

/** Reads every candle of the market once: prices to the exchange, candles to store and model, signals to intake. */
export class LiveEngine {
  readonly counts: EngineCounts = { candles: 0, signals: 0, detections: 0 };
  private readonly context: DeskContext;
  private readonly market: MarketData;
  private readonly execution: TradeExecution;
  private readonly options: LiveEngineOptions;
  private readonly models = new Map<string, MarketModel>();
  private readonly alerts: SessionAlerts;
  /** How many candles of a symbol and timeframe are in the store already. */
  private readonly storedUpTo = new Map<string, number>();
  private readonly priceWrittenAt = new Map<string, number>();
  private timeframes: readonly Timeframe[] = [];
  private settingsVersion = -1;
  private settingsReadAt = Number.NEGATIVE_INFINITY;

  constructor(
    context: DeskContext,
    market: MarketData,
    execution: TradeExecution,
    options: LiveEngineOptions,
  ) {
    this.context = context;
    this.market = market;
    this.execution = execution;
    this.options = options;
    this.alerts = new SessionAlerts(context);
  }

  /** Warms every model up from history, then follows the market until `stop` aborts or it ends. */
  async run(symbols: readonly string[], stop: AbortSignal): Promise<void> {
    await this.warmUp(symbols);
    await this.market.stream(symbols, (event) => this.handle(event), stop);
  }

  private async warmUp(symbols: readonly string[]): Promise<void> {
    const { settings, version } = await this.context.settings.current();
    this.settingsVersion = version;
    const { baseTimeframe, clock } = this.context;
    this.timeframes = usableTimeframes(settings.signals.timeframes, baseTimeframe);
    for (const symbol of symbols) {
      const model = new MarketModel({
        symbol,
        baseTimeframe,
        timeframes: this.timeframes,
        contextTimeframes: contextTimeframes(this.timeframes, baseTimeframe),
        settings: settings.detectors,
        strategies: createStrategies(settings),
        keep: KEPT_CANDLES,
        timeZones: this.context.timeZones,
      });
      this.models.set(symbol, model);
      const since = clock.now() - this.options.warmUpCandles * timeframeMs(baseTimeframe);
      const history = await this.market.history(symbol, baseTimeframe, since, this.options.warmUpCandles);
      for (const candle of history) model.warmUp(candle);
      await this.store(symbol, model, history);
    }
  }

  private async handle(event: MarketEvent): Promise<void> {
    if (await this.options.onMarketEvent?.(event)) await this.execution.bookFills();
    if (event.type === "price") await this.onPrice(event.symbol, event.price, event.at);
    else await this.onCandle(event.symbol, event.candle);
    await this.options.afterEvent?.();
  }

  private async onPrice(symbol: string, price: number, at: number): Promise<void> {
    if (at - (this.priceWrittenAt.get(symbol) ?? 0) < PRICE_EVERY_MS) return;
    this.priceWrittenAt.set(symbol, at);
    await this.context.candles.setPrice(symbol, price, at);
  }

  private async onCandle(symbol: string, candle: Candle): Promise<void> {
    const model = this.models.get(symbol);
    if (model === undefined) return;
    await this.followSettings(candle.openTime);
    const signals = bestFirst(model.push(candle));
    await this.store(symbol, model, [candle]);
    const closedAt = candle.openTime + timeframeMs(this.context.baseTimeframe);
    await this.context.candles.setPrice(symbol, candle.close, closedAt);
    await expireProposals(this.context, symbol);
    await this.execution.manage(symbol, (timeframe) => this.moment(model, timeframe, candle));
    for (const signal of signals) await takeSignal(this.context, signal, this.options.onProposed);
    await this.alerts.onTime(closedAt);
    this.counts.candles += 1;
    this.counts.signals += signals.length;
    this.counts.detections = [...this.models.values()].reduce((sum, each) => sum + each.detectionCount, 0);
  }

  /** Switches and weights of strategies count from the next candle on; looked up once for each open time. */
  private async followSettings(openTime: number): Promise<void> {
    if (openTime <= this.settingsReadAt) return;
    this.settingsReadAt = openTime;
    const { settings, version } = await this.context.settings.current();
    if (version === this.settingsVersion) return;
    this.settingsVersion = version;
    const strategies = createStrategies(settings);
    for (const model of this.models.values()) model.useStrategies(strategies);
  }

  private moment(model: MarketModel, timeframe: Timeframe, candle: Candle): MarketMoment {
    const view = this.timeframes.includes(timeframe) ? model.view(timeframe) : undefined;
    return {
      candle,
      ...(view?.atr !== undefined && { atr: view.atr }),
      swing: (layer) => view?.swing?.(layer),
    };
  }

  /** Keeps the base candles and what closed of the higher timeframes with them. */
  private async store(symbol: string, model: MarketModel, base: readonly Candle[]): Promise<void> {
    const { candles, baseTimeframe } = this.context;
    await candles.append(symbol, baseTimeframe, base);
    for (const timeframe of this.timeframes) {
      if (timeframe === baseTimeframe) continue;
      const { series } = model.view(timeframe);
      const key = `${symbol} ${timeframe}`;
      const from = Math.max(this.storedUpTo.get(key) ?? 0, series.firstIndex);
      const closed = Array.from({ length: series.length - from }, (_, offset) =>
        series.candle(from + offset),
      );
      if (closed.length > 0) await candles.append(symbol, timeframe, closed);
      this.storedUpTo.set(key, series.length);
    }
  }
}

/** One symbol holds one trade at a time, so of several setups on one candle the best comes first. */
function bestFirst(signals: readonly Signal[]): readonly Signal[] {
  return signals.toSorted((one, other) => other.score - one.score);
}

/** The wanted timeframes that the base timeframe can be added up to; the base itself when none can. */
function usableTimeframes(wanted: readonly Timeframe[], base: Timeframe): readonly Timeframe[] {
  const usable = TIMEFRAMES.filter(
    (timeframe) => wanted.includes(timeframe) && timeframeMs(timeframe) % timeframeMs(base) === 0,
  );
  return usable.length > 0 ? usable : [base];
}
