import type { Ticker } from "../ports/market-data.ts";
import type { UniverseSettings } from "../settings/universe-settings.ts";
import { matchesGlob } from "./glob.ts";

/** What the rules let in, largest volume first; of equal volume in the order of the names. */
export function chooseSymbols(rules: UniverseSettings, tickers: readonly Ticker[]): readonly string[] {
  const { include, exclude, minVolume, maxSpreadPercent, topByVolume } = rules;
  return tickers
    .filter(({ symbol }) => fitsAny(include, symbol) && !fitsAny(exclude, symbol))
    .filter(({ quoteVolume }) => quoteVolume >= minVolume)
    .filter((ticker) => maxSpreadPercent === 0 || spreadPercent(ticker) <= maxSpreadPercent)
    .sort((one, other) => other.quoteVolume - one.quoteVolume || (one.symbol < other.symbol ? -1 : 1))
    .slice(0, topByVolume)
    .map(({ symbol }) => symbol);
}

/** The symbols of a named list in the order in which they are followed; `all` is every one. */
export function watchlistSymbols(
  name: string,
  { watchlists }: Pick<UniverseSettings, "watchlists">,
  followed: readonly string[],
): readonly string[] {
  if (name === "all") return followed;
  const list = watchlists.find((each) => each.name === name);
  return list === undefined ? [] : followed.filter((symbol) => fitsAny(list.symbols, symbol));
}

function fitsAny(patterns: readonly string[], symbol: string): boolean {
  return patterns.some((pattern) => matchesGlob(pattern, symbol));
}

/** What cannot be known counts as too wide. */
function spreadPercent({ bid, ask }: Ticker): number {
  if (bid === undefined || ask === undefined || bid <= 0 || ask < bid) return Number.POSITIVE_INFINITY;
  return (200 * (ask - bid)) / (ask + bid);
}
