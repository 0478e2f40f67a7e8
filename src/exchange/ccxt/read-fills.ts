import type { Trade } from "ccxt";
import { z } from "zod";
import { decimal, toText } from "../../engine/decimal.ts";
import type { Fill } from "../../engine/trade/order.ts";
import type { ListedSymbol } from "./ccxt-instruments.ts";
import { type ExchangeAccess, inBase, valueOrFault } from "./exchange-account.ts";
import { OrderNames } from "./order-names.ts";

export interface FillReader {
  since(cursor: string): Promise<{ readonly fills: readonly Fill[]; readonly cursor: string }>;
}

const tradeId = z.string().regex(/^[\w-]{1,64}$/);
/** For each symbol what its source of trades goes on from. */
const cursorSchema = z.record(z.string(), z.unknown());

/**
 * Fills of the given symbols. A fill names the client order id of the order that the desk sent, also when a
 * conditional one was triggered and became another order. While nobody can say yet which one that was, the fill is
 * kept back and its symbol is read again from the same place, so that a fill may come twice. `owns` tells the desk's
 * own names. A fee in another currency than the quote is counted at the symbol's taker rate. Throws `DeskError`
 * `exchange-unavailable` when anything could not be read, so that no fill is passed over.
 */
export function createFillReader(
  access: ExchangeAccess,
  symbols: readonly string[],
  owns: (clientOrderId: string) => boolean,
): FillReader {
  const names = new OrderNames(access, owns);
  const { venue, time, orders: client, send } = access;
  return {
    since: async (text) => {
      const known = positionsIn(text);
      const next: Record<string, unknown> = {};
      const fills: Fill[] = [];
      for (const symbol of symbols) {
        const market = access.listed.get(symbol);
        if (!market) continue;
        const { ccxtSymbol } = market;
        const from = { client, ccxtSymbol, position: known[symbol], now: time.now() };
        const { trades: shown, position } = valueOrFault(venue, await send(() => venue.trades.read(from)));
        const trades = await counted(access, market, shown);
        await names.learn(market, trades);
        const named = trades.filter((trade) => names.of(trade) !== undefined);
        fills.push(...named.map((trade) => fillOf(access, market, trade, names.of(trade))));
        const upTo = named.length === trades.length ? position : known[symbol];
        if (upTo !== undefined) next[symbol] = upTo;
      }
      fills.sort((left, right) => left.at - right.at);
      return { fills, cursor: Object.keys(next).length === 0 ? "" : JSON.stringify(next) };
    },
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

/** A cursor that cannot be read starts anew: giving a fill twice is harmless, passing one over is not. */
function positionsIn(text: string): Readonly<Record<string, unknown>> {
  if (text === "") return {};
  const parsed = z.string().transform(jsonOrNothing).pipe(cursorSchema).safeParse(text);
  return parsed.success ? parsed.data : {};
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
