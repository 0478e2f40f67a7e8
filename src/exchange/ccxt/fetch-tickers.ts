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
    return [...listed].flatMap(([symbol, { ccxtSymbol }]) => {
      const ticker = tickers[ccxtSymbol];
      if (ticker === undefined) return [];
      const { bid, ask } = quotes[ccxtSymbol] ?? {};
      const isQuoted = bid !== undefined && ask !== undefined;
      return [{ symbol, quoteVolume: ticker.quoteVolume ?? 0, ...(isQuoted && { bid, ask }) }];
    });
  } catch (error) {
    throw marketFault(client, error);
  }
}
