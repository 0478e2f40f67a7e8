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

/** Proposals that are told as soon as they are stored; the others are told together. */
const TOLD_AT_ONCE = 2;

/**
 * Turns signals into trades, in their order: proposed with a card, or denied and kept. The same signal is taken once,
 * also after a restart in the middle; what was not stored before it is not raised again. The account is read once for
 * all: who approves one has it judged anew. The first card of a proposal goes out before what comes after it is stored.
 * When all are there, `onProposed` hears of each new proposal, also when a later signal could not be stored; what it
 * misses waits for people.
 */
export async function takeSignals(
  context: DeskContext,
  raised: readonly Signal[],
  onProposed?: OnProposed,
): Promise<readonly IntakeOutcome[]> {
  const { settings, version } = await context.settings.current();
  const outcomes: IntakeOutcome[] = raised.map(() => "ignored");
  const candidates = raised.flatMap((signal, place) => {
    const instrument = instrumentFor(context, signal, settings);
    const wanted = withTargetsInR(signal, settings.management);
    return instrument === undefined ? [] : [{ signal: wanted, instrument, place }];
  });
  if (candidates.length === 0) return outcomes;
  let account = await readAccount(context);
  const proposed: Trade[] = [];
  let untold = 0;
  try {
    for (const [at, { signal, instrument, place }] of candidates.entries()) {
      if (signal.expiresAt <= context.clock.now()) continue;
      const { trade, rows } = draftOf(context, signal, { settings, version, instrument }, account);
      const isNew = await context.ledger.create(trade, rows);
      if (!isNew) continue;
      untold += rows.length;
      outcomes[place] = trade.state === "denied" ? "denied" : "proposed";
      if (trade.state === "denied") continue;
      proposed.push(trade);
      account = { ...account, proposals: [...account.proposals, trade] };
      if (proposed.length > TOLD_AT_ONCE) continue;
      untold = 0;
      await tell(context, proposed.length === 1 && at + 1 < candidates.length);
    }
  } finally {
    if (untold > 0) await context.queues.enqueue("deliver-outbox", {});
    await announce(context, proposed, onProposed);
  }
  return outcomes;
}

/** What it is traded in; unset when the desk does not propose it: unknown or too weak. */
function instrumentFor({ instruments }: DeskContext, { score, symbol }: Signal, { signals }: Settings) {
  return score >= signals.minScore ? instruments.get(symbol) : undefined;
}

/** Brings what is stored to the chats; with a head start, what is done next waits for it a moment. */
async function tell({ queues }: DeskContext, hasHeadStart: boolean): Promise<void> {
  if (hasHeadStart) await queues.enqueueAndWait("deliver-outbox", {}, HEAD_START_MS);
  else await queues.enqueue("deliver-outbox", {});
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
