import type { Decimal } from "decimal.js";
import type { Candle } from "../candles/candle.ts";
import { type DecimalText, decimal } from "../decimal.ts";
import { reachedTargets } from "./balance-exits.ts";
import type { Desk } from "./exit-orders.ts";
import type { TrailingPlan } from "./management.ts";
import { breakEvenStop, isTighter, profitR, stopOnGrid, wantedStop } from "./stop-price.ts";
import type { StopReason, Trade } from "./trade.ts";
import type { TradeEvent } from "./trade-event.ts";
import { directionSign, openQuantity, riskPerUnit } from "./trade-facts.ts";

/** Last confirmed swings of a layer; each unset while there is none. */
export interface SwingPrices {
  readonly low?: number;
  readonly high?: number;
}

/** The market at a close, as far as managing a position needs it. */
export interface MarketMoment {
  readonly candle: Candle;
  /** ATR of the setup's timeframe; unset while undefined. */
  readonly atr?: number;
  swing(layer: string): SwingPrices | undefined;
}

/**
 * What a closed candle asks for: progress that the plan waits for, and a tighter stop. Never a looser one, and
 * none that price has passed already. The exchange's own stop and targets need no candle.
 */
export function managementEvents(trade: Trade, moment: MarketMoment, desk: Desk): readonly TradeEvent[] {
  if (trade.closing !== undefined) return [];
  if (trade.entryPrice === undefined || !decimal(openQuantity(trade)).gt(0)) return [];
  return [...plannedEvents(trade, moment, desk), ...soldTargets(trade, moment, desk)];
}

/** Where the exchange cannot hold targets beside the stop, the desk sells when a candle has reached one. */
function soldTargets(trade: Trade, { candle }: MarketMoment, desk: Desk): readonly TradeEvent[] {
  if (desk.instrument.isSpot !== true) return [];
  const intents = reachedTargets(trade, extremeOf(trade, candle), desk);
  return intents.length === 0 ? [] : [{ type: "order.intended", at: desk.now, intents }];
}

function plannedEvents(trade: Trade, moment: MarketMoment, desk: Desk): readonly TradeEvent[] {
  if (trade.management === undefined) return [];
  const at = desk.now;
  const bestR = Math.max(trade.bestR ?? 0, thresholdReached(trade, moment.candle));
  const progress: readonly TradeEvent[] =
    bestR > (trade.bestR ?? 0) ? [{ type: "trade.progressed", at, r: bestR }] : [];
  const move = tightestMove(trade, bestR, moment, desk);
  return move === undefined ? progress : [...progress, { type: "trade.stop-moved", at, ...move }];
}

/** The most profitable price of a candle; a wick from before the entry is not the trade's. */
function extremeOf(trade: Trade, { openTime, high, low, close }: Candle): number {
  const isWhole = openTime >= (trade.openedAt ?? Number.POSITIVE_INFINITY);
  const extreme = trade.plan.direction === "long" ? high : low;
  return isWhole ? extreme : close;
}

/** The highest profit of the plan's thresholds that the candle reached. */
function thresholdReached(trade: Trade, candle: Candle): number {
  const reached = profitR(trade, extremeOf(trade, candle));
  const { timeStop, breakEven, trailing } = trade.management ?? {};
  const thresholds = [timeStop?.minR, breakEven?.afterR, trailing?.startR];
  return Math.max(0, ...thresholds.map((r) => (r !== undefined && reached >= r ? r : 0)));
}

interface StopMove {
  readonly stop: DecimalText;
  readonly reason: StopReason;
}

function tightestMove(trade: Trade, bestR: number, moment: MarketMoment, desk: Desk): StopMove | undefined {
  const standing = wantedStop(trade);
  const moves = [breakEvenMove(trade, bestR, desk), trailingMove(trade, bestR, moment, desk)];
  return moves
    .flatMap((move) => move ?? [])
    .filter(({ stop }) => isTighter(trade, stop, standing) && isBehind(trade, stop, moment.candle.close))
    .reduce<StopMove | undefined>(
      (best, move) => (best === undefined || isTighter(trade, move.stop, best.stop) ? move : best),
      undefined,
    );
}

/** A stop that price has reached would trigger at once. */
function isBehind({ plan }: Trade, stop: DecimalText, price: number): boolean {
  return decimal(price).minus(stop).mul(directionSign(plan.direction)).gt(0);
}

function breakEvenMove(trade: Trade, bestR: number, { instrument }: Desk): StopMove | undefined {
  const plan = trade.management?.breakEven;
  if (plan?.afterR === undefined || bestR < plan.afterR) return undefined;
  return { stop: breakEvenStop(trade, instrument, plan), reason: "break-even" };
}

function trailingMove(
  trade: Trade,
  bestR: number,
  moment: MarketMoment,
  { instrument }: Desk,
): StopMove | undefined {
  const plan = trade.management?.trailing;
  if (plan === undefined || bestR < plan.startR) return undefined;
  const price = trailedPrice(trade, plan, moment);
  if (price === undefined || !price.gt(0)) return undefined;
  const stop = stopOnGrid(trade, price, instrument);
  const gained = decimal(stop).minus(wantedStop(trade)).mul(directionSign(trade.plan.direction));
  return gained.gte(riskPerUnit(trade).mul(plan.stepR)) ? { stop, reason: "trailing" } : undefined;
}

/** Unset where the market does not tell: no ATR yet, no swing yet. */
function trailedPrice(trade: Trade, plan: TrailingPlan, moment: MarketMoment): Decimal | undefined {
  const { by, distance, layer } = plan;
  const { candle, atr } = moment;
  const sign = directionSign(trade.plan.direction);
  if (by === "percent")
    return decimal(candle.close).mul(decimal(1).minus(decimal(distance).mul(sign).div(100)));
  if (atr === undefined || !Number.isFinite(atr)) return undefined;
  const gap = decimal(distance).mul(atr).mul(sign);
  if (by === "atr") return decimal(candle.close).minus(gap);
  const swing = moment.swing(layer ?? "");
  const level = trade.plan.direction === "long" ? swing?.low : swing?.high;
  return level === undefined ? undefined : decimal(level).minus(gap);
}
