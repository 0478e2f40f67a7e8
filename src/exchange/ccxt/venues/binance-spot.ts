import { z } from "zod";
import type { OrderRefusals } from "../order-errors.ts";
import { isClientError, type KeyRights, type OrderVenue } from "../venue.ts";
import { callEndpoint } from "./call-endpoint.ts";

/**
 * Codes with which Binance spot says that an order does not exist. Left out on purpose, and so unknown: -2010, which
 * says "insufficient balance" and "duplicate order sent" alike, and what the futures table leaves out.
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
  "-2014": "key-refused",
  "-2015": "key-refused",
};

const errorSchema = z.object({ code: z.number() });
const rightsSchema = z.object({
  ipRestrict: z.boolean(),
  enableSpotAndMarginTrading: z.boolean(),
  enableWithdrawals: z.boolean(),
  enableInternalTransfer: z.boolean().optional(),
  permitsUniversalTransfer: z.boolean().optional(),
});

/** Spot markets of Binance: nothing is reduce-only, so an exit may never be larger than what is held. */
export const BINANCE_SPOT: OrderVenue = {
  exchange: "binance",
  marketType: "spot",
  options: { recvWindow: 5000, defaultType: "spot" },
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
    return parsed.success ? String(parsed.data.code) : undefined;
  },
  keyRights: async (client) => rightsOf(await callEndpoint(client, "sapiGetAccountApiRestrictions", {})),
};

function rightsOf(answer: unknown): KeyRights {
  const rights = rightsSchema.parse(answer);
  return {
    canTrade: rights.enableSpotAndMarginTrading,
    canWithdraw: rights.enableWithdrawals,
    canTransfer: rights.enableInternalTransfer === true || rights.permitsUniversalTransfer === true,
    boundToAddress: rights.ipRestrict,
  };
}
