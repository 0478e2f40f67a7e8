import { type DecimalText, decimal } from "../../engine/decimal.ts";
import type { PlaceOutcome } from "../../engine/ports/exchange.ts";
import { isTooLateToSend, type SubmittableOrder } from "../../engine/trade/order.ts";
import type { ListedSymbol } from "./ccxt-instruments.ts";
import { type ExchangeAccess, isAbsent, valueOrFault } from "./exchange-account.ts";
import { CLOCK_LIMIT_MS } from "./exchange-time.ts";
import { outcomeOfFailure } from "./order-errors.ts";
import type { OrderReader } from "./read-orders.ts";
import type { OrderVenue } from "./venue.ts";

export interface OrderSender {
  place(order: SubmittableOrder): Promise<PlaceOutcome>;
  cancel(symbol: string, clientOrderId: string): Promise<"cancelled" | "gone">;
}

/** Answers that are remembered; the desk places a few hundred orders a day. */
const REMEMBERED = 10_000;
const PLAIN_DECIMAL = /^\d{1,15}(\.\d{1,15})?$/;

/**
 * Sends orders, each at most once. An id that may have been sent before, by this process or an earlier one, is
 * looked up instead: exchanges refuse a second order of the same id only while the first one is alive.
 */
export function createOrderSender(
  access: ExchangeAccess,
  reader: OrderReader,
  sellable?: Sellable,
): OrderSender {
  const startedAt = access.time.now() - access.time.offsetMs();
  const answers = new Map<string, Promise<PlaceOutcome>>();
  const remember = (id: string, answer: Promise<PlaceOutcome>) => {
    answers.delete(id);
    answers.set(id, answer);
    const [oldest] = answers.keys();
    if (answers.size > REMEMBERED && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
  const first = async (order: SubmittableOrder): Promise<PlaceOutcome> => {
    if (order.createdAt >= startedAt) return sendHeld(access, reader, order, sellable);
    const standing = await lookUp(reader, order);
    if (standing !== "absent") return standing;
    return isSale(order, sellable) ? PERHAPS_SENT : sendHeld(access, reader, order, sellable);
  };
  const again = async (order: SubmittableOrder, before: Promise<PlaceOutcome>): Promise<PlaceOutcome> => {
    const answer = await before;
    if (answer.status !== "unknown") return answer;
    if (answer.code === HOLDINGS_UNREAD) return first(order);
    const standing = await lookUp(reader, order);
    return standing === "absent" ? answer : standing;
  };
  return {
    place: (order) => {
      const before = answers.get(order.clientOrderId);
      return remember(order.clientOrderId, before ? again(order, before) : first(order));
    },
    cancel: (symbol, clientOrderId) => cancel(access, symbol, clientOrderId),
  };
}

/** How much of a symbol may be sold; for venues where nothing is reduce-only. */
type Sellable = (symbol: string) => Promise<DecimalText>;

/**
 * A sale at the market where nothing is reduce-only: sent by an earlier process and not shown yet, it would be made
 * twice. It is never sent under the same name, but asked about until its absence is proven; then another one goes.
 */
function isSale(order: SubmittableOrder, sellable: Sellable | undefined): boolean {
  return sellable !== undefined && order.reduceOnly && order.type === "market";
}

const PERHAPS_SENT: PlaceOutcome = { status: "unknown", code: "sent-before-restart" };

/** Nothing was sent: it may be tried again. */
const HOLDINGS_UNREAD = "holdings-unread";

/** Where nothing is reduce-only, an exit is made no larger than what is held, and nothing is sold short. */
async function sendHeld(
  access: ExchangeAccess,
  reader: OrderReader,
  order: SubmittableOrder,
  sellable: Sellable | undefined,
): Promise<PlaceOutcome> {
  if (sellable === undefined) return send(access, order);
  if (order.reduceOnly !== (order.side === "sell")) return { status: "rejected", code: "short-impossible" };
  if (!order.reduceOnly) return send(access, order);
  const most = await sellable(order.symbol).catch(() => undefined);
  if (most === undefined) return { status: "unknown", code: HOLDINGS_UNREAD };
  if (decimal(most).isZero()) {
    // What locks it all may be this very order, sent by a desk whose ledger was lost.
    const standing = await lookUp(reader, order);
    return standing === "absent" ? { status: "rejected", code: "reduce-only-without-position" } : standing;
  }
  return send(access, decimal(order.quantity).gt(most) ? { ...order, quantity: most } : order);
}

/** What became of an order that may have been sent before. */
async function lookUp(reader: OrderReader, order: SubmittableOrder): Promise<PlaceOutcome | "absent"> {
  const report = await reader
    .find(order.symbol, order.clientOrderId)
    // Nobody knows whether an earlier process sent it: not knowing is the outcome.
    .catch(() => "unread" as const);
  if (report === "unread") return { status: "unknown", code: "look-up-failed" };
  if (report === undefined) return "absent";
  if (report.status === "rejected") return { status: "rejected", code: "refused" };
  return { status: "accepted", exchangeOrderId: report.exchangeOrderId };
}

async function send(access: ExchangeAccess, order: SubmittableOrder): Promise<PlaceOutcome> {
  const market = access.listed.get(order.symbol);
  if (market === undefined) return { status: "rejected", code: "instrument-unknown" };
  const fault = orderFault(order, market, access.venue);
  if (fault !== undefined) return { status: "rejected", code: fault };
  await access.time.refresh();
  // A clock that went wrong since the start: expiries and sessions of entries are at the wrong time.
  const isWrong = Math.abs(access.time.offsetMs()) > CLOCK_LIMIT_MS;
  if (isWrong && !order.reduceOnly) return { status: "rejected", code: "clock-off" };
  // The last look before it is signed: nobody may have been asleep since the entry was judged.
  if (isTooLateToSend(order, access.time.now() - access.time.offsetMs()))
    return { status: "rejected", code: "sent-too-late" };
  const placed = await access.send(() => createOrder(access, order, market));
  if (!placed.ok) {
    if (access.venue.clockCodes.includes(placed.failure.venueCode ?? "")) access.time.distrust();
    return outcomeOfFailure(placed.failure, access.venue);
  }
  const { id } = placed.value;
  // An answer without an id is none: the order may exist under its client order id.
  if (id === undefined || id === "") return { status: "unknown", code: "answer-without-id" };
  return placed.value.status === "rejected"
    ? { status: "unknown", code: "answer-rejected" }
    : { status: "accepted", exchangeOrderId: id };
}

/** Never with the client's `test` flag, which Binance futures ignores: it sends a real order. */
export function createOrder(
  {
    orders,
    hedged,
    venue,
    marginMode,
  }: Pick<ExchangeAccess, "orders" | "hedged" | "marginMode"> & {
    readonly venue: OrderVenue;
  },
  order: SubmittableOrder,
  market: ListedSymbol,
) {
  const amount = decimal(order.quantity).div(market.contractSize).toNumber();
  const isLimit = order.type === "limit";
  const params = venue.orderParams(order, { hedged, ...(marginMode && { marginMode }) });
  const price = isLimit ? Number(order.price) : undefined;
  return orders.createOrder(
    market.ccxtSymbol,
    isLimit ? "limit" : "market",
    order.side,
    amount,
    price,
    params,
  );
}

function orderFault(order: SubmittableOrder, market: ListedSymbol, venue: OrderVenue): string | undefined {
  return venue.clientOrderId.test(order.clientOrderId) ? gridFault(order, market) : "client-order-id-invalid";
}

/** The client library rounds what is off the grid without a word, so it is refused here. */
function gridFault(order: SubmittableOrder, { instrument }: ListedSymbol): string | undefined {
  const { quantity, price, type, reduceOnly } = order;
  if (!PLAIN_DECIMAL.test(quantity) || decimal(quantity).lte(0)) return "quantity-invalid";
  if (!decimal(quantity).mod(instrument.quantityStep).isZero()) return "quantity-off-step";
  if (!reduceOnly && decimal(quantity).lt(instrument.minQuantity)) return "quantity-too-small";
  if (type === "market") return price === undefined ? undefined : "price-unexpected";
  if (price === undefined) return "price-missing";
  if (!PLAIN_DECIMAL.test(price) || decimal(price).lte(0)) return "price-invalid";
  return decimal(price).mod(instrument.priceTick).isZero() ? undefined : "price-off-tick";
}

/** Tries both places where an order can live. Throws `DeskError` `exchange-unavailable` when one does not say. */
async function cancel(
  access: ExchangeAccess,
  symbol: string,
  clientOrderId: string,
): Promise<"cancelled" | "gone"> {
  const market = access.listed.get(symbol);
  if (!market) return "gone";
  await access.time.refresh();
  for (const named of access.venue.named(clientOrderId)) {
    const done = await access.send(() => access.venue.cancel(access.orders, market.ccxtSymbol, named));
    if (isAbsent(access.venue, done)) continue;
    valueOrFault(access.venue, done);
    return "cancelled";
  }
  return "gone";
}
