import type { PlaceOutcome } from "../../engine/ports/exchange.ts";

/** What is known of a request to place an order that did not end in an order. */
export interface OrderFailure {
  /** False when the client refused by itself, so that nothing left this machine. */
  readonly sent: boolean;
  /** Status of the answer; unset when none came. */
  readonly httpStatus: number | undefined;
  /** The venue's own error code as it stands in the answer, such as `-2019`; unset when there is none. */
  readonly venueCode: string | undefined;
}

export type OrderRefusals = Readonly<Record<string, string>>;

/**
 * Codes with which Binance USDT-M futures says that an order does not exist, and ours for them. Only what cannot
 * mean anything else is here. Left out on purpose, and so unknown: -1000, -1001, -1006, -1007 (execution status
 * unknown), -1008 and -1016 (overload and shut-down, not the same at every gateway), -4116 (the id exists, so the
 * order does), -5028 (the matching engine's own time limit).
 * Source: https://developers.binance.com/docs/derivatives/usds-margined-futures/error-code
 */
export const BINANCE_FUTURES_REFUSALS: OrderRefusals = {
  "-1002": "key-refused",
  "-1003": "rate-limited",
  "-1013": "order-invalid",
  "-1014": "order-invalid",
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
  "-1114": "order-invalid",
  "-1115": "order-invalid",
  "-1116": "order-type-unsupported",
  "-1117": "order-invalid",
  "-1118": "client-order-id-invalid",
  "-1121": "instrument-unknown",
  "-1128": "order-invalid",
  "-1130": "order-invalid",
  "-1136": "order-invalid",
  "-2010": "refused",
  "-2014": "key-refused",
  "-2015": "key-refused",
  "-2018": "balance-insufficient",
  "-2019": "margin-insufficient",
  "-2020": "not-fillable",
  "-2021": "would-trigger-at-once",
  "-2022": "reduce-only-without-position",
  "-2023": "account-in-liquidation",
  "-2024": "reduce-only-without-position",
  "-2025": "too-many-open-orders",
  "-2026": "order-type-unsupported",
  "-2027": "position-limit-of-leverage",
  "-2028": "margin-insufficient",
  "-4001": "price-invalid",
  "-4002": "price-invalid",
  "-4003": "quantity-invalid",
  "-4004": "quantity-too-small",
  "-4005": "quantity-too-large",
  "-4006": "price-invalid",
  "-4007": "price-invalid",
  "-4013": "price-invalid",
  "-4014": "price-off-tick",
  "-4015": "client-order-id-invalid",
  "-4016": "price-too-far",
  "-4023": "quantity-off-step",
  "-4024": "price-too-far",
  "-4029": "precision-too-fine",
  "-4030": "precision-too-fine",
  "-4045": "too-many-open-orders",
  "-4060": "position-mode-mismatch",
  "-4061": "position-mode-mismatch",
  "-4062": "position-mode-mismatch",
  "-4087": "account-reduce-only",
  "-4088": "account-restricted",
  "-4118": "reduce-only-without-position",
  "-4120": "order-type-unsupported",
  "-4131": "price-too-far",
  "-4140": "instrument-closed",
  "-4141": "instrument-closed",
  "-4142": "would-trigger-at-once",
  "-4164": "notional-too-small",
  "-4183": "price-too-far",
  "-4184": "price-too-far",
  "-4192": "account-restricted",
  "-4400": "account-reduce-only",
  "-4401": "account-reduce-only",
  "-4408": "account-reduce-only",
  "-5021": "not-fillable",
  "-5022": "would-not-be-maker",
};

/** What a row of the mapping table says about refusals. */
export interface RefusalRules {
  readonly refusals: OrderRefusals;
  refusesWith(httpStatus: number): boolean;
}

/**
 * Whether a failure proves that the order does not exist. It does when nothing was sent, and when the venue
 * answered, in the way in which it refuses, with a code of the allow-list; everything else is unknown. The client library's error classes
 * decide nothing: it picks them by host name, and counts a bad key after a good one as a network fault.
 */
export function outcomeOfFailure(
  { sent, httpStatus, venueCode }: OrderFailure,
  { refusals, refusesWith }: RefusalRules,
): Exclude<PlaceOutcome, { status: "accepted" }> {
  if (!sent) return { status: "rejected", code: "not-sent" };
  const isRefusal = httpStatus !== undefined && refusesWith(httpStatus);
  const code =
    isRefusal && venueCode !== undefined && Object.hasOwn(refusals, venueCode)
      ? refusals[venueCode]
      : undefined;
  if (code !== undefined) return { status: "rejected", code };
  return { status: "unknown", code: unknownCode(httpStatus, venueCode) };
}

function unknownCode(httpStatus: number | undefined, venueCode: string | undefined): string {
  if (httpStatus === undefined) return "no-answer";
  return venueCode === undefined ? `http-${httpStatus}` : `venue${venueCode}`;
}
