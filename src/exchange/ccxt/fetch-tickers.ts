import type { Ticker as CcxtTicker } from "ccxt";
import type { Ticker } from "../../engine/ports/market-data.ts";
import type { ListedSymbol } from "./ccxt-instruments.ts";
import type { CcxtClient } from "./load-client.ts";
import { marketFault } from "./market-fault.ts";

/** Volumes of the listed symbols, with bid and ask where the exchange tells them. Throws `DeskError`. */
export async function fetchTickers(
  client: CcxtClient,
  listed: ReadonlyMap<string, ListedSymbol>,
): Promise<readonly Ticker[]> {
  try {
    const names = [...listed.values()].map(({ ccxtSymbol }) => ccxtSymbol);
    const tickers = await client.fetchTickers(names);
    const quotes = client.has.fetchBidsAsks ? await client.fetchBidsAsks(names) : tickers;
    return [...listed].flatMap(([symbol, { ccxtSymbol, contractSize }]) => {
      const ticker = tickers[ccxtSymbol];
      if (ticker === undefined) return [];
      const { bid, ask } = quotes[ccxtSymbol] ?? {};
      const isQuoted = bid !== undefined && ask !== undefined;
      const quoteVolume = ticker.quoteVolume ?? inMoney(ticker, contractSize);
      return [{ symbol, quoteVolume, ...(isQuoted && { bid, ask }) }];
    });
  } catch (error) {
    throw marketFault(client, error);
  }
}

/** Exchanges that count contracts, such as OKX, tell no volume in money; at the last price it is near enough. */
function inMoney({ baseVolume = 0, last = 0 }: CcxtTicker, contractSize: number): number {
  return baseVolume * contractSize * last;
}
