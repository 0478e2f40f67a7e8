import {
  type CandleRows,
  candleRows,
  newestOpenTime,
  oldestOpenTime,
} from "../engine/candles/candle-rows.ts";
import { type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import { DeskError } from "../engine/errors.ts";
import { contextTimeframes } from "../engine/model/higher-timeframe.ts";
import type { MarketData } from "../engine/ports.ts";
import {
  type JudgedCandles,
  judgedCount,
  type NewestCandles,
  WARM_CANDLES,
} from "../engine/scan/judge-newest.ts";
import type { Settings } from "../engine/settings/settings.ts";
import { companionOf } from "./companions.ts";
import type { DeskContext } from "./desk-context.ts";
import type { Judge } from "./judge.ts";
import { completedRows } from "./known-candles.ts";

/** Stored candles that lack more than this many of the newest are asked of the market. */
const MISSING_CANDLES = 2;

/**
 * What one scan knows of its symbols: reads the candles that a judge needs and has them judged. Ask for all timeframes
 * of a symbol one after the other: what they share is read once.
 */
export class ScanModels {
  /** Whether the market was asked for anything. */
  asked = false;
  private readonly context: DeskContext;
  private readonly market: Pick<MarketData, "history">;
  private readonly settings: Settings;
  private readonly judgeCandles: Judge;
  /** The newest candles first asked for, still in this symbol's turn, by symbol and timeframe. */
  private readonly read = new Map<string, CandleRows>();
  private turn = "";

  constructor(context: DeskContext, market: Pick<MarketData, "history">, settings: Settings, judge: Judge) {
    this.context = context;
    this.market = market;
    this.settings = settings;
    this.judgeCandles = judge;
  }

  /** Throws `DeskError` when the market that has to be asked does not answer. */
  async judge(symbol: string, timeframe: Timeframe): Promise<JudgedCandles> {
    if (this.turn !== symbol) this.read.clear();
    this.turn = symbol;
    const own = await this.newest(symbol, timeframe);
    const companion = await this.companion(symbol, timeframe);
    const higher = await this.higher(symbol, timeframe, own);
    const candles = { symbol, timeframe, own, higher, ...(companion && { companion }) };
    return this.judgeCandles(candles, this.settings);
  }

  /** As far back as its own candles; newer ones are added up from those, so that nothing is asked for them. */
  private async higher(symbol: string, timeframe: Timeframe, own: CandleRows) {
    const higher = new Map<Timeframe, CandleRows>();
    const reach = oldestOpenTime(own);
    if (reach === undefined) return higher;
    for (const above of contextTimeframes([timeframe], timeframe)) {
      higher.set(above, await this.known(symbol, above, reach));
    }
    return higher;
  }

  private async companion(symbol: string, timeframe: Timeframe): Promise<NewestCandles["companion"]> {
    const other = companionOf(this.context, this.settings, symbol);
    if (other === undefined) return undefined;
    const rows = await this.newest(other, timeframe).catch((error: unknown) => {
      // As live: a symbol is judged without a companion that cannot be read.
      if (error instanceof DeskError) return candleRows([]);
      throw error;
    });
    return { symbol: other, rows };
  }

  private newest(symbol: string, timeframe: Timeframe): Promise<CandleRows> {
    return this.known(symbol, timeframe, this.context.clock.now() - MISSING_CANDLES * timeframeMs(timeframe));
  }

  /**
   * The stored candles; when they end before `reach`, with what the market has and the store lacks. A market that is
   * closed has nothing newer and is asked in vain.
   */
  private async known(symbol: string, timeframe: Timeframe, reach: number): Promise<CandleRows> {
    const name = `${symbol} ${timeframe}`;
    const count = WARM_CANDLES + judgedCount(this.settings);
    const stored = this.read.get(name) ?? (await this.context.candles.newestRows(symbol, timeframe, count));
    const newest = newestOpenTime(stored);
    const isKnown = newest !== undefined && newest + timeframeMs(timeframe) >= reach;
    const wanted = { symbol, timeframe, asked: WARM_CANDLES, count };
    this.asked ||= !isKnown;
    const known = isKnown ? stored : await completedRows(this.context, this.market, wanted, stored);
    this.read.set(name, known);
    return known;
  }
}
