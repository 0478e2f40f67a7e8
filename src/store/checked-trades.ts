import type { Trade } from "../engine/trade/trade.ts";
import { decoded } from "./store-fault.ts";
import { tradeSchema } from "./trade-schema.ts";

/** More than a busy day has. */
const REMEMBERED = 2000;

/** Reads trades, and checks against the schema only what it has not seen: most reads find what stood there before. */
export class CheckedTrades {
  private readonly seen = new Map<string, string>();

  /** The trade that `text` under `key` says. Throws `DeskError` `store-corrupt` naming key and path. */
  read(key: string, text: string): Trade {
    // The schema changes nothing, so what passed it once is what the text says.
    if (this.seen.get(key) === text) return JSON.parse(text);
    const trade = decoded(tradeSchema, key, text);
    this.seen.delete(key);
    this.seen.set(key, text);
    const [oldest] = this.seen.keys();
    if (this.seen.size > REMEMBERED && oldest !== undefined) this.seen.delete(oldest);
    return trade;
  }
}
