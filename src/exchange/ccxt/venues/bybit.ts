import { z } from "zod";
import type { OrderRefusals } from "../order-errors.ts";
import type { KeyRights, OrderVenue } from "../venue.ts";
import { callEndpoint } from "./call-endpoint.ts";
import { perpetualParams } from "./perpetual-params.ts";

/**
 * Codes with which Bybit says that an order does not exist. Left out on purpose, and so unknown: 10000 (server
 * timeout), 10016 (server error), 110072 (the order link id exists, so the order does).
 * Source: https://bybit-exchange.github.io/docs/v5/error
 */
const REFUSALS: OrderRefusals = {
  "10001": "order-invalid",
  "10002": "clock-off",
  "10003": "key-refused",
  "10004": "signature-invalid",
  "10005": "key-refused",
  "10006": "rate-limited",
  "10010": "key-refused",
  "10018": "rate-limited",
  "10029": "instrument-unknown",
  "110003": "price-too-far",
  "110004": "balance-insufficient",
  "110007": "margin-insufficient",
  "110012": "margin-insufficient",
  "110017": "reduce-only-without-position",
  "110020": "too-many-open-orders",
  "110021": "position-limit-of-leverage",
  "110044": "margin-insufficient",
  "110045": "balance-insufficient",
  "110066": "instrument-closed",
  "110074": "instrument-closed",
  "110092": "would-trigger-at-once",
  "110093": "would-trigger-at-once",
  "110094": "notional-too-small",
};

const answerSchema = z.object({ retCode: z.number() });
const rightsSchema = z.object({
  result: z.object({
    readOnly: z.number(),
    ips: z.array(z.string()),
    permissions: z.object({
      ContractTrade: z.array(z.string()).default([]),
      Wallet: z.array(z.string()).default([]),
    }),
  }),
});

/** USDT perpetuals of Bybit, unified account. Every order, conditional or not, is at one place. */
export const BYBIT: OrderVenue = {
  exchange: "bybit",
  marketType: "swap",
  options: {
    recvWindow: 5000,
    defaultType: "swap",
    defaultSubType: "linear",
    // Both are named, or the client asks for the kind of account before its first order.
    enableUnifiedMargin: false,
    enableUnifiedAccount: true,
    brokerId: undefined,
  },
  clientOrderId: /^[\w-]{1,36}$/,
  orderParams: perpetualParams,
  // The client does not translate the name in look-ups, and asks for ids unless it is told to.
  named: (clientOrderId) => [{ orderLinkId: clientOrderId, orderId: undefined, acknowledged: true }],
  refusals: REFUSALS,
  // The request went through, whatever the code in the answer says.
  refusesWith: (httpStatus) => httpStatus === 200 || (httpStatus >= 400 && httpStatus < 500),
  absentCodes: ["110001"],
  clockCodes: ["10002"],
  unchangedCodes: ["110026", "110043"],
  codeOf: (answer) => {
    const parsed = answerSchema.safeParse(answer);
    return parsed.success && parsed.data.retCode !== 0 ? String(parsed.data.retCode) : undefined;
  },
  keyRights: async (client) => rightsOf(await callEndpoint(client, "privateGetV5UserQueryApi", {})),
};

function rightsOf(answer: unknown): KeyRights {
  const { readOnly, ips, permissions } = rightsSchema.parse(answer).result;
  const { ContractTrade, Wallet } = permissions;
  return {
    canTrade: readOnly === 0 && ContractTrade.includes("Order") && ContractTrade.includes("Position"),
    canWithdraw: Wallet.includes("Withdraw"),
    canTransfer: Wallet.some((right) => right !== "Withdraw"),
    boundToAddress: ips.length > 0 && !ips.includes("*"),
  };
}
