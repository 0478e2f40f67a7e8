import type { Decimal } from "decimal.js";
import { decimal } from "../../../../src/engine/decimal.ts";
import type { EmulatedSymbol } from "../../exchange/symbols.ts";
import { isAlive, isTriggered } from "../../exchange/trading/trading-book.ts";
import type { NewAlgo, NewOrder } from "../../exchange/trading/trading-types.ts";
import { MAX_LIMIT_SIZE, MAX_MARKET_SIZE } from "../instruments.ts";
import { OrderRefusal } from "../okx-error.ts";
import type { RouteContext } from "../route.ts";
import { leverageOf } from "./leverage.ts";
import { type MarginMode, marginModeOf, wordError } from "./order-words.ts";

const CLIENT_ID = /^[A-Za-z0-9]{1,32}$/;
const DECIMAL = /^\d{1,12}(\.\d{1,12})?$/;
const PRICE_BAND = "0.05";
const MAX_ALGOS = 100;

/** Throws what OKX answers to an order that breaks a rule. */
export function checkOrder(context: RouteContext, order: NewOrder, marginMode: MarginMode): void {
  const { trading } = context;
  const symbol = symbolOf(context, order.symbol);
  checkClientId(order.clientOrderId, "clOrdId");
  checkQuantity(symbol, order);
  if (order.type === "LIMIT") checkPrice(symbol, order, trading.lastPrice(order.symbol));
  const isTaken = trading.orders.some(
    (each) => isAlive(each) && each.clientOrderId !== "" && each.clientOrderId === order.clientOrderId,
  );
  if (isTaken) throw new OrderRefusal(51016, "Client order ID already exists.");
  if (order.reduceOnly) checkReducible(context, order, marginMode);
  else checkOpening(context, order, symbol, marginMode);
}

/** Throws what OKX answers to a conditional order that breaks a rule. */
export function checkAlgo(context: RouteContext, algo: NewAlgo): void {
  const { trading } = context;
  const symbol = symbolOf(context, algo.symbol);
  checkClientId(algo.clientAlgoId, "algoClOrdId");
  checkSize(symbol, algo.quantity);
  checkTick(symbol, algo.triggerPrice, algo.orderType === "STOP_MARKET" ? "slTriggerPx" : "tpTriggerPx");
  const waiting = trading.algos.filter(({ status, symbol: of }) => status === "NEW" && of === algo.symbol);
  if (algo.clientAlgoId !== "" && waiting.some(({ clientAlgoId }) => clientAlgoId === algo.clientAlgoId))
    throw new OrderRefusal(51065, "algoClOrdId already exists.");
  if (waiting.length >= MAX_ALGOS)
    throw new OrderRefusal(
      51261,
      `Each user can hold up to ${MAX_ALGOS} pending stop - orders at the same time`,
    );
  if (isTriggered(algo, trading.lastPrice(algo.symbol))) throw triggersAtOnce(algo);
}

function triggersAtOnce({ orderType, side }: NewAlgo): OrderRefusal {
  const isStop = orderType === "STOP_MARKET";
  const kind = isStop ? "SL" : "TP";
  if (isStop === (side === "SELL"))
    return new OrderRefusal(
      isStop ? 51280 : 51277,
      `${kind} trigger price can not be higher than the last price`,
    );
  return new OrderRefusal(
    isStop ? 51278 : 51279,
    `${kind} trigger price can not be lower than the last price`,
  );
}

function checkReducible(context: RouteContext, order: NewOrder, marginMode: MarginMode): void {
  const { positions } = context.trading;
  const isOther = marginModeOf(context, order.symbol) !== marginMode;
  if (!isOther && !positions.reducible(order.symbol, order.positionSide, order.side).isZero()) return;
  throw new OrderRefusal(
    51169,
    "Order failed because you don't have any positions in this direction to reduce or close.",
  );
}

function checkOpening(
  context: RouteContext,
  order: NewOrder,
  symbol: EmulatedSymbol,
  marginMode: MarginMode,
): void {
  checkMarginMode(context, order.symbol, marginMode);
  checkMargin(context, order, symbol, marginMode);
}

/** A position of each mode may be open at once at OKX; the books here know one. */
function checkMarginMode(context: RouteContext, symbol: string, marginMode: MarginMode): void {
  const { trading } = context;
  if (marginModeOf(context, symbol) === marginMode) return;
  if (!trading.positions.net(symbol).isZero()) throw wordError("tdMode");
  if (marginMode === "isolated") trading.isolated.add(symbol);
  else trading.isolated.delete(symbol);
}

function checkMargin(
  context: RouteContext,
  order: NewOrder,
  { contractSize = "1" }: EmulatedSymbol,
  marginMode: MarginMode,
): void {
  const { trading } = context;
  const price = order.type === "LIMIT" ? decimal(order.price) : trading.lastPrice(order.symbol);
  const notional = price.mul(order.quantity).mul(contractSize);
  const free = trading.wallet().plus(trading.unrealised());
  if (notional.div(leverageOf(context, order.symbol, marginMode, order.positionSide)).gt(free))
    throw new OrderRefusal(51008, "Order failed. Insufficient USDT margin in account");
}

function checkClientId(id: string, name: string): void {
  if (id !== "" && !CLIENT_ID.test(id)) throw wordError(name);
}

function checkQuantity(symbol: EmulatedSymbol, { quantity, type }: NewOrder): void {
  checkSize(symbol, quantity);
  if (type === "LIMIT" && decimal(quantity).gt(MAX_LIMIT_SIZE))
    throw new OrderRefusal(51005, "Your order amount exceeds the max order amount.");
  if (type === "MARKET" && decimal(quantity).gt(MAX_MARKET_SIZE))
    throw new OrderRefusal(51202, "The order amount exceeds the max amount of market orders.");
}

function checkSize({ minQuantity, stepSize }: EmulatedSymbol, quantity: string): void {
  if (!DECIMAL.test(quantity) || decimal(quantity).lte(0)) throw wordError("sz");
  if (decimal(quantity).lt(minQuantity))
    throw new OrderRefusal(51020, "Order amount should be greater than the min available amount.");
  if (!decimal(quantity).mod(stepSize).isZero())
    throw new OrderRefusal(51121, "Order quantity must be a multiple of the lot size.");
}

/** Only the side that would pay too much is bound. */
function checkPrice(symbol: EmulatedSymbol, { price, side }: NewOrder, last: Decimal): void {
  if (price === "") throw new OrderRefusal(51204, "The price for limit orders can not be empty.");
  checkTick(symbol, price, "px");
  const most = last.mul(decimal(1).plus(PRICE_BAND));
  const least = last.mul(decimal(1).minus(PRICE_BAND));
  if (side === "BUY" ? decimal(price).lte(most) : decimal(price).gte(least)) return;
  throw new OrderRefusal(51006, `Order price is not within the price limit (${least} to ${most}).`);
}

function checkTick({ tickSize }: EmulatedSymbol, price: string, name: string): void {
  if (!DECIMAL.test(price) || decimal(price).lte(0) || !decimal(price).mod(tickSize).isZero())
    throw wordError(name);
}

function symbolOf({ market }: RouteContext, id: string): EmulatedSymbol {
  const found = market.symbols.find((symbol) => symbol.id === id);
  if (!found) throw new OrderRefusal(51001, "Instrument ID doesn't exist.");
  return found;
}
