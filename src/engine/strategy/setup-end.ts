import type { Candle } from "../candles/candle.ts";
import { type Timeframe, timeframeMs } from "../candles/timeframe.ts";
import type { SetupEnd, Signal } from "../signal.ts";
import { MANUAL } from "../trade/manual-order.ts";
import { LONG, SHORT, type TradeSide } from "./parts/side.ts";

/** Why a setup is over before it was entered, in the order in which facts of one moment count. */
export type EndingFact =
  | "target-reached"
  | "stop-reached"
  | "gap-filled"
  | "block-invalidated"
  | "swing-broken"
  | "kill-zone-over";

export interface EndedSetup {
  readonly fact: EndingFact;
  /** Close of the candle that showed it, or the end of the window; epoch ms. */
  readonly at: number;
  readonly args: Readonly<Record<string, string | number>>;
}

/** What was traded since the signal: candles of the market's own timeframe and of the signal's, oldest first. */
export interface TradedSince {
  readonly base: readonly Candle[];
  readonly baseTimeframe: Timeframe;
  readonly own: readonly Candle[];
}

/**
 * The first fact that ends the setup of `signal`, if one has come by `now`. Touches are read from the base
 * candles, closes from those of the signal's timeframe; candles from before the signal are not looked at.
 */
export function endOfSetup(signal: Signal, traded: TradedSince, now: number): EndedSetup | undefined {
  const side = signal.direction === "long" ? LONG : SHORT;
  const facts = [...levelFacts(signal, side), ...(signal.endsOn ?? []).map(factOf)].flatMap(
    (find) => find(signal, traded, side) ?? [],
  );
  const come = facts.filter(({ at }) => at <= now);
  return come.reduce<EndedSetup | undefined>(
    (first, one) => (first === undefined || one.at < first.at ? one : first),
    undefined,
  );
}

type FindFact = (signal: Signal, traded: TradedSince, side: TradeSide) => EndedSetup | undefined;

/** Reaching the first target or the stop ends every setup. */
function levelFacts(signal: Signal, { sign }: TradeSide): readonly FindFact[] {
  const [target] = signal.targets;
  const stop: FindFact = (one, traded) =>
    touched(one, traded, -sign, one.stop, "stop-reached", { price: one.stop });
  if (target === undefined) return [stop];
  return [(one, traded) => touched(one, traded, sign, target, "target-reached", { price: target }), stop];
}

function factOf(end: SetupEnd): FindFact {
  switch (end.kind) {
    case "gap-filled": {
      const { top, bottom } = end;
      return (signal, traded, { sign }) =>
        touched(signal, traded, -sign, sign > 0 ? bottom : top, end.kind, { top, bottom });
    }
    case "block-invalidated": {
      const { top, bottom } = end;
      return (signal, traded, { sign }) =>
        closedBeyond(signal, traded, sign > 0 ? bottom : top, sign, end.kind, { top, bottom });
    }
    case "swing-broken": {
      const { level } = end;
      return (signal, traded, { sign }) => closedBeyond(signal, traded, level, sign, end.kind, { level });
    }
    case "kill-zone-over":
      return () => ({ fact: end.kind, at: end.at, args: { name: end.name } });
  }
}

/** The first base candle whose high (`way` 1) or low (-1) reached `level`. */
function touched(
  { knownAt }: Signal,
  { base, baseTimeframe }: TradedSince,
  way: number,
  level: number,
  fact: EndingFact,
  args: EndedSetup["args"],
): EndedSetup | undefined {
  const found = base.find(
    ({ openTime, high, low }) => openTime >= knownAt && way * (way > 0 ? high : low) >= way * level,
  );
  return found && { fact, at: found.openTime + timeframeMs(baseTimeframe), args };
}

/** The first candle of the signal's timeframe that closed on the losing side of `level`. */
function closedBeyond(
  { knownAt, timeframe }: Signal,
  { own }: TradedSince,
  level: number,
  sign: number,
  fact: EndingFact,
  args: EndedSetup["args"],
): EndedSetup | undefined {
  const found = own.find(({ openTime, close }) => openTime >= knownAt && sign * close < sign * level);
  return found && { fact, at: found.openTime + timeframeMs(timeframe), args };
}

/**
 * A newer setup takes the place of an older one of the same symbol and direction. What a person typed gives way
 * to what a person types, and to no strategy.
 */
export function supersedes(newer: Signal, older: Signal): boolean {
  return (
    (newer.strategy === MANUAL) === (older.strategy === MANUAL) &&
    newer.symbol === older.symbol &&
    newer.direction === older.direction &&
    newer.knownAt > older.knownAt
  );
}
