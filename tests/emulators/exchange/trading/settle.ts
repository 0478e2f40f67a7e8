import type { Decimal } from "decimal.js";
import { decimal } from "../../../../src/engine/decimal.ts";
import type { EmulatedSymbol } from "../symbols.ts";
import type { Positions } from "./positions.ts";
import type { BookOrder } from "./trading-types.ts";

/** What a fill does to the account, the position aside. */
interface Settlement {
  /** Change of the quote balance. */
  readonly money: Decimal;
  readonly fee: Decimal;
  readonly feeAsset: string;
  /** Realised, before fees; none of a spot trade. */
  readonly profit: Decimal;
}

/** What the coin that fees are paid in costs. */
const FEE_COIN_PRICE = 600;

/** Books a fill: a perpetual realises profit, a spot trade moves both balances and takes its fee from what is received. */
export function settle(
  positions: Positions,
  { symbol, positionSide, side }: BookOrder,
  quantity: Decimal,
  price: Decimal,
  feeRate: string,
  rules: EmulatedSymbol | undefined,
): Settlement {
  const notional = quantity.mul(price).mul(rules?.contractSize ?? "1");
  const { base = "", quote = "USDT", isSpot = false, contractSize = "1", feeAsset } = rules ?? {};
  if (!isSpot) {
    const profit = positions.trade(symbol, positionSide, side, quantity, price).mul(contractSize);
    const fee = notional.mul(feeRate);
    return { money: profit.minus(fee), fee, feeAsset: quote, profit };
  }
  const profit = decimal(0);
  if (feeAsset !== undefined) {
    positions.trade(symbol, positionSide, side, quantity, price);
    const money = side === "SELL" ? notional : notional.neg();
    return { money, fee: notional.mul(feeRate).div(FEE_COIN_PRICE), feeAsset, profit };
  }
  if (side === "SELL") {
    positions.trade(symbol, positionSide, side, quantity, price);
    const fee = notional.mul(feeRate);
    return { money: notional.minus(fee), fee, feeAsset: quote, profit };
  }
  const fee = quantity.mul(feeRate);
  positions.trade(symbol, positionSide, side, quantity.minus(fee), price);
  return { money: notional.neg(), fee, feeAsset: base, profit };
}
