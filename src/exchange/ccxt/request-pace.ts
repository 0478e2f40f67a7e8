import type { Clock } from "../../engine/ports/clock.ts";
import type { Wait } from "../wait.ts";
import type { CcxtClient } from "./load-client.ts";

/** Weight of requests that an exchange allows an address in a minute, where ccxt's own pace uses but half of it. */
const WEIGHT_PER_MINUTE: Readonly<Record<string, number>> = { binanceusdm: 2400 };
/** What market data may use of it, as parts of 1. */
export interface RequestShare {
  /** Of its own pace. */
  readonly share: number;
  /** Beyond this part, as the exchange counts everything of the address, nothing is asked before its minute is over. */
  readonly full: number;
}

/** Nobody else asks from this address. */
export const WHOLE_BUDGET: RequestShare = { share: 0.97, full: 0.98 };
/** The desk's account is read from this address too, and a stop may never find the budget used up by candles. */
export const BESIDE_AN_ACCOUNT: RequestShare = { share: 0.5, full: 0.75 };

const MINUTE_MS = 60_000;
/** What this machine takes for the exchange's time may be ahead of it, and so may a request that is quicker than it. */
const DOUBT_MS = 1000;
const USED_WEIGHT = "x-mbx-used-weight-1m";

/** Weight that may be caught up with at once when a busy machine was late, so that its share is not lost. */
const LATE_WEIGHT = 20;

type RequestPace = {
  /** Milliseconds between requests of weight 1. */
  readonly rateLimit?: number;
  readonly tokenBucket?: { readonly capacity: number };
};

/** Settings of a ccxt client for the pace of its requests; none where ccxt's own is right. */
export function requestPace(exchange: string, { share }: RequestShare): RequestPace {
  const allowed = WEIGHT_PER_MINUTE[exchange];
  if (allowed === undefined) return {};
  return { rateLimit: MINUTE_MS / (allowed * share), tokenBucket: { capacity: LATE_WEIGHT } };
}

interface BudgetParts {
  readonly exchange: string;
  readonly share: RequestShare;
  /** The exchange's. */
  readonly time: Clock;
  readonly wait: Wait;
}

type PacedClient = Pick<CcxtClient, "throttle" | "onRestResponse">;

/**
 * Holds the client's requests while the exchange counts that its minute is used up, by whomever of this address: a
 * request more would be refused, and the address shut out for some minutes.
 */
export function keepWithinBudget(client: PacedClient, { exchange, share, time, wait }: BudgetParts): void {
  const allowed = WEIGHT_PER_MINUTE[exchange];
  if (allowed === undefined) return;
  const throttle = client.throttle.bind(client);
  const onResponse = client.onRestResponse.bind(client);
  const never = new AbortController().signal;
  let fullUntil = 0;
  client.onRestResponse = (...answer) => {
    const now = time.now();
    if (usedWeight(answer[4]) >= allowed * share.full)
      fullUntil = now - (now % MINUTE_MS) + MINUTE_MS + DOUBT_MS;
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
