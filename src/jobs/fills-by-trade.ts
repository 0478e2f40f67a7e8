import { type ClientOrderIdParts, parseClientOrderId } from "../engine/trade/client-order-id.ts";
import type { Fill } from "../engine/trade/order.ts";
import type { DeskContext } from "./desk-context.ts";

/** A fill with what the name of its order says. */
export interface OwnFill {
  readonly order: ClientOrderIdParts;
  readonly fill: Fill;
}

/** The fills of each own trade by its id, in the order in which they came; those of foreign orders are left alone. */
export function fillsByTrade(
  { instance, log }: Pick<DeskContext, "instance" | "log">,
  fills: readonly Fill[],
): ReadonlyMap<string, readonly OwnFill[]> {
  const byTrade = new Map<string, OwnFill[]>();
  for (const fill of fills) {
    const order = parseClientOrderId(instance, fill.clientOrderId);
    if (order === undefined) {
      log.warn({ fill }, "a fill of a foreign order is left alone");
      continue;
    }
    const known = byTrade.get(order.tradeId);
    if (known === undefined) byTrade.set(order.tradeId, [{ order, fill }]);
    else known.push({ order, fill });
  }
  return byTrade;
}
