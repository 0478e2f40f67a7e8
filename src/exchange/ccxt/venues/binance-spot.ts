import type { Order, Trade } from "ccxt";
import { z } from "zod";
import { decimal, toText } from "../../../engine/decimal.ts";
import { DeskError } from "../../../engine/errors.ts";
import type { CcxtClient } from "../load-client.ts";
import type { OrderRefusals } from "../order-errors.ts";
import { countedTrades } from "../spot/counted-trades.ts";
import { LOOK_BACK_MS } from "../trades/settle.ts";
import { tradesById } from "../trades/trades-by-id.ts";
import { isClientError, type KeyRights, type SpotVenue, TRADES_NOT_SHOWN } from "../venue.ts";
import { spotMarketsIn, watchSpotOrders } from "./binance-spot-stream.ts";
import { callEndpoint } from "./call-endpoint.ts";
import { UNIFIED_READS } from "./unified-reads.ts";

/**
 * Codes with which Binance spot says that an order does not exist. -2010 says "insufficient balance" and "duplicate
 * order sent" alike: it counts only with one of `REJECTIONS`. Left out on purpose is what the futures table leaves out.
 * Source: https://developers.binance.com/docs/binance-spot-api-docs/errors
 */
const REFUSALS: OrderRefusals = {
  "-1002": "key-refused",
  "-1003": "rate-limited",
  "-1013": "order-invalid",
  "-1015": "rate-limited",
  "-1020": "order-type-unsupported",
  "-1021": "clock-off",
  "-1022": "signature-invalid",
  "-1100": "order-invalid",
  "-1101": "order-invalid",
  "-1102": "order-invalid",
  "-1103": "order-invalid",
  "-1104": "order-invalid",
  "-1105": "order-invalid",
  "-1106": "order-invalid",
  "-1111": "precision-too-fine",
  "-1115": "order-invalid",
  "-1116": "order-type-unsupported",
  "-1117": "order-invalid",
  "-1121": "instrument-unknown",
  "-2010 balance": "balance-insufficient",
  "-2010 trigger": "would-trigger-at-once",
  "-2014": "key-refused",
  "-2015": "key-refused",
};

/** What -2010 means by its text, where that is certain. */
const REJECTIONS: Readonly<Record<string, string>> = {
  "Account has insufficient balance for requested action.": "balance",
  "Order would trigger immediately.": "trigger",
  "Stop price would trigger immediately.": "trigger",
};

const errorSchema = z.object({ code: z.number(), msg: z.string().optional() });
const rightsSchema = z.object({
  ipRestrict: z.boolean(),
  enableSpotAndMarginTrading: z.boolean(),
  enableWithdrawals: z.boolean(),
  enableInternalTransfer: z.boolean().optional(),
  permitsUniversalTransfer: z.boolean().optional(),
});
const typeSchema = z.object({ type: z.string() });
const amount = z.string().regex(/^\d+(\.\d+)?$/);
const accountSchema = z.object({
  balances: z.array(z.object({ asset: z.string(), free: amount, locked: amount })),
});
const orderRows = z.array(z.object({ orderId: z.int(), clientOrderId: z.string() }));
const marketSchema = z.object({ orderTypes: z.array(z.string()) });

const PAGE = 1000;

/**
 * Spot markets of Binance. Nothing is reduce-only and an order locks what it sells, so an exit is made no larger than
 * what own orders hold (spot-book.ts), and only the stop stands at the exchange (docs/decisions/014-spot-positions-are-balances.md).
 */
export const BINANCE_SPOT: SpotVenue = {
  ...UNIFIED_READS,
  exchange: "binance",
  marketType: "spot",
  options: {
    recvWindow: 5000,
    defaultType: "spot",
    fetchMarkets: { types: ["spot"] },
    fetchMargins: false,
    warnOnFetchOpenOrdersWithoutSymbol: false,
    fetchOpenOrders: { warnWithoutSymbol: false },
    // The snapshots behind the stream are awaited by nobody: a cut connection would end the process.
    watchPositions: { fetchPositionsSnapshot: false, awaitPositionsSnapshot: false },
    watchBalance: { fetchBalanceSnapshot: false, awaitBalanceSnapshot: false },
  },
  clientOrderId: /^[a-zA-Z0-9_-]{1,36}$/,
  orderParams: ({ clientOrderId, type, price }) => ({
    clientOrderId,
    ...(type === "stop" ? { stopLossPrice: price } : {}),
    ...(type === "take-profit" ? { takeProfitPrice: price } : {}),
  }),
  named: (clientOrderId) => [{ clientOrderId }],
  refusals: REFUSALS,
  refusesWith: isClientError,
  absentCodes: ["-2011", "-2013"],
  clockCodes: ["-1021"],
  unchangedCodes: [],
  codeOf: (answer) => {
    const parsed = errorSchema.safeParse(answer);
    if (!parsed.success) return undefined;
    const { code, msg = "" } = parsed.data;
    const reason = code === -2010 && Object.hasOwn(REJECTIONS, msg) ? ` ${REJECTIONS[msg]}` : "";
    return `${code}${reason}`;
  },
  keyRights: async (client) => rightsOf(await callEndpoint(client, "sapiGetAccountApiRestrictions", {})),
  spot: {
    allTrades: numbered((client, ccxtSymbol) => tradesFrom(client, ccxtSymbol, "0")),
    orderNames,
    balance,
    lastPrice: async (client, ccxtSymbol) => {
      const prices = await client.fetchLastPrices([ccxtSymbol]);
      return toText(decimal(prices[ccxtSymbol]?.price ?? 0));
    },
  },
  isHedged: async () => false,
  preparations: (client, ccxtSymbol, { leverage = 1, marginMode }) => {
    const field = leverage === 1 ? marginMode && "live.marginMode" : "live.leverage";
    if (field) throw new DeskError("config-invalid", { field, problem: "a spot market has none" });
    if (!marketSchema.parse(client.market(ccxtSymbol).info).orderTypes.includes("STOP_LOSS"))
      throw new DeskError("config-invalid", {
        field: "market.symbols",
        value: ccxtSymbol,
        problem: "no stops",
      });
    return [];
  },
  lookUp: async (client, ccxtSymbol, named) =>
    withCounted(client, ccxtSymbol, await client.fetchOrder("", ccxtSymbol, named)),
  orderById: async (client, ccxtSymbol, orderId) =>
    withCounted(client, ccxtSymbol, await client.fetchOrder(orderId, ccxtSymbol)),
  openOrders: (client) => client.fetchOpenOrders(),
  conditionalState: ({ info }) => {
    const { type } = typeSchema.parse(info);
    if (type.startsWith("STOP_LOSS")) return { type: "stop", status: "as-order" };
    return type.startsWith("TAKE_PROFIT") ? { type: "take-profit", status: "as-order" } : undefined;
  },
  isReduceOnly: ({ side }) => side === "sell",
  watches: [watchSpotOrders],
  marketsIn: spotMarketsIn,
  trades: numbered((client, ccxtSymbol, now) => client.fetchMyTrades(ccxtSymbol, now - LOOK_BACK_MS, PAGE)),
  counted: async (client, market, trades) => {
    const bought = new Set(trades.flatMap(({ side, order }) => (side === "buy" ? (order ?? []) : [])));
    const counted = new Map<string, Trade>();
    for (const orderId of bought) {
      for (const trade of await tradesOf(client, market.ccxtSymbol, orderId))
        counted.set(trade.id ?? "", trade);
    }
    return trades.flatMap((trade) => (trade.side === "buy" ? (counted.get(trade.id ?? "") ?? []) : [trade]));
  },
};

function numbered(first: Parameters<typeof tradesById>[0]["first"]) {
  return tradesById({ pageSize: PAGE, first, from: tradesFrom });
}

function tradesFrom(client: CcxtClient, ccxtSymbol: string, fromId: string): Promise<Trade[]> {
  return client.fetchMyTrades(ccxtSymbol, undefined, PAGE, { fromId });
}

/** The trades of an order as they count. */
async function tradesOf(client: CcxtClient, ccxtSymbol: string, orderId: string): Promise<readonly Trade[]> {
  const trades = await client.fetchMyTrades(ccxtSymbol, undefined, PAGE, { orderId });
  return countedTrades(trades, stepOf(client, ccxtSymbol));
}

/** An order with what its trades count as filled. Throws while its trades are not all shown. */
async function withCounted(client: CcxtClient, ccxtSymbol: string, order: Order): Promise<Order> {
  if (order.side !== "buy" || !order.filled) return order;
  const trades = await client.fetchMyTrades(ccxtSymbol, undefined, PAGE, { orderId: order.id });
  if (!sumOf(trades).eq(order.filled))
    throw new DeskError("exchange-unavailable", { reason: TRADES_NOT_SHOWN });
  return { ...order, filled: sumOf(countedTrades(trades, stepOf(client, ccxtSymbol))).toNumber() };
}

function sumOf(trades: readonly Trade[]) {
  return trades.reduce((sum, { amount: traded }) => sum.plus(traded ?? 0), decimal(0));
}

/** Client order ids by number; a page is a thousand orders. */
async function orderNames(client: CcxtClient, ccxtSymbol: string, fromOrderId: string) {
  const names = new Map<string, string>();
  const symbol = client.marketId(ccxtSymbol);
  let nextOrderId = fromOrderId;
  for (;;) {
    const query = { symbol, orderId: nextOrderId, limit: PAGE };
    const page = orderRows.parse(await callEndpoint(client, "privateGetAllOrders", query));
    for (const { orderId, clientOrderId } of page) names.set(String(orderId), clientOrderId);
    const last = page.at(-1)?.orderId;
    if (last !== undefined) nextOrderId = String(last + 1);
    if (page.length < PAGE) return { names, nextOrderId };
  }
}

/** A coin that the account never had is not in the answer. */
async function balance(client: CcxtClient, coin: string) {
  const answer = accountSchema.parse(await callEndpoint(client, "privateGetAccount", {}));
  const { free = "0", locked = "0" } = answer.balances.find(({ asset }) => asset === coin) ?? {};
  return { free: toText(decimal(free)), total: toText(decimal(free).plus(locked)) };
}

function stepOf(client: CcxtClient, ccxtSymbol: string): string {
  return toText(decimal(client.market(ccxtSymbol).precision.amount ?? 0));
}

function rightsOf(answer: unknown): KeyRights {
  const rights = rightsSchema.parse(answer);
  return {
    canTrade: rights.enableSpotAndMarginTrading,
    canWithdraw: rights.enableWithdrawals,
    canTransfer: rights.enableInternalTransfer === true || rights.permitsUniversalTransfer === true,
    boundToAddress: rights.ipRestrict,
  };
}
