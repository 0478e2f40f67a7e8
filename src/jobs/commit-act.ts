import type { ActOutcome } from "../engine/ports/control.ts";
import type { Decision } from "../engine/trade/decide.ts";
import type { Desk } from "../engine/trade/exit-orders.ts";
import type { Trade } from "../engine/trade/trade.ts";
import { isLive } from "../engine/trade/trade-facts.ts";
import { commitDecision } from "./commit-decision.ts";
import type { DeskContext } from "./desk-context.ts";

/**
 * Commits a person's act. What it leads to at the exchange and on the cards are jobs that the answer does not wait
 * for: one that is lost is found by the sweeper. `known` is the trade as the caller has just read it.
 */
export async function commitAct(
  context: DeskContext,
  tradeId: string,
  operationId: string,
  decideOn: (trade: Trade, desk: Desk) => Decision,
  known?: Trade,
): Promise<Extract<ActOutcome, { status: "done" | "too-late" | "not-found" }>> {
  const decideHere = (trade: Trade) => {
    const desk = deskFor(context, trade);
    return desk === undefined ? unchanged(trade) : decideOn(trade, desk);
  };
  const committed = await commitDecision(context.ledger, tradeId, operationId, decideHere, known);
  if (committed === undefined) return { status: "not-found" };
  const { trade, isNew } = committed;
  if (isNew && isLive(trade.state)) void context.queues.enqueue("advance-trade", { tradeId });
  if (isNew) void context.queues.enqueue("deliver-outbox", {});
  return { status: isNew ? "done" : "too-late", trade };
}

/** Where a decision on the trade is made now; unset when its symbol is not of this desk. */
export function deskFor(context: DeskContext, trade: Trade): Desk | undefined {
  const instrument = context.instruments.get(trade.plan.symbol);
  return instrument && { instance: context.instance, instrument, now: context.clock.now() };
}

/** The decision to do nothing. */
export function unchanged(trade: Trade): Decision {
  return { events: [], next: trade, place: [], cancel: [] };
}
