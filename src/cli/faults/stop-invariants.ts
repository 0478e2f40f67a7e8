import { decimal } from "../../engine/decimal.ts";
import type { Ledger } from "../../engine/ports.ts";
import { parseClientOrderId } from "../../engine/trade/client-order-id.ts";
import { isMoveRefused } from "../../engine/trade/exit-orders.ts";
import { wantedStop } from "../../engine/trade/stop-price.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import { isFinal } from "../../engine/trade/trade-facts.ts";
import type { Finding } from "./fault-report.ts";
import type { VenueTruth } from "./fault-venue.ts";
import type { VenueEntry } from "./venue-log.ts";

/** A stop that a person was told was moved. */
export interface ToldStop {
  readonly tradeId: string;
  readonly stop: string;
}

/** I4 while stops are moved: a desk takes a stop away only when others cover the whole position. */
export function uncoveringCancels(instance: string, log: readonly VenueEntry[]): Finding[] {
  const findings: Finding[] = [];
  const held = new Map<string, number>();
  const stops = new Map<string, { readonly symbol: string; left: number }>();
  for (const entry of log) {
    if (entry.type === "order" && legOf(instance, entry.order.clientOrderId) === "stop") {
      const { clientOrderId, symbol, quantity } = entry.order;
      stops.set(clientOrderId, { symbol, left: Number(quantity) });
    }
    if (entry.type === "filled") {
      const { symbol, side, quantity, clientOrderId } = entry.fill;
      held.set(symbol, (held.get(symbol) ?? 0) + (side === "buy" ? 1 : -1) * Number(quantity));
      const stop = stops.get(clientOrderId);
      if (stop !== undefined) stop.left -= Number(quantity);
    }
    if (entry.type !== "cancelled") continue;
    const gone = stops.get(entry.clientOrderId);
    stops.delete(entry.clientOrderId);
    if (gone === undefined || entry.byVenue) continue;
    const open = Math.abs(held.get(gone.symbol) ?? 0);
    const left = [...stops.values()].reduce(
      (sum, { symbol, left: own }) => sum + (symbol === gone.symbol ? own : 0),
      0,
    );
    if (left < open - 1e-9)
      findings.push(["unprotected", `${entry.clientOrderId} was cancelled, ${left} of ${open} covered`]);
  }
  return findings;
}

/** At rest every live stop stands where it was wanted last, and what a person was told is in the trade's events. */
export async function movedStopFindings(
  instance: string,
  { working }: VenueTruth,
  trades: readonly Trade[],
  told: readonly ToldStop[],
  ledger: Ledger,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const trade of trades) {
    if (isFinal(trade.state) || trade.closing !== undefined || isMoveRefused(trade)) continue;
    for (const { clientOrderId, type, price } of working) {
      if (type !== "stop" || parseClientOrderId(instance, clientOrderId)?.tradeId !== trade.id) continue;
      if (price !== undefined && !decimal(price).eq(wantedStop(trade)))
        findings.push(["unprotected", `${clientOrderId} at ${price}, wanted at ${wantedStop(trade)}`]);
    }
  }
  for (const { tradeId, stop } of told) {
    const events = await ledger.events(tradeId);
    const isKnown =
      trades.find(({ id }) => id === tradeId)?.plan.stop === stop ||
      events.some((event) => event.type === "trade.stop-moved" && decimal(event.stop).eq(stop));
    if (!isKnown)
      findings.push(["lost", `the stop of ${tradeId} at ${stop} was told and is not in the ledger`]);
  }
  return findings;
}

function legOf(instance: string, clientOrderId: string) {
  return parseClientOrderId(instance, clientOrderId)?.leg;
}
