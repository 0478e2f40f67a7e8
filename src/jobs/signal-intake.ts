import { assess } from "../engine/risk/assess.ts";
import type { RiskAccount } from "../engine/risk/risk-input.ts";
import type { Signal } from "../engine/signal.ts";
import { supersedes } from "../engine/strategy/setup-end.ts";
import { withTargetsInR } from "../engine/trade/management-settings.ts";
import { deniedTrade, proposeTrade } from "../engine/trade/propose.ts";
import { readAccount } from "./account-view.ts";
import type { DeskContext } from "./desk-context.ts";
import { expireProposals } from "./expiry.ts";

export type IntakeOutcome = "proposed" | "denied" | "ignored";

/**
 * Turns a signal into a trade: proposed with a card, or denied and kept. The same signal is taken once, also
 * after a restart in the middle. `onProposed` hears of a new proposal; what it misses waits for people.
 */
export async function takeSignal(
  context: DeskContext,
  raised: Signal,
  onProposed?: (tradeId: string) => Promise<unknown>,
): Promise<IntakeOutcome> {
  const { settings, version } = await context.settings.current();
  const signal = withTargetsInR(raised, settings.management);
  const instrument = context.instruments.get(signal.symbol);
  const now = context.clock.now();
  if (instrument === undefined || signal.score < settings.signals.minScore || signal.expiresAt <= now)
    return "ignored";
  const account = await readAccount(context);
  const verdict = assess(signal, withoutSuperseded(account, signal), instrument, settings.risk);
  if (verdict.status === "approved") {
    const trade = proposeTrade({ signal, plan: verdict.plan, settingsVersion: version, now });
    if (!(await context.ledger.create(trade, [{ kind: "trade", tradeId: trade.id, loud: true }])))
      return "ignored";
    await expireProposals(context, signal.symbol);
    await context.queues.enqueue("deliver-outbox", {});
    await onProposed?.(trade.id);
    return "proposed";
  }
  const trade = deniedTrade({
    signal,
    plan: verdict.plan,
    settingsVersion: version,
    now,
    denials: verdict.denials,
  });
  const shown = settings.signals.showDenied;
  const created = await context.ledger.create(
    trade,
    shown ? [{ kind: "trade", tradeId: trade.id, loud: false }] : [],
  );
  if (created && shown) await context.queues.enqueue("deliver-outbox", {});
  return created ? "denied" : "ignored";
}

/** Older proposals of the same symbol and direction make room: the new one takes their place. */
function withoutSuperseded(account: RiskAccount, signal: Signal): RiskAccount {
  const proposals = account.proposals.filter((older) => !supersedes(signal, older.signal));
  return { ...account, proposals };
}
