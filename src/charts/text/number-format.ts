const MINUS = "−";

/** A signed amount as the locale writes it, with plain spaces: the bundled fonts have no other kind. */
export function formatSigned(value: number, locale: string, decimals = 0): string {
  const written = formatNumber(Math.abs(value), locale, decimals);
  if (!/[1-9]/.test(written)) return written;
  return `${value < 0 ? MINUS : "+"}${written}`;
}

/** A number as the locale writes it. */
export function formatNumber(value: number, locale: string, decimals = 0): string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return format.format(value).replace(/\s/g, " ").replace("-", MINUS);
}

/** Decimals with which amounts of this size are told apart: none from 100 on, two below. */
export function usefulDecimals(largest: number): number {
  return Math.abs(largest) >= 100 ? 0 : 2;
}
