import { drawsFor } from "./draws.ts";
import { weekdayOf } from "./market-hours.ts";
import type { SimulatedSymbol } from "./simulated-symbols.ts";

/** Days are counted from 1970; the simulation begins with this one, 2020-01-01. */
export const FIRST_DAY = 18_262;

/** One day of the slow movement, on which the minutes are hung. Prices are logarithms. */
export interface DayFrame {
  readonly openLog: number;
  readonly closeLog: number;
  /** Standard deviation of this day's return. */
  readonly move: number;
}

/** How strongly a year-long excursion is pulled back to the anchor, each day. */
const PULL = 0.012;
const VOLATILITY_MEMORY = 0.93;
const VOLATILITY_SHOCK = 0.16;
/** Mean length of a trend, and its size against a day's move. */
const TREND_DAYS = 6;
const TREND_STRENGTH = 0.3;

/**
 * The daily opens and closes of one symbol: trends of some days, volatility that comes in clusters, and a slow
 * pull to the anchor price. Each day continues the one before, so days are made in order and remembered; what
 * they are never depends on which was asked for first.
 */
export function createDailyPath(seed: string, symbol: SimulatedSymbol): (day: number) => DayFrame {
  const frames: DayFrame[] = [];
  let offset = 0;
  let volatility = 0;
  let trend = 0;
  const next = (): DayFrame => {
    const day = FIRST_DAY + frames.length;
    const own = drawsFor(seed, symbol.instrument.symbol, "day", day);
    const group = drawsFor(seed, symbol.group, "day", day);
    volatility = VOLATILITY_MEMORY * volatility + VOLATILITY_SHOCK * own.normal();
    if (own.uniform() < 1 / TREND_DAYS) trend = TREND_STRENGTH * own.normal();
    const move = symbol.dailyMove * Math.exp(Math.max(-1.2, Math.min(1.2, volatility)));
    const { groupShare } = symbol;
    const shock = groupShare * group.normal() + Math.sqrt(1 - groupShare ** 2) * own.normal();
    const openLog = Math.log(symbol.anchorPrice) + offset;
    const change = move * (shock + trend) * dayShare(symbol, day) - PULL * offset;
    offset += change;
    return { openLog, closeLog: openLog + change, move };
  };
  return (day) => {
    while (frames.length <= day - FIRST_DAY) frames.push(next());
    const frame = frames[day - FIRST_DAY];
    if (!frame) throw new RangeError(`day ${day} is before the simulation begins`);
    return frame;
  };
}

/** Share of a full day's move: markets that close at the weekend move little on Saturday and Sunday. */
function dayShare({ instrument }: SimulatedSymbol, day: number): number {
  if (instrument.kind === "crypto") return 1;
  const weekday = weekdayOf(day);
  if (weekday === 6) return 0.12;
  return weekday === 0 ? 0.3 : 1;
}
