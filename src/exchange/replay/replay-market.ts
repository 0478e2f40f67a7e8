import type { Candle } from "../../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../engine/candles/timeframe.ts";
import type { Instrument } from "../../engine/instrument.ts";
import type { MarketData, MarketEvent } from "../../engine/ports/market-data.ts";
import { closedCandles, firstAtOrAfter } from "../closed-candles.ts";
import type { Wait } from "../wait.ts";
import type { ReplayClock } from "./replay-clock.ts";

export interface ReplayedSymbol {
  readonly instrument: Instrument;
  /** In rising order of open time. */
  readonly candles: readonly Candle[];
}

export interface ReplayMarketOptions {
  readonly timeframe: Timeframe;
  readonly symbols: readonly ReplayedSymbol[];
  /** Driven by the stream: to the open time before a candle's first price, to its close before the candle. */
  readonly clock: ReplayClock;
  /** How many candles are delivered in a second of real time; 0 is as fast as they are handled. */
  readonly candlesPerSecond: number;
  readonly wait: Wait;
}

/**
 * A market that plays candles back. Each gives a `price` at its open and the `candle` at its close; events of
 * several symbols come in the order of time, closes before opens. A stream starts with the candles that have
 * not closed at the clock's time, so a second stream goes on where the first was stopped, and ends with the
 * last candle. Throws `RangeError` when candles do not rise.
 */
export function createReplayMarket(options: ReplayMarketOptions): MarketData {
  const { timeframe, symbols, clock } = options;
  for (const { instrument, candles } of symbols) assertRising(instrument.symbol, candles);
  const bySymbol = new Map(symbols.map((replayed) => [replayed.instrument.symbol, replayed]));
  return {
    baseTimeframe: timeframe,
    instruments: async () => symbols.map(({ instrument }) => instrument),
    history: async (symbol, wanted, sinceMs, limit) =>
      closedCandles(bySymbol.get(symbol)?.candles ?? [], timeframe, {
        timeframe: wanted,
        sinceMs,
        limit,
        nowMs: clock.now(),
      }),
    stream: async (names, handle, stop) => {
      const wanted = symbols.filter(({ instrument }) => names.includes(instrument.symbol));
      await play(options, wanted, handle, stop);
    },
  };
}

/** Where the replay of one symbol stands: `index` is the candle, of which the open or the close comes next. */
interface Playhead {
  readonly symbol: string;
  readonly candles: readonly Candle[];
  index: number;
  opened: boolean;
}

async function play(
  { timeframe, clock, candlesPerSecond, wait }: ReplayMarketOptions,
  symbols: readonly ReplayedSymbol[],
  handle: (event: MarketEvent) => Promise<void>,
  stop: AbortSignal,
): Promise<void> {
  const length = timeframeMs(timeframe);
  const heads: Playhead[] = symbols.map(({ instrument, candles }) => {
    const index = firstAtOrAfter(candles, clock.now() - length + 1);
    return {
      symbol: instrument.symbol,
      candles,
      index,
      opened: (candles[index]?.openTime ?? 0) < clock.now(),
    };
  });
  for (let next = earliest(heads, length); next && !stop.aborted; next = earliest(heads, length)) {
    const { head, candle, at } = next;
    if (head.opened && candlesPerSecond > 0) await wait(1000 / candlesPerSecond, stop);
    if (stop.aborted) return;
    clock.advanceTo(at);
    const { symbol, opened } = head;
    advance(head);
    await handle(
      opened ? { type: "candle", symbol, candle } : { type: "price", symbol, price: candle.open, at },
    );
  }
}

function advance(head: Playhead): void {
  if (head.opened) head.index += 1;
  head.opened = !head.opened;
}

interface NextEvent {
  readonly head: Playhead;
  readonly candle: Candle;
  readonly at: number;
}

/** The next event in time; at the same time a close comes before an open. */
function earliest(heads: readonly Playhead[], length: number): NextEvent | undefined {
  let first: NextEvent | undefined;
  for (const head of heads) {
    const candle = head.candles[head.index];
    if (!candle) continue;
    const at = head.opened ? candle.openTime + length : candle.openTime;
    const sooner = !first || at < first.at || (at === first.at && head.opened && !first.head.opened);
    if (sooner) first = { head, candle, at };
  }
  return first;
}

function assertRising(symbol: string, candles: readonly Candle[]): void {
  for (let index = 1; index < candles.length; index += 1) {
    const before = candles[index - 1]?.openTime ?? 0;
    const openTime = candles[index]?.openTime ?? 0;
    if (!(openTime > before)) throw new RangeError(`${symbol}: ${openTime} does not rise after ${before}`);
  }
}
