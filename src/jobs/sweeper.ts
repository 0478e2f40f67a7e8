import { LIVE_STATES } from "./account-view.ts";
import { watchBreakers } from "./breaker-watch.ts";
import type { DeskContext } from "./desk-context.ts";
import { expireProposals } from "./expiry.ts";
import type { Reconciliation } from "./reconciliation.ts";

/**
 * Finds work in the ledger that no job carries (any more) and enqueues it: a lost job loses nothing. Run at
 * start, periodically, and after Redis was away.
 */
export async function sweep(context: DeskContext, reconciliation: Reconciliation): Promise<void> {
  await expireProposals(context);
  await reconciliation.run();
  await watchBreakers(context);
  for (const trade of await context.ledger.inState(LIVE_STATES)) {
    await context.queues.enqueue("advance-trade", { tradeId: trade.id });
  }
  if ((await context.ledger.pendingOutbox(1)).length > 0) await context.queues.enqueue("deliver-outbox", {});
}
