import { decimal } from "../../../src/engine/decimal.ts";
import { BinanceError } from "../binance/binance-error.ts";
import type { RouteContext } from "../binance/route.ts";
import { isAlive, isTriggered } from "../exchange/trading/trading-book.ts";
import type { NewAlgo, NewOrder } from "../exchange/trading/trading-types.ts";
import { freeBase, freeQuote } from "./balances.ts";

const CLIENT_ID = /^[a-zA-Z0-9_-]{1,36}$/;

/** Throws what Binance spot answers to an order that breaks a rule: a sale locks what it would sell. */
export function checkSpot(context: RouteContext, order: NewOrder | NewAlgo): void {
  const { market, trading } = context;
  const symbol = market.symbols.find(({ id }) => id === order.symbol);
  if (!symbol) throw new BinanceError(-1121, "Invalid symbol.");
  const isConditional = "clientAlgoId" in order;
  const name = isConditional ? order.clientAlgoId : order.clientOrderId;
  if (!CLIENT_ID.test(name)) throw new BinanceError(-1100, "Illegal characters found in a parameter.");
  const { quantity } = order;
  if (!/^\d{1,12}(\.\d{1,12})?$/.test(quantity))
    throw new BinanceError(-1100, "Illegal characters found in parameter 'quantity'.");
  if (decimal(quantity).lt(symbol.minQuantity) || !decimal(quantity).mod(symbol.stepSize).isZero())
    throw new BinanceError(-1013, "Filter failure: LOT_SIZE");
  const last = trading.lastPrice(order.symbol);
  const price = isConditional
    ? decimal(order.triggerPrice)
    : order.type === "LIMIT"
      ? decimal(order.price)
      : last;
  if (!price.mod(symbol.tickSize).isZero() || price.lte(0))
    throw new BinanceError(-1013, "Filter failure: PRICE_FILTER");
  if (price.mul(quantity).lt(symbol.minNotional)) throw new BinanceError(-1013, "Filter failure: NOTIONAL");
  if (isTaken(context, name)) throw new BinanceError(-2010, "Duplicate order sent.");
  if (isConditional && isTriggered(order, last))
    throw new BinanceError(-2010, "Stop price would trigger immediately.");
  const isCovered =
    order.side === "SELL"
      ? freeBase(trading, order.symbol).gte(quantity)
      : freeQuote(trading).gte(price.mul(quantity));
  if (!isCovered) throw new BinanceError(-2010, "Account has insufficient balance for requested action.");
}

function isTaken({ trading }: RouteContext, name: string): boolean {
  return (
    trading.orders.some((order) => isAlive(order) && order.clientOrderId === name) ||
    trading.algos.some((algo) => algo.status === "NEW" && algo.clientAlgoId === name)
  );
}
