import type { Clock } from "../../engine/ports/clock.ts";
import type { Wait } from "../wait.ts";
import type { CcxtClient } from "./load-client.ts";

/** Weight of requests that an exchange allows an address in a minute, where ccxt's own pace uses but half of it. */
const WEIGHT_PER_MINUTE: Readonly<Record<string, number>> = { binanceusdm: 2400 };
/** The part of it that market data may use; the rest is for the account's own requests. */
const SHARE = 0.97;
/** Beyond this part, as the exchange counts, nothing is asked before its minute is over. */
const FULL = 0.98;

const MINUTE_MS = 60_000;
const USED_WEIGHT = "x-mbx-used-weight-1m";

/** Weight that may be caught up with at once when a busy machine was late, so that its share is not lost. */
const LATE_WEIGHT = 20;

type RequestPace = {
  /** Milliseconds between requests of weight 1. */
  readonly rateLimit?: number;
  readonly tokenBucket?: { readonly capacity: number };
};

/** Settings of a ccxt client for the pace of its requests; none where ccxt's own is right. */
export function requestPace(exchange: string): RequestPace {
  const allowed = WEIGHT_PER_MINUTE[exchange];
  if (allowed === undefined) return {};
  return { rateLimit: MINUTE_MS / (allowed * SHARE), tokenBucket: { capacity: LATE_WEIGHT } };
}

type PacedClient = Pick<CcxtClient, "throttle" | "onRestResponse">;

/**
 * Holds the client's requests while the exchange counts that its minute is used up, by whomever of this address: a
 * request more would be refused, and the address shut out for some minutes.
 */
export function keepWithinBudget(client: PacedClient, exchange: string, time: Clock, wait: Wait): void {
  const allowed = WEIGHT_PER_MINUTE[exchange];
  if (allowed === undefined) return;
  const throttle = client.throttle.bind(client);
  const onResponse = client.onRestResponse.bind(client);
  const never = new AbortController().signal;
  let fullUntil = 0;
  client.onRestResponse = (...answer) => {
    const now = time.now();
    if (usedWeight(answer[4]) >= allowed * FULL) fullUntil = now - (now % MINUTE_MS) + MINUTE_MS;
    return onResponse(...answer);
  };
  client.throttle = async (cost) => {
    await throttle(cost);
    for (let left = fullUntil - time.now(); left > 0; left = fullUntil - time.now()) await wait(left, never);
  };
}

function usedWeight(headers: unknown): number {
  const found = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === USED_WEIGHT);
  return Number(found?.[1] ?? 0);
}
