import type { Candle } from "../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import type { MarketModel } from "../engine/model/market-model.ts";
import type { MarketData, MarketEvent } from "../engine/ports.ts";
import type { Settings } from "../engine/settings/settings.ts";
import type { Signal } from "../engine/signal.ts";
import type { MarketMoment } from "../engine/trade/manage.ts";
import { CandleWriter } from "./candle-writer.ts";
import { Companions } from "./companions.ts";
import { Decisions } from "./decisions.ts";
import type { DeskContext } from "./desk-context.ts";
import { expireProposals } from "./expiry.ts";
import { KeyedMutex } from "./keyed-mutex.ts";
import { SessionAlerts } from "./session-alerts.ts";
import { takeSignals } from "./signal-intake.ts";
import { SymbolStreams } from "./symbol-streams.ts";
import type { TradeExecution } from "./trade-execution.ts";
import { WarmModels } from "./warm-models.ts";

export interface LiveEngineOptions {
  /** Lets the paper exchange see the market; resolves to true when orders were filled or cancelled. */
  readonly onMarketEvent?: (event: MarketEvent) => Promise<boolean>;
  /** Base candles that a model is warmed up with, with emission muted. */
  readonly warmUpCandles: number;
  /** Hears of each new proposal. */
  readonly onProposed?: (tradeId: string) => Promise<unknown>;
  /** Called after each event of the market, before the next one is taken. */
  readonly afterEvent?: () => Promise<void>;
  /** Told as soon as a candle was judged, before anything is written. */
  /** How long a candle waits for that of its companion, machine time; 5000 by default. */
  readonly companionPatienceMs?: number;
  readonly onDecision?: (symbol: string, signals: readonly Signal[]) => void;
}

interface Followed {
  readonly judged: readonly string[];
  readonly watched: readonly string[];
}

interface Lane {
  readonly model: MarketModel;
  readonly timeframes: readonly Timeframe[];
  newestAt: number;
  /** Until the first live candle: what closed between warm-up and stream must come first. */
  hasGap: boolean;
}

/** A price is written to the store at most this often in market time; candles write theirs always. */
const PRICE_EVERY_MS = 1000;
/** Symbols that are warmed up at the same time; the exchange's own budget paces their requests. */
const WARM_AT_ONCE = 8;

/** Reads every candle of the market once: prices to the exchange, candles to store and model, signals to intake. */
export class LiveEngine {
  private readonly context: DeskContext;
  private readonly market: MarketData;
  private readonly execution: TradeExecution;
  private readonly options: LiveEngineOptions;
  private readonly lanes = new Map<string, Lane>();
  private readonly alerts: SessionAlerts;
  private readonly writer: CandleWriter;
  private readonly warm: WarmModels;
  private readonly decisions: Decisions;
  private readonly streams: SymbolStreams;
  private readonly companions: Companions;
  /** What `follow` was told last. */
  private watched: readonly string[] = [];
  /** A symbol's candles wait while its model is made anew. */
  private readonly mutex = new KeyedMutex();
  private readonly changes = new KeyedMutex();
  private readonly priceWrittenAt = new Map<string, number>();
  private readonly counted = { candles: 0, signals: 0, detections: 0 };
  private isStopped = false;
  private modelVersion = -1;
  private modelSettings = "";

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
    this.writer = new CandleWriter(context);
    this.warm = new WarmModels(context, market, options.warmUpCandles);
    this.streams = new SymbolStreams(market, (event) => this.handle(event));
    this.companions = new Companions(
      (symbol, newestAt, openTime) => this.missed(symbol, newestAt, openTime),
      options.companionPatienceMs,
    );
    this.decisions = new Decisions({
      before: (symbols) => expireProposals(context, symbols),
      manage: (closings) => execution.manage(closings),
      take: (signals) => takeSignals(context, signals, options.onProposed),
      after: async (closedAt) => {
        await this.alerts.onTime(closedAt);
        await this.followSettings();
      },
    });
  }

  get counts(): Readonly<typeof this.counted> {
    const living = [...this.lanes.values()].reduce((sum, { model }) => sum + model.detectionCount, 0);
    return { ...this.counted, detections: this.counted.detections + living };
  }

  /** Symbols that this process judges. */
  get judged(): readonly string[] {
    return [...this.lanes.keys()];
  }

  /** Warms every model up from history, then follows the market until `stop` aborts or it ends. */
  async run(symbols: readonly string[], stop: AbortSignal): Promise<void> {
    stop.addEventListener("abort", () => void this.stop(), { once: true });
    if (stop.aborted) return this.stop();
    await this.follow({ judged: symbols, watched: symbols });
    if (this.isStopped) return this.stop();
    await this.streams.wholeEnd();
  }

  /** Resolves when the market has ended; rejects when a stream broke. */
  ended(): Promise<void> {
    return this.streams.wholeEnd();
  }

  /** Symbols that are not warmed up yet are left out. */
  stop(): Promise<void> {
    this.isStopped = true;
    return this.streams.stop();
  }

  /**
   * Changes what is followed: `judged` symbols have a model, `watched` ones a stream. A symbol that comes is warmed
   * up before its stream starts, and one that goes is not judged any more when this resolves.
   */
  follow(wanted: Followed): Promise<void> {
    return this.changes.run("follow", () => this.change(wanted));
  }

  private async change({ judged, watched }: Followed): Promise<void> {
    const { settings, version } = await this.context.settings.current();
    if (this.modelVersion < 0) this.note(settings, version);
    for (const symbol of this.judged) if (!judged.includes(symbol)) this.drop(symbol);
    this.watched = watched;
    await this.warmUp(
      judged.filter((symbol) => !this.lanes.has(symbol)),
      settings,
    );
    await this.stream();
  }

  /** Streams what is watched, and what judged symbols are compared with. */
  private async stream(): Promise<void> {
    const wanted = new Set([...this.watched, ...this.companions.symbols]);
    const streamed = this.streams.symbols;
    await this.streams.remove([...streamed].filter((symbol) => !wanted.has(symbol)));
    this.streams.add([...wanted].filter((symbol) => !streamed.has(symbol)));
  }

  private drop(symbol: string): void {
    this.counted.detections += this.lanes.get(symbol)?.model.detectionCount ?? 0;
    this.lanes.delete(symbol);
    this.companions.set(symbol, undefined);
  }

  private async warmUp(
    symbols: readonly string[],
    settings: Settings,
    isWanted: (symbol: string) => boolean = () => true,
  ): Promise<void> {
    const queue = [...symbols];
    const work = async () => {
      for (let symbol = queue.shift(); symbol !== undefined; symbol = queue.shift()) {
        const next = symbol;
        await this.mutex.run(next, async () => {
          if (!this.isStopped && isWanted(next)) await this.renew(next, settings);
        });
      }
    };
    await Promise.all(Array.from({ length: WARM_AT_ONCE }, work));
  }

  private async renew(symbol: string, settings: Settings): Promise<void> {
    const { model, timeframes, stored, newestAt, companion } = await this.warm.make(symbol, settings);
    this.drop(symbol);
    this.companions.set(symbol, companion);
    this.writer.skip(symbol, stored);
    this.lanes.set(symbol, { model, timeframes, newestAt, hasGap: newestAt > 0 });
  }

  private async handle(event: MarketEvent): Promise<void> {
    if (await this.options.onMarketEvent?.(event)) await this.execution.bookFills();
    if (event.type === "price") await this.onPrice(event.symbol, event.price, event.at);
    else await this.takeCandle(event.symbol, event.candle);
    await this.options.afterEvent?.();
  }

  private async takeCandle(symbol: string, candle: Candle): Promise<void> {
    await this.companions.take(symbol, candle);
    const judge = () => this.mutex.run(symbol, () => this.onCandle(symbol, candle));
    const wait = this.companions.ready(symbol, candle.openTime);
    if (wait === undefined) return judge();
    // Prices of the symbol go on meanwhile; its candles stay in their order.
    void this.mutex
      .run(symbol, async () => {
        await wait;
        await this.onCandle(symbol, candle);
      })
      .catch((error: unknown) => this.context.log.error({ err: error, symbol }, "a candle was not judged"));
  }

  private async onPrice(symbol: string, price: number, at: number): Promise<void> {
    if (at - (this.priceWrittenAt.get(symbol) ?? 0) < PRICE_EVERY_MS) return;
    this.priceWrittenAt.set(symbol, at);
    await this.context.candles.setPrice(symbol, price, at);
  }

  private async onCandle(symbol: string, candle: Candle): Promise<void> {
    const lane = this.lanes.get(symbol);
    if (lane === undefined || candle.openTime <= lane.newestAt) return;
    const missed = lane.hasGap ? await this.missed(symbol, lane.newestAt, candle.openTime) : [];
    lane.hasGap = false;
    const candles = [...missed, candle];
    const signals = candles.flatMap((each) => lane.model.push(each));
    lane.newestAt = candle.openTime;
    this.options.onDecision?.(symbol, signals);
    this.counted.candles += candles.length;
    this.counted.signals += signals.length;
    await this.decisions.add({
      symbol,
      write: () => this.writer.write(lane.model, lane.timeframes, candles),
      momentOf: (timeframe) => momentOf(lane, timeframe, candle),
      signals,
      closedAt: candle.openTime + timeframeMs(this.context.baseTimeframe),
    });
  }

  /** What closed between the last candle that a model knows and the first of its stream. */
  private async missed(symbol: string, newestAt: number, openTime: number): Promise<readonly Candle[]> {
    const length = timeframeMs(this.context.baseTimeframe);
    const count = Math.round((openTime - newestAt) / length) - 1;
    if (count <= 0) return [];
    const found = await this.market.history(symbol, this.context.baseTimeframe, newestAt + length, count);
    return found.filter((each) => each.openTime > newestAt && each.openTime < openTime);
  }

  /** Makes the models anew when a change of the settings concerns them. Nothing old is judged again: ids stay. */
  private async followSettings(): Promise<void> {
    const { settings, version } = await this.context.settings.current();
    if (version === this.modelVersion) return;
    const before = this.modelSettings;
    this.note(settings, version);
    if (this.modelSettings === before) return;
    this.context.log.info({ version, symbols: this.lanes.size }, "models are made anew");
    void this.warmUp(this.judged, settings, (symbol) => this.lanes.has(symbol))
      .then(() => this.changes.run("follow", () => this.stream()))
      .catch((error: unknown) => this.context.log.error({ err: error }, "models could not be made anew"));
  }

  private note(settings: Settings, version: number): void {
    this.modelVersion = version;
    const { signals, strategies, detectors } = settings;
    const { timeframes, expireAfterCandles, companions } = signals;
    this.modelSettings = JSON.stringify({
      timeframes,
      expireAfterCandles,
      companions,
      strategies,
      detectors,
    });
  }
}

/** What the plans of open trades look at when a candle has closed. */
function momentOf({ model }: Lane, timeframe: Timeframe, candle: Candle): MarketMoment {
  const view = model.structure(timeframe);
  return {
    candle,
    ...(view?.atr !== undefined && { atr: view.atr }),
    swing: (layer) => view?.swing?.(layer),
  };
}
