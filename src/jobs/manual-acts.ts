import type { DecimalText } from "../engine/decimal.ts";
import type { Instrument } from "../engine/instrument.ts";
import type { ActOutcome, UndoOutcome } from "../engine/ports/control.ts";
import type { MemberRole } from "../engine/ports/roster.ts";
import { assessStop } from "../engine/risk/assess-stop.ts";
import type { EntryType } from "../engine/signal.ts";
import { applyAll, canApply } from "../engine/trade/apply.ts";
import { decide } from "../engine/trade/decide.ts";
import type { Desk } from "../engine/trade/exit-orders.ts";
import type { TrailingPlan } from "../engine/trade/management.ts";
import { type TrailingWish, wishedTrailing } from "../engine/trade/management-settings.ts";
import {
  heldQuantity,
  isShapeable,
  type ManualMove,
  moveStopTo,
  moveTargetsTo,
  reduceBy,
  switchTrailingTo,
} from "../engine/trade/manual-moves.ts";
import { type PriceWish, wishedStop, wishedTarget } from "../engine/trade/price-wish.ts";
import { wantedStop } from "../engine/trade/stop-price.ts";
import type { Actor, SkipReason, Trade } from "../engine/trade/trade.ts";
import { directionSign, entryOrder, isAlive, isLive, ordersOfLeg } from "../engine/trade/trade-facts.ts";
import { wayBack } from "../engine/trade/way-back.ts";
import { readAccount } from "./account-view.ts";
import { isOpenProposal } from "./approvals.ts";
import { commitAct, deskFor, unchanged } from "./commit-act.ts";
import type { DeskContext } from "./desk-context.ts";
import { replanProposal } from "./replans.ts";

interface Proposal {
  readonly trade: Trade;
  readonly instrument: Instrument;
}

/** What a person does to a proposal or an open position by hand: judged anew at the act, committed once, then carried out. */
export class ManualActs {
  private readonly context: DeskContext;

  constructor(context: DeskContext) {
    this.context = context;
  }

  async moveStop(
    tradeId: string,
    wish: PriceWish,
    by: Actor,
    confirmedFrom?: DecimalText,
    role?: MemberRole,
  ): Promise<ActOutcome> {
    const proposal = await this.proposal(tradeId);
    if (proposal !== undefined) return this.replanStop(proposal, wish, by);
    const found = await this.shapeable(tradeId);
    if (!("desk" in found)) return found;
    const { trade, desk } = found;
    const stop = wishedStop(trade, wish, desk.instrument);
    if (stop === undefined) return denied(trade, "stop-on-wrong-side");
    const from = wantedStop(trade);
    if (stop === from) return { status: "done", trade };
    const { settings } = await this.context.settings.current();
    const verdict = assessStop({
      trade,
      stop,
      price: await this.context.candles.price(trade.plan.symbol),
      account: await readAccount(this.context),
      settings: settings.risk,
      ...(role !== "admin" && { tradersMaxPercent: settings.approvals.traderMaxRiskPercent }),
    });
    if (verdict.status === "denied") return { ...verdict, trade };
    const { isLooser, before, after } = verdict;
    if (isLooser && confirmedFrom !== from) return { status: "confirm", trade, before, after };
    const operationId = `stop-${tradeId}-${trade.stop?.at ?? 0}-${stop}`;
    return commitAct(this.context, tradeId, operationId, (standing, now) =>
      isShapeable(standing) && wantedStop(standing) === from
        ? moveStopTo(standing, stop, by, now)
        : unchanged(standing),
    );
  }

  async moveTargets(tradeId: string, wishes: readonly PriceWish[], by: Actor): Promise<ActOutcome> {
    const proposal = await this.proposal(tradeId);
    if (proposal !== undefined) return this.replanTargets(proposal, wishes, by);
    const found = await this.shapeable(tradeId);
    if (!("desk" in found)) return found;
    const { trade, desk } = found;
    const targets = wishes.flatMap((wish) => wishedTarget(trade, wish, desk.instrument) ?? []);
    if (targets.length < wishes.length) return denied(trade, "target-reached");
    const price = await this.context.candles.price(trade.plan.symbol);
    if (price === undefined) return denied(trade, "price-stale");
    const operationId = `targets-${tradeId}-${trade.ladder?.after ?? 0}-${targets.join("-")}`;
    return this.move(trade, operationId, (standing, now) =>
      moveTargetsTo(standing, targets, price.price, by, now),
    );
  }

  /** `held` is what the person saw as open: when it is something else by now, nothing is done. */
  async reduce(tradeId: string, percent: number, by: Actor, held?: DecimalText): Promise<ActOutcome> {
    const found = await this.shapeable(tradeId);
    if (!("desk" in found)) return found;
    const { trade } = found;
    if (held !== undefined && !heldQuantity(trade).eq(held)) return { status: "too-late", trade };
    const operationId = `reduce-${tradeId}-${ordersOfLeg(trade, "exit").length}`;
    return this.move(trade, operationId, (standing, desk) =>
      heldQuantity(standing).eq(heldQuantity(trade))
        ? reduceBy(standing, percent, by, desk)
        : { status: "decided", decision: unchanged(standing) },
    );
  }

  /** A proposal enters at the market, or waits at a limit: where it was planned to enter. */
  async changeEntry(tradeId: string, version: number, type: EntryType, by: Actor): Promise<ActOutcome> {
    const trade = await this.context.ledger.load(tradeId);
    if (trade === undefined) return { status: "not-found" };
    if (!isOpenProposal(trade, version)) return { status: "too-late", trade };
    return replanProposal(this.context, trade, { change: "entry", prices: { entryType: type } }, by);
  }

  /** Tells why a setup was left aside, which its skip did not say. */
  async explainSkip(tradeId: string, reason: SkipReason, by: Actor): Promise<ActOutcome> {
    const told = { type: "trade.skip-explained", reason, by } as const;
    return commitAct(this.context, tradeId, `explain-${tradeId}`, (trade, { now: at }) =>
      canApply(trade, { ...told, at })
        ? { ...unchanged(trade), events: [{ ...told, at }], next: applyAll(trade, [{ ...told, at }]) }
        : unchanged(trade),
    );
  }

  private async replanStop(proposal: Proposal, wish: PriceWish, by: Actor): Promise<ActOutcome> {
    const { trade, instrument } = proposal;
    const stop = wish.kind === "break-even" ? undefined : wishedStop(trade, wish, instrument);
    if (stop === undefined) return denied(trade, "stop-on-wrong-side");
    return replanProposal(this.context, trade, { change: "stop", prices: { stop: Number(stop) } }, by);
  }

  private async replanTargets(
    { trade, instrument }: Proposal,
    wishes: readonly PriceWish[],
    by: Actor,
  ): Promise<ActOutcome> {
    const sign = directionSign(trade.plan.direction);
    const targets = wishes.flatMap((wish) => wishedTarget(trade, wish, instrument) ?? []).map(Number);
    if (targets.length < wishes.length) return denied(trade, "target-reached");
    const nearestFirst = [...new Set(targets)].sort((one, other) => (one - other) * sign);
    return replanProposal(this.context, trade, { change: "targets", prices: { targets: nearestFirst } }, by);
  }

  private async proposal(tradeId: string): Promise<Proposal | undefined> {
    const trade = await this.context.ledger.load(tradeId);
    const desk = trade && deskFor(this.context, trade);
    return trade?.state === "proposed" && desk !== undefined
      ? { trade, instrument: desk.instrument }
      : undefined;
  }

  /** Lets the stop follow price from the next close on, or nothing any more. */
  async trail(tradeId: string, wish: TrailingWish | undefined, by: Actor): Promise<ActOutcome> {
    const { settings } = await this.context.settings.current();
    return this.switchTrailing(tradeId, wish && wishedTrailing(wish, settings.management), by);
  }

  /** A way back is an act like any other: judged, and confirmed where it risks more. */
  async undo(tradeId: string, by: Actor, at?: number, role?: MemberRole): Promise<UndoOutcome | undefined> {
    const { ledger } = this.context;
    const trade = await ledger.load(tradeId);
    const back = trade && wayBack(trade, await ledger.events(tradeId), by, at);
    switch (back?.what) {
      case undefined:
        return undefined;
      case "stop": {
        const wish = { kind: "price", price: back.stop } as const;
        return { what: back.what, outcome: await this.moveStop(tradeId, wish, by, undefined, role) };
      }
      case "targets": {
        const wishes = back.targets.map((price) => ({ kind: "price", price }) as const);
        return { what: back.what, outcome: await this.moveTargets(tradeId, wishes, by) };
      }
      case "trailing":
        return { what: back.what, outcome: await this.switchTrailing(tradeId, back.trailing, by) };
    }
  }

  private async switchTrailing(
    tradeId: string,
    trailing: TrailingPlan | undefined,
    by: Actor,
  ): Promise<ActOutcome> {
    const found = await this.shapeable(tradeId);
    if (!("desk" in found)) return found;
    const { trade } = found;
    if (isSamePlan(trade.management?.trailing, trailing)) return { status: "done", trade };
    const operationId = `trail-${tradeId}-${trade.version}`;
    return commitAct(this.context, tradeId, operationId, (standing, now) =>
      isShapeable(standing) && isSamePlan(standing.management?.trailing, trade.management?.trailing)
        ? switchTrailingTo(standing, trailing, by, now)
        : unchanged(standing),
    );
  }

  /** Takes back what of the entry is not filled yet. */
  async cancelEntry(tradeId: string, by: Actor): Promise<ActOutcome> {
    return commitAct(this.context, tradeId, `cancel-entry-${tradeId}`, (trade, desk) => {
      const entry = entryOrder(trade);
      const canCancel = isLive(trade.state) && entry !== undefined && isAlive(entry);
      return canCancel && trade.entryCancelledBy === undefined
        ? decide(trade, [{ type: "trade.entry-cancelled", at: desk.now, by }], desk)
        : unchanged(trade);
    });
  }

  /** Judged on the trade as it was read, decided on the trade as it stands at the commit. */
  private async move(
    trade: Trade,
    operationId: string,
    decideOn: (standing: Trade, desk: Desk) => ManualMove,
  ): Promise<ActOutcome> {
    const desk = deskFor(this.context, trade);
    if (desk === undefined) return { status: "not-found" };
    const judged = decideOn(trade, desk);
    if (judged.status === "denied") return { ...judged, trade };
    return commitAct(this.context, trade.id, operationId, (standing, now) => {
      const move = isShapeable(standing) ? decideOn(standing, now) : undefined;
      return move?.status === "decided" ? move.decision : unchanged(standing);
    });
  }

  private async shapeable(
    tradeId: string,
  ): Promise<
    { readonly trade: Trade; readonly desk: Desk } | Extract<ActOutcome, { status: "too-late" | "not-found" }>
  > {
    const trade = await this.context.ledger.load(tradeId);
    const desk = trade && deskFor(this.context, trade);
    if (trade === undefined || desk === undefined) return { status: "not-found" };
    return isShapeable(trade) ? { trade, desk } : { status: "too-late", trade };
  }
}

function isSamePlan(one: TrailingPlan | undefined, other: TrailingPlan | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function denied(trade: Trade, code: "stop-on-wrong-side" | "target-reached" | "price-stale"): ActOutcome {
  return { status: "denied", trade, denials: [{ code }] };
}
