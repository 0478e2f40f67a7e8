import type { Decimal } from "decimal.js";
import { decimal } from "../../../../src/engine/decimal.ts";
import type { EmulatedSymbol } from "../../exchange/symbols.ts";
import { isTriggered } from "../../exchange/trading/trading-book.ts";
import type { NewAlgo, NewOrder, PositionSide } from "../../exchange/trading/trading-types.ts";
import { BybitError } from "../bybit-error.ts";
import { MAX_LIMIT_QUANTITY, MAX_MARKET_QUANTITY } from "../instruments.ts";
import { parameterError, symbolOf } from "../request-params.ts";
import type { RouteContext } from "../route.ts";
import { everyOrder } from "./order-rows.ts";

const LINK_ID = /^[\w-]{1,36}$/;
const DECIMAL = /^\d{1,12}(\.\d{1,12})?$/;
const PRICE_BAND = "0.05";
const MAX_CONDITIONAL = 10;
export const DEFAULT_LEVERAGE = 10;

/** Throws what Bybit answers to an order that breaks a rule. */
export function checkOrder(context: RouteContext, order: NewOrder): void {
  const { trading, market } = context;
  const symbol = symbolOf(market, order.symbol);
  const last = trading.lastPrice(order.symbol);
  checkLink(context, order.clientOrderId);
  checkPositionSide(context, order.positionSide);
  checkQuantity(symbol, order.quantity, order.type === "LIMIT" ? MAX_LIMIT_QUANTITY : MAX_MARKET_QUANTITY);
  if (order.type === "LIMIT") checkPrice(symbol, order, last);
  if (order.reduceOnly) checkReducible(context, order);
  else checkOpening(context, order, symbol, order.type === "LIMIT" ? decimal(order.price) : last);
}

/** Throws what Bybit answers to a conditional order that breaks a rule; it takes no margin before it triggers. */
export function checkConditional(context: RouteContext, algo: NewAlgo): void {
  const { trading, market } = context;
  const symbol = symbolOf(market, algo.symbol);
  checkLink(context, algo.clientAlgoId);
  checkPositionSide(context, algo.positionSide);
  checkQuantity(symbol, algo.quantity, MAX_MARKET_QUANTITY);
  checkTick(symbol, algo.triggerPrice, "triggerPrice");
  const waiting = trading.algos.filter(({ status, symbol: of }) => status === "NEW" && of === algo.symbol);
  if (waiting.length >= MAX_CONDITIONAL)
    throw new BybitError(110009, "The number of stop orders exceeds the maximum allowable limit");
  const last = trading.lastPrice(algo.symbol);
  if (!isTriggered(algo, last)) return;
  const rises = (algo.orderType === "STOP_MARKET") === (algo.side === "BUY");
  throw rises
    ? new BybitError(
        110092,
        `expect Rising, but trigger_price[${algo.triggerPrice}] <= current[${last}]??laste`,
      )
    : new BybitError(
        110093,
        `expect Falling, but trigger_price[${algo.triggerPrice}] >= current[${last}]??last`,
      );
}

/** A name is free again as soon as its order has ended. */
function checkLink({ trading }: RouteContext, link: string): void {
  if (link === "") return;
  if (!LINK_ID.test(link)) throw parameterError("orderLinkId");
  if (everyOrder(trading).some(({ row, isOpen }) => isOpen && row.orderLinkId === link))
    throw new BybitError(110072, "OrderLinkedID is duplicate");
}

function checkPositionSide({ trading }: RouteContext, positionSide: PositionSide): void {
  if (trading.hedged === (positionSide === "BOTH"))
    throw new BybitError(10001, "position idx not match position mode");
}

function checkReducible({ trading }: RouteContext, { symbol, positionSide, side }: NewOrder): void {
  if (trading.positions.reducible(symbol, positionSide, side).isZero())
    throw new BybitError(110017, "current position is zero, cannot fix reduce-only order qty");
}

function checkOpening(
  { trading }: RouteContext,
  { symbol: id, quantity }: NewOrder,
  { minNotional }: EmulatedSymbol,
  price: Decimal,
): void {
  const notional = price.mul(quantity);
  if (notional.lt(minNotional))
    throw new BybitError(110094, `Order does not meet minimum order value ${minNotional}USDT`);
  const free = trading.wallet().plus(trading.unrealised());
  if (notional.div(trading.leverage.get(id) ?? DEFAULT_LEVERAGE).gt(free))
    throw new BybitError(110007, "ab not enough for new order");
}

function checkQuantity({ minQuantity, stepSize }: EmulatedSymbol, quantity: string, most: string): void {
  if (!DECIMAL.test(quantity) || decimal(quantity).lte(0)) throw parameterError("qty");
  if (decimal(quantity).lt(minQuantity))
    throw new BybitError(10001, "The number of contracts exceeds minimum limit allowed");
  if (decimal(quantity).gt(most))
    throw new BybitError(10001, "The number of contracts exceeds maximum limit allowed: too large");
  if (!decimal(quantity).mod(stepSize).isZero()) throw new BybitError(10001, "Qty invalid");
}

/** Only the side that would pay too much is bound. */
function checkPrice(symbol: EmulatedSymbol, { price, side }: NewOrder, last: Decimal): void {
  checkTick(symbol, price, "price");
  const most = last.mul(decimal(1).plus(PRICE_BAND));
  const least = last.mul(decimal(1).minus(PRICE_BAND));
  if (side === "BUY" ? decimal(price).lte(most) : decimal(price).gte(least)) return;
  throw new BybitError(110003, "Order price exceeds the allowable range.");
}

function checkTick({ tickSize }: EmulatedSymbol, price: string, name: string): void {
  if (!DECIMAL.test(price) || decimal(price).lte(0) || !decimal(price).mod(tickSize).isZero())
    throw parameterError(name);
}
