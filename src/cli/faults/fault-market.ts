import type { Instrument } from "../../engine/instrument.ts";
import type { Signal } from "../../engine/signal.ts";
import type { Draws } from "../../exchange/simulated/draws.ts";

export const START_AT = Date.UTC(2026, 2, 3, 14, 0);
const VALID_MS = 600_000;

/** What the runs trade; entries near 100, 1R is 2. */
export const INSTRUMENTS: readonly Instrument[] = ["BTC/USDT", "ETH/USDT", "SOL/USDT"].map((symbol) => ({
  symbol,
  kind: "crypto",
  priceTick: "0.1",
  quantityStep: "0.001",
  minQuantity: "0.001",
  minNotional: "5",
  makerFee: 0.0002,
  takerFee: 0.0004,
}));

/** What runs trade of it; the rest is for orders of somebody else. */
export const TRADED: readonly string[] = ["BTC/USDT", "ETH/USDT"];

/** A setup of a drawn direction and kind of entry. */
export function drawnSignal(symbol: string, draws: Draws): Signal {
  const sign = draws.uniform() < 0.5 ? 1 : -1;
  return {
    id: `${symbol}|15m|faults|${sign}|${START_AT}`,
    symbol,
    timeframe: "15m",
    strategy: "order-block-touch",
    direction: sign === 1 ? "long" : "short",
    knownAt: START_AT,
    expiresAt: START_AT + VALID_MS,
    entryType: draws.uniform() < 0.6 ? "market" : "limit",
    entry: 100,
    stop: 100 - 2 * sign,
    targets: [100 + 2 * sign, 100 + 4 * sign],
    score: 60,
    grade: "B",
    parts: [],
    reasons: [],
    evidence: [],
    features: {},
  };
}

/** Prices of a trade's life: around the entry first, then anywhere between beyond the stop and the last target. */
export function drawnPrices(draws: Draws): readonly number[] {
  const steps = draws.whole(3, 8);
  return Array.from({ length: steps }, (_, step) => {
    const reach = step === 0 ? 0.8 : step < 3 ? 1.5 : 5;
    return Math.round((100 + (draws.uniform() * 2 - 1) * reach) * 10) / 10;
  });
}
