import type { OrderRefusals } from "../order-errors.ts";

/**
 * Codes with which OKX says that an order does not exist, and ours for them, with the reason why each kind is sure.
 * Left out on purpose, and so unknown, although documentation calls them errors:
 * - 50001, 50005, 50013, 50026, 51767 (down, offline, busy, system error, maintenance): said at a gateway or behind it;
 * - 50004, 51054, 51149 (timed out): documentation itself says that the result must be looked up;
 * - 51011, 51016, 51065 (the id exists): then so does an order of that id;
 * - 50017 to 50023 (frozen by liquidation or deleveraging): it happens while positions are being closed, so look first;
 * - 1 and 2 (some or all operations failed) without a code beside the order.
 * Source: https://www.okx.com/docs-v5/en/#error-code
 */
export const OKX_REFUSALS: OrderRefusals = {
  // The gateway did not let the request in: the key, its rights, the signature, the address.
  "50030": "key-refused",
  "50035": "key-refused",
  "50100": "key-refused",
  "50101": "key-refused",
  "50103": "key-refused",
  "50104": "key-refused",
  "50105": "key-refused",
  "50106": "key-refused",
  "50107": "key-refused",
  "50110": "key-refused",
  "50111": "key-refused",
  "50113": "signature-invalid",
  "50114": "key-refused",
  "50119": "key-refused",
  "50120": "key-refused",
  // Nor a request whose time was off or whose deadline had passed when it arrived.
  "50036": "request-expired",
  "50037": "request-expired",
  "50102": "clock-off",
  "50112": "clock-off",
  // Nor one too many. All three are counted before an order is looked at.
  "50011": "rate-limited",
  "50040": "rate-limited",
  "50061": "rate-limited",
  // It could not be read: nothing in it was carried out.
  "50000": "order-invalid",
  "50002": "order-invalid",
  "50006": "order-invalid",
  "50014": "order-invalid",
  "50015": "order-invalid",
  "50016": "order-invalid",
  "50024": "order-invalid",
  "50025": "order-invalid",
  "50115": "order-invalid",
  "51000": "order-invalid",
  "51003": "order-invalid",
  "51015": "order-invalid",
  "51205": "order-invalid",
  "51276": "order-invalid",
  // The account may not trade, or not this.
  "50007": "account-restricted",
  "50009": "account-in-liquidation",
  "50012": "account-restricted",
  "50027": "account-restricted",
  "50028": "account-restricted",
  "51009": "account-restricted",
  "51010": "account-mode-unfit",
  "51024": "account-restricted",
  "51155": "account-restricted",
  // The instrument does not trade now.
  "51001": "instrument-unknown",
  "51002": "instrument-unknown",
  "51021": "instrument-closed",
  "51022": "instrument-closed",
  "51027": "instrument-closed",
  "51028": "instrument-closed",
  "51029": "instrument-closed",
  "51030": "instrument-closed",
  "54072": "instrument-closed",
  // The order breaks a rule about its price or size, which is checked before it enters the book.
  "51006": "price-too-far",
  "51031": "price-too-far",
  "51116": "price-too-far",
  "51122": "price-too-far",
  "51135": "price-too-far",
  "51136": "price-too-far",
  "51137": "price-too-far",
  "51138": "price-too-far",
  "51204": "price-invalid",
  "51250": "price-too-far",
  "51252": "price-too-far",
  "51007": "quantity-too-small",
  "51020": "quantity-too-small",
  "51100": "quantity-too-small",
  "51120": "quantity-too-small",
  "51121": "quantity-off-step",
  "51005": "quantity-too-large",
  "51101": "quantity-too-large",
  "51105": "quantity-too-large",
  "51106": "quantity-too-large",
  "51108": "quantity-too-large",
  "51185": "quantity-too-large",
  "51201": "quantity-too-large",
  "51202": "quantity-too-large",
  "51203": "quantity-too-large",
  "51275": "quantity-too-large",
  // There are too many already, or the position would be too large for its leverage.
  "51025": "too-many-open-orders",
  "51174": "too-many-open-orders",
  "51261": "too-many-open-orders",
  "51004": "position-limit-of-leverage",
  "51107": "position-limit-of-leverage",
  "51129": "position-limit-of-leverage",
  // There is not enough money.
  "51008": "margin-insufficient",
  "51119": "margin-insufficient",
  "51127": "balance-insufficient",
  "51131": "balance-insufficient",
  // There is nothing to reduce, or less than the order says.
  "51023": "reduce-only-without-position",
  "51112": "reduce-only-without-position",
  "51134": "reduce-only-without-position",
  "51169": "reduce-only-without-position",
  // A stop or target on the wrong side of the last price. The desk closes at the market instead.
  "51277": "would-trigger-at-once",
  "51278": "would-trigger-at-once",
  "51279": "would-trigger-at-once",
  "51280": "would-trigger-at-once",
};
