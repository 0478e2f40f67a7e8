import { DeskError } from "../engine/errors.ts";
import {
  type ClientOrderIdParts,
  clientOrderId,
  parseClientOrderId,
} from "../engine/trade/client-order-id.ts";
import { hash64 } from "../engine/trade/hash.ts";
import type { Fill, OrderReport, ReduceOnlyOrder } from "../engine/trade/order.ts";
import type { DeskContext } from "./desk-context.ts";

/** Attempts of exits that belong to no living trade; those of a trade never come so far. */
const FIRST_ATTEMPT = 5000n;
const ATTEMPTS = 4999n;

/**
 * An own order was filled although its trade is over or lost: nobody watches that position, so what the fill
 * opened is closed at once, reduce-only, and people are told. The same fill always makes the same order.
 * Throws `DeskError` `exchange-unavailable` while nobody knows whether it arrived: book the fill again.
 */
export async function closeStrayFill(
  context: DeskContext,
  { tradeId, leg }: ClientOrderIdParts,
  fill: Fill,
): Promise<void> {
  const { clock, exchange, instance, ledger, log } = context;
  log.error({ fill, tradeId }, "a fill that no trade can take");
  if (leg !== "entry") return;
  const { fillId, symbol } = fill;
  await ledger.post(
    `stray-${fillId}`,
    { key: "notice-stray-fill", args: { symbol }, silent: false },
    clock.now(),
  );
  if (context.instruments.get(symbol)?.isSpot === true) await unlock(context, tradeId, symbol);
  const attempt = Number(FIRST_ATTEMPT + (hash64(fillId) % ATTEMPTS));
  const order: ReduceOnlyOrder = {
    clientOrderId: clientOrderId(instance, tradeId, "exit", attempt),
    symbol,
    side: fill.side === "buy" ? "sell" : "buy",
    type: "market",
    quantity: fill.quantity,
    reduceOnly: true,
    createdAt: clock.now(),
  };
  const outcome = await exchange.place(order);
  if (outcome.status === "unknown") throw new DeskError("exchange-unavailable", { code: outcome.code });
}

/** Where an order locks what it sells, the exits of the lost trade go first. */
async function unlock({ exchange, instance }: DeskContext, tradeId: string, symbol: string): Promise<void> {
  const isExit = ({ clientOrderId: id }: OrderReport) => {
    const own = parseClientOrderId(instance, id);
    return own?.tradeId === tradeId && own.leg !== "entry";
  };
  const exits = (await exchange.openOrders()).filter((order) => order.symbol === symbol && isExit(order));
  for (const { clientOrderId: id } of exits) await exchange.cancel(symbol, id);
}
