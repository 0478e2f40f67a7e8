import type { CcxtClient } from "./load-client.ts";
import { loadClientFactory } from "./load-client.ts";
import { type Trace, traceRequests } from "./request-trace.ts";
import type { ServerOverride } from "./rewrite-urls.ts";
import type { OrderVenue } from "./venue.ts";

/** Secrets of an account. They live in the client and nowhere else. */
export interface AccountKeys {
  readonly apiKey: string;
  readonly secret: string;
  /** Where the venue asks for one. */
  readonly passphrase?: string;
}

export interface PrivateClientOptions {
  readonly venue: OrderVenue;
  readonly keys: AccountKeys;
  readonly requestTimeoutMs: number;
  /** ccxt's own pacing of requests, which uses half of what the venue allows. */
  readonly throttleReads: boolean;
  readonly server?: ServerOverride;
}

/** So much of the pace may be used at once, after a rest: a start compares everything without a pause. */
const BURST_MS = 10_000;

export interface PrivateClients {
  /** Paced: for the comparison of open orders and positions, which is polled and dear. */
  readonly reads: CcxtClient;
  readonly read: Trace;
  /** Never waits behind a poll: for orders, for looking one up, for fills and for the balance behind a tap. */
  readonly orders: CcxtClient;
  readonly send: Trace;
  /** A client of its own for the stream of the account. */
  readonly newStream: () => Promise<{ readonly client: CcxtClient; readonly trace: Trace }>;
}

/** Two clients of one account, one that reads and one that sends orders; neither ever repeats a request. */
export async function createPrivateClients(options: PrivateClientOptions): Promise<PrivateClients> {
  const { venue, keys, requestTimeoutMs, throttleReads, server } = options;
  const { exchange } = venue;
  const newClient = await loadClientFactory({ exchange, requestTimeoutMs, ...(server ? { server } : {}) });
  const secrets = {
    apiKey: keys.apiKey,
    secret: keys.secret,
    ...(keys.passphrase === undefined ? {} : { password: keys.passphrase }),
  };
  const build = async (enableRateLimit: boolean) => {
    const client = await newClient({ ...secrets, enableRateLimit, verbose: false });
    Object.assign(client.options, venue.options, { maxRetriesOnFailure: 0 });
    const burst = BURST_MS / (client.rateLimit ?? BURST_MS);
    Object.assign(client.tokenBucket, { capacity: burst, tokens: burst });
    client.initThrottler();
    return client;
  };
  const reads = await build(throttleReads);
  const orders = await build(false);
  return {
    reads,
    read: traceRequests(reads, venue.codeOf),
    orders,
    send: traceRequests(orders, venue.codeOf),
    newStream: async () => {
      const client = await build(false);
      client.setMarkets(reads.markets);
      return { client, trace: traceRequests(client, venue.codeOf) };
    },
  };
}
