import type { Trade } from "ccxt";
import { z } from "zod";
import { decimal, toText } from "../../engine/decimal.ts";
import { DeskError } from "../../engine/errors.ts";
import type { Fill } from "../../engine/trade/order.ts";
import type { ListedSymbol } from "./ccxt-instruments.ts";
import { type ExchangeAccess, inBase, isAbsent, valueOrFault } from "./exchange-account.ts";
import { LOOK_BACK_MS } from "./trades/settle.ts";

export interface FillReader {
  since(cursor: string): Promise<{ readonly fills: readonly Fill[]; readonly cursor: string }>;
}

/** After this an order that cannot be found is not late any more, but too old to be kept. */
const LATE_MS = 3_600_000;

const tradeId = z.string().regex(/^[\w-]{1,64}$/);
/** For each symbol what its source of trades goes on from. */
const cursorSchema = z.record(z.string(), z.unknown());

/**
 * Fills of the given symbols. A fill names the client order id of the order that the desk sent, also when a
 * conditional one was triggered and became another order. A fee in another currency than the quote is counted
 * at the symbol's taker rate. Throws `DeskError` `exchange-unavailable` when anything could not be read, so that
 * no fill is passed over.
 */
export function createFillReader(access: ExchangeAccess, symbols: readonly string[]): FillReader {
  const names = new Map<string, string>();
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
        await nameOrders(access, market, trades, names);
        fills.push(...trades.map((trade) => fillOf(access, market, trade, names)));
        if (position !== undefined) next[symbol] = position;
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

/** Finds the client order id of every order of the trades. */
async function nameOrders(
  access: ExchangeAccess,
  { ccxtSymbol }: ListedSymbol,
  trades: readonly Trade[],
  names: Map<string, string>,
): Promise<void> {
  const { orders, send, venue, time } = access;
  for (const trade of trades) {
    const name = venue.nameInTrade?.(trade);
    if (trade.order !== undefined && name !== undefined) names.set(trade.order, name);
  }
  const missing = trades.filter(({ order }) => order !== undefined && !names.has(order));
  const oldest = missing[0]?.timestamp;
  if (oldest === undefined) return;
  if (venue.triggeredIds !== undefined) {
    const { triggeredIds } = venue;
    const since = oldest - LOOK_BACK_MS;
    const triggered = valueOrFault(venue, await send(() => triggeredIds(orders, ccxtSymbol, since)));
    for (const [orderId, name] of triggered) names.set(orderId, name);
  }
  for (const { order = "", timestamp = 0 } of missing) {
    if (names.has(order)) continue;
    const answer = await send(() => venue.orderById(orders, ccxtSymbol, order));
    const found = isAbsent(venue, answer) ? undefined : valueOrFault(venue, answer);
    if (found === undefined) {
      if (time.now() - timestamp > LATE_MS) names.set(order, `exchange-${order}`);
      else
        throw new DeskError("exchange-unavailable", { exchange: venue.exchange, reason: "order-not-shown" });
    } else {
      names.set(order, venue.clientOrderIdOf(found) ?? `exchange-${order}`);
    }
  }
}

function fillOf(
  access: ExchangeAccess,
  { instrument }: ListedSymbol,
  trade: Trade,
  names: ReadonlyMap<string, string>,
): Fill {
  const { symbol, takerFee } = instrument;
  const quantity = inBase(access, symbol, trade.amount);
  const price = toText(trade.price ?? 0);
  const isQuote = trade.fee?.currency === access.quote && trade.fee.cost !== undefined;
  const fee = isQuote ? decimal(trade.fee?.cost ?? 0) : decimal(quantity).mul(price).mul(takerFee);
  return {
    fillId: `${symbol}-${tradeId.parse(trade.id)}`,
    clientOrderId: names.get(trade.order ?? "") ?? "",
    symbol,
    side: trade.side === "buy" ? "buy" : "sell",
    quantity,
    price,
    fee: toText(fee),
    at: trade.timestamp ?? 0,
  };
}
