import { z } from "zod";
import { decimal, toText } from "../../../engine/decimal.ts";
import type { ExchangeAccount } from "../../../engine/ports/exchange.ts";
import type { CcxtClient } from "../load-client.ts";
import { LOOK_BACK_MS } from "../trades/settle.ts";
import { tradesByTime } from "../trades/trades-by-time.ts";
import type { AccountSettings, ConditionalState, KeyRights, Venue } from "../venue.ts";
import {
  bybitPositions,
  bybitTrades,
  findBybitOrder,
  isBybitHedged,
  openBybitOrders,
} from "./bybit-reads.ts";
import { BYBIT_REFUSALS } from "./bybit-refusals.ts";
import { bybitMarketsIn, watchBybitOrders } from "./bybit-stream.ts";
import { callEndpoint } from "./call-endpoint.ts";
import { perpetualParams } from "./perpetual-params.ts";
import { UNIFIED_READS } from "./unified-reads.ts";

// Answers of the venue grow fields over time: only those that are used are checked.
const answerSchema = z.object({ retCode: z.number() });
const rightsSchema = z.object({
  result: z.object({
    readOnly: z.number(),
    uta: z.number(),
    ips: z.array(z.string()),
    permissions: z.object({
      ContractTrade: z.array(z.string()).default([]),
      Wallet: z.array(z.string()).default([]),
    }),
  }),
});
const amount = z.string().regex(/^-?\d+(\.\d+)?$/);
const walletSchema = z.object({
  result: z.object({
    list: z.tuple([
      z.object({ coin: z.array(z.object({ coin: z.string(), walletBalance: amount, equity: amount })) }),
    ]),
  }),
});
const marginSchema = z.object({ result: z.object({ marginMode: z.string() }) });
const conditionSchema = z.object({
  side: z.enum(["Buy", "Sell"]),
  stopOrderType: z.string().default(""),
  triggerPrice: z.string().default(""),
  triggerDirection: z.number().default(0),
});
const linkSchema = z.object({ orderId: z.string(), orderLinkId: z.string() });

const MARGIN_MODES = { isolated: "ISOLATED_MARGIN", cross: "REGULAR_MARGIN" } as const;
/** Of a conditional order: it waits for a price below the market. */
const FALLING = 2;

/**
 * USDT perpetuals of Bybit, unified account. Every order is at one place, and a conditional one keeps its id and its
 * name when it is triggered.
 */
export const BYBIT: Venue = {
  ...UNIFIED_READS,
  exchange: "bybit",
  marketType: "swap",
  options: {
    recvWindow: 5000,
    defaultType: "swap",
    defaultSubType: "linear",
    fetchMarkets: { types: ["linear"] },
    // Both are named, or the client asks for the kind of account before its first order.
    enableUnifiedMargin: false,
    enableUnifiedAccount: true,
    brokerId: undefined,
  },
  clientOrderId: /^[\w-]{1,36}$/,
  orderParams: (order, { hedged }) => ({
    // The client would drop the flag of an exit in hedge mode, so the side of the position is named here.
    ...perpetualParams(order, { hedged: false }),
    ...(hedged ? { positionIdx: (order.side === "buy") === order.reduceOnly ? 2 : 1 } : {}),
  }),
  named: (clientOrderId) => [{ orderLinkId: clientOrderId }],
  refusals: BYBIT_REFUSALS,
  // The request went through, whatever the code in the answer says.
  refusesWith: (httpStatus) => httpStatus === 200 || (httpStatus >= 400 && httpStatus < 500),
  absentCodes: ["110001", "110008", "110010"],
  clockCodes: ["10002"],
  unchangedCodes: ["110043"],
  codeOf: (answer) => {
    const parsed = answerSchema.safeParse(answer);
    return parsed.success && parsed.data.retCode !== 0 ? String(parsed.data.retCode) : undefined;
  },
  keyRights: async (client) => rightsOf(await callEndpoint(client, "privateGetV5UserQueryApi", {})),
  account: async (client, quote) => {
    const query = { accountType: "UNIFIED", coin: quote };
    return accountOf(await callEndpoint(client, "privateGetV5AccountWalletBalance", query), quote);
  },
  positions: bybitPositions,
  lookUp: findBybitOrder,
  orderById: (client, ccxtSymbol, orderId) => findBybitOrder(client, ccxtSymbol, { orderId }),
  cancel: (client, ccxtSymbol, named) =>
    callEndpoint(client, "privatePostV5OrderCancel", {
      category: "linear",
      symbol: client.marketId(ccxtSymbol),
      ...named,
    }),
  openOrders: openBybitOrders,
  conditionalState: ({ info }) => stateOf(conditionSchema.parse(info)),
  isReduceOnly: ({ reduceOnly }) => reduceOnly === true,
  trades: tradesByTime({ spanMs: LOOK_BACK_MS, between: bybitTrades }),
  // Liquidations and the like have no name, and no order that could be looked up.
  nameInTrade: ({ info }) => {
    const { orderId, orderLinkId } = linkSchema.parse(info);
    return orderLinkId === "" ? `exchange-${orderId}` : orderLinkId;
  },
  isHedged: async (client, symbols) => {
    const modes = new Set<boolean>();
    for (const { ccxtSymbol } of symbols) modes.add(await isBybitHedged(client, ccxtSymbol));
    const [hedged = false] = modes;
    return modes.size > 1 ? undefined : hedged;
  },
  preparations: (client, ccxtSymbol, { leverage, marginMode }) => [
    ...(marginMode === undefined ? [] : [() => setMarginMode(client, marginMode)]),
    ...(leverage === undefined ? [] : [() => client.setLeverage(leverage, ccxtSymbol)]),
  ],
  watches: [watchBybitOrders],
  marketsIn: bybitMarketsIn,
};

function rightsOf(answer: unknown): KeyRights {
  const { readOnly, uta, ips, permissions } = rightsSchema.parse(answer).result;
  const { ContractTrade, Wallet } = permissions;
  const mayWrite = readOnly === 0 && ContractTrade.includes("Order") && ContractTrade.includes("Position");
  return {
    // The row is that of a unified account: an older one keeps its money and its orders elsewhere.
    canTrade: mayWrite && uta === 1,
    canWithdraw: Wallet.includes("Withdraw"),
    canTransfer: Wallet.some((right) => right !== "Withdraw"),
    boundToAddress: ips.length > 0 && !ips.includes("*"),
  };
}

/** Money of the quote currency alone; a coin that was never held is not listed. */
function accountOf(answer: unknown, quote: string): ExchangeAccount {
  const [{ coin }] = walletSchema.parse(answer).result.list;
  const held = coin.find((each) => each.coin === quote);
  return {
    balance: toText(decimal(held?.walletBalance ?? "0")),
    equity: toText(decimal(held?.equity ?? "0")),
  };
}

/** A stop waits against the position that it closes, a target with it. */
function stateOf(condition: z.infer<typeof conditionSchema>): ConditionalState | undefined {
  const { side, stopOrderType, triggerPrice, triggerDirection } = condition;
  if (["", "UNKNOWN"].includes(stopOrderType) || Number(triggerPrice) === 0) return undefined;
  const isOfPosition = stopOrderType !== "Stop";
  const isStop = isOfPosition
    ? !stopOrderType.endsWith("TakeProfit")
    : (triggerDirection === FALLING) === (side === "Sell");
  return { type: isStop ? "stop" : "take-profit", status: "as-order" };
}

/** Of the whole account; one that has it already is not asked again, since an open position would refuse. */
async function setMarginMode(
  client: CcxtClient,
  marginMode: NonNullable<AccountSettings["marginMode"]>,
): Promise<unknown> {
  const wanted = MARGIN_MODES[marginMode];
  const account = marginSchema.parse(await callEndpoint(client, "privateGetV5AccountInfo", {}));
  return account.result.marginMode === wanted ? account : client.setMarginMode(marginMode);
}
