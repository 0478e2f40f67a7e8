import { trippedBreakers } from "../engine/risk/breakers.ts";
import type { RiskAccount } from "../engine/risk/risk-input.ts";
import { readAccount } from "./account-view.ts";
import type { DeskContext } from "./desk-context.ts";

/** Tells everybody once that a breaker stands open: why, and until when or until whom. */
export async function watchBreakers(context: DeskContext): Promise<void> {
  const { settings } = await context.settings.current();
  const account = await readAccount(context);
  for (const { name, limit, actual, resetsAt } of trippedBreakers(account, settings.risk)) {
    const args = { limit, actual, ...(resetsAt !== undefined && { until: resetsAt }) };
    const notice = { key: NOTICES[name], args, silent: false };
    await context.ledger.post(`breaker-${name}-${episode(account, resetsAt)}`, notice, account.now);
    await context.queues.enqueue("deliver-outbox", {});
  }
}

const NOTICES = {
  "daily-loss": "notice-breaker-daily-loss",
  "cool-down": "notice-breaker-cool-down",
  drawdown: "notice-breaker-drawdown",
} as const;

/** The same while the breaker stands open: when it ends, or from which height the balance fell. */
function episode({ peakBalance }: RiskAccount, resetsAt: number | undefined): string {
  return resetsAt === undefined ? `from-${peakBalance}` : String(resetsAt);
}
