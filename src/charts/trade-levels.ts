import type { DecimalText } from "../engine/decimal.ts";
import type { Direction, Signal } from "../engine/signal.ts";
import type { Trade } from "../engine/trade/trade.ts";
import { targetPrices } from "../engine/trade/trade-facts.ts";
import { type Price, price } from "./units.ts";

/** The levels of a signal or of the trade it became, as they stand when the picture is made. */
export interface TradeLevels {
  readonly direction: Direction;
  /** Close time of the deciding candle. */
  readonly fromMs: number;
  /** When it was closed; unset while it lives. */
  readonly untilMs?: number;
  readonly entry: Price;
  readonly stop: Price;
  /** Stop of the plan: what 1R is measured with. */
  readonly plannedStop: Price;
  readonly targets: readonly Price[];
  readonly exit?: Price;
  /** Realised multiple of the planned risk. */
  readonly resultR?: number;
  rOf(at: Price): number;
}

export function tradeLevels(signal: Signal | undefined, trade: Trade | undefined): TradeLevels | undefined {
  if (trade !== undefined) return ofTrade(trade);
  if (signal === undefined) return undefined;
  const entry = price(signal.entry);
  const stop = price(signal.stop);
  return {
    direction: signal.direction,
    fromMs: signal.knownAt,
    entry,
    stop,
    plannedStop: stop,
    targets: signal.targets.map(price),
    rOf: multiples(entry, stop),
  };
}

function ofTrade(trade: Trade): TradeLevels {
  const { plan, signal } = trade;
  const entry = read(trade.entryPrice ?? plan.entry);
  const plannedStop = read(plan.stop);
  return {
    direction: plan.direction,
    fromMs: signal.knownAt,
    ...(trade.state === "closed" ? { untilMs: trade.updatedAt } : {}),
    entry,
    stop: read(trade.protectedAt ?? plan.stop),
    plannedStop,
    targets: targetPrices(trade).map(read),
    ...(trade.exitPrice === undefined ? {} : { exit: read(trade.exitPrice) }),
    ...(trade.result === undefined ? {} : { resultR: trade.result.r }),
    rOf: multiples(entry, plannedStop),
  };
}

function read(text: DecimalText): Price {
  return price(Number(text));
}

/** Positive toward the targets for longs and shorts alike: the sign of `entry - stop` is the direction. */
function multiples(entry: Price, stop: Price): (at: Price) => number {
  const risk = entry - stop;
  return (at) => (risk === 0 ? 0 : (at - entry) / risk);
}
