import { access } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Exchange as CcxtClient } from "ccxt";
import { DeskError } from "../../engine/errors.ts";
import { rewriteUrls, type ServerOverride } from "./rewrite-urls.ts";

export type { CcxtClient };

export interface ClientOptions {
  /** ccxt's name of the exchange, such as `binanceusdm`. */
  readonly exchange: string;
  /** A request without an answer fails after this. */
  readonly requestTimeoutMs: number;
  /** Replaces every address of the exchange; for tests. */
  readonly server?: ServerOverride;
}

/**
 * A factory of ccxt clients for public data of one exchange. Loads only that exchange's file, which costs a third
 * of the whole package. Throws `DeskError` `config-invalid` when ccxt has no such exchange.
 */
export async function loadClientFactory(
  options: ClientOptions,
): Promise<(overrides?: Readonly<Record<string, unknown>>) => Promise<CcxtClient>> {
  const Client = await loadClass(options.exchange);
  return async (overrides = {}) => {
    const client = new Client({
      timeout: options.requestTimeoutMs,
      enableRateLimit: true,
      // A client that resends decides for us; the desk decides itself.
      options: {
        fetchCurrencies: false,
        maxRetriesOnFailure: 0,
        OHLCVLimit: 10,
        ws: { backoff: { base: 0 } },
      },
      ...overrides,
    });
    // The list of currencies may need a key, and tells nothing that a market does not.
    client.has.fetchCurrencies = false;
    // ccxt prints what it cannot parse; the desk's output belongs to the desk.
    client.log = () => undefined;
    if (options.server) {
      client.urls.api = rewriteUrls(client.urls.api, options.server) as CcxtClient["urls"]["api"];
      await client.loadHttpProxyAgent();
    }
    return client;
  };
}

type ClientClass = new (settings: Readonly<Record<string, unknown>>) => CcxtClient;

async function loadClass(exchange: string): Promise<ClientClass> {
  const unknown = new DeskError("config-invalid", { field: "market.exchange", value: exchange });
  if (!/^[a-z0-9]{2,40}$/.test(exchange)) throw unknown;
  const entry = pathToFileURL(createRequire(import.meta.url).resolve("ccxt"));
  // Exchanges without streams have a file of the same name one folder up.
  for (const folder of ["pro/", ""]) {
    const file = new URL(`../js/src/${folder}${exchange}.js`, entry);
    const found = await access(file).then(
      () => true,
      () => false,
    );
    if (!found) continue;
    const loaded: { readonly default: ClientClass } = await import(file.href);
    return loaded.default;
  }
  throw unknown;
}
