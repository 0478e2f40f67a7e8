import { decimal } from "../../../../src/engine/decimal.ts";
import type { EmulatedSymbol } from "../../exchange/symbols.ts";
import { isTriggered } from "../../exchange/trading/trading-book.ts";
import type { NewAlgo, NewOrder } from "../../exchange/trading/trading-types.ts";
import { BinanceError } from "../binance-error.ts";
import type { RouteContext } from "../route.ts";

const MAX_QUANTITY = "1000";
const MAX_PRICE = "4529764";
const PERCENT_UP = "1.05";
const PERCENT_DOWN = "0.95";
const CLIENT_ID = /^[.A-Z:/a-z0-9_-]{1,36}$/;

/** Throws what Binance answers to an order that breaks a rule. */
export function checkOrder(context: RouteContext, order: NewOrder): void {
  const { trading } = context;
  const symbol = symbolOf(context, order.symbol);
  checkClientId(order.clientOrderId);
  checkQuantity(symbol, order.quantity);
  if (order.type === "LIMIT") checkPrice(symbol, order.price, trading.lastPrice(order.symbol).toString());
  checkPositionSide(context, order);
  const duplicate = trading.orders.some(
    (each) => each.clientOrderId === order.clientOrderId && /^(NEW|PARTIALLY_FILLED)$/.test(each.status),
  );
  if (duplicate) throw new BinanceError(-4116, "ClientOrderId is duplicated.");
  const price = order.type === "LIMIT" ? decimal(order.price) : trading.lastPrice(order.symbol);
  const notional = price.mul(order.quantity);
  if (reduces(order)) {
    if (trading.positions.reducible(order.symbol, order.positionSide, order.side).isZero())
      throw new BinanceError(-2022, "ReduceOnly Order is rejected.");
    return;
  }
  if (notional.lt(symbol.minNotional)) {
    throw new BinanceError(
      -4164,
      `Order's notional must be no smaller than ${symbol.minNotional} (unless you choose reduce only).`,
    );
  }
  const free = trading.wallet().plus(trading.unrealised());
  if (notional.div(trading.leverage.get(order.symbol) ?? 20).gt(free))
    throw new BinanceError(-2019, "Margin is insufficient.");
}

/** Throws what Binance answers to a conditional order that breaks a rule. */
export function checkAlgo(context: RouteContext, algo: NewAlgo): void {
  const { trading } = context;
  const symbol = symbolOf(context, algo.symbol);
  checkClientId(algo.clientAlgoId);
  checkQuantity(symbol, algo.quantity);
  checkTick(symbol, algo.triggerPrice);
  checkPositionSide(context, algo);
  const duplicate = trading.algos.some(
    (each) => each.clientAlgoId === algo.clientAlgoId && each.status === "NEW",
  );
  if (duplicate) throw new BinanceError(-4116, "ClientOrderId is duplicated.");
  if (isTriggered(algo, trading.lastPrice(algo.symbol)))
    throw new BinanceError(-2021, "Order would immediately trigger.");
}

/** In hedge mode there is no flag: an order against its position side reduces. */
function reduces({ reduceOnly, positionSide, side }: NewOrder): boolean {
  return (
    reduceOnly || (positionSide === "LONG" && side === "SELL") || (positionSide === "SHORT" && side === "BUY")
  );
}

function checkPositionSide({ trading }: RouteContext, order: NewOrder | NewAlgo): void {
  if (trading.hedged === (order.positionSide === "BOTH"))
    throw new BinanceError(-4061, "Order's position side does not match user's setting.");
  if (trading.hedged && order.reduceOnly)
    throw new BinanceError(-1106, "Parameter 'reduceonly' sent when not required.");
}

function checkClientId(id: string): void {
  if (!CLIENT_ID.test(id)) throw new BinanceError(-4015, "Client order id is not valid.");
}

function checkQuantity(symbol: EmulatedSymbol, quantity: string): void {
  if (!/^\d{1,12}(\.\d{1,12})?$/.test(quantity)) throw new BinanceError(-1100, "Illegal characters found.");
  if (decimal(quantity).lte(0)) throw new BinanceError(-4003, "Quantity less than or equal to zero.");
  if (decimal(quantity).lt(symbol.minQuantity)) throw new BinanceError(-4004, "Quantity less than min qty.");
  if (decimal(quantity).gt(MAX_QUANTITY)) throw new BinanceError(-4005, "Quantity greater than max qty.");
  if (!decimal(quantity).mod(symbol.stepSize).isZero())
    throw new BinanceError(-1111, "Precision is over the maximum defined for this asset.");
}

function checkPrice(symbol: EmulatedSymbol, price: string, last: string): void {
  checkTick(symbol, price);
  if (decimal(price).gt(decimal(last).mul(PERCENT_UP))) {
    throw new BinanceError(-4016, `Limit price can't be higher than ${decimal(last).mul(PERCENT_UP)}.`);
  }
  if (decimal(price).lt(decimal(last).mul(PERCENT_DOWN))) {
    throw new BinanceError(-4024, `Limit price can't be lower than ${decimal(last).mul(PERCENT_DOWN)}.`);
  }
}

function checkTick(symbol: EmulatedSymbol, price: string): void {
  if (!/^\d{1,12}(\.\d{1,12})?$/.test(price)) throw new BinanceError(-1100, "Illegal characters found.");
  if (decimal(price).lte(0)) throw new BinanceError(-4001, "Price less than 0.");
  if (decimal(price).gt(MAX_PRICE)) throw new BinanceError(-4002, "Price greater than max price.");
  if (!decimal(price).mod(symbol.tickSize).isZero())
    throw new BinanceError(-4014, "Price not increased by tick size.");
}

function symbolOf({ market }: RouteContext, id: string): EmulatedSymbol {
  const found = market.symbols.find((symbol) => symbol.id === id);
  if (!found) throw new BinanceError(-1121, "Invalid symbol.");
  return found;
}
