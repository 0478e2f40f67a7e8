import { z } from "zod";
import { decimal, toText } from "../../../engine/decimal.ts";
import type { ExchangeAccount } from "../../../engine/ports/exchange.ts";
import { BINANCE_FUTURES_REFUSALS } from "../order-errors.ts";
import { LOOK_BACK_MS } from "../trades/settle.ts";
import { tradesById } from "../trades/trades-by-id.ts";
import {
  type ConditionalState,
  isClientError,
  type KeyRights,
  type OrderParams,
  type Venue,
} from "../venue.ts";
import { callEndpoint as request } from "./call-endpoint.ts";
import { perpetualParams } from "./perpetual-params.ts";
import { UNIFIED_READS } from "./unified-reads.ts";

// Answers of the venue grow fields over time: only those that are used are checked.
const errorSchema = z.object({ code: z.number() });
const rightsSchema = z.object({
  ipRestrict: z.boolean(),
  enableFutures: z.boolean(),
  enableWithdrawals: z.boolean(),
  enableInternalTransfer: z.boolean().optional(),
  permitsUniversalTransfer: z.boolean().optional(),
});
const amount = z.string().regex(/^-?\d+(\.\d+)?$/);
const accountSchema = z.object({
  assets: z.array(z.object({ asset: z.string(), walletBalance: amount, marginBalance: amount })),
});
const id = z.union([z.string(), z.number()]).transform(String);
const algoSchema = z.object({
  algoStatus: z.enum(["NEW", "TRIGGERING", "TRIGGERED", "FINISHED", "CANCELED", "EXPIRED", "REJECTED"]),
  orderType: z.string(),
  actualOrderId: id.optional(),
});
const sideSchema = z.object({ positionSide: z.string().optional() });
const placeSchema = z.object({ algoId: id.optional() });
const newsSchema = z.discriminatedUnion("e", [
  z.object({ e: z.literal("ORDER_TRADE_UPDATE"), o: z.object({ s: z.string(), x: z.string() }) }),
  z.object({ e: z.literal("ALGO_UPDATE"), o: z.object({ s: z.string(), X: z.string() }) }),
]);
/** Kinds of executions that are trades: the second is a liquidation. */
const TRADED = ["TRADE", "CALCULATED"];
const algoRows = z.array(z.object({ clientAlgoId: z.string(), actualOrderId: id.optional() }));

const STATUS_OF_ALGO = {
  NEW: "waiting",
  TRIGGERING: "waiting",
  TRIGGERED: "triggered",
  FINISHED: "triggered",
  CANCELED: "cancelled",
  EXPIRED: "cancelled",
  REJECTED: "rejected",
} as const satisfies Record<z.infer<typeof algoSchema>["algoStatus"], ConditionalState["status"]>;

/** How an order ends that nobody cancelled. */
const GIVEN_UP = ["EXPIRED", "REJECTED"];
/** How a stop is gone without a position having changed. */
const STOP_GONE = [...GIVEN_UP, "CANCELED"];

/** Trades in a page of the venue. */
const PAGE = 1000;

/** USDT-margined perpetuals of Binance. Stops and targets live at its algo desk until they are triggered. */
export const BINANCE_FUTURES: Venue = {
  ...UNIFIED_READS,
  exchange: "binanceusdm",
  marketType: "swap",
  options: {
    // An order that arrives later than this after it was signed is refused.
    recvWindow: 5000,
    warnOnFetchOpenOrdersWithoutSymbol: false,
    fetchOpenOrders: { warnWithoutSymbol: false },
    // The snapshot behind the stream is awaited by nobody: a cut connection would end the process.
    watchPositions: { fetchPositionsSnapshot: false, awaitPositionsSnapshot: false },
    watchBalance: { fetchBalanceSnapshot: false, awaitBalanceSnapshot: false },
  },
  clientOrderId: /^[.A-Z:/a-z0-9_-]{1,36}$/,
  orderParams: perpetualParams,
  named: (clientOrderId) => [{ clientOrderId }, { clientOrderId, trigger: true }],
  refusals: BINANCE_FUTURES_REFUSALS,
  refusesWith: isClientError,
  absentCodes: ["-2011", "-2013"],
  clockCodes: ["-1021"],
  unchangedCodes: ["-4046"],
  codeOf: (answer) => {
    const parsed = errorSchema.safeParse(answer);
    return parsed.success ? String(parsed.data.code) : undefined;
  },
  keyRights: async (client) => rightsOf(await request(client, "sapiGetAccountApiRestrictions", {})),
  account: async (client, quote) => accountOf(await request(client, "fapiPrivateV3GetAccount", {}), quote),
  openOrders: async (client) => {
    const read = (query: OrderParams) => client.fetchOpenOrders(undefined, undefined, undefined, query);
    return [...(await read({})), ...(await read({ trigger: true }))];
  },
  conditionalState: ({ info }) => {
    // Only the algo desk has ids of this kind.
    if (placeSchema.parse(info).algoId === undefined) return undefined;
    const { algoStatus, orderType, actualOrderId } = algoSchema.parse(info);
    const type = orderType.startsWith("TAKE_PROFIT") ? "take-profit" : "stop";
    const state = { type, status: STATUS_OF_ALGO[algoStatus] } as const;
    return isOrderId(actualOrderId) ? { ...state, orderId: actualOrderId } : state;
  },
  isReduceOnly: (order, hedged) => {
    if (!hedged) return order.reduceOnly === true;
    // In hedge mode there is no flag: what trades against its position side reduces it.
    return sideSchema.parse(order.info).positionSide === (order.side === "buy" ? "SHORT" : "LONG");
  },
  trades: tradesById({
    pageSize: PAGE,
    first: (client, ccxtSymbol, now) => client.fetchMyTrades(ccxtSymbol, now - LOOK_BACK_MS, PAGE),
    from: (client, ccxtSymbol, fromId) => client.fetchMyTrades(ccxtSymbol, undefined, PAGE, { fromId }),
  }),
  marketsIn: (message) => {
    const { data } = newsSchema.safeParse(message);
    if (data === undefined) return undefined;
    const { e, o } = data;
    const calls = e === "ALGO_UPDATE" ? STOP_GONE.includes(o.X) : [...TRADED, ...GIVEN_UP].includes(o.x);
    return calls ? [o.s] : [];
  },
  triggeredIds: async (client, ccxtSymbol, sinceMs) => {
    const query = { symbol: client.marketId(ccxtSymbol), startTime: sinceMs, limit: 1000 };
    const rows = algoRows.parse(await request(client, "fapiPrivateGetAllAlgoOrders", query));
    return new Map(
      rows.flatMap(({ actualOrderId, clientAlgoId }) =>
        isOrderId(actualOrderId) ? [[actualOrderId, clientAlgoId] as const] : [],
      ),
    );
  },
};

/** Empty or zero while nothing was triggered. */
function isOrderId(text: string | undefined): text is string {
  return text !== undefined && text !== "" && text !== "0";
}

function rightsOf(answer: unknown): KeyRights {
  const rights = rightsSchema.parse(answer);
  return {
    canTrade: rights.enableFutures,
    canWithdraw: rights.enableWithdrawals,
    canTransfer: rights.enableInternalTransfer === true || rights.permitsUniversalTransfer === true,
    boundToAddress: rights.ipRestrict,
  };
}

/** Money of the quote currency alone; an account that was never funded has none. */
function accountOf(answer: unknown, quote: string): ExchangeAccount {
  const held = accountSchema.parse(answer).assets.find(({ asset }) => asset === quote);
  return {
    balance: toText(decimal(held?.walletBalance ?? "0")),
    equity: toText(decimal(held?.marginBalance ?? "0")),
  };
}
