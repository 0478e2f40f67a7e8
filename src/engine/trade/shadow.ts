import type { Candle } from "../candles/candle.ts";
import type { Signal } from "../signal.ts";

/** What would have become of a setup that nobody took. */
export interface Shadow {
  /**
   * `waiting`: a limit entry not reached yet; `missed`: it never was, or the target came first; `running`: neither
   * stop nor target so far.
   */
  readonly outcome: "waiting" | "missed" | "running" | "target" | "stop";
  /** Result in R, without costs, all of it out at the first target; of a running one at the newest close. */
  readonly r: number;
}

/**
 * Follows a setup from the close that made it through the candles after that, as the paper exchange would: a
 * candle that touches stop and target is a loss, and a stop that the open jumps over is filled at the open. A
 * candle in which a limit entry is reached can end it at the stop, not at the target, since what came first is
 * not known. `candles` are of the signal's timeframe, oldest first, those before `knownAt` are passed over.
 */
export function shadowOf(signal: Signal, candles: readonly Candle[]): Shadow {
  const after = candles.filter(({ openTime }) => openTime >= signal.knownAt);
  const mirrored = signal.direction === "long" ? after : after.map(mirror);
  const plan = signal.direction === "long" ? prices(signal, 1) : prices(signal, -1);
  const entered = signal.entryType === "market" ? 0 : entryAt(plan, signal.expiresAt, mirrored);
  if (typeof entered === "string") return { outcome: entered, r: 0 };
  return run(plan, mirrored.slice(entered), signal.entryType === "limit");
}

/** Prices of a long; those of a short are negated, so that one rule serves both. */
interface LongPlan {
  readonly entry: number;
  readonly stop: number;
  readonly target: number;
}

function prices({ entry, stop, targets: [target = entry] }: Signal, sign: 1 | -1): LongPlan {
  return { entry: sign * entry, stop: sign * stop, target: sign * target };
}

function mirror(candle: Candle): Candle {
  return {
    ...candle,
    open: -candle.open,
    high: -candle.low,
    low: -candle.high,
    close: -candle.close,
  };
}

/** Position of the candle that reaches the limit entry, or why there is none. */
function entryAt({ entry, target }: LongPlan, expiresAt: number, candles: readonly Candle[]) {
  for (const [at, { openTime, low, high }] of candles.entries()) {
    if (openTime >= expiresAt) return "missed";
    if (low <= entry) return at;
    if (high >= target) return "missed";
  }
  return "waiting";
}

function run(plan: LongPlan, candles: readonly Candle[], entersInside: boolean): Shadow {
  const { entry, stop, target } = plan;
  const inR = (exit: number) => (exit - entry) / (entry - stop);
  for (const [at, { open, high, low }] of candles.entries()) {
    const isEntryCandle = entersInside && at === 0;
    if (low <= stop) return { outcome: "stop", r: inR(isEntryCandle ? stop : Math.min(open, stop)) };
    if (high >= target && !isEntryCandle) return { outcome: "target", r: inR(target) };
  }
  return { outcome: "running", r: inR(candles.at(-1)?.close ?? entry) };
}
