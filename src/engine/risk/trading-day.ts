const DAY_MS = 86_400_000;

/** When the trading day of an instant began (epoch ms): daily counters start again at 00:00 UTC. */
export function tradingDayStart(now: number): number {
  return Math.floor(now / DAY_MS) * DAY_MS;
}

/** When the next trading day begins. */
export function tradingDayEnd(now: number): number {
  return tradingDayStart(now) + DAY_MS;
}
