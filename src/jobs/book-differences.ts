import { type DecimalText, decimal, toText } from "../engine/decimal.ts";
import type { ExchangePosition } from "../engine/ports/exchange.ts";
import { parseClientOrderId } from "../engine/trade/client-order-id.ts";
import type { OrderReport } from "../engine/trade/order.ts";
import type { Trade } from "../engine/trade/trade.ts";
import { directionSign, findOrder, isAlive, openQuantity } from "../engine/trade/trade-facts.ts";

export interface PositionDifference {
  readonly symbol: string;
  /** Positive is long, negative is short. */
  readonly ledger: DecimalText;
  readonly exchange: DecimalText;
}

/** Where the ledger and the exchange do not tell the same. */
export interface BookDifferences {
  /** Orders that work in the ledger but are not open at the exchange. */
  readonly missing: readonly {
    readonly tradeId: string;
    readonly symbol: string;
    readonly clientOrderId: string;
  }[];
  /** Open orders with a name of this desk that no living trade has. */
  readonly orphans: readonly OrderReport[];
  /** Open orders of somebody else. */
  readonly foreign: readonly OrderReport[];
  readonly positions: readonly PositionDifference[];
}

/** Compares living trades with what is open at the exchange. Whose order it is tells its name alone. */
export function bookDifferences(
  instance: string,
  trades: readonly Trade[],
  orders: readonly OrderReport[],
  positions: readonly ExchangePosition[],
): BookDifferences {
  const open = new Set(orders.map((order) => order.clientOrderId));
  const isOwn = ({ clientOrderId }: OrderReport) => parseClientOrderId(instance, clientOrderId) !== undefined;
  const own = orders.filter(isOwn);
  return {
    missing: trades.flatMap((trade) =>
      trade.orders
        .filter((order) => order.status === "working" && !open.has(order.clientOrderId))
        .map(({ clientOrderId }) => ({ tradeId: trade.id, symbol: trade.plan.symbol, clientOrderId })),
    ),
    orphans: own.filter(({ clientOrderId }) => !isKnownAlive(trades, clientOrderId)),
    foreign: orders.filter((order) => !isOwn(order)),
    positions: positionDifferences(trades, positions),
  };
}

function isKnownAlive(trades: readonly Trade[], clientOrderId: string): boolean {
  return trades.some((trade) => {
    const order = findOrder(trade, clientOrderId);
    return order !== undefined && isAlive(order);
  });
}

function positionDifferences(
  trades: readonly Trade[],
  positions: readonly ExchangePosition[],
): readonly PositionDifference[] {
  const known = new Map<string, ReturnType<typeof decimal>>();
  for (const trade of trades) {
    const signed = decimal(openQuantity(trade)).mul(directionSign(trade.plan.direction));
    known.set(trade.plan.symbol, signed.plus(known.get(trade.plan.symbol) ?? 0));
  }
  const held = new Map(positions.map(({ symbol, quantity }) => [symbol, decimal(quantity)]));
  return [...new Set([...known.keys(), ...held.keys()])].flatMap((symbol) => {
    const ledger = known.get(symbol) ?? decimal(0);
    const exchange = held.get(symbol) ?? decimal(0);
    return ledger.eq(exchange) ? [] : [{ symbol, ledger: toText(ledger), exchange: toText(exchange) }];
  });
}
