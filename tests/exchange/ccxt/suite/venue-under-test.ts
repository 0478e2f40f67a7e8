import { onTestFinished } from "vitest";
import {
  type CcxtExchange,
  type CcxtExchangeOptions,
  createCcxtExchange,
} from "../../../../src/exchange/ccxt/ccxt-exchange.ts";
import type { Credentials, EmulatedExchange } from "../../../emulators/exchange/emulated-exchange.ts";
import type { HttpFault } from "../../../emulators/exchange/faults.ts";
import type { EmulatedSymbol } from "../../../emulators/exchange/symbols.ts";
import type { JournalEntry } from "../../../emulators/exchange/trading/trading-types.ts";
import type { VenueError } from "../../../emulators/exchange/venue-error.ts";
import { COIN, START } from "./sample-orders.ts";

/** An answer of an exchange in place of the one that was due. */
export type WrongAnswer = HttpFault | VenueError;

export interface EmulatorOptions {
  readonly startMs: number;
  readonly symbols: readonly EmulatedSymbol[];
  readonly credentials?: Credentials;
}

/** An emulated exchange and how the product reaches it. What a suite needs beyond that it asks for itself. */
export interface VenueUnderTest<E extends EmulatedExchange = EmulatedExchange> {
  /** As sentences call it. */
  readonly name: string;
  /** ccxt's name of it. */
  readonly exchange: string;
  readonly keys: Credentials;
  /** `COIN` as the venue has it: trades around 100. */
  readonly coin: EmulatedSymbol;
  readonly start: (options: EmulatorOptions) => Promise<E>;
  /** Method and path of its requests, such as `POST /v5/order/create`. */
  readonly calls: { readonly order: string; readonly stop: string; readonly cancel: string };
  /** Every path that is read to look up an order that no list has. */
  readonly lookUps: readonly string[];
}

/** The emulated exchange, the real adapter over the real ccxt client, and what tests do to the market. */
export interface VenueWorld<E extends EmulatedExchange = EmulatedExchange> {
  readonly emulator: E;
  readonly exchange: CcxtExchange;
  /** Somebody trades at this price. */
  trade(price: number): void;
  /** Somebody trades on the web site in this account: at the market, or with a limit. */
  byHand(side: "BUY" | "SELL", coins: number, price?: string): void;
  /** How many requests of a method and path arrived. */
  calls(call: string): number;
  /** Orders that the exchange took. */
  taken(): readonly JournalEntry[];
}

/** Starts the emulated exchange alone; it is closed when the test ends. */
export async function startEmulator<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
  change: Partial<EmulatorOptions> = {},
): Promise<E> {
  const emulator = await venue.start({ startMs: START, symbols: [venue.coin], ...change });
  onTestFinished(() => emulator.close());
  return emulator;
}

/** Connects once more, as a process does that starts again. */
export function connectTo(
  { exchange, keys }: Pick<VenueUnderTest, "exchange" | "keys">,
  emulator: EmulatedExchange,
  change: Partial<CcxtExchangeOptions> = {},
): Promise<CcxtExchange> {
  return createCcxtExchange({
    exchange,
    keys,
    symbols: [COIN],
    owns: () => true,
    clock: emulator.market,
    wait: async () => undefined,
    requestTimeoutMs: 2000,
    throttleReads: false,
    server: emulator,
    ...change,
  });
}

/** A new account at the venue, and the exchange connected to it. */
export async function aVenue<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
  change: Partial<CcxtExchangeOptions> = {},
): Promise<VenueWorld<E>> {
  const emulator = await startEmulator(venue);
  const exchange = await connectTo(venue, emulator, change);
  const { id, contractSize = "1" } = venue.coin;
  return {
    emulator,
    exchange,
    trade: (price) => emulator.market.trade(id, price, 1000),
    byHand: (side, coins, price) =>
      void emulator.trading.tradeByHand(id, side, String(coins / Number(contractSize)), price),
    calls: (call) =>
      emulator.log.filter((each) => each.type === "http" && `${each.method} ${each.path}` === call).length,
    taken: () => emulator.trading.journal.filter(({ type }) => type === "order-accepted"),
  };
}

/** The path of a method and path. */
export function pathOf(call: string): string {
  return call.slice(call.indexOf(" ") + 1);
}
