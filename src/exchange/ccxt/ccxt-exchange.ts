import { DeskError } from "../../engine/errors.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { Exchange, ExchangePosition } from "../../engine/ports/exchange.ts";
import type { Wait } from "../wait.ts";
import { listedSymbols, TICK_SIZE } from "./ccxt-instruments.ts";
import { deskSymbol, type ExchangeAccess, inBase, valueOrFault } from "./exchange-account.ts";
import { createExchangeTime } from "./exchange-time.ts";
import { type AccountNews, followAccount } from "./follow-account.ts";
import { type AccountKeys, createPrivateClients } from "./private-client.ts";
import { createSymbolFills } from "./read-fills.ts";
import { createOrderReader } from "./read-orders.ts";
import type { ServerOverride } from "./rewrite-urls.ts";
import { createOrderSender } from "./send-orders.ts";
import { createSpotBook, type SpotBook } from "./spot/spot-book.ts";
import { checkStart, type StartReport } from "./start-checks.ts";
import { createFillsOfSymbols } from "./trades/fills-of-symbols.ts";
import type { AccountReads, Venue } from "./venue.ts";
import { VENUES } from "./venues/venue-table.ts";

export interface CcxtExchangeOptions {
  /** ccxt's name of the exchange; one that has a row in the table of venues. */
  readonly exchange: string;
  readonly keys: AccountKeys;
  /** Symbols that the desk trades; fills are read for these alone. */
  readonly symbols: readonly string[];
  readonly clock: Clock;
  readonly wait: Wait;
  /** Tells the desk's own client order ids; where a position is a balance only those count. */
  readonly owns: (clientOrderId: string) => boolean;
  /** The currency of balances and profits; USDT by default. */
  readonly quote?: string;
  /** Set for every symbol at the start; unset leaves what the account has. */
  readonly leverage?: number;
  readonly marginMode?: "isolated" | "cross";
  /** A request without an answer counts as unanswered after this; 10000 by default. */
  readonly requestTimeoutMs?: number;
  /** ccxt's pacing of reads; on by default. */
  readonly throttleReads?: boolean;
  /** Another server in place of the exchange; for tests. */
  readonly server?: ServerOverride;
}

export interface CcxtExchange extends Exchange {
  /** What the checks at the start found. */
  readonly start: StartReport;
  /** Tells when orders may have changed, and of which symbol, until it is stopped. Reading at intervals stays necessary. */
  follow(news: AccountNews): Promise<void>;
}

function venueOf(exchange: string): Venue {
  const venue = Object.hasOwn(VENUES, exchange) ? VENUES[exchange] : undefined;
  if (venue) return venue;
  const problem = "not known for live trading";
  throw new DeskError("config-invalid", { field: "market.exchange", value: exchange, problem });
}

function checkPassphrase({ needsPassphrase, exchange }: Venue, { passphrase = "" }: AccountKeys): void {
  if (!needsPassphrase || passphrase !== "") return;
  const problem = `keys of ${exchange} come with a passphrase`;
  throw new DeskError("config-invalid", { field: "EXCHANGE_API_PASSPHRASE", problem });
}

/**
 * Orders at a real exchange. Checks the key, the clock and the position mode first and throws `DeskError`
 * `exchange-key-unsafe`, `exchange-key-refused`, `exchange-clock-off`, `exchange-unavailable` or, for an exchange
 * without a row and for keys without the passphrase that they need, `config-invalid`. Afterwards reads throw `exchange-unavailable`; an order never throws.
 */
export async function createCcxtExchange(options: CcxtExchangeOptions): Promise<CcxtExchange> {
  const venue = venueOf(options.exchange);
  checkPassphrase(venue, options.keys);
  const { access, start } = await openAccount(venue, options);
  const reader = createOrderReader(access);
  const book = createBook(access, options);
  const sender = createOrderSender(access, reader, book.sellable);
  const fills = createFillsOfSymbols(
    new Map(options.symbols.map((symbol) => [symbol, createSymbolFills(access, symbol, options.owns)])),
  );
  const fresh = async <T>(read: () => Promise<T>): Promise<T> => {
    await access.time.refresh();
    try {
      return await read();
    } catch (error) {
      const code = error instanceof DeskError ? String(error.args.venueCode) : "";
      if (venue.clockCodes.includes(code)) access.time.distrust();
      throw error;
    }
  };
  return {
    name: venue.exchange,
    start,
    instrument: async (symbol) => access.listed.get(symbol)?.instrument,
    account: () => fresh(book.account),
    place: sender.place,
    cancel: sender.cancel,
    find: (symbol, clientOrderId) => fresh(() => reader.find(symbol, clientOrderId)),
    openOrders: () => fresh(reader.open),
    positions: () => fresh(book.positions),
    tradedSymbols: options.symbols,
    fillsSince: (cursor, symbols) => fresh(() => fills.since(cursor, symbols)),
    follow: async (news) => {
      const { client, trace } = await access.newStream();
      client.milliseconds = () => Math.round(access.time.now());
      // Some venues sign a login on the stream with seconds, which the client takes from this machine's clock.
      client.seconds = () => Math.floor(access.time.now() / 1000);
      await followAccount({ client, trace, venue, symbols: symbolsById(access), wait: options.wait }, news);
    },
  };
}

async function openAccount(venue: Venue, options: CcxtExchangeOptions) {
  const { clock, requestTimeoutMs = 10_000, throttleReads = true, quote = "USDT" } = options;
  const clients = await createPrivateClients({
    venue,
    keys: options.keys,
    requestTimeoutMs,
    throttleReads,
    ...(options.server ? { server: options.server } : {}),
  });
  const { reads, orders, read } = clients;
  const time = createExchangeTime(reads, clock);
  // Both sign with the exchange's time, whatever this machine's clock says.
  for (const client of [reads, orders]) client.milliseconds = () => Math.round(time.now());
  await time.refresh();
  const markets = valueOrFault(venue, await read(() => reads.loadMarkets()));
  orders.setMarkets(reads.markets);
  const known = Object.values(markets).filter((market) => market !== undefined);
  const listed = listedSymbols(known, reads.precisionMode ?? TICK_SIZE, venue.marketType);
  const { hedged, start } = await checkStart({ venue, clients, time, listed, options });
  const { marginMode } = options;
  const access: ExchangeAccess = { ...clients, venue, time, quote, hedged, marginMode, listed };
  return { access, start };
}

/** The desk's symbols by the venue's ids of their markets. */
function symbolsById({ reads, listed }: ExchangeAccess): ReadonlyMap<string, string> {
  return new Map(
    [...listed.values()].map(({ ccxtSymbol, instrument }) => [
      reads.marketId(ccxtSymbol) ?? "",
      instrument.symbol,
    ]),
  );
}

/** Money and positions as the venue keeps them, or as own orders left them where a position is a balance. */
function createBook(
  access: ExchangeAccess,
  { symbols, owns }: CcxtExchangeOptions,
): Pick<SpotBook, "account" | "positions"> & Partial<Pick<SpotBook, "sellable">> {
  const { venue, orders, send, quote } = access;
  if (venue.spot !== undefined) return createSpotBook(access, venue, symbols, owns);
  return {
    account: async () => valueOrFault(venue, await send(() => venue.account(orders, quote))),
    positions: () => readPositions(access, venue, symbols),
  };
}

async function readPositions(
  access: ExchangeAccess,
  { exchange, positions }: Pick<Venue & AccountReads, "exchange" | "positions">,
  symbols: readonly string[],
): Promise<readonly ExchangePosition[]> {
  const { reads, read, listed } = access;
  const traded = symbols.flatMap((symbol) => listed.get(symbol) ?? []);
  const held = valueOrFault({ exchange }, await read(() => positions(reads, traded)));
  return held.map(({ ccxtSymbol, amount, entryPrice }) => {
    const symbol = deskSymbol(access, ccxtSymbol);
    return { symbol, quantity: inBase(access, symbol, amount), entryPrice };
  });
}
