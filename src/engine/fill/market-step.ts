import type { Decimal } from "decimal.js";
import type { Candle } from "../candles/candle.ts";
import type { Fill } from "../trade/order.ts";
import { type PaperAccount, type PaperOrder, positionOf, withPrice } from "./account.ts";
import { applyFill } from "./apply-fill.ts";
import { exact } from "./exact.ts";
import { reduces, settleReduceOnly } from "./reduce-only.ts";
import { fillPrice, reachedAt, reachedInside } from "./trigger.ts";

/** What one price or candle did to the account. */
export interface MarketStep {
  readonly account: PaperAccount;
  readonly fills: readonly Fill[];
  /** Client order ids of reduce-only orders that ended because their position is gone. */
  readonly cancelled: readonly string[];
}

/** Entries first, so that the stop of a position that came to be here can still count; targets last: the stop wins. */
const PHASES = [isEntry, isProtection, isTarget] as const;

/**
 * A traded price. Orders placed at or before `at` fill at it when it reaches them: market and stop orders with
 * slippage, limits and targets at the price itself when it is better than theirs.
 */
export function onPrice(account: PaperAccount, symbol: string, price: number, at: number): MarketStep {
  if (!isPrice(price)) return unchanged(account);
  const start = unchanged(withPrice(account, symbol, price, at));
  return sweep(start, symbol, price, at, at);
}

/**
 * A closed candle. Only orders placed at or before its open time may fill: first at the open, then inside its
 * range at their own price. The order of prices inside is unknown and taken against us: a position that grew
 * after the open may be stopped but not take profit, and the stop counts when both are reached.
 * `at` is the time of fills inside the range, normally the candle's close.
 */
export function onCandle(account: PaperAccount, symbol: string, candle: Candle, at: number): MarketStep {
  if (![candle.open, candle.high, candle.low, candle.close].every(isPrice)) return unchanged(account);
  const fillable = account.working.some(
    (order) => order.symbol === symbol && order.placedAt <= candle.openTime,
  );
  if (!fillable) return unchanged(withPrice(account, symbol, candle.close, at));
  const open = sweep(unchanged(account), symbol, candle.open, candle.openTime, candle.openTime);
  const inside = sweepInside(open, symbol, candle, at);
  return { ...inside, account: withPrice(inside.account, symbol, candle.close, at) };
}

function isEntry(order: PaperOrder): boolean {
  return !order.reduceOnly;
}

function isProtection(order: PaperOrder): boolean {
  return order.reduceOnly && (order.type === "stop" || order.type === "market");
}

function isTarget(order: PaperOrder): boolean {
  return order.reduceOnly && !isProtection(order);
}

function sweep(
  start: MarketStep,
  symbol: string,
  price: number,
  placedUntil: number,
  at: number,
): MarketStep {
  let step = start;
  for (const phase of PHASES) {
    for (const order of candidates(step.account, symbol, phase, placedUntil)) {
      if (reachedAt(order, price)) step = execute(step, order.clientOrderId, exact(price), at);
    }
  }
  return step;
}

function sweepInside(start: MarketStep, symbol: string, candle: Candle, at: number): MarketStep {
  const before = positionOf(start.account, symbol);
  let step = start;
  for (const phase of [isEntry, isProtection]) {
    for (const order of candidates(step.account, symbol, phase, candle.openTime)) {
      if (reachedInside(order, candle)) step = execute(step, order.clientOrderId, ownPrice(order), at);
    }
  }
  if (before === undefined || before.increasedAt > candle.openTime) return step;
  const lost = reducedBy(step.fills.slice(start.fills.length), before.quantity);
  let takeable = exact(before.quantity).abs().minus(lost);
  for (const order of candidates(step.account, symbol, isTarget, candle.openTime)) {
    if (!reduces(order.side, before.quantity) || !reachedInside(order, candle)) continue;
    const known = step.fills.length;
    step = execute(step, order.clientOrderId, ownPrice(order), at, takeable);
    takeable = takeable.minus(reducedBy(step.fills.slice(known), before.quantity));
  }
  return step;
}

function candidates(
  account: PaperAccount,
  symbol: string,
  phase: (order: PaperOrder) => boolean,
  placedUntil: number,
): PaperOrder[] {
  return account.working.filter(
    (order) => order.symbol === symbol && order.placedAt <= placedUntil && phase(order),
  );
}

/** Fills as much of an order as is allowed, at most `cap`, and settles the reduce-only orders after it. */
function execute(
  step: MarketStep,
  clientOrderId: string,
  reference: Decimal,
  at: number,
  cap?: Decimal,
): MarketStep {
  const order = step.account.working.find((live) => live.clientOrderId === clientOrderId);
  if (!order) return step;
  const allowed = fillableQuantity(step.account, order);
  const quantity = cap?.lt(allowed) ? cap : allowed;
  if (quantity.lte(0)) return step;
  const price = fillPrice(order, reference, step.account.slippagePercent);
  const { account, fill } = applyFill(step.account, order, price, quantity, at);
  const settled = settleReduceOnly(account, order.symbol);
  return {
    account: settled.account,
    fills: [...step.fills, fill],
    cancelled: [...step.cancelled, ...settled.cancelled],
  };
}

function fillableQuantity(account: PaperAccount, order: PaperOrder): Decimal {
  const rest = exact(order.quantity).minus(order.filledQuantity);
  if (!order.reduceOnly) return rest;
  const position = positionOf(account, order.symbol);
  if (!position || !reduces(order.side, position.quantity)) return exact(0);
  const held = exact(position.quantity).abs();
  return held.lt(rest) ? held : rest;
}

function reducedBy(fills: readonly Fill[], positionQuantity: string): Decimal {
  return fills
    .filter((fill) => reduces(fill.side, positionQuantity))
    .reduce((sum, fill) => sum.plus(fill.quantity), exact(0));
}

function ownPrice(order: PaperOrder): Decimal {
  return exact(order.price ?? 0);
}

function unchanged(account: PaperAccount): MarketStep {
  return { account, fills: [], cancelled: [] };
}

function isPrice(price: number): boolean {
  return Number.isFinite(price) && price > 0;
}
