import type { Draws } from "./draws.ts";
import { DAY_MINUTES } from "./market-hours.ts";

/** A sudden one-sided move: a short run the other way that takes stops, the leg itself, and a return into it. */
interface Leg {
  readonly start: number;
  readonly sweepMinutes: number;
  readonly legMinutes: number;
  readonly returnMinutes: number;
  /** Log price change of the leg; its sign is its direction. */
  readonly size: number;
  /** Part of the leg that is given back. */
  readonly returned: number;
}

/** What legs do to each minute of a day. */
export interface LegEffect {
  /** Added to the minute's log price change. */
  readonly drift: Float64Array;
  /** Factor on the minute's noise and wicks: legs are clean. */
  readonly calm: Float64Array;
}

const SWEEP_SHARE = 0.22;
const LEG_CALM = 0.35;

/**
 * Two to five legs in a day, where the market is lively, small ones that a one-minute chart shows and large
 * ones for the quarter-hour chart. `move` is the day's standard deviation.
 */
export function displacementLegs(draws: Draws, move: number, activity: Float64Array): LegEffect {
  const drift = new Float64Array(DAY_MINUTES);
  const calm = new Float64Array(DAY_MINUTES).fill(1);
  const count = draws.whole(2, 5);
  for (let number = 0; number < count; number += 1) {
    addLeg(drift, calm, drawLeg(draws, move, activity));
  }
  return { drift, calm };
}

function drawLeg(draws: Draws, move: number, activity: Float64Array): Leg {
  const large = draws.uniform() < 0.55;
  const legMinutes = large ? draws.whole(20, 55) : draws.whole(4, 10);
  const size = move * (large ? 0.3 + 0.35 * draws.uniform() : 0.12 + 0.12 * draws.uniform());
  return {
    start: livelyMinute(draws, activity),
    sweepMinutes: Math.ceil(legMinutes / 3),
    legMinutes,
    returnMinutes: legMinutes * draws.whole(2, 4),
    size: draws.uniform() < 0.5 ? size : -size,
    returned: 0.35 + 0.4 * draws.uniform(),
  };
}

/** Rejection draw: minutes are taken in proportion to their activity, of which 2 is the most. */
function livelyMinute(draws: Draws, activity: Float64Array): number {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const minute = draws.whole(0, DAY_MINUTES - 1);
    if (draws.uniform() * 2 < (activity[minute] ?? 0)) return minute;
  }
  return draws.whole(0, DAY_MINUTES - 1);
}

function addLeg(drift: Float64Array, calm: Float64Array, leg: Leg): void {
  const sweepEnd = leg.start + leg.sweepMinutes;
  const legEnd = sweepEnd + leg.legMinutes;
  spread(drift, leg.start, sweepEnd, -leg.size * SWEEP_SHARE);
  spread(drift, sweepEnd, legEnd, leg.size * (1 + SWEEP_SHARE));
  spread(drift, legEnd, legEnd + leg.returnMinutes, -leg.size * leg.returned);
  calm.fill(LEG_CALM, sweepEnd, legEnd);
}

/** Adds `total` evenly over the minutes of [from, until) that lie in the day. */
function spread(drift: Float64Array, from: number, until: number, total: number): void {
  const each = total / (until - from);
  for (let minute = from; minute < until && minute < DAY_MINUTES; minute += 1) {
    drift[minute] = (drift[minute] ?? 0) + each;
  }
}
