import type { Order } from "ccxt";
import { decimal, toText } from "../../engine/decimal.ts";
import { DeskError } from "../../engine/errors.ts";
import type { OrderReport } from "../../engine/trade/order.ts";
import { deskSymbol, type ExchangeAccess, inBase, isAbsent, valueOrFault } from "./exchange-account.ts";
import type { ConditionalState, OrderParams } from "./venue.ts";

/** Orders as the exchange reports them, conditional ones and what they became in one. */
export interface OrderReader {
  /** Undefined only when every place where an order can be said that it does not have it. */
  find(symbol: string, clientOrderId: string): Promise<OrderReport | undefined>;
  open(): Promise<readonly OrderReport[]>;
}

/** Reads throw `DeskError` `exchange-unavailable`; an answer that cannot be understood counts as none. */
export function createOrderReader(access: ExchangeAccess): OrderReader {
  const { venue } = access;
  return {
    find: async (symbol, clientOrderId) => {
      const ccxtSymbol = access.listed.get(symbol)?.ccxtSymbol;
      if (ccxtSymbol === undefined) return undefined;
      // All are asked, also when the first one knows it: a triggered stop may be in two places.
      const places = venue.named(clientOrderId).map((named) => readOrder(access, ccxtSymbol, named));
      const found = (await Promise.all(places)).filter((order) => order !== undefined);
      const reports = found.map((order) => ({ order, state: stateOf(access, order) }));
      const told = reports.find(({ state }) => state !== undefined) ?? reports[0];
      return told && reportOf(access, told.order, told.state);
    },
    open: async () => {
      const open = valueOrFault(venue, await access.read(() => venue.openOrders(access.reads)));
      const reports = await Promise.all(open.map((order) => reportOf(access, order, stateOf(access, order))));
      return reports.filter(({ status }) => status === "working");
    },
  };
}

async function readOrder(
  { orders, send, venue }: ExchangeAccess,
  ccxtSymbol: string,
  named: OrderParams,
): Promise<Order | undefined> {
  // Not over the paced client: a stop is read back at once, whatever is being polled.
  const found = await send(() => venue.lookUp(orders, ccxtSymbol, named));
  return isAbsent(venue, found) ? undefined : valueOrFault(venue, found);
}

async function orderById(
  { orders, send, venue }: ExchangeAccess,
  ccxtSymbol: string,
  orderId: string,
): Promise<Order | undefined> {
  const found = await send(() => venue.orderById(orders, ccxtSymbol, orderId));
  return isAbsent(venue, found) ? undefined : valueOrFault(venue, found);
}

async function reportOf(
  access: ExchangeAccess,
  order: Order,
  state: ConditionalState | undefined,
): Promise<OrderReport> {
  return state === undefined ? plainReport(access, order) : conditionalReport(access, order, state);
}

function plainReport(access: ExchangeAccess, order: Order): OrderReport {
  const isLimit = order.type === "limit";
  return {
    ...identity(access, order),
    type: isLimit ? "limit" : "market",
    ...(isLimit && order.price !== undefined ? { price: toText(order.price) } : {}),
    filledQuantity: inBase(access, deskSymbol(access, order.symbol), order.filled),
    status: statusOf(access, order),
  };
}

async function conditionalReport(
  access: ExchangeAccess,
  order: Order,
  state: ConditionalState,
): Promise<OrderReport> {
  const { symbol = "" } = order;
  const became = await whatItBecame(access, order, state);
  const price = order.triggerPrice;
  return {
    ...identity(access, order),
    type: state.type,
    ...(price === undefined ? {} : { price: toText(price) }),
    filledQuantity: became ? inBase(access, deskSymbol(access, symbol), became.filled) : "0",
    status:
      became || state.status === "as-order"
        ? statusOf(access, became ?? order)
        : STATUS_WITHOUT_ORDER[state.status],
  };
}

/** The order whose fills are those of a conditional one; undefined while there is none that can be read. */
async function whatItBecame(
  access: ExchangeAccess,
  order: Order,
  { status, orderId }: ConditionalState,
): Promise<Order | undefined> {
  if (status === "as-order") return order;
  return orderId === undefined ? undefined : orderById(access, order.symbol ?? "", orderId);
}

/** A triggered order that cannot be read yet is on its way. */
const STATUS_WITHOUT_ORDER = {
  waiting: "working",
  triggered: "working",
  cancelled: "cancelled",
  rejected: "rejected",
} as const;

function stateOf({ venue }: ExchangeAccess, order: Order): ConditionalState | undefined {
  try {
    return venue.conditionalState(order);
  } catch (cause) {
    throw new DeskError(
      "exchange-unavailable",
      { exchange: venue.exchange, reason: "answer-not-understood" },
      { cause },
    );
  }
}

function identity(access: ExchangeAccess, order: Order) {
  const symbol = deskSymbol(access, order.symbol);
  const clientOrderId = access.venue.clientOrderIdOf(order) ?? "";
  const { id: exchangeOrderId = "" } = order;
  const side = order.side === "buy" ? "buy" : "sell";
  const quantity = inBase(access, symbol, order.amount);
  return {
    clientOrderId,
    exchangeOrderId,
    symbol,
    side,
    quantity,
    reduceOnly: access.venue.isReduceOnly(order, access.hedged),
  } as const;
}

const ENDED: Readonly<Record<string, OrderReport["status"]>> = {
  canceled: "cancelled",
  expired: "cancelled",
  rejected: "rejected",
};

function statusOf({ venue }: ExchangeAccess, order: Order): OrderReport["status"] {
  if (order.status === "open" || order.status === "canceling") return "working";
  if (order.status === "closed") {
    return decimal(order.filled ?? 0).gte(order.amount ?? 0) ? "filled" : "cancelled";
  }
  const status = ENDED[order.status ?? ""];
  if (status !== undefined) return status;
  throw new DeskError("exchange-unavailable", { exchange: venue.exchange, reason: "answer-not-understood" });
}
