import type { Clock } from "../../engine/ports/clock.ts";
import type { RequestBudget } from "../../engine/ports/market-data.ts";
import type { CcxtClient } from "./load-client.ts";

const MINUTE_MS = 60_000;

/**
 * Counts what the client's requests cost by its own table of weights. The limit is what its throttle lets through
 * in a minute.
 */
export function countRequests(client: CcxtClient, clock: Clock): () => RequestBudget {
  let spent: { readonly at: number; readonly cost: number }[] = [];
  const throttle = client.throttle.bind(client);
  client.throttle = (cost) => {
    spent.push({ at: clock.now(), cost: typeof cost === "number" ? cost : 1 });
    return throttle(cost);
  };
  return () => {
    const since = clock.now() - MINUTE_MS;
    spent = spent.filter(({ at }) => at > since);
    const used = spent.reduce((sum, { cost }) => sum + cost, 0);
    return { used: Math.ceil(used), limit: Math.floor(MINUTE_MS / Math.max(1, client.rateLimit ?? 0)) };
  };
}
