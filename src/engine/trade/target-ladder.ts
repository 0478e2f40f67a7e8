import type { Decimal } from "decimal.js";
import { decimal, floorToStep } from "../decimal.ts";
import type { Instrument } from "../instrument.ts";

/**
 * Splits a quantity over at most `count` targets in whole lots: even shares, the lots left over to the nearest
 * targets. Fewer targets when a share would be below the instrument's minimum; never fewer than one. The
 * shares sum to exactly the quantity.
 */
export function targetLadder(quantity: Decimal, count: number, instrument: Instrument): readonly Decimal[] {
  const smallest = decimal(instrument.minQuantity);
  const step = decimal(instrument.quantityStep);
  const affordable = quantity.div(smallest.gt(step) ? smallest : step).floor();
  const rungs = Math.max(1, Math.min(count, affordable.toNumber()));
  const lots = quantity.div(step).floor();
  const share = lots.div(rungs).floor();
  const leftOver = lots.minus(share.mul(rungs)).toNumber();
  const dust = quantity.minus(lots.mul(step));
  return Array.from({ length: rungs }, (_, rung) => {
    const quantityOfRung = share.plus(rung < leftOver ? 1 : 0).mul(step);
    return rung === 0 ? quantityOfRung.plus(dust) : quantityOfRung;
  });
}

/**
 * Splits a quantity by percent, each share rounded down to whole lots; what is left over is in no share and runs
 * on. A share below the instrument's minimum is zero. Shares of together 100 percent leave nothing: the last
 * one takes the lots that rounding left.
 */
export function sharedLadder(
  quantity: Decimal,
  shares: readonly number[],
  instrument: Instrument,
): readonly Decimal[] {
  const smallest = decimal(instrument.minQuantity);
  const rungs = shares.map((percent) => {
    const share = floorToStep(quantity.mul(percent).div(100), instrument.quantityStep);
    return share.lt(smallest) ? decimal(0) : share;
  });
  const isWhole = shares.reduce((sum, percent) => sum.plus(percent), decimal(0)).gte(100);
  if (!isWhole) return rungs;
  const rest = quantity.minus(rungs.reduce((sum, share) => sum.plus(share), decimal(0)));
  const last = rungs.findLastIndex((share) => share.gt(0));
  if (last < 0) return rungs.length === 0 ? rungs : [quantity];
  return rungs.map((share, rung) => (rung === last ? share.plus(rest) : share));
}
