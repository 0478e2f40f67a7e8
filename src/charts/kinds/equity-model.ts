import type { EquityPoint } from "../../engine/results/equity-curve.ts";

export type { EquityPoint };

export interface EquityModel {
  readonly start: number;
  readonly end: number;
  readonly net: number;
  readonly netPercent: number;
  readonly low: number;
  readonly high: number;
  /** Percent below the highest equity so far, 0 or less, one for each point. */
  readonly drawdowns: readonly number[];
  /** Number of the point with the deepest drawdown. */
  readonly deepest: number;
  readonly maxDrawdownPercent: number;
}

/** Throws `RangeError` without points. */
export function equityModel(points: readonly EquityPoint[]): EquityModel {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("an equity curve needs a point");
  let peak = first.equity;
  const drawdowns = points.map(({ equity }) => {
    peak = Math.max(peak, equity);
    return peak > 0 ? (equity / peak - 1) * 100 : 0;
  });
  const maxDrawdownPercent = Math.min(...drawdowns);
  const values = points.map(({ equity }) => equity);
  return {
    start: first.equity,
    end: last.equity,
    net: last.equity - first.equity,
    netPercent: first.equity === 0 ? 0 : (last.equity / first.equity - 1) * 100,
    low: Math.min(...values),
    high: Math.max(...values),
    drawdowns,
    deepest: drawdowns.indexOf(maxDrawdownPercent),
    maxDrawdownPercent,
  };
}
