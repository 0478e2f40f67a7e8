import type { ActOutcome } from "../engine/ports/control.ts";
import { assessReplan } from "../engine/risk/assess.ts";
import type { Signal } from "../engine/signal.ts";
import { decide } from "../engine/trade/decide.ts";
import type { Actor, PlanChange, Trade } from "../engine/trade/trade.ts";
import { readAccount } from "./account-view.ts";
import { isOpenProposal } from "./approvals.ts";
import { commitAct, deskFor, unchanged } from "./commit-act.ts";
import type { DeskContext } from "./desk-context.ts";

export interface Replan {
  readonly change: PlanChange;
  /** Prices in the place of those of the plan. */
  readonly prices: Partial<Pick<Signal, "entryType" | "entry" | "stop" | "targets">>;
}

/**
 * Changes a part of a proposal's plan before anybody approved it: sized and judged anew at the price of now. The
 * card comes anew with it, and no approval of the old plan counts.
 */
export async function replanProposal(
  context: DeskContext,
  trade: Trade,
  { change, prices }: Replan,
  by: Actor,
): Promise<ActOutcome> {
  const { id: tradeId, version } = trade;
  const desk = deskFor(context, trade);
  if (desk === undefined) return { status: "not-found" };
  if (!isOpenProposal(trade, version)) return { status: "too-late", trade };
  const price = await context.candles.price(trade.plan.symbol);
  if (price === undefined) return { status: "denied", trade, denials: [{ code: "price-stale" }] };
  const { risk: settings } = (await context.settings.current()).settings;
  const account = await readAccount(context);
  const changes = prices.entryType === "market" ? { ...prices, entry: price.price } : prices;
  const request = { trade, price, account, instrument: desk.instrument, settings, changes };
  const verdict = assessReplan(request);
  if (verdict.status === "denied") return { status: "denied", trade, denials: verdict.denials };
  const { plan } = verdict;
  return commitAct(context, tradeId, `replan-${tradeId}-${version}`, (standing, now) =>
    isOpenProposal(standing, version)
      ? decide(standing, [{ type: "trade.replanned", at: now.now, by, change, plan }], now)
      : unchanged(standing),
  );
}
