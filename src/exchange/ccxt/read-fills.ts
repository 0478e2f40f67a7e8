import type { Trade } from "ccxt";
import { z } from "zod";
import { decimal, toText } from "../../engine/decimal.ts";
import type { Fill } from "../../engine/trade/order.ts";
import type { ListedSymbol } from "./ccxt-instruments.ts";
import { type ExchangeAccess, inBase, valueOrFault } from "./exchange-account.ts";
import { OrderNames } from "./order-names.ts";
import type { ReadSymbol } from "./trades/fills-of-symbols.ts";

const tradeId = z.string().regex(/^[\w-]{1,64}$/);

/**
 * Reads the fills of one symbol. A fill names the client order id of the order that the desk sent, also when a
 * conditional one was triggered and became another order. While nobody can say yet which one that was, the fill is
 * kept back and the symbol is read again from the same place, so that a fill may come twice. `owns` tells the desk's
 * own names. A fee in another currency than the quote is counted at the symbol's taker rate. Throws `DeskError`
 * `exchange-unavailable` when anything could not be read, so that no fill is passed over.
 */
export function createSymbolFills(
  access: ExchangeAccess,
  symbol: string,
  owns: (clientOrderId: string) => boolean,
): ReadSymbol {
  const names = new OrderNames(access, owns);
  const { venue, time, orders: client, send } = access;
  return async (known) => {
    const market = access.listed.get(symbol);
    if (!market) return { fills: [], position: undefined, keepsBack: false };
    const { ccxtSymbol } = market;
    const from = { client, ccxtSymbol, position: known, now: time.now() };
    const { trades: shown, position } = valueOrFault(venue, await send(() => venue.trades.read(from)));
    const trades = await counted(access, market, shown);
    await names.learn(market, trades);
    const named = trades.filter((trade) => names.of(trade) !== undefined);
    const keepsBack = named.length < trades.length;
    return {
      fills: named.map((trade) => fillOf(access, market, trade, names.of(trade))),
      position: keepsBack ? known : position,
      keepsBack,
    };
  };
}

async function counted(
  { venue, orders, send }: ExchangeAccess,
  market: ListedSymbol,
  trades: readonly Trade[],
): Promise<readonly Trade[]> {
  const { counted: count } = venue;
  if (count === undefined || trades.length === 0) return trades;
  return valueOrFault(venue, await send(() => count(orders, market, trades)));
}

function fillOf(
  access: ExchangeAccess,
  { instrument }: ListedSymbol,
  trade: Trade,
  clientOrderId = "",
): Fill {
  const { symbol, takerFee } = instrument;
  const quantity = inBase(access, symbol, trade.amount);
  const price = toText(trade.price ?? 0);
  const isQuote = trade.fee?.currency === access.quote && trade.fee.cost !== undefined;
  const fee = isQuote ? decimal(trade.fee?.cost ?? 0) : decimal(quantity).mul(price).mul(takerFee);
  return {
    fillId: `${symbol}-${tradeId.parse(trade.id)}`,
    clientOrderId,
    symbol,
    side: trade.side === "buy" ? "buy" : "sell",
    quantity,
    price,
    fee: toText(fee),
    at: trade.timestamp ?? 0,
  };
}
