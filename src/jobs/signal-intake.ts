import type { Instrument } from "../engine/instrument.ts";
import { assess } from "../engine/risk/assess.ts";
import type { RiskAccount } from "../engine/risk/risk-input.ts";
import type { Settings } from "../engine/settings/settings.ts";
import type { Signal } from "../engine/signal.ts";
import { supersedes } from "../engine/strategy/setup-end.ts";
import { withTargetsInR } from "../engine/trade/management-settings.ts";
import { MANUAL } from "../engine/trade/manual-order.ts";
import { deniedTrade, proposeTrade } from "../engine/trade/propose.ts";
import type { SizeWish } from "../engine/trade/size-wish.ts";
import type { Trade } from "../engine/trade/trade.ts";
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
  const taken = await assessAndStore(context, signal, { settings, version, instrument });
  if (!taken.isNew) return "ignored";
  if (taken.trade.state === "denied") return "denied";
  await onProposed?.(taken.trade.id);
  return "proposed";
}

export interface IntakeRules {
  readonly settings: Settings;
  readonly version: number;
  readonly instrument: Instrument;
  /** The size that a person asked for. */
  readonly wish?: SizeWish | undefined;
}

/** The signal as a trade in the ledger, proposed with a card or denied. Not new: it was there before. */
export async function assessAndStore(
  context: DeskContext,
  signal: Signal,
  { settings, version, instrument, wish }: IntakeRules,
): Promise<{ readonly trade: Trade; readonly isNew: boolean }> {
  const now = context.clock.now();
  const account = await readAccount(context);
  const verdict = assess(signal, withoutSuperseded(account, signal), instrument, settings.risk, wish);
  if (verdict.status === "approved") {
    const trade = proposeTrade({ signal, plan: verdict.plan, settingsVersion: version, now });
    const isNew = await context.ledger.create(trade, [{ kind: "trade", tradeId: trade.id, loud: true }]);
    if (isNew) {
      await expireProposals(context, [signal.symbol]);
      await context.queues.enqueue("deliver-outbox", {});
    }
    return { trade, isNew };
  }
  const trade = deniedTrade({
    signal,
    plan: verdict.plan,
    settingsVersion: version,
    now,
    denials: verdict.denials,
  });
  const shown = settings.signals.showDenied;
  const isNew = await context.ledger.create(
    trade,
    shown ? [{ kind: "trade", tradeId: trade.id, loud: false }] : [],
  );
  if (isNew && shown) await context.queues.enqueue("deliver-outbox", {});
  return { trade, isNew };
}

/**
 * Older proposals of the same symbol and direction make room: the new one takes their place. What a person typed
 * keeps no symbol from a setup, nor a setup from a person: who approves one of them chooses.
 */
function withoutSuperseded(account: RiskAccount, signal: Signal): RiskAccount {
  if (signal.strategy === MANUAL) return { ...account, proposals: [] };
  const proposals = account.proposals.filter(
    (older) => older.signal.strategy !== MANUAL && !supersedes(signal, older.signal),
  );
  return { ...account, proposals };
}
