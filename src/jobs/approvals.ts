import { windowStates } from "../engine/clock/windows.ts";
import type { ActOutcome } from "../engine/ports/control.ts";
import { assessEntry } from "../engine/risk/assess.ts";
import type { Settings } from "../engine/settings/settings.ts";
import { approvalEvent, decide } from "../engine/trade/decide.ts";
import { managementPlan } from "../engine/trade/management-settings.ts";
import type { Actor, Trade } from "../engine/trade/trade.ts";
import { readAccount } from "./account-view.ts";
import { commitAct, unchanged } from "./commit-act.ts";
import type { DeskContext } from "./desk-context.ts";
import { KeyedMutex } from "./keyed-mutex.ts";

/** Takes approvals: judged at the current price, one after the other, one winner each. */
export class Approvals {
  private readonly context: DeskContext;
  /** Two taps at once must not share the same room under a limit. */
  private readonly mutex = new KeyedMutex();

  constructor(context: DeskContext) {
    this.context = context;
  }

  approve(tradeId: string, version: number, sizeFactor: number, by: Actor): Promise<ActOutcome> {
    return this.mutex.run("approvals", () => this.approveAlone(tradeId, version, sizeFactor, by));
  }

  private async approveAlone(
    tradeId: string,
    version: number,
    sizeFactor: number,
    by: Actor,
  ): Promise<ActOutcome> {
    const { context } = this;
    const trade = await context.ledger.load(tradeId);
    if (trade === undefined) return { status: "not-found" };
    if (!isOpenProposal(trade, version)) return { status: "too-late", trade };
    const instrument = context.instruments.get(trade.plan.symbol);
    if (instrument === undefined) return { status: "not-found" };
    const { settings } = await context.settings.current();
    const verdict = assessEntry({
      trade,
      sizeFactor,
      account: await readAccount(context),
      price: await context.candles.price(trade.plan.symbol),
      instrument,
      instance: context.instance,
      settings: settings.risk,
    });
    if (verdict.status === "denied") return { status: "denied", trade, denials: verdict.denials };
    const plan = managementPlan(settings.management, trade.signal, this.sessionEndsAt(trade, settings));
    return commitAct(context, tradeId, `approve-${tradeId}`, (standing, desk) =>
      isOpenProposal(standing, version)
        ? decide(standing, [approvalEvent(verdict.order, by, sizeFactor, plan)], desk)
        : unchanged(standing),
    );
  }

  /** End of the session that the setup was made in; unset when it is over, or there was none. */
  private sessionEndsAt({ signal }: Trade, { detectors: { session } }: Settings): number | undefined {
    const { clock, timeZones } = this.context;
    const windows = windowStates(clock.now(), session, timeZones.zone(session.timezone));
    return windows.find(({ name, open }) => open && name === signal.session)?.closesAt;
  }
}

export function isOpenProposal(trade: Trade, version: number): boolean {
  return trade.state === "proposed" && trade.version === version;
}
