import { decimal, toText } from "../../engine/decimal.ts";
import type { ListedSymbol } from "./ccxt-instruments.ts";
import type { ExchangeTime } from "./exchange-time.ts";
import type { PrivateClients } from "./private-client.ts";
import { exchangeFault, type Traced } from "./request-trace.ts";
import type { OrderVenue, Venue } from "./venue.ts";

/** What the parts of the exchange share about one account. */
export interface ExchangeAccess extends PrivateClients {
  readonly venue: Venue;
  readonly time: ExchangeTime;
  readonly quote: string;
  /** Both sides of a symbol may be open at once. */
  readonly hedged: boolean;
  /** Set at the start, and named in orders where the venue wants it. */
  readonly marginMode: "isolated" | "cross" | undefined;
  readonly listed: ReadonlyMap<string, ListedSymbol>;
}

/** The value of a call, or the desk's fault for its failure. */
export function valueOrFault<T>(venue: Pick<Venue, "exchange">, traced: Traced<T>): T {
  if (traced.ok) return traced.value;
  throw exchangeFault(venue.exchange, traced.failure);
}

/** True when the venue said that there is no such order. */
export function isAbsent<T>(venue: OrderVenue, traced: Traced<T>): boolean {
  if (traced.ok) return false;
  const { httpStatus, venueCode } = traced.failure;
  const isRefusal = httpStatus !== undefined && venue.refusesWith(httpStatus);
  return isRefusal && venueCode !== undefined && venue.absentCodes.includes(venueCode);
}

/** The desk's symbol of a market; of one that the desk does not list, the client library's own name. */
export function deskSymbol({ listed }: ExchangeAccess, ccxtSymbol = ""): string {
  for (const { ccxtSymbol: name, instrument } of listed.values()) {
    if (name === ccxtSymbol) return instrument.symbol;
  }
  return ccxtSymbol;
}

/** An amount of the exchange in the base currency. */
export function inBase(
  { listed }: ExchangeAccess,
  symbol: string,
  amount: number | string | undefined,
): string {
  return toText(decimal(amount ?? 0).mul(listed.get(symbol)?.contractSize ?? 1));
}
