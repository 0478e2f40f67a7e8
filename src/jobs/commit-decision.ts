import { DeskError } from "../engine/errors.ts";
import type { OutboxBody } from "../engine/ports/ledger.ts";
import type { Ledger } from "../engine/ports.ts";
import type { Decision } from "../engine/trade/decide.ts";
import type { Trade } from "../engine/trade/trade.ts";
import type { TradeEvent } from "../engine/trade/trade-event.ts";

export interface CommittedDecision {
  /** The trade as it stands after the commit. */
  readonly trade: Trade;
  readonly decision: Decision;
  /** `false` when there was nothing to commit, or the same operation had been committed before. */
  readonly isNew: boolean;
}

const MAX_ATTEMPTS = 20;
/** Steps between desk and exchange that a person need not see happen. */
const UNSEEN: ReadonlySet<TradeEvent["type"]> = new Set(["order.intended", "order.accepted"]);
/** What a person wants to hear about. */
const LOUD: ReadonlySet<TradeEvent["type"]> = new Set([
  "order.filled",
  "order.rejected",
  "order.unknown",
  "trade.denied",
  "trade.closed",
]);

/**
 * Commits what `decideOn` makes of the trade as it stands, and decides anew whenever somebody else was faster.
 * The card is redrawn in the same step. `undefined` when there is no such trade. `known` saves reading it.
 */
export async function commitDecision(
  ledger: Ledger,
  tradeId: string,
  operationId: string,
  decideOn: (trade: Trade) => Decision,
  known?: Trade,
): Promise<CommittedDecision | undefined> {
  let trade = known ?? (await ledger.load(tradeId));
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    if (trade === undefined) return undefined;
    const decision = decideOn(trade);
    const { events, next } = decision;
    if (events.length === 0) return { trade, decision, isNew: false };
    const outcome = await ledger.commit({
      tradeId,
      expectedVersion: trade.version,
      operationId,
      events,
      next,
      outbox: redrawing(trade, next, events),
    });
    if (outcome.status !== "conflict") {
      return { trade: outcome.trade, decision, isNew: outcome.status === "committed" };
    }
    trade = outcome.trade;
  }
  throw new DeskError("store-unavailable", { tradeId, operationId, attempts: MAX_ATTEMPTS });
}

function redrawing(before: Trade, next: Trade, events: readonly TradeEvent[]): readonly OutboxBody[] {
  const isSeen = before.state !== next.state || events.some(({ type }) => !UNSEEN.has(type));
  if (!isSeen) return [];
  return [{ kind: "trade", tradeId: next.id, loud: events.some(({ type }) => LOUD.has(type)) }];
}
