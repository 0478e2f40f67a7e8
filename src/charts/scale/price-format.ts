import type { DecimalText } from "../../engine/decimal.ts";

const THOUSANDS = "\u202f";
const MINUS = "−";

/** Decimals that a tick needs: 0.00000001 has 8, 0.5 has 1, 5 has none. */
export function tickDecimals(priceTick: DecimalText): number {
  const fraction = priceTick.split(".")[1] ?? "";
  return fraction.replace(/0+$/, "").length;
}

/** A price with the decimals of its tick and narrow spaces between thousands: `61 234.5`, `0.00001620`. */
export function formatPrice(value: number, priceTick: DecimalText): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(tickDecimals(priceTick)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THOUSANDS);
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? `${MINUS}${digits}` : digits;
}

/** A multiple of the planned risk as traders write it: `+1.8R`, `−1R`, `0R`. */
export function formatR(multiple: number): string {
  const tenths = Math.round(multiple * 10);
  if (tenths === 0) return "0R";
  return `${tenths > 0 ? "+" : MINUS}${Math.abs(tenths) / 10}R`;
}
