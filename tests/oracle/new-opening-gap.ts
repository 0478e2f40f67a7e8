import { at, type Candles, span } from "./candle-shape.ts";
import type { Draft } from "./draft.ts";
import { NEW_YORK, type OracleSettings } from "./options.ts";
import { isBefore, minuteOf, type WallTime, wallTimes, weekdayOf } from "./wall-clock.ts";

const CLOSE_MINUTE = minuteOf("17:00");

/**
 * Section 10, NDOG and NWOG: from the close of the last candle that opened before 17:00 New York (Monday to
 * Thursday; for the week Friday) to the open of the first at or after the new day's start (for the week
 * Sunday's). Where one candle is the first after several starts, a Sunday's counts before all others (the week's
 * first candle, whatever day that is), then the latest.
 */
export function newOpeningGapDrafts(candles: Candles, settings: OracleSettings): Draft[] {
  const walls = wallTimes(candles, NEW_YORK);
  const opensAt = minuteOf(newDayOpens(settings));
  // The local date of the latest start at or before the candle.
  const startDay = (wall: WallTime): number => (wall.minute >= opensAt ? wall.day : wall.day - 1);
  return span(1, candles.length - 1).flatMap((i) => {
    const day = startDay(at(walls, i));
    if (startDay(at(walls, i - 1)) >= day) return [];
    const weekday = weekdayOf(day);
    const sunday = day - weekday;
    const isNewWeek = startDay(at(walls, i - 1)) < sunday;
    if (!isNewWeek && (weekday < 1 || weekday > 4)) return [];
    const closingDay = isNewWeek ? sunday - 2 : day;
    const last = span(0, i - 1).findLast((k) => isBefore(at(walls, k), closingDay, CLOSE_MINUTE));
    return last === undefined ? [] : gapBetween(candles, last, i, isNewWeek);
  });
}

/** FX days start at 17:00, all others at 18:00, unless a setting says so. */
function newDayOpens({ newDayOpens: chosen, dayRoll }: OracleSettings): string {
  if (chosen !== undefined) return chosen;
  return dayRoll.timezone === NEW_YORK && dayRoll.time === "17:00" ? "17:00" : "18:00";
}

function gapBetween(candles: Candles, last: number, i: number, isNewWeek: boolean): Draft[] {
  const { close } = at(candles, last);
  const { open, openTime } = at(candles, i);
  if (close === open) return [];
  return [
    {
      step: 5,
      kind: isNewWeek ? "new-week-opening-gap" : "new-day-opening-gap",
      event: "detected",
      thing: `${openTime}`,
      bias: open > close ? "bullish" : "bearish",
      index: i,
      knownIndex: i,
      top: Math.max(open, close),
      bottom: Math.min(open, close),
    },
  ];
}
