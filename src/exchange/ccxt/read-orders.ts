import type { Order } from "ccxt";
import { decimal, toText } from "../../engine/decimal.ts";
import { DeskError } from "../../engine/errors.ts";
import type { OrderReport } from "../../engine/trade/order.ts";
import { deskSymbol, type ExchangeAccess, inBase, isAbsent, valueOrFault } from "./exchange-account.ts";

/** Orders as the exchange reports them, conditional ones and what they became in one. */
export interface OrderReader {
  /** Undefined only when both places where an order can be said that they do not have it. */
  find(symbol: string, clientOrderId: string): Promise<OrderReport | undefined>;
  open(): Promise<readonly OrderReport[]>;
}

const CONDITIONAL = { trigger: true };

/** Reads throw `DeskError` `exchange-unavailable`; an answer that cannot be understood counts as none. */
export function createOrderReader(access: ExchangeAccess): OrderReader {
  return {
    find: async (symbol, clientOrderId) => {
      const ccxtSymbol = access.listed.get(symbol)?.ccxtSymbol;
      if (ccxtSymbol === undefined) return undefined;
      // Both are asked, also when the first one knows it: a triggered stop is in both.
      const [plain, conditional] = await Promise.all([
        readOrder(access, ccxtSymbol, { clientOrderId }),
        readOrder(access, ccxtSymbol, { clientOrderId, ...CONDITIONAL }),
      ]);
      if (conditional) return conditionalReport(access, conditional);
      return plain && plainReport(access, plain);
    },
    open: async () => {
      const [plain, conditional] = await Promise.all([readOpen(access, {}), readOpen(access, CONDITIONAL)]);
      const waiting = await Promise.all(conditional.map((order) => conditionalReport(access, order)));
      return [...plain.map((order) => plainReport(access, order)), ...waiting].filter(
        ({ status }) => status === "working",
      );
    },
  };
}

async function readOrder(
  access: ExchangeAccess,
  ccxtSymbol: string,
  query: Readonly<Record<string, unknown>>,
  orderId = "",
): Promise<Order | undefined> {
  const { orders, send, venue } = access;
  // Not over the paced client: a stop is read back at once, whatever is being polled.
  const found = await send(() => orders.fetchOrder(orderId, ccxtSymbol, query));
  return isAbsent(venue, found) ? undefined : valueOrFault(venue, found);
}

async function readOpen(access: ExchangeAccess, query: Readonly<Record<string, unknown>>): Promise<Order[]> {
  const { reads, read, venue } = access;
  return valueOrFault(venue, await read(() => reads.fetchOpenOrders(undefined, undefined, undefined, query)));
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

async function conditionalReport(access: ExchangeAccess, order: Order): Promise<OrderReport> {
  const state = stateOf(access, order);
  const { symbol = "" } = order;
  const became = state.orderId === undefined ? undefined : await readOrder(access, symbol, {}, state.orderId);
  const price = order.triggerPrice;
  return {
    ...identity(access, order),
    type: state.type,
    ...(price === undefined ? {} : { price: toText(price) }),
    filledQuantity: became ? inBase(access, deskSymbol(access, symbol), became.filled) : "0",
    status: became ? statusOf(access, became) : STATUS_WITHOUT_ORDER[state.status],
  };
}

/** A triggered order that cannot be read yet is on its way. */
const STATUS_WITHOUT_ORDER = {
  waiting: "working",
  triggered: "working",
  cancelled: "cancelled",
  rejected: "rejected",
} as const;

function stateOf({ venue }: ExchangeAccess, order: Order) {
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
  const { clientOrderId = "", id: exchangeOrderId = "" } = order;
  const side = order.side === "buy" ? "buy" : "sell";
  const quantity = inBase(access, symbol, order.amount);
  return {
    clientOrderId,
    exchangeOrderId,
    symbol,
    side,
    quantity,
    reduceOnly: isReduceOnly(access, order),
  } as const;
}

/** In hedge mode there is no flag: what trades against its position side reduces it. */
function isReduceOnly({ hedged }: ExchangeAccess, order: Order): boolean {
  if (!hedged) return order.reduceOnly === true;
  const { positionSide }: { readonly positionSide?: unknown } = order.info;
  return positionSide === (order.side === "buy" ? "SHORT" : "LONG");
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
