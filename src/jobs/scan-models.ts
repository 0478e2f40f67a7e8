import type { Candle } from "../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import { DeskError } from "../engine/errors.ts";
import { CompanionCandles } from "../engine/model/companion-candles.ts";
import { contextTimeframes } from "../engine/model/higher-timeframe.ts";
import { MarketModel } from "../engine/model/market-model.ts";
import type { MarketData } from "../engine/ports.ts";
import type { Settings } from "../engine/settings/settings.ts";
import type { Signal } from "../engine/signal.ts";
import type { Strategy } from "../engine/strategy/contract.ts";
import { createStrategies } from "../engine/strategy/registry.ts";
import { companionOf } from "./companions.ts";
import type { DeskContext } from "./desk-context.ts";

/** Candles that a model knows before the first that is judged, as a live one does at its start. */
const WARM_CANDLES = 1000;
/** Stored candles that lack more than this many of the newest are asked of the market. */
const MISSING_CANDLES = 2;

/** What the newest candles of a symbol and timeframe gave. */
export interface JudgedCandles {
  /** Oldest first, also those that a newer one replaces. */
  readonly signals: readonly Signal[];
  /** Of the newest candle; unset without any. */
  readonly close: number | undefined;
}

/**
 * The models of one scan. Each says of the newest closed candles what the live engine says of them: it knows as much
 * from before, looks at the higher timeframe's own candles and at the companion. Ask for all timeframes of a symbol
 * one after the other: what they share is read once.
 */
export class ScanModels {
  /** Whether the market was asked for anything. */
  asked = false;
  private readonly context: DeskContext;
  private readonly market: Pick<MarketData, "history">;
  private readonly settings: Settings;
  /** They keep no state: made once for all symbols. */
  private readonly strategies: readonly Strategy[];
  /** The newest candles first asked for, still in this symbol's turn, by symbol and timeframe. */
  private readonly read = new Map<string, readonly Candle[]>();
  private turn = "";

  constructor(context: DeskContext, market: Pick<MarketData, "history">, settings: Settings) {
    this.context = context;
    this.market = market;
    this.settings = settings;
    this.strategies = createStrategies(settings);
  }

  /**
   * Judges every candle whose signals can still be valid. Strategies keep no state and their signals expire, so what
   * is older need not be judged. Throws `DeskError` when the market that has to be asked does not answer.
   */
  async judge(symbol: string, timeframe: Timeframe): Promise<JudgedCandles> {
    if (this.turn !== symbol) this.read.clear();
    this.turn = symbol;
    const known = await this.newest(symbol, timeframe);
    const judged = known.slice(-this.judgedCandles);
    const [first] = judged;
    if (first === undefined) return { signals: [], close: undefined };
    const warm = known.slice(0, -this.judgedCandles);
    const model = await this.model(symbol, timeframe);
    model.warmUpFrom(await this.history(symbol, timeframe, warm, first.openTime), warm);
    return { signals: judged.flatMap((candle) => model.push(candle)), close: judged.at(-1)?.close };
  }

  private get judgedCandles(): number {
    return this.settings.signals.expireAfterCandles + 1;
  }

  private async model(symbol: string, timeframe: Timeframe): Promise<MarketModel> {
    const { settings } = this;
    const companion = await this.companion(symbol, timeframe);
    return new MarketModel({
      symbol,
      baseTimeframe: timeframe,
      timeframes: [timeframe],
      contextTimeframes: contextTimeframes([timeframe], timeframe),
      settings: settings.detectors,
      strategies: this.strategies,
      keep: WARM_CANDLES,
      timeZones: this.context.timeZones,
      ...(companion && { companion }),
    });
  }

  /** What is known at `until`: the candles themselves, and those of the higher timeframe. */
  private async history(symbol: string, timeframe: Timeframe, warm: readonly Candle[], until: number) {
    const history = new Map<Timeframe, readonly Candle[]>([[timeframe, warm]]);
    const reach = warm[0]?.openTime ?? until;
    for (const higher of contextTimeframes([timeframe], timeframe)) {
      // Newer ones than `reach` are added up from the timeframe's own candles, so that nothing is asked for them.
      const candles = await this.known(symbol, higher, reach);
      const length = timeframeMs(higher);
      history.set(
        higher,
        candles.filter(({ openTime }) => openTime + length <= until),
      );
    }
    return history;
  }

  /** All of it at once: of a companion nothing later than the candle that is judged is looked at. */
  private async companion(symbol: string, timeframe: Timeframe): Promise<CompanionCandles | undefined> {
    const other = companionOf(this.context, this.settings, symbol);
    if (other === undefined) return undefined;
    const keep = WARM_CANDLES + this.judgedCandles;
    const companion = new CompanionCandles({
      symbol: other,
      baseTimeframe: timeframe,
      timeframes: [timeframe],
      keep,
    });
    const candles = await this.newest(other, timeframe).catch((error: unknown) => {
      // As live: a symbol is judged without a companion that cannot be read.
      if (error instanceof DeskError) return [];
      throw error;
    });
    for (const candle of candles) companion.push(candle);
    return companion;
  }

  private newest(symbol: string, timeframe: Timeframe): Promise<readonly Candle[]> {
    return this.known(symbol, timeframe, this.context.clock.now() - MISSING_CANDLES * timeframeMs(timeframe));
  }

  /**
   * The stored candles; when they end before `reach`, with what the market has and the store lacks. A market that is
   * closed has nothing newer and is asked in vain.
   */
  private async known(symbol: string, timeframe: Timeframe, reach: number): Promise<readonly Candle[]> {
    const { candles, clock } = this.context;
    const name = `${symbol} ${timeframe}`;
    const count = WARM_CANDLES + this.judgedCandles;
    const length = timeframeMs(timeframe);
    const stored = this.read.get(name) ?? (await candles.newest(symbol, timeframe, count));
    const newest = stored.at(-1);
    const end = newest === undefined ? 0 : newest.openTime + length;
    const missing =
      newest !== undefined && end >= reach
        ? []
        : await this.fetched(symbol, timeframe, Math.max(end, clock.now() - WARM_CANDLES * length));
    const known = missing.length > 0 ? [...stored, ...missing].slice(-count) : stored;
    this.read.set(name, known);
    return known;
  }

  private async fetched(symbol: string, timeframe: Timeframe, since: number): Promise<readonly Candle[]> {
    this.asked = true;
    const fetched = await this.market.history(symbol, timeframe, since, WARM_CANDLES);
    if (fetched.length > 0) await this.context.candles.append(symbol, timeframe, fetched);
    return fetched;
  }
}
