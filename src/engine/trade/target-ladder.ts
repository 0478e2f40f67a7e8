import type { Decimal } from "decimal.js";
import { decimal } from "../decimal.ts";
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
