import type { Decimal } from "decimal.js";
import { decimal, toText } from "../../../../src/engine/decimal.ts";
import type { BookPosition, PositionSide, Side } from "./trading-types.ts";

/** Positions of one account by symbol and side. */
export interface Positions {
  readonly all: readonly BookPosition[];
  of(symbol: string, positionSide: PositionSide): Decimal;
  /** Signed position of a symbol, both sides summed. */
  net(symbol: string): Decimal;
  /** How much an order of `side` may take away from the position. */
  reducible(symbol: string, positionSide: PositionSide, side: Side): Decimal;
  /** Books a trade and returns the profit that it realised. */
  trade(symbol: string, positionSide: PositionSide, side: Side, quantity: Decimal, price: Decimal): Decimal;
}

export function createPositions(): Positions {
  const all: BookPosition[] = [];
  const find = (symbol: string, positionSide: PositionSide) =>
    all.find((each) => each.symbol === symbol && each.positionSide === positionSide);
  const of = (symbol: string, positionSide: PositionSide) =>
    decimal(find(symbol, positionSide)?.quantity ?? 0);
  return {
    all,
    of,
    net: (symbol) =>
      all.filter((each) => each.symbol === symbol).reduce((sum, each) => sum.plus(each.quantity), decimal(0)),
    reducible: (symbol, positionSide, side) => {
      const held = of(symbol, positionSide);
      return held.isZero() || held.isPositive() === (side === "BUY") ? decimal(0) : held.abs();
    },
    trade: (symbol, positionSide, side, quantity, price) => {
      let position = find(symbol, positionSide);
      if (!position) {
        position = { symbol, positionSide, quantity: "0", cost: "0" };
        all.push(position);
      }
      return book(position, side === "BUY" ? quantity : quantity.neg(), price);
    },
  };
}

function book(position: BookPosition, signed: Decimal, price: Decimal): Decimal {
  const held = decimal(position.quantity);
  const isSame = held.isZero() || held.isPositive() === signed.isPositive();
  const closing = isSame ? decimal(0) : held.abs().lte(signed.abs()) ? held : signed.neg();
  const released = closing.isZero() ? decimal(0) : decimal(position.cost).mul(closing).div(held);
  const opening = signed.plus(closing);
  position.quantity = toText(held.plus(signed));
  position.cost = toText(decimal(position.cost).minus(released).plus(opening.mul(price)));
  return closing.mul(price).minus(released);
}
