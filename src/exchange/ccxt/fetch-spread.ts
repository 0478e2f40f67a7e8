import { decimal } from "../../engine/decimal.ts";
import type { CcxtClient } from "./load-client.ts";
import { marketFault } from "./market-fault.ts";

/** The least that every exchange gives of its book. */
const DEPTH = 5;

/** Distance of the best bid and ask now, in price; unset while a side of the book is empty. Throws `DeskError`. */
export async function fetchSpread(client: CcxtClient, ccxtSymbol: string): Promise<number | undefined> {
  try {
    const { bids, asks } = await client.fetchOrderBook(ccxtSymbol, DEPTH);
    const [bid, ask] = [bids[0]?.[0], asks[0]?.[0]];
    if (bid === undefined || ask === undefined || !(bid > 0) || !(ask >= bid)) return undefined;
    return decimal(ask).minus(bid).toNumber();
  } catch (error) {
    throw marketFault(client, error);
  }
}
