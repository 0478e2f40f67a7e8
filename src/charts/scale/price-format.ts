import type { DecimalText } from "../../engine/decimal.ts";

const THOUSANDS = "\u202f";
const MINUS = "−";

/** Decimals that a tick needs: 0.00000001 has 8, 0.5 has 1, 5 has none. */
export function tickDecimals(priceTick: DecimalText): number {
  const fraction = priceTick.split(".")[1] ?? "";
  return fraction.replace(/0+$/, "").length;
}

/** What stands before the decimals in a language: a point or a comma. */
export function decimalMark(locale = "en-GB"): string {
  return /[^\p{Nd}]/u.exec((0.5).toLocaleString(locale))?.[0] ?? ".";
}

/**
 * A price with the decimals of its tick and narrow spaces between thousands, which no language reads as decimals:
 * `61 234.5`, `0.00001620`, with a comma `61 234,5`.
 */
export function formatPrice(value: number, priceTick: DecimalText, mark = "."): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(tickDecimals(priceTick)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THOUSANDS);
  const digits = fraction === undefined ? grouped : `${grouped}${mark}${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? `${MINUS}${digits}` : digits;
}

/** A multiple of the planned risk as traders write it: `+1.8R`, `−1R`, `0R`. */
export function formatR(multiple: number, mark = "."): string {
  const tenths = Math.round(multiple * 10);
  if (tenths === 0) return "0R";
  return `${tenths > 0 ? "+" : MINUS}${String(Math.abs(tenths) / 10).replace(".", mark)}R`;
}
