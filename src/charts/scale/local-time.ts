const DAY_MS = 86_400_000;
/** Zones never change their offset twice within this time, so equal ends mean no change between them. */
const QUIET_MS = 20 * DAY_MS;

/**
 * Wall-clock time of each instant as epoch milliseconds of a UTC clock that shows the same.
 * Asks Intl only near changes of the offset: one call for each candle would be slow.
 * Throws `RangeError` for an unknown zone.
 */
export function localTimes(instants: readonly number[], timeZone: string): readonly number[] {
  const offset = offsetReader(timeZone);
  const result = new Array<number>(instants.length);
  const fill = (from: number, to: number): void => {
    const first = instants[from] ?? 0;
    const last = instants[to] ?? 0;
    const same = offset(first) === offset(last) && last - first <= QUIET_MS;
    if (same || to - from <= 1) {
      for (let at = from; at <= to; at++) {
        const instant = instants[at] ?? 0;
        result[at] = instant + (same ? offset(first) : offset(instant));
      }
      return;
    }
    const middle = (from + to) >> 1;
    fill(from, middle);
    fill(middle, to);
  };
  if (instants.length > 0) fill(0, instants.length - 1);
  return result;
}

function offsetReader(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const known = new Map<number, number>();
  return (instant) => {
    const cached = known.get(instant);
    if (cached !== undefined) return cached;
    const part = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const read = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
    const local = Date.UTC(
      read("year"),
      read("month") - 1,
      read("day"),
      read("hour"),
      read("minute"),
      read("second"),
    );
    const offset = local - Math.floor(instant / 1000) * 1000;
    known.set(instant, offset);
    return offset;
  };
}
