import type { Decimal } from "decimal.js";
import { toText } from "../decimal.ts";
import type { Fill } from "../trade/order.ts";
import { type PaperAccount, type PaperOrder, type PaperPosition, positionOf, withOrder } from "./account.ts";
import { exact } from "./exact.ts";

/** Digits after the point to which the released part of a position's cost is rounded; the rest stays open. */
const COST_DIGITS = 18;

/** One execution: the order grows, the position moves, realised profit less the fee goes to the balance. */
export function applyFill(
  account: PaperAccount,
  order: PaperOrder,
  price: Decimal,
  quantity: Decimal,
  at: number,
): { readonly account: PaperAccount; readonly fill: Fill } {
  const fee = price.mul(quantity).mul(order.feeRate);
  const signed = order.side === "buy" ? quantity : quantity.neg();
  const { position, realised } = traded(positionOf(account, order.symbol), order.symbol, signed, price, at);
  const fill: Fill = {
    fillId: `fill-${account.fillCount + 1}`,
    clientOrderId: order.clientOrderId,
    symbol: order.symbol,
    side: order.side,
    quantity: toText(quantity),
    price: toText(price),
    fee: toText(fee),
    at,
  };
  const others = account.positions.filter((other) => other.symbol !== order.symbol);
  const moved: PaperAccount = {
    ...account,
    balance: toText(exact(account.balance).plus(realised).minus(fee)),
    fillCount: account.fillCount + 1,
    positions: position ? [...others, position] : others,
    fills: [...account.fills, fill],
  };
  return { account: withOrder(moved, grown(order, quantity)), fill };
}

function grown(order: PaperOrder, quantity: Decimal): PaperOrder {
  const filled = exact(order.filledQuantity).plus(quantity);
  const status = filled.gte(order.quantity) ? "filled" : "working";
  return { ...order, filledQuantity: toText(filled), status };
}

interface Traded {
  readonly position: PaperPosition | undefined;
  /** Profit of the part that was closed, before fees. */
  readonly realised: Decimal;
}

/** A position after `signed` more at `price`: first closes what is open on the other side, then opens the rest. */
function traded(
  before: PaperPosition | undefined,
  symbol: string,
  signed: Decimal,
  price: Decimal,
  at: number,
): Traded {
  const open = exact(before?.quantity ?? 0);
  const cost = exact(before?.cost ?? 0);
  const closing = closedBy(open, signed);
  const released = closing.eq(open) ? cost : cost.mul(closing).div(open).toDecimalPlaces(COST_DIGITS);
  const opening = signed.plus(closing);
  const quantity = open.plus(signed);
  const position = quantity.isZero()
    ? undefined
    : {
        symbol,
        quantity: toText(quantity),
        cost: toText(cost.minus(released).plus(opening.mul(price))),
        increasedAt: opening.isZero() ? (before?.increasedAt ?? at) : at,
      };
  return { position, realised: closing.mul(price).minus(released) };
}

/** The signed part of `open` that a trade of `signed` closes; zero when both point the same way. */
function closedBy(open: Decimal, signed: Decimal): Decimal {
  if (open.isZero() || open.isPositive() === signed.isPositive()) return exact(0);
  return open.abs().lte(signed.abs()) ? open : signed.neg();
}
