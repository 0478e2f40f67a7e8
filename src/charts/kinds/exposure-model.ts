import type { Direction } from "../../engine/signal.ts";

/** One open position. */
export interface ExposedPosition {
  readonly symbol: string;
  readonly direction: Direction;
  /** In the account's currency, 0 or more. */
  readonly notional: number;
  /** What its stop would lose, percent of the balance. */
  readonly riskPercent: number;
}

export interface ExposureModel {
  /** Largest notional first. */
  readonly positions: readonly ExposedPosition[];
  readonly long: number;
  readonly short: number;
  readonly net: number;
  readonly gross: number;
  readonly riskPercent: number;
  readonly largest: number;
}

export function exposureModel(positions: readonly ExposedPosition[]): ExposureModel {
  const sum = (direction: Direction): number =>
    positions.reduce((total, one) => total + (one.direction === direction ? one.notional : 0), 0);
  const [long, short] = [sum("long"), sum("short")];
  return {
    positions: [...positions].sort((a, b) => b.notional - a.notional),
    long,
    short,
    net: long - short,
    gross: long + short,
    riskPercent: positions.reduce((total, one) => total + one.riskPercent, 0),
    largest: Math.max(...positions.map(({ notional }) => notional), 0),
  };
}
