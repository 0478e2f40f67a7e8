import type { Trade } from "ccxt";
import { z } from "zod";
import { decimal, toText } from "../../engine/decimal.ts";
import { DeskError } from "../../engine/errors.ts";
import type { Fill } from "../../engine/trade/order.ts";
import type { ListedSymbol } from "./ccxt-instruments.ts";
import { type ExchangeAccess, inBase, isAbsent, valueOrFault } from "./exchange-account.ts";

export interface FillReader {
  since(cursor: string): Promise<{ readonly fills: readonly Fill[]; readonly cursor: string }>;
}

const PAGE = 1000;
/** An exchange gives a week at a time; what is older than that and was never read is not looked for. */
const LOOK_BACK_MS = 7 * 86_400_000 - 60_000;
/** Trades may become visible out of order for so long. */
const SETTLE_MS = 60_000;
/** After this an order that cannot be found is not late any more, but too old to be kept. */
const LATE_MS = 3_600_000;

/** No trade is settled yet. */
const NONE = "0";

const tradeId = z.string().regex(/^\d{1,20}$/);
/** For each symbol: all trades up to `upTo` were given, and those of `seen` after it. */
const cursorSchema = z.record(z.string(), z.strictObject({ upTo: tradeId, seen: z.array(tradeId) }));
type Position = z.infer<typeof cursorSchema>[string];

/**
 * Fills of the given symbols. A fill names the client order id of the order that the desk sent, also when a
 * conditional one was triggered and became another order. A fee in another currency than the quote is counted
 * at the symbol's taker rate. Throws `DeskError` `exchange-unavailable` when anything could not be read, so that
 * no fill is passed over.
 */
export function createFillReader(access: ExchangeAccess, symbols: readonly string[]): FillReader {
  const names = new Map<string, string>();
  return {
    since: async (text) => {
      const known = positionsIn(text);
      const next: Record<string, Position> = {};
      const fills: Fill[] = [];
      for (const symbol of symbols) {
        const market = access.listed.get(symbol);
        if (!market) continue;
        const from = known[symbol];
        const shown = await newTrades(access, market, from);
        const trades = shown.filter(({ id }) => !from?.seen.includes(id ?? ""));
        await nameOrders(access, market, trades, names);
        fills.push(...trades.map((trade) => fillOf(access, market, trade, names)));
        const position = positionAfter(access, from, shown);
        if (position) next[symbol] = position;
      }
      fills.sort((left, right) => left.at - right.at);
      return { fills, cursor: Object.keys(next).length === 0 ? "" : JSON.stringify(next) };
    },
  };
}

/** A cursor that cannot be read starts anew: giving a fill twice is harmless, passing one over is not. */
function positionsIn(text: string): Readonly<Record<string, Position>> {
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

async function newTrades(
  { orders, send, venue, time }: ExchangeAccess,
  { ccxtSymbol }: ListedSymbol,
  from: Position | undefined,
): Promise<Trade[]> {
  const trades: Trade[] = [];
  let after = from?.upTo === NONE ? undefined : from?.upTo;
  for (;;) {
    const fromId = after === undefined ? undefined : String(BigInt(after) + 1n);
    const since = fromId === undefined ? time.now() - LOOK_BACK_MS : undefined;
    const query = fromId === undefined ? {} : { fromId };
    const page = valueOrFault(venue, await send(() => orders.fetchMyTrades(ccxtSymbol, since, PAGE, query)));
    trades.push(...page);
    const last = page.at(-1)?.id;
    if (page.length < PAGE || last === undefined) return trades;
    after = tradeId.parse(last);
  }
}

/** Finds the client order id of every order of the trades. */
async function nameOrders(
  access: ExchangeAccess,
  { ccxtSymbol }: ListedSymbol,
  trades: readonly Trade[],
  names: Map<string, string>,
): Promise<void> {
  const missing = trades.filter(({ order }) => order !== undefined && !names.has(order));
  const oldest = missing[0]?.timestamp;
  if (oldest === undefined) return;
  const { orders, send, venue, time } = access;
  const triggered = valueOrFault(
    venue,
    await send(() => venue.triggeredIds(orders, ccxtSymbol, oldest - LOOK_BACK_MS)),
  );
  for (const [orderId, name] of triggered) names.set(orderId, name);
  for (const { order = "", timestamp = 0 } of missing) {
    if (names.has(order)) continue;
    const found = await send(() => orders.fetchOrder(order, ccxtSymbol));
    if (isAbsent(venue, found)) {
      if (time.now() - timestamp > LATE_MS) names.set(order, `exchange-${order}`);
      else
        throw new DeskError("exchange-unavailable", { exchange: venue.exchange, reason: "order-not-shown" });
    } else {
      names.set(order, valueOrFault(venue, found).clientOrderId ?? `exchange-${order}`);
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

function positionAfter(
  { time }: ExchangeAccess,
  from: Position | undefined,
  trades: readonly Trade[],
): Position | undefined {
  const ids = (some: readonly Trade[]) => some.map(({ id }) => tradeId.parse(id));
  const isSettled = ({ timestamp = 0 }: Trade) => timestamp <= time.now() - SETTLE_MS;
  const settled = ids(trades.filter(isSettled));
  const upTo = settled.reduce((most, id) => (BigInt(id) > BigInt(most) ? id : most), from?.upTo ?? NONE);
  const seen = [...new Set([...(from?.seen ?? []), ...ids(trades)])].filter(
    (id) => BigInt(id) > BigInt(upTo),
  );
  return upTo === NONE && seen.length === 0 ? undefined : { upTo, seen };
}
