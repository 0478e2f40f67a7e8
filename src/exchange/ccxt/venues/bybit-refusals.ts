import type { OrderRefusals } from "../order-errors.ts";

/**
 * Codes with which Bybit says that an order does not exist, and ours for them. Only what cannot mean anything else is
 * here. Left out on purpose, and so unknown: -1 (expired on its way, nobody says when), 429 and 10429 (load, not the
 * same at every gateway), 10000 (server timeout), 10014 (the same request came before, and may have been carried out),
 * 10016 (server error), 10019 (restarting), 110072 (the name exists, so the order does), 110079 (the order is being
 * processed).
 * Source: https://bybit-exchange.github.io/docs/v5/error
 */
export const BYBIT_REFUSALS: OrderRefusals = {
  // The request: not understood, not signed, too late, from nobody who may.
  "10001": "order-invalid",
  "10002": "clock-off",
  "10003": "key-refused",
  "10004": "signature-invalid",
  "10005": "key-refused",
  "10006": "rate-limited",
  "10007": "key-refused",
  "10008": "account-restricted",
  "10009": "account-restricted",
  "10010": "key-refused",
  "10018": "rate-limited",
  "10024": "account-restricted",
  "10027": "account-restricted",
  "10028": "account-restricted",
  "10029": "instrument-unknown",
  "33004": "key-refused",
  // The order: refused before it reached the book.
  "110003": "price-too-far",
  "110004": "balance-insufficient",
  "110006": "margin-insufficient",
  "110007": "margin-insufficient",
  "110009": "too-many-open-orders",
  "110012": "margin-insufficient",
  "110017": "reduce-only-without-position",
  "110020": "too-many-open-orders",
  "110021": "position-limit-of-leverage",
  "110023": "account-reduce-only",
  "110042": "account-reduce-only",
  "110044": "margin-insufficient",
  "110045": "balance-insufficient",
  "110051": "balance-insufficient",
  "110052": "balance-insufficient",
  "110053": "balance-insufficient",
  "110063": "instrument-closed",
  "110066": "instrument-closed",
  "110068": "account-restricted",
  "110069": "account-restricted",
  "110074": "instrument-closed",
  "110086": "position-limit-of-leverage",
  "110088": "account-restricted",
  "110090": "position-limit-of-leverage",
  "110092": "would-trigger-at-once",
  "110093": "would-trigger-at-once",
  "110094": "notional-too-small",
  "110118": "not-fillable",
  "110120": "price-too-far",
  "110121": "price-too-far",
  "110123": "account-restricted",
  "110124": "account-restricted",
  "110125": "account-restricted",
  "110132": "account-restricted",
};
