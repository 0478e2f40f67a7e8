import type { Candle } from "../engine/candles/candle.ts";
import type { Instrument } from "../engine/instrument.ts";
import type { Signal } from "../engine/signal.ts";
import { type Shadow, shadowOf } from "../engine/trade/shadow.ts";

/** What the setups of one strategy came to, each followed by itself: no account, no limits, nothing in its way. */
export interface SetupResult {
  readonly strategy: string;
  readonly signals: number;
  /** Entered: at once at the market, or when price came to the limit in time. */
  readonly filled: number;
  /** Ended at the first target. */
  readonly wins: number;
  /** Ended at the stop. */
  readonly losses: number;
  /** Neither yet when the file ended; in none of the sums. */
  readonly running: number;
  /** Of those that ended, one decimal; unset when none has. */
  readonly winPercent?: number;
  /** Sum in multiples of the planned risk, all of it out at the first target, without costs; two decimals. */
  readonly netR: number;
  /** The same less fees and slippage. */
  readonly netRAfterCosts: number;
}

/** What trading costs, as the paper exchange takes it. */
export interface TradingCosts extends Pick<Instrument, "makerFee" | "takerFee"> {
  /** How much worse than its price a market or stop order fills. */
  readonly slippagePercent: number;
}

/** One line for each strategy, in the order given. `candles` are of the signals' timeframe, oldest first. */
export function setupResults(
  strategies: readonly string[],
  signals: readonly Signal[],
  candles: readonly Candle[],
  costs: TradingCosts,
): readonly SetupResult[] {
  const positions = new Map(candles.map(({ openTime }, at) => [openTime, at]));
  const followed = signals.map((signal) => {
    // A market may pause after the signal; what is passed over is passed over again.
    const from = positions.get(signal.knownAt) ?? 0;
    return { signal, shadow: shadowOf(signal, candles.slice(from)) };
  });
  return strategies.map((strategy) => {
    const own = followed.filter(({ signal }) => signal.strategy === strategy);
    return resultOf(strategy, own, costs);
  });
}

interface Followed {
  readonly signal: Signal;
  readonly shadow: Shadow;
}

function resultOf(strategy: string, followed: readonly Followed[], costs: TradingCosts): SetupResult {
  const of = (outcome: Shadow["outcome"]) => followed.filter(({ shadow }) => shadow.outcome === outcome);
  const [won, lost, running] = [of("target"), of("stop"), of("running")];
  const ended = [...won, ...lost];
  const netR = ended.reduce((sum, { shadow }) => sum + shadow.r, 0);
  const paid = ended.reduce((sum, one) => sum + costsInR(one, costs), 0);
  return {
    strategy,
    signals: followed.length,
    filled: ended.length + running.length,
    wins: won.length,
    losses: lost.length,
    running: running.length,
    ...(ended.length > 0 && { winPercent: rounded((100 * won.length) / ended.length, 10) }),
    netR: rounded(netR, 100),
    netRAfterCosts: rounded(netR - paid, 100),
  };
}

/** A limit entry and a target pay the maker fee and do not slip; an entry at the market and a stop do. */
function costsInR(
  { signal, shadow }: Followed,
  { makerFee, takerFee, slippagePercent }: TradingCosts,
): number {
  const { entry, stop, targets, entryType } = signal;
  const atMarket = takerFee + slippagePercent / 100;
  const exit = shadow.outcome === "target" ? (targets[0] ?? entry) * makerFee : stop * atMarket;
  return (entry * (entryType === "market" ? atMarket : makerFee) + exit) / Math.abs(entry - stop);
}

function rounded(value: number, steps: number): number {
  return Math.round(steps * value) / steps;
}
