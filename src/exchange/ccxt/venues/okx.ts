import { z } from "zod";
import type { OrderRefusals } from "../order-errors.ts";
import type { KeyRights, OrderVenue } from "../venue.ts";
import { callEndpoint } from "./call-endpoint.ts";
import { perpetualParams } from "./perpetual-params.ts";

/**
 * Codes with which OKX says that an order does not exist. Left out on purpose, and so unknown: 50001, 50004, 50013
 * and 50026 (down, timed out, busy, system error), 51016 (the client order id exists, so the order does).
 * Source: https://www.okx.com/docs-v5/en/#error-code
 */
const REFUSALS: OrderRefusals = {
  "50011": "rate-limited",
  "50014": "order-invalid",
  "50061": "rate-limited",
  "50102": "clock-off",
  "50103": "key-refused",
  "50104": "key-refused",
  "50105": "key-refused",
  "50110": "key-refused",
  "50111": "key-refused",
  "50112": "clock-off",
  "50113": "signature-invalid",
  "50120": "key-refused",
  "51000": "order-invalid",
  "51001": "instrument-unknown",
  "51006": "price-too-far",
  "51008": "margin-insufficient",
  "51010": "account-restricted",
  "51020": "quantity-too-small",
  "51023": "reduce-only-without-position",
  "51024": "account-restricted",
  "51025": "too-many-open-orders",
  "51121": "quantity-off-step",
  "51169": "reduce-only-without-position",
  "51277": "would-trigger-at-once",
  "51278": "would-trigger-at-once",
  "51279": "would-trigger-at-once",
  "51280": "would-trigger-at-once",
};

const answerSchema = z.object({
  code: z.string(),
  data: z.array(z.looseObject({ sCode: z.string().optional() })).optional(),
});
const rightsSchema = z.object({
  data: z.tuple([z.object({ perm: z.string(), ip: z.string() })]).rest(z.unknown()),
});

/** USDT perpetuals of OKX. Stops and targets live at its algo desk until they are triggered. */
export const OKX: OrderVenue = {
  exchange: "okx",
  marketType: "swap",
  options: {
    defaultType: "swap",
    createOrder: "privatePostTradeOrder",
    // The client would put a name of its own and a broker's tag on every order that it does not see named.
    brokerId: undefined,
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
  refusals: REFUSALS,
  refusesWith: (httpStatus) => httpStatus === 200 || (httpStatus >= 400 && httpStatus < 500),
  absentCodes: ["51400", "51401", "51402", "51603"],
  clockCodes: ["50102", "50112"],
  unchangedCodes: [],
  codeOf: (answer) => {
    const parsed = answerSchema.safeParse(answer);
    if (!parsed.success || parsed.data.code === "0") return undefined;
    // What went wrong with the one order stands beside it; the outer code says only that something did.
    return parsed.data.data?.[0]?.sCode ?? parsed.data.code;
  },
  keyRights: async (client) => rightsOf(await callEndpoint(client, "privateGetAccountConfig", {})),
};

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
