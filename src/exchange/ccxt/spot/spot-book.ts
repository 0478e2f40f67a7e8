import type { Trade } from "ccxt";
import { type DecimalText, decimal, floorToStep, toText } from "../../../engine/decimal.ts";
import type { ExchangeAccount, ExchangePosition } from "../../../engine/ports/exchange.ts";
import type { ListedSymbol } from "../ccxt-instruments.ts";
import { type ExchangeAccess, valueOrFault } from "../exchange-account.ts";
import type { CcxtClient } from "../load-client.ts";
import type { Trace } from "../request-trace.ts";
import type { SpotVenue } from "../venue.ts";
import { type Holding, holdingOf } from "./holding.ts";

/** What the desk bought at a spot market and has not sold. Coins that were there before are not its business. */
export interface SpotBook {
  /** What own orders bought, as far as the account still has it. */
  positions(): Promise<readonly ExchangePosition[]>;
  /** Money and what own positions cost as the balance; those at the last prices as the equity. */
  account(): Promise<ExchangeAccount>;
  /** How much of an own position no own order sells already, in whole steps; "0" when there is none. */
  sellable(symbol: string): Promise<DecimalText>;
}

/** Reads so far of one symbol; trades and names only grow. */
interface Pages {
  position: unknown;
  nextOrderId: string;
  readonly names: Map<string, string>;
  readonly trades: Map<string, Trade>;
}

/** One of the account's two ways to the exchange. */
interface Way {
  readonly client: CcxtClient;
  readonly trace: Trace;
}

/**
 * Every read first reads what is new of orders and trades, from the very first on, so that a desk that starts again
 * knows what it holds. All throw `DeskError` `exchange-unavailable` when anything could not be read.
 */
export function createSpotBook(
  access: ExchangeAccess,
  venue: SpotVenue,
  symbols: readonly string[],
  owns: (clientOrderId: string) => boolean,
): SpotBook {
  const { spot } = venue;
  const paced: Way = { client: access.reads, trace: access.read };
  const quick: Way = { client: access.orders, trace: access.send };
  const markets = symbols.flatMap((symbol) => access.listed.get(symbol) ?? []);
  const pages = new Map<string, Pages>();
  const inTurn = createQueue();
  const ask = async <T>({ client, trace }: Way, call: (client: CcxtClient) => Promise<T>): Promise<T> =>
    valueOrFault(venue, await trace(() => call(client)));

  const holding = (way: Way, market: ListedSymbol): Promise<Holding> =>
    inTurn(async () => {
      const { symbol, quantityStep } = market.instrument;
      const page = pages.get(symbol) ?? emptyPages();
      pages.set(symbol, page);
      await readOn(page, market, access.time.now(), venue, (call) => ask(way, call));
      const own = [...page.trades.values()].filter(({ order = "" }) => owns(page.names.get(order) ?? ""));
      return holdingOf(own, quantityStep);
    });
  const held = async (way: Way, market: ListedSymbol): Promise<Holding> => {
    const [own, { total }] = await Promise.all([
      holding(way, market),
      ask(way, (client) => spot.balance(client, baseOf(market))),
    ]);
    const there = floorToStep(decimal(total), market.instrument.quantityStep);
    return own.quantity.lte(there) ? own : { ...own, quantity: there };
  };

  return {
    positions: async () => {
      const all = await Promise.all(
        markets.map(async (market) => ({ market, own: await held(paced, market) })),
      );
      return all
        .filter(({ own }) => own.quantity.gt(0))
        .map(({ market, own }) => ({
          symbol: market.instrument.symbol,
          quantity: toText(own.quantity),
          entryPrice: toText(own.averagePrice),
        }));
    },
    account: async () => {
      const money = await ask(quick, (client) => spot.balance(client, access.quote));
      const values = await Promise.all(
        markets.map(async (market) => {
          const { quantity, averagePrice } = await holding(quick, market);
          if (quantity.isZero()) return { cost: quantity, worth: quantity };
          const price = await ask(quick, (client) => spot.lastPrice(client, market.ccxtSymbol));
          return { cost: quantity.mul(averagePrice), worth: quantity.mul(price) };
        }),
      );
      const sum = (of: "cost" | "worth") =>
        toText(values.reduce((total, value) => total.plus(value[of]), decimal(money.total)));
      return { balance: sum("cost"), equity: sum("worth") };
    },
    sellable: async (symbol) => {
      const market = access.listed.get(symbol);
      if (market === undefined) return "0";
      const [own, { free }, open] = await Promise.all([
        held(quick, market),
        ask(quick, (client) => spot.balance(client, baseOf(market))),
        ask(quick, (client) => client.fetchOpenOrders(market.ccxtSymbol)),
      ]);
      const left = open
        .filter((order) => order.side === "sell" && owns(venue.clientOrderIdOf(order) ?? ""))
        .reduce((rest, order) => rest.minus(decimal(order.remaining ?? order.amount ?? 0)), own.quantity);
      const unlocked = floorToStep(decimal(free), market.instrument.quantityStep);
      const most = left.lt(unlocked) ? left : unlocked;
      return most.gt(0) ? toText(most) : "0";
    },
  };
}

function emptyPages(): Pages {
  return { position: undefined, nextOrderId: "0", names: new Map(), trades: new Map() };
}

function baseOf({ instrument }: ListedSymbol): string {
  return instrument.symbol.split("/")[0] ?? "";
}

/** Trades first: an order is older than its trades, so that names read afterwards have them all. */
async function readOn(
  page: Pages,
  { ccxtSymbol }: ListedSymbol,
  now: number,
  venue: SpotVenue,
  ask: <T>(call: (client: CcxtClient) => Promise<T>) => Promise<T>,
): Promise<void> {
  const { position, trades } = await ask((client) =>
    venue.spot.allTrades.read({ client, ccxtSymbol, position: page.position, now }),
  );
  if (trades.some(({ order = "" }) => !page.names.has(order))) {
    const { names, nextOrderId } = await ask((client) =>
      venue.spot.orderNames(client, ccxtSymbol, page.nextOrderId),
    );
    for (const [orderId, name] of names) page.names.set(orderId, name);
    page.nextOrderId = nextOrderId;
  }
  // An order that was shown late has a lower number than those that were read.
  for (const { order = "" } of trades) {
    if (page.names.has(order)) continue;
    const late = await ask((client) => venue.orderById(client, ccxtSymbol, order));
    page.names.set(order, venue.clientOrderIdOf(late) ?? "");
  }
  for (const trade of trades) page.trades.set(trade.id ?? "", trade);
  page.position = position;
}

/** One after the other: two reads at once would both move the same pages on. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
