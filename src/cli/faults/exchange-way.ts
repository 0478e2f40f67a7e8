import type { Instrument } from "../../engine/instrument.ts";
import type { Clock, Exchange } from "../../engine/ports.ts";
import { parseClientOrderId } from "../../engine/trade/client-order-id.ts";
import { createCcxtExchange } from "../../exchange/ccxt/ccxt-exchange.ts";
import type { AccountNews } from "../../exchange/ccxt/follow-account.ts";
import { timerWait } from "../../exchange/wait.ts";
import { emulatedExchange } from "./emulated-exchanges.ts";
import { INSTRUMENTS } from "./fault-market.ts";
import type { ExchangeWay } from "./fault-venue.ts";

/** Of real time: an answer that never comes is waited for so long. */
const REQUEST_TIMEOUT_MS = 1000;

export interface ReachedExchange {
  readonly exchange: Exchange;
  /** What is traded there, by its rules. */
  readonly instruments: readonly Instrument[];
  readonly listen?: (news: AccountNews) => Promise<void>;
}

/** The exchange as one life of a desk gets it. Throws what the checks of a start throw. */
export async function reachExchange(
  way: ExchangeWay,
  clock: Clock,
  instance: string,
): Promise<ReachedExchange> {
  if (way.kind === "port") return { exchange: way.exchange, instruments: INSTRUMENTS };
  const { exchange: name, symbols, listens, ...server } = way.reach;
  const exchange = await createCcxtExchange({
    exchange: name,
    keys: emulatedExchange(name).keys,
    symbols,
    owns: (clientOrderId) => parseClientOrderId(instance, clientOrderId) !== undefined,
    clock,
    wait: timerWait,
    requestTimeoutMs: REQUEST_TIMEOUT_MS,
    throttleReads: false,
    server,
  });
  const { isSpot } = emulatedExchange(name);
  const instruments = INSTRUMENTS.map((each) => ({ ...each, ...(isSpot && { isSpot }) }));
  return { exchange, instruments, ...(listens && { listen: exchange.follow }) };
}

/** Whether one exit locks what another would sell, so that a stop goes before anything else can. */
export function locksExits(way: ExchangeWay): boolean {
  return way.kind === "http" && emulatedExchange(way.reach.exchange).isSpot === true;
}
