import type { Clock, Exchange } from "../../engine/ports.ts";
import { createCcxtExchange } from "../../exchange/ccxt/ccxt-exchange.ts";
import type { AccountNews } from "../../exchange/ccxt/follow-account.ts";
import { timerWait } from "../../exchange/wait.ts";
import { emulatedExchange } from "./emulated-exchanges.ts";
import type { ExchangeWay } from "./fault-venue.ts";

/** Of real time: an answer that never comes is waited for so long. */
const REQUEST_TIMEOUT_MS = 1000;

export interface ReachedExchange {
  readonly exchange: Exchange;
  readonly listen?: (news: AccountNews) => Promise<void>;
}

/** The exchange as one life of a desk gets it. Throws what the checks of a start throw. */
export async function reachExchange(way: ExchangeWay, clock: Clock): Promise<ReachedExchange> {
  if (way.kind === "port") return { exchange: way.exchange };
  const { exchange: name, symbols, listens, ...server } = way.reach;
  const exchange = await createCcxtExchange({
    exchange: name,
    keys: emulatedExchange(name).keys,
    symbols,
    clock,
    wait: timerWait,
    requestTimeoutMs: REQUEST_TIMEOUT_MS,
    throttleReads: false,
    server,
  });
  return listens ? { exchange, listen: exchange.follow } : { exchange };
}
