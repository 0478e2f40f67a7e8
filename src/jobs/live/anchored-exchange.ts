import type { Logger } from "pino";
import type { Anchors } from "../../engine/ports/anchors.ts";
import type { Audit } from "../../engine/ports/audit.ts";
import type { Exchange } from "../../engine/ports.ts";

/**
 * An exchange to which no order goes before it is written down, apart from the ledger, how far the ledger had come.
 * An entry that cannot be written down is not sent; an exit is sent all the same.
 */
export function anchoredExchange<E extends Exchange>(
  exchange: E,
  audit: Pick<Audit, "head">,
  anchors: Anchors,
  log: Logger,
): E {
  const place: Exchange["place"] = async (order) => {
    try {
      await anchors.append(await audit.head());
    } catch (error) {
      log.error({ err: error, order: order.clientOrderId }, "an order could not be written down");
      if (!order.reduceOnly) return { status: "rejected", code: "not-written-down" };
    }
    return exchange.place(order);
  };
  // Whatever else the exchange can do is found through the prototype.
  return Object.assign(Object.create(exchange) as E, { place });
}

/** True when the ledger lacks what it had when the last order was sent: it was cut, emptied or replaced. */
export async function isLedgerBehind(audit: Pick<Audit, "holds">, anchors: Anchors): Promise<boolean> {
  const last = await anchors.last();
  return last !== undefined && !(await audit.holds(last));
}
