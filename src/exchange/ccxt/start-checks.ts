import { DeskError } from "../../engine/errors.ts";
import type { ListedSymbol } from "./ccxt-instruments.ts";
import { valueOrFault } from "./exchange-account.ts";
import { CLOCK_LIMIT_MS, type ExchangeTime } from "./exchange-time.ts";
import { outcomeOfFailure } from "./order-errors.ts";
import type { PrivateClients } from "./private-client.ts";
import type { Trace } from "./request-trace.ts";
import type { AccountSettings, Venue } from "./venue.ts";

/** What a person should know of the account before the desk trades with it. */
export type StartWarning = "key-not-bound-to-address" | "key-may-transfer" | "clock-inexact";

export interface StartReport {
  /** How far the exchange's clock is ahead of this machine's, in milliseconds. */
  readonly clockOffsetMs: number;
  readonly positionMode: "one-way" | "hedge";
  readonly warnings: readonly StartWarning[];
}

const CLOCK_WARNING_MS = 500;

interface StartOptions {
  readonly venue: Venue;
  readonly clients: PrivateClients;
  readonly time: ExchangeTime;
  readonly listed: ReadonlyMap<string, ListedSymbol>;
  readonly options: AccountSettings & { readonly symbols: readonly string[] };
}

/** Checks everything that must be true before the first order; what cannot be read is not true. */
export async function checkStart(parts: StartOptions): Promise<{ hedged: boolean; start: StartReport }> {
  const { venue, clients, time, listed, options } = parts;
  const missing = options.symbols.filter((symbol) => !listed.has(symbol));
  if (missing.length > 0)
    throw new DeskError("config-invalid", { field: "market.symbols", value: missing.join(", ") });
  const clockOffsetMs = time.offsetMs();
  if (Math.abs(clockOffsetMs) > CLOCK_LIMIT_MS) throw new DeskError("exchange-clock-off", { clockOffsetMs });
  const warnings = await keyWarnings(venue, clients);
  const hedged = await readMode(parts);
  await prepareSymbols(parts);
  if (Math.abs(clockOffsetMs) > CLOCK_WARNING_MS) warnings.push("clock-inexact");
  const positionMode = hedged ? "hedge" : "one-way";
  return { hedged, start: { clockOffsetMs, positionMode, warnings } };
}

/** One position mode for all symbols of the desk: an order of the other kind would be refused, or open a position. */
async function readMode({ venue, clients, listed, options: { symbols } }: StartOptions): Promise<boolean> {
  const { reads, read } = clients;
  const traded = symbols.flatMap((symbol) => listed.get(symbol) ?? []);
  const hedged = valueOrFault(venue, await read(() => venue.isHedged(reads, traded)));
  if (hedged !== undefined) return hedged;
  const problem = "some of these symbols are in hedge mode and others are not";
  throw new DeskError("config-invalid", { field: "market.symbols", value: symbols.join(", "), problem });
}

async function keyWarnings(venue: Venue, { reads, read }: PrivateClients): Promise<StartWarning[]> {
  const answer = await read(() => venue.keyRights(reads));
  if (!answer.ok) {
    const { status, code } = outcomeOfFailure(answer.failure, venue);
    const isKey = status === "rejected" && (code === "key-refused" || code === "signature-invalid");
    if (isKey) throw new DeskError("exchange-key-refused", { exchange: venue.exchange, code });
  }
  const rights = valueOrFault(venue, answer);
  if (rights.canWithdraw) throw new DeskError("exchange-key-unsafe", { exchange: venue.exchange });
  if (!rights.canTrade)
    throw new DeskError("exchange-key-refused", { exchange: venue.exchange, code: "may-not-trade" });
  const warnings: StartWarning[] = [];
  if (!rights.boundToAddress) warnings.push("key-not-bound-to-address");
  if (rights.canTransfer) warnings.push("key-may-transfer");
  return warnings;
}

/** An exchange that refuses the margin mode, because of a position, stops the start: the risk would be another. */
async function prepareSymbols({ venue, clients, listed, options }: StartOptions): Promise<void> {
  const { orders, send } = clients;
  for (const symbol of options.symbols) {
    const name = listed.get(symbol)?.ccxtSymbol;
    if (name === undefined) continue;
    for (const call of venue.preparations(orders, name, options)) await change(venue, send, call);
  }
}

async function change(venue: Venue, send: Trace, call: () => Promise<unknown>): Promise<void> {
  const changed = await send(call);
  const isUnchanged = !changed.ok && venue.unchangedCodes.includes(changed.failure.venueCode ?? "");
  if (!isUnchanged) valueOrFault(venue, changed);
}
