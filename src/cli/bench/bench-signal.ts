import type { Signal } from "../../engine/signal.ts";

/** A plain setup at 100 that is valid for an hour. */
export function benchSignal(id: string, now: number): Signal {
  return {
    id,
    symbol: "BTC/USDT",
    timeframe: "5m",
    strategy: "order-block-touch",
    direction: "long",
    knownAt: now,
    expiresAt: now + 3_600_000,
    entryType: "market",
    entry: 100,
    stop: 98,
    targets: [102, 104],
    score: 60,
    grade: "B",
    parts: [],
    reasons: [],
    evidence: [],
    features: {},
  };
}
