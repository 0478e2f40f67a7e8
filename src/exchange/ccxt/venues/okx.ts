import type { Order } from "ccxt";
import { z } from "zod";
import { decimal, toText } from "../../../engine/decimal.ts";
import type { ExchangeAccount } from "../../../engine/ports/exchange.ts";
import { LOOK_BACK_MS } from "../trades/settle.ts";
import { tradesByTime } from "../trades/trades-by-time.ts";
import type { ConditionalState, KeyRights, Venue } from "../venue.ts";
import { callEndpoint } from "./call-endpoint.ts";
import { okxTrades, openOkxOrders } from "./okx-lists.ts";
import { OKX_REFUSALS } from "./okx-refusals.ts";
import { isHedgedAccount, okxPreparations } from "./okx-settings.ts";
import { perpetualParams } from "./perpetual-params.ts";
import { heldPositions, UNIFIED_READS } from "./unified-reads.ts";

/** OKX takes a signed request for so long after the time in it. */
const VALID_MS = 30_000;
/** An order that arrives later than this after it was signed shall be refused, as at the other venues. */
const ARRIVES_WITHIN_MS = 5000;

const answerSchema = z.object({
  code: z.string(),
  data: z.array(z.unknown()).optional(),
});
const rowSchema = z.object({ sCode: z.string() });
const rightsSchema = z.object({
  data: z.tuple([z.object({ perm: z.string(), ip: z.string() })]).rest(z.unknown()),
});
const amount = z.string().regex(/^-?\d+(\.\d+)?$/);
const balanceSchema = z.object({
  data: z.array(
    z.object({ details: z.array(z.object({ ccy: z.string(), eq: amount, upl: amount.or(z.literal("")) })) }),
  ),
});
const namesSchema = z.object({ clOrdId: z.string().optional(), algoClOrdId: z.string().optional() });
const sideSchema = z.object({ posSide: z.string() });
const newsSchema = z.object({
  arg: z.object({ channel: z.enum(["orders", "orders-algo"]) }),
  // The algo desk fills nothing: what it triggers is told as an order.
  data: z.array(z.object({ instId: z.string(), state: z.string(), accFillSz: z.string().optional() })),
});
/** States of conditional orders that could not become one, or were cancelled. */
const STOP_GONE = ["order_failed", "partially_failed", "canceled"];
const kindSchema = z.object({ ordType: z.string() });
const algoSchema = z.object({
  state: z.enum([
    ...(["live", "pause", "partially_effective", "effective", "canceled", "order_failed"] as const),
    "partially_failed",
  ]),
  slTriggerPx: z.string(),
  ordId: z.string().optional(),
  ordIdList: z.array(z.string()).optional(),
});

/** Kinds of orders that only the algo desk has, of those that are read at all. */
const ALGO_KINDS = ["conditional", "oco"];

const STATUS_OF_ALGO = {
  live: "waiting",
  pause: "waiting",
  partially_effective: "triggered",
  effective: "triggered",
  partially_failed: "triggered",
  canceled: "cancelled",
  order_failed: "rejected",
} as const satisfies Record<z.infer<typeof algoSchema>["state"], ConditionalState["status"]>;

/**
 * USDT perpetuals of OKX. Quantities count contracts. Stops and targets live at its algo desk under names of their
 * own until they are triggered; the margin mode is a word of every order, not a setting of the symbol.
 */
export const OKX: Venue = {
  ...UNIFIED_READS,
  exchange: "okx",
  marketType: "swap",
  needsPassphrase: true,
  options: {
    defaultType: "swap",
    fetchMarkets: { types: ["swap"] },
    createOrder: "privatePostTradeOrder",
    // The client would put a name of its own and a broker's tag on every order that it does not see named.
    brokerId: undefined,
    // The client signs with a time that is so much earlier: what is left of the window is what an order may take.
    timeDifference: VALID_MS - ARRIVES_WITHIN_MS,
  },
  clientOrderId: /^[A-Za-z0-9]{1,32}$/,
  orderParams: (order, situation) => {
    const { clientOrderId, ...params } = perpetualParams(order, situation);
    const isConditional = order.type === "stop" || order.type === "take-profit";
    // The client passes the plain name on as that of the order, which the algo desk does not look at.
    return {
      ...params,
      ...(isConditional ? { algoClOrdId: clientOrderId } : { clientOrderId }),
      // The client takes "cross" for granted, whatever the account has.
      tdMode: situation.marginMode ?? "cross",
    };
  },
  named: (clientOrderId) => [{ clientOrderId }, { clientOrderId, trigger: true }],
  refusals: OKX_REFUSALS,
  refusesWith: (httpStatus) => httpStatus === 200 || (httpStatus >= 400 && httpStatus < 500),
  absentCodes: ["51400", "51401", "51402", "51603"],
  clockCodes: ["50102", "50112"],
  unchangedCodes: [],
  codeOf: (answer) => {
    const parsed = answerSchema.safeParse(answer);
    if (!parsed.success) return undefined;
    // What went wrong with the one order stands beside it; the outer code says only that something did.
    const row = rowSchema.safeParse(parsed.data.data?.[0]);
    const code = row.success && row.data.sCode !== "0" ? row.data.sCode : parsed.data.code;
    return code === "0" ? undefined : code;
  },
  keyRights: async (client) => rightsOf(await callEndpoint(client, "privateGetAccountConfig", {})),
  account: async (client, quote) =>
    accountOf(await callEndpoint(client, "privateGetAccountBalance", { ccy: quote }), quote),
  lookUp: async (client, ccxtSymbol, named) => withTrigger(await client.fetchOrder("", ccxtSymbol, named)),
  cancel: async (client, ccxtSymbol, named) => {
    const order = await client.cancelOrder("", ccxtSymbol, named);
    // A refusal beside the order in an answer that is well otherwise: the client passes it by.
    if (order.status === "rejected") throw new RangeError("the cancellation was refused");
  },
  positions: async (client) => heldPositions(await client.fetchPositions(undefined, { instType: "SWAP" })),
  openOrders: async (client) => (await openOkxOrders(client)).map(withTrigger),
  conditionalState: ({ info }) => {
    if (!ALGO_KINDS.includes(kindSchema.parse(info).ordType)) return undefined;
    const { state, slTriggerPx, ordId = "", ordIdList = [] } = algoSchema.parse(info);
    const orderId = ordIdList.at(-1) ?? ordId;
    return {
      type: slTriggerPx === "" ? "take-profit" : "stop",
      status: STATUS_OF_ALGO[state],
      ...(orderId === "" ? {} : { orderId }),
    };
  },
  clientOrderIdOf: ({ info }) => {
    // An order that a stop became has another name, but says whose it is.
    const { algoClOrdId, clOrdId } = namesSchema.parse(info);
    return algoClOrdId || clOrdId || undefined;
  },
  isReduceOnly: (order, hedged) => {
    if (!hedged) return order.reduceOnly === true;
    // In hedge mode there is no flag: what trades against its position side reduces it.
    return sideSchema.parse(order.info).posSide === (order.side === "buy" ? "short" : "long");
  },
  trades: tradesByTime({ spanMs: LOOK_BACK_MS, between: okxTrades }),
  isHedged: isHedgedAccount,
  preparations: okxPreparations,
  watches: [
    (client) => client.watchOrders(undefined, undefined, undefined, { type: "swap" }),
    // Stops and targets have a stream of their own.
    (client) => client.watchOrders(undefined, undefined, undefined, { type: "swap", trigger: true }),
  ],
  marketsIn: (message) => {
    const { data } = newsSchema.safeParse(message);
    const isStop = data?.arg.channel === "orders-algo";
    return data?.data
      .filter(({ state, accFillSz = "0" }) => (isStop && STOP_GONE.includes(state)) || Number(accFillSz) > 0)
      .map(({ instId }) => instId);
  },
};

/** The client does not know where the algo desk keeps the price that is waited for. */
function withTrigger(order: Order): Order {
  const triggerPrice = order.stopLossPrice ?? order.takeProfitPrice;
  return triggerPrice === undefined ? order : { ...order, triggerPrice };
}

function rightsOf(answer: unknown): KeyRights {
  const [{ perm, ip }] = rightsSchema.parse(answer).data;
  const rights = perm.split(",");
  return {
    canTrade: rights.includes("trade"),
    canWithdraw: rights.includes("withdraw"),
    // OKX moves money between own accounts with the right to trade alone.
    canTransfer: rights.includes("trade"),
    boundToAddress: ip !== "",
  };
}

/**
 * Money of the quote currency alone; an account that was never funded has none. The cash is without the margin of
 * isolated positions, so the balance is counted back from the equity.
 */
function accountOf(answer: unknown, quote: string): ExchangeAccount {
  const details = balanceSchema.parse(answer).data.flatMap((account) => account.details);
  const held = details.find(({ ccy }) => ccy === quote);
  const equity = decimal(held?.eq ?? "0");
  return { balance: toText(equity.minus(held?.upl || "0")), equity: toText(equity) };
}
