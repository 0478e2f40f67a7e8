import { windowStates } from "../engine/clock/windows.ts";
import { type DecimalText, decimal } from "../engine/decimal.ts";
import type { Instrument } from "../engine/instrument.ts";
import type { ActOutcome } from "../engine/ports/control.ts";
import type { MemberRole } from "../engine/ports/roster.ts";
import { assessEntry, assessReprice } from "../engine/risk/assess.ts";
import type { KnownPrice, RiskAccount } from "../engine/risk/risk-input.ts";
import type { Settings } from "../engine/settings/settings.ts";
import { apply } from "../engine/trade/apply.ts";
import { ruleFor } from "../engine/trade/approval-rules.ts";
import { type ApprovalStep, agreedFactor, approvalStep } from "../engine/trade/approval-step.ts";
import { decide } from "../engine/trade/decide.ts";
import { managementPlan } from "../engine/trade/management-settings.ts";
import type { Actor, Trade } from "../engine/trade/trade.ts";
import { readAccount, withApproved } from "./account-view.ts";
import { BookRounds, type Judged } from "./book-rounds.ts";
import { commitAct, deskFor, unchanged } from "./commit-act.ts";
import type { DeskContext } from "./desk-context.ts";
import { KeyedMutex } from "./keyed-mutex.ts";
import { priceToJudge } from "./price-to-judge.ts";
import { readRules } from "./rule-switches.ts";

/** One wish to approve: by a tap, or by a rule that `by` switched on. */
interface Approving {
  readonly tradeId: string;
  readonly version: number;
  readonly sizeFactor: number;
  readonly by: Actor;
  /** Of `by`; a rule has none. */
  readonly role?: MemberRole | undefined;
  readonly rule?: { readonly name: string; readonly maxNotional: number };
}

/** What an approval is judged on. */
interface Grounds {
  readonly trade: Trade;
  readonly instrument: Instrument;
  readonly settings: Settings;
  readonly price: KnownPrice | undefined;
  readonly account: RiskAccount;
}

/**
 * Takes approvals: judged at the current price, one winner each. Two taps at once do not share the same room under a
 * limit: whoever passed has its place in the book while it is still being written, and the next is judged against that.
 */
export class Approvals {
  private readonly context: DeskContext;
  /** Taps on one trade take their turns. */
  private readonly mutex = new KeyedMutex();
  private readonly book: BookRounds;
  /** Approved, and on their way to the ledger. One that loses against a skip takes up its place for that long. */
  private readonly underway = new Map<string, Trade>();

  constructor(context: DeskContext) {
    this.context = context;
    this.book = new BookRounds((balance) => this.readBook(balance));
  }

  approve(tap: Omit<Approving, "rule">): Promise<ActOutcome> {
    return this.take(tap);
  }

  /** Lets the rules look at a new proposal. What no rule takes, or limits deny, waits for people. */
  async approveByRule(tradeId: string): Promise<ActOutcome | undefined> {
    const states = await readRules(this.context);
    if (states.every(({ switchedOn }) => switchedOn === undefined)) return undefined;
    const trade = await this.context.ledger.load(tradeId);
    const found = trade && ruleFor(trade.signal, states);
    if (trade === undefined || found === undefined) return undefined;
    const { rule, switchedOn } = found;
    const { version } = trade;
    return this.take({ tradeId, version, sizeFactor: rule.sizeFactor, by: switchedOn.by, rule });
  }

  /** Makes the plan anew at the price of now: other size, other R, and no approval of the old one counts. */
  async reprice(tradeId: string, version: number, by: Actor): Promise<ActOutcome> {
    const { context } = this;
    const trade = await context.ledger.load(tradeId);
    const desk = trade && deskFor(context, trade);
    if (trade === undefined || desk === undefined) return { status: "not-found" };
    if (!isOpenProposal(trade, version)) return { status: "too-late", trade };
    const { instrument } = desk;
    const { risk: settings } = (await context.settings.current()).settings;
    const price = await priceToJudge(context, trade.plan.symbol, settings);
    if (price === undefined) return { status: "denied", trade, denials: [{ code: "price-stale" }] };
    const verdict = assessReprice({
      trade,
      price,
      account: await readAccount(context),
      instrument,
      settings,
    });
    if (verdict.status === "denied") return { status: "denied", trade, denials: verdict.denials };
    const { plan } = verdict;
    return commitAct(context, tradeId, `reprice-${tradeId}-${version}`, (standing, now) =>
      isOpenProposal(standing, version)
        ? decide(standing, [{ type: "trade.repriced", at: now.now, by, plan }], now)
        : unchanged(standing),
    );
  }

  private async take(wish: Approving): Promise<ActOutcome> {
    const { tradeId, version } = wish;
    const trade = await this.context.ledger.load(tradeId);
    if (trade === undefined) return { status: "not-found" };
    // Whoever is late hears so at once: a storm of taps on one card does not queue up for it.
    if (!isOpenProposal(trade, version)) return { status: "too-late", trade };
    return this.mutex.run(tradeId, () => this.takeInTurn(wish));
  }

  private async takeInTurn(wish: Approving): Promise<ActOutcome> {
    const { context } = this;
    const { tradeId, version } = wish;
    const [trade, { settings }, { balance }] = await Promise.all([
      context.ledger.load(tradeId),
      context.settings.current(),
      context.exchange.account(),
    ]);
    const instrument = trade && context.instruments.get(trade.plan.symbol);
    if (trade === undefined || instrument === undefined) return { status: "not-found" };
    if (!isOpenProposal(trade, version)) return { status: "too-late", trade };
    const price = await priceToJudge(context, trade.plan.symbol, settings.risk);
    const step = await this.book.next(balance, (account) =>
      this.judge(wish, { trade, instrument, settings, price, account }),
    );
    if (step.status === "denied") return { ...step, trade };
    try {
      return await this.commit(wish, trade, step);
    } finally {
      this.underway.delete(tradeId);
    }
  }

  private async readBook(balance: DecimalText): Promise<RiskAccount> {
    // Before the ledger is read: whoever has left the list by then is found there.
    const underway = [...this.underway.values()];
    return underway.reduce(withApproved, await readAccount(this.context, { balance }));
  }

  private judge(wish: Approving, grounds: Grounds): Judged<ApprovalStep> {
    const step = this.verdict(wish, grounds);
    if (step.status !== "approved") return { verdict: step };
    const takes = apply(grounds.trade, step.event);
    this.underway.set(takes.id, takes);
    return { verdict: step, takes };
  }

  private verdict(wish: Approving, grounds: Grounds): ApprovalStep {
    const { trade, instrument, settings, price, account } = grounds;
    const { by, role, rule, sizeFactor } = wish;
    const verdict = assessEntry({
      trade,
      sizeFactor: agreedFactor(trade, sizeFactor),
      account,
      price,
      instrument,
      instance: this.context.instance,
      settings: settings.risk,
    });
    if (verdict.status === "denied") return verdict;
    const { order } = verdict;
    const expected = order.price === undefined ? (price?.price ?? 0) : Number(order.price);
    if (rule !== undefined && decimal(order.quantity).mul(expected).gt(rule.maxNotional))
      return { status: "denied", denials: [{ code: "order-notional", limit: rule.maxNotional }] };
    return approvalStep(trade, {
      order,
      price: expected,
      by,
      personOf: this.context.personOf,
      role,
      balance: account.balance,
      sizeFactor,
      management: managementPlan(settings.management, trade.signal, this.sessionEndsAt(trade, settings)),
      settings: settings.approvals,
      ...(rule && { rule: rule.name }),
    });
  }

  private async commit(
    { tradeId, version }: Approving,
    trade: Trade,
    step: Exclude<ApprovalStep, { status: "denied" }>,
  ): Promise<ActOutcome> {
    const outcome = await commitAct(
      this.context,
      tradeId,
      `approve-${tradeId}-${version}`,
      (standing, desk) =>
        isOpenProposal(standing, version) ? decide(standing, [step.event], desk) : unchanged(standing),
      trade,
    );
    return outcome.status === "done" ? { status: endOf(step.status), trade: outcome.trade } : outcome;
  }

  /** End of the session that the setup was made in; unset when it is over, or there was none. */
  private sessionEndsAt({ signal }: Trade, { detectors: { session } }: Settings): number | undefined {
    const { clock, timeZones } = this.context;
    const windows = windowStates(clock.now(), session, timeZones.zone(session.timezone));
    return windows.find(({ name, open }) => open && name === signal.session)?.closesAt;
  }
}

function endOf(step: "approved" | "endorsed"): "done" | "endorsed" {
  return step === "approved" ? "done" : "endorsed";
}

export function isOpenProposal(trade: Trade, version: number): boolean {
  return trade.state === "proposed" && trade.version === version;
}
