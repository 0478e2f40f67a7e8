import { type Slot, slot } from "../units.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
/** 1970-01-05 was a Monday. */
const MONDAY_MS = 4 * DAY_MS;

type Unit = "clock" | "day" | "month";

/** A way to cut the local clock into pieces; a tick stands at the first candle of each piece. */
interface Step {
  readonly unit: Unit;
  piece(local: number): number;
}

/** Steps that divide a day evenly, then days and weeks, then months of the calendar. */
const STEPS: readonly Step[] = [
  ...[1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720].map((minutes) => even("clock", minutes * MINUTE_MS)),
  ...[1, 2, 7, 14].map((days) => even("day", days * DAY_MS)),
  ...[1, 3, 6, 12].map((months): Step => ({ unit: "month", piece: (at) => Math.floor(MONTH(at) / months) })),
];

export interface TimeTick {
  readonly at: Slot;
  readonly label: string;
  /** The first of its day (month, year): written stronger. */
  readonly strong: boolean;
}

/**
 * Labels of the time axis: the first candle of each step of the local clock, days before hours where both want
 * the place. `minSlots` is the least distance between two labels.
 */
export function timeTicks(local: readonly number[], minSlots: number, locale: string): readonly TimeTick[] {
  for (const step of STEPS) {
    const starts = boundaries(local, step.piece);
    if (starts.length <= 1 || usualDistance(starts) >= minSlots) {
      return thinned(starts, local, step.unit, minSlots).map((tick) =>
        labelled(tick, local, step.unit, locale),
      );
    }
  }
  return [];
}

/** The day labels of every month: the longest that `timeTicks` writes in this language. */
export function dayLabels(locale: string): readonly string[] {
  const format = dayFormat(locale);
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 28)));
}

function even(unit: Unit, stepMs: number): Step {
  return { unit, piece: (at) => Math.floor((at - MONDAY_MS) / stepMs) };
}

const DAY = (local: number): number => Math.floor(local / DAY_MS);
const MONTH = (local: number): number => {
  const date = new Date(local);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
const YEAR = (local: number): number => new Date(local).getUTCFullYear();

/** What has to change for a label of the unit to be strong. */
const OUTER = { clock: DAY, day: MONTH, month: YEAR } as const;

function boundaries(local: readonly number[], piece: (local: number) => number): readonly number[] {
  const starts: number[] = [];
  for (let at = 1; at < local.length; at++) {
    if (piece(local[at] ?? 0) !== piece(local[at - 1] ?? 0)) starts.push(at);
  }
  return starts;
}

function usualDistance(starts: readonly number[]): number {
  const distances = starts.slice(1).map((at, before) => at - (starts[before] ?? 0));
  return distances.sort((a, b) => a - b)[distances.length >> 1] ?? Number.POSITIVE_INFINITY;
}

interface Place {
  readonly at: number;
  readonly strong: boolean;
}

function thinned(
  starts: readonly number[],
  local: readonly number[],
  unit: Unit,
  minSlots: number,
): readonly Place[] {
  const outer = OUTER[unit];
  const places = starts.map((at) => ({ at, strong: outer(local[at] ?? 0) !== outer(local[at - 1] ?? 0) }));
  const strongFirst = [
    ...places.filter(({ strong }) => strong).reverse(),
    ...places.filter(({ strong }) => !strong),
  ];
  const taken: Place[] = [];
  for (const place of strongFirst) {
    if (taken.every(({ at }) => Math.abs(at - place.at) >= minSlots)) taken.push(place);
  }
  return taken.sort((a, b) => a.at - b.at);
}

function labelled({ at, strong }: Place, local: readonly number[], unit: Unit, locale: string): TimeTick {
  return { at: slot(at), label: write(local[at] ?? 0, strong, unit, locale), strong };
}

/** A strong label names the next larger thing: the day, the month, the year. */
function write(local: number, strong: boolean, unit: Unit, locale: string): string {
  if (unit === "clock") return strong ? dayFormat(locale).format(local) : clock(local);
  if (unit === "day") return (strong ? monthFormat : dayFormat)(locale).format(local);
  return strong ? String(YEAR(local)) : monthFormat(locale).format(local);
}

function dayFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "short" });
}

function monthFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "short" });
}

function clock(local: number): string {
  const minutes = Math.floor(local / MINUTE_MS) % 1_440;
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
