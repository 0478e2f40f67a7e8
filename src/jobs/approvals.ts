import { windowStates } from "../engine/clock/windows.ts";
import { decimal } from "../engine/decimal.ts";
import type { ActOutcome } from "../engine/ports/control.ts";
import { assessEntry, assessReprice } from "../engine/risk/assess.ts";
import type { Settings } from "../engine/settings/settings.ts";
import { ruleFor } from "../engine/trade/approval-rules.ts";
import { agreedFactor, approvalStep } from "../engine/trade/approval-step.ts";
import { decide } from "../engine/trade/decide.ts";
import { managementPlan } from "../engine/trade/management-settings.ts";
import type { Actor, Trade } from "../engine/trade/trade.ts";
import { readAccount } from "./account-view.ts";
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
  readonly rule?: { readonly name: string; readonly maxNotional: number };
}

/** Takes approvals: judged at the current price, one after the other, one winner each. */
export class Approvals {
  private readonly context: DeskContext;
  /** Two taps at once must not share the same room under a limit. */
  private readonly mutex = new KeyedMutex();

  constructor(context: DeskContext) {
    this.context = context;
  }

  approve(tradeId: string, version: number, sizeFactor: number, by: Actor): Promise<ActOutcome> {
    return this.mutex.run("approvals", () => this.approveAlone({ tradeId, version, sizeFactor, by }));
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
    return this.mutex.run("approvals", () =>
      this.approveAlone({ tradeId, version, sizeFactor: rule.sizeFactor, by: switchedOn.by, rule }),
    );
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

  private async approveAlone({ tradeId, version, sizeFactor, by, rule }: Approving): Promise<ActOutcome> {
    const { context } = this;
    const trade = await context.ledger.load(tradeId);
    const instrument = trade && context.instruments.get(trade.plan.symbol);
    if (trade === undefined || instrument === undefined) return { status: "not-found" };
    if (!isOpenProposal(trade, version)) return { status: "too-late", trade };
    const { settings } = await context.settings.current();
    const price = await priceToJudge(context, trade.plan.symbol, settings.risk);
    const verdict = assessEntry({
      trade,
      sizeFactor: agreedFactor(trade, sizeFactor),
      account: await readAccount(context),
      price,
      instrument,
      instance: context.instance,
      settings: settings.risk,
    });
    if (verdict.status === "denied") return { status: "denied", trade, denials: verdict.denials };
    const { order } = verdict;
    const expected = order.price === undefined ? (price?.price ?? 0) : Number(order.price);
    if (rule !== undefined && decimal(order.quantity).mul(expected).gt(rule.maxNotional))
      return { status: "denied", trade, denials: [{ code: "order-notional", limit: rule.maxNotional }] };
    const step = approvalStep(trade, {
      order,
      price: expected,
      by,
      sizeFactor,
      management: managementPlan(settings.management, trade.signal, this.sessionEndsAt(trade, settings)),
      settings: settings.approvals,
      ...(rule && { rule: rule.name }),
    });
    if (step.status === "denied") return { ...step, trade };
    const outcome = await commitAct(context, tradeId, `approve-${tradeId}-${version}`, (standing, desk) =>
      isOpenProposal(standing, version) ? decide(standing, [step.event], desk) : unchanged(standing),
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
