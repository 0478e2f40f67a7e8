import type { Candle } from "../../engine/candles/candle.ts";
import type { TimeZone } from "../../engine/clock/time-zone.ts";
import type { DayFrame } from "./daily-path.ts";
import { displacementLegs, type LegEffect } from "./displacement-legs.ts";
import { type Draws, drawsFor } from "./draws.ts";
import { DAY_MINUTES, DAY_MS, type DayHours, dayHours, MINUTE_MS } from "./market-hours.ts";
import type { SimulatedSymbol } from "./simulated-symbols.ts";

const CLUSTER_MEMORY = 0.985;
const CLUSTER_SHOCK = 0.07;
const GAP_CHANCE = 1 / 2500;
const WICK = 0.5;

/** The price path of a day as logarithms: where each minute opens and closes, and how large its moves are. */
interface DayPath {
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly moves: Float64Array;
}

/**
 * The minute candles of one UTC day, only those in which the market is open. A pure function of its arguments:
 * the slow path gives the first open and the last close, and a bridge of minutes leads from one to the other.
 */
export function simulatedDay(
  seed: string,
  symbol: SimulatedSymbol,
  day: number,
  frame: DayFrame,
  newYork: TimeZone,
): Candle[] {
  const own = drawsFor(seed, symbol.instrument.symbol, "minutes", day);
  const group = drawsFor(seed, symbol.group, "minutes", day);
  const hours = dayHours(symbol.instrument.kind, day, newYork);
  const legs = displacementLegs(own, frame.move, hours.activity);
  const path = bridge(own, group, symbol, frame, hours, legs);
  const candles: Candle[] = [];
  for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
    if (hours.open[minute]) candles.push(candleAt(own, symbol, day, minute, path, hours));
  }
  return candles;
}

function bridge(
  own: Draws,
  group: Draws,
  symbol: SimulatedSymbol,
  frame: DayFrame,
  hours: DayHours,
  legs: LegEffect,
): DayPath {
  const { steps, moves } = minuteSteps(own, group, symbol, frame, hours, legs);
  const jumps = minuteJumps(own, moves, hours);
  const wanted = frame.closeLog - frame.openLog;
  const correction = wanted - sum(steps) - sum(jumps);
  const variance = moves.reduce((total, move) => total + move * move, 0);
  const opens = new Float64Array(DAY_MINUTES);
  const closes = new Float64Array(DAY_MINUTES);
  let log = frame.openLog;
  for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
    const move = moves[minute] ?? 0;
    opens[minute] = log + (jumps[minute] ?? 0);
    log = (opens[minute] ?? 0) + (steps[minute] ?? 0) + (correction * move * move) / variance;
    closes[minute] = log;
  }
  // The sum above may miss the last digit; the next day opens exactly here.
  closes[DAY_MINUTES - 1] = frame.closeLog;
  return { opens, closes, moves };
}

function minuteSteps(
  own: Draws,
  group: Draws,
  symbol: SimulatedSymbol,
  frame: DayFrame,
  hours: DayHours,
  legs: LegEffect,
): { readonly steps: Float64Array; readonly moves: Float64Array } {
  const steps = new Float64Array(DAY_MINUTES);
  const moves = new Float64Array(DAY_MINUTES);
  const { groupShare } = symbol;
  const ownShare = Math.sqrt(1 - groupShare ** 2);
  const average = frame.move / Math.sqrt(DAY_MINUTES);
  let cluster = (CLUSTER_SHOCK / Math.sqrt(1 - CLUSTER_MEMORY ** 2)) * own.normal();
  for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
    cluster = CLUSTER_MEMORY * cluster + CLUSTER_SHOCK * own.normal();
    const move = average * (hours.activity[minute] ?? 1) * Math.exp(cluster) * (legs.calm[minute] ?? 1);
    const shock = groupShare * group.normal() + ownShare * own.normal();
    moves[minute] = move;
    steps[minute] = move * shock + (legs.drift[minute] ?? 0);
  }
  return { steps, moves };
}

/** Now and then a minute opens away from the last close. Never the first of a day: days join without a seam. */
function minuteJumps(own: Draws, moves: Float64Array, hours: DayHours): Float64Array {
  const jumps = new Float64Array(DAY_MINUTES);
  for (let minute = 1; minute < DAY_MINUTES; minute += 1) {
    if (own.uniform() >= GAP_CHANCE || !hours.open[minute]) continue;
    const size = (moves[minute] ?? 0) * (3 + 4 * own.uniform());
    jumps[minute] = own.uniform() < 0.5 ? size : -size;
  }
  return jumps;
}

function candleAt(
  own: Draws,
  symbol: SimulatedSymbol,
  day: number,
  minute: number,
  path: DayPath,
  hours: DayHours,
): Candle {
  const scale = 10 ** symbol.priceDigits;
  const openPrice = Math.exp(path.opens[minute] ?? 0);
  const open = Math.max(1, Math.round(openPrice * scale));
  const close = Math.max(1, Math.round(Math.exp(path.closes[minute] ?? 0) * scale));
  const reach = WICK * (path.moves[minute] ?? 0) * openPrice * scale;
  const high = Math.max(open, close) + Math.round(reach * own.exponential());
  const low = Math.max(1, Math.min(open, close) - Math.round(reach * own.exponential()));
  const effort = 1 + (reach > 0 ? Math.min(6, (high - low) / (4 * reach)) : 0);
  const volume = symbol.minuteVolume * (hours.activity[minute] ?? 1) * effort * Math.exp(0.4 * own.normal());
  const volumeScale = 10 ** symbol.quantityDigits;
  return {
    openTime: day * DAY_MS + minute * MINUTE_MS,
    open: open / scale,
    high: high / scale,
    low: low / scale,
    close: close / scale,
    volume: Math.ceil(volume * volumeScale) / volumeScale,
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
