import type { Candle } from "../engine/candles/candle.ts";
import { candleRows, candlesOfRows } from "../engine/candles/candle-rows.ts";
import { TIMEFRAMES, type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import { CompanionCandles } from "../engine/model/companion-candles.ts";
import { contextTimeframes } from "../engine/model/higher-timeframe.ts";
import { MarketModel } from "../engine/model/market-model.ts";
import type { MarketData } from "../engine/ports.ts";
import { WARM_CANDLES } from "../engine/scan/judge-newest.ts";
import type { Settings } from "../engine/settings/settings.ts";
import type { Strategy } from "../engine/strategy/contract.ts";
import { createStrategies } from "../engine/strategy/registry.ts";
import { companionOf } from "./companions.ts";
import type { DeskContext } from "./desk-context.ts";
import { completedRows } from "./known-candles.ts";

export interface WarmModel {
  readonly model: MarketModel;
  /** What it is compared with. */
  readonly companion?: CompanionCandles;
  /** All that the model follows: those that are judged, and the higher ones that are only looked at. */
  readonly timeframes: readonly Timeframe[];
  /** Of each timeframe the candles that the store has; what the model added up itself comes after them. */
  readonly stored: ReadonlyMap<Timeframe, number>;
  /** Open time of the newest base candle that the model knows. */
  readonly newestAt: number;
}

/** Makes models that know what happened before: from the store, and from the market what the store lacks. */
export class WarmModels {
  private readonly context: DeskContext;
  private readonly market: Pick<MarketData, "history">;
  private readonly baseCandles: number;
  /** Of the newest settings: strategies keep no state, so all models share them. */
  private strategies: { readonly settings: Settings; readonly made: readonly Strategy[] } | undefined;

  /** `baseCandles` of the base timeframe are read at most. */
  constructor(context: DeskContext, market: Pick<MarketData, "history">, baseCandles: number) {
    this.context = context;
    this.market = market;
    this.baseCandles = baseCandles;
  }

  async make(symbol: string, settings: Settings): Promise<WarmModel> {
    const { baseTimeframe, timeZones } = this.context;
    const judged = usableTimeframes(settings.signals.timeframes, baseTimeframe);
    const context = contextTimeframes(judged, baseTimeframe);
    const timeframes = [...judged, ...context];
    const companion = await this.companion(symbol, judged, settings);
    const model = new MarketModel({
      symbol,
      baseTimeframe,
      timeframes: judged,
      contextTimeframes: context,
      settings: settings.detectors,
      strategies: this.strategiesFor(settings),
      keep: WARM_CANDLES,
      timeZones,
      ...(companion && { companion }),
    });
    const { history, base } = await this.past(symbol, timeframes);
    model.warmUpFrom(history, base);
    const newestAt = base.at(-1)?.openTime ?? 0;
    const stored = new Map([...history].map(([timeframe, candles]) => [timeframe, candles.length]));
    return { model, timeframes, stored, newestAt, ...(companion && { companion }) };
  }

  private strategiesFor(settings: Settings): readonly Strategy[] {
    if (this.strategies?.settings !== settings) {
      this.strategies = { settings, made: createStrategies(settings) };
    }
    return this.strategies.made;
  }

  private async companion(
    symbol: string,
    timeframes: readonly Timeframe[],
    settings: Settings,
  ): Promise<CompanionCandles | undefined> {
    const { baseTimeframe } = this.context;
    const other = companionOf(this.context, settings, symbol);
    if (other === undefined) return undefined;
    const companion = new CompanionCandles({
      symbol: other,
      baseTimeframe,
      timeframes,
      keep: WARM_CANDLES,
    });
    const { history, base } = await this.past(other, timeframes);
    companion.warmUpFrom(history, base);
    return companion;
  }

  /** What is known of a symbol from before now: each timeframe's own candles, and the base ones. */
  private async past(symbol: string, timeframes: readonly Timeframe[]) {
    const { baseTimeframe } = this.context;
    const history = new Map<Timeframe, readonly Candle[]>();
    for (const timeframe of timeframes) {
      if (timeframe !== baseTimeframe)
        history.set(timeframe, await this.known(symbol, timeframe, WARM_CANDLES));
    }
    const base = await this.known(symbol, baseTimeframe, this.baseCandles);
    if (timeframes.includes(baseTimeframe)) history.set(baseTimeframe, base);
    return { history, base };
  }

  /** The newest closed candles, oldest first, as a scan knows them: of the store, and of the market what that lacks. */
  private async known(symbol: string, timeframe: Timeframe, count: number): Promise<readonly Candle[]> {
    const { candles, clock } = this.context;
    const length = timeframeMs(timeframe);
    const stored = await candles.newest(symbol, timeframe, count);
    const [oldest, newest] = [stored[0], stored.at(-1)];
    const reachesBack =
      stored.length === count ||
      (oldest !== undefined && oldest.openTime < clock.now() - (count - 2) * length);
    if (reachesBack && newest && newest.openTime + 2 * length > clock.now()) return stored;
    const wanted = { symbol, timeframe, asked: count, count };
    const kept = candleRows(reachesBack ? stored : []);
    const known = await completedRows(this.context, this.market, wanted, kept);
    return known.length > 0 ? candlesOfRows(known) : stored;
  }
}

/** The wanted timeframes that the base timeframe can be added up to; the base itself when none can. */
export function usableTimeframes(wanted: readonly Timeframe[], base: Timeframe): readonly Timeframe[] {
  const usable = TIMEFRAMES.filter(
    (timeframe) => wanted.includes(timeframe) && timeframeMs(timeframe) % timeframeMs(base) === 0,
  );
  return usable.length > 0 ? usable : [base];
}
