import { afterTime } from "../engine/trade/decide.ts";
import { commitDecision } from "./commit-decision.ts";
import type { DeskContext } from "./desk-context.ts";

/** Ends every proposal whose time has come. Returns how many. */
export async function expireProposals(context: DeskContext): Promise<number> {
  const { clock, instance, instruments, ledger } = context;
  const now = clock.now();
  const due = (await ledger.inState(["proposed"])).filter((trade) => trade.expiresAt <= now);
  for (const { id, plan } of due) {
    const instrument = instruments.get(plan.symbol);
    if (instrument === undefined) continue;
    await commitDecision(ledger, id, `expire-${id}`, (trade) =>
      afterTime(trade, { instance, instrument, now }),
    );
  }
  if (due.length > 0) await context.queues.enqueue("deliver-outbox", {});
  return due.length;
}
