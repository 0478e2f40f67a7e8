import type { Instrument } from "../engine/instrument.ts";
import type { OutboxBody } from "../engine/ports/ledger.ts";
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

type OnProposed = (tradeId: string) => Promise<unknown>;

/** How long the other signals of a moment wait at most until the card of the first is out, on the machine's clock. */
const HEAD_START_MS = 100;

/**
 * Turns signals into trades, in their order: proposed with a card, or denied and kept. The same signal is taken once,
 * also after a restart in the middle. The account is read once for all: who approves one has it judged anew. The first
 * card goes out before the others are stored. When all are there, `onProposed` hears of each new proposal, also when a
 * later signal could not be stored; what it misses waits for people.
 */
export async function takeSignals(
  context: DeskContext,
  raised: readonly Signal[],
  onProposed?: OnProposed,
): Promise<readonly IntakeOutcome[]> {
  const outcomes: IntakeOutcome[] = [];
  const proposed: Trade[] = [];
  let told = 0;
  const { settings, version } = await context.settings.current();
  let account: RiskAccount | undefined;
  try {
    for (const each of raised) {
      const signal = withTargetsInR(each, settings.management);
      const instrument = context.instruments.get(signal.symbol);
      const isLate = signal.expiresAt <= context.clock.now();
      if (instrument === undefined || signal.score < settings.signals.minScore || isLate) {
        outcomes.push("ignored");
        continue;
      }
      account ??= await readAccount(context);
      const draft = draftOf(context, signal, { settings, version, instrument }, account);
      const isNew = await context.ledger.create(draft.trade, draft.rows);
      outcomes.push(outcomeOf(draft.trade, isNew));
      if (isNew && draft.rows.length > 0) {
        told += 1;
        if (told === 1) await tellFirst(context, outcomes.length < raised.length);
      }
      if (outcomes.at(-1) !== "proposed") continue;
      proposed.push(draft.trade);
      account = { ...account, proposals: [...account.proposals, draft.trade] };
    }
  } finally {
    if (told > 1) await context.queues.enqueue("deliver-outbox", {});
    await announce(context, proposed, onProposed);
  }
  return outcomes;
}

/** With others to come, waits a moment for the card: what they cost would hold it up. */
async function tellFirst({ queues }: DeskContext, hasOthers: boolean): Promise<void> {
  await queues.enqueue("deliver-outbox", {});
  if (hasOthers) await queues.idle(HEAD_START_MS);
}

function outcomeOf({ state }: Trade, isNew: boolean): IntakeOutcome {
  if (!isNew) return "ignored";
  return state === "denied" ? "denied" : "proposed";
}

/** Older proposals make room, then the new ones are told. One that fails keeps none of the others from it. */
async function announce(
  context: DeskContext,
  proposed: readonly Trade[],
  onProposed: OnProposed = async () => undefined,
): Promise<void> {
  if (proposed.length === 0) return;
  const symbols = proposed.map(({ plan }) => plan.symbol);
  const steps = [
    () => expireProposals(context, symbols),
    ...proposed.map(
      ({ id }) =>
        () =>
          onProposed(id),
    ),
  ];
  const faults: unknown[] = [];
  for (const step of steps) await step().catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw faults[0];
}

/** The same for one signal. */
export async function takeSignal(
  context: DeskContext,
  raised: Signal,
  onProposed?: OnProposed,
): Promise<IntakeOutcome> {
  const [outcome = "ignored"] = await takeSignals(context, [raised], onProposed);
  return outcome;
}

export interface IntakeRules {
  readonly settings: Settings;
  readonly version: number;
  readonly instrument: Instrument;
  /** The size that a person asked for. */
  readonly wish?: SizeWish | undefined;
}

/** One signal as a trade in the ledger, proposed with a card or denied. */
export async function assessAndStore(
  context: DeskContext,
  signal: Signal,
  rules: IntakeRules,
): Promise<Trade> {
  const { trade, rows } = draftOf(context, signal, rules, await readAccount(context));
  const isNew = await context.ledger.create(trade, rows);
  if (isNew && rows.length > 0) await context.queues.enqueue("deliver-outbox", {});
  if (isNew && trade.state !== "denied") await expireProposals(context, [signal.symbol]);
  return trade;
}

/** A trade that is not in the ledger yet, and what is told of it when it is. */
interface Draft {
  readonly trade: Trade;
  readonly rows: readonly OutboxBody[];
}

function draftOf(
  { clock }: DeskContext,
  signal: Signal,
  { settings, version, instrument, wish }: IntakeRules,
  account: RiskAccount,
): Draft {
  const verdict = assess(signal, withoutSuperseded(account, signal), instrument, settings.risk, wish);
  const facts = { signal, settingsVersion: version, now: clock.now() };
  if (verdict.status === "approved") {
    const trade = proposeTrade({ ...facts, plan: verdict.plan });
    return { trade, rows: [{ kind: "trade", tradeId: trade.id, loud: true }] };
  }
  const trade = deniedTrade({ ...facts, plan: verdict.plan, denials: verdict.denials });
  const isShown = settings.signals.showDenied;
  return { trade, rows: isShown ? [{ kind: "trade", tradeId: trade.id, loud: false }] : [] };
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
