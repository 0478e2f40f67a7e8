import { at, type Candles } from "./candle-shape.ts";
import type { Draft } from "./draft.ts";
import type { WindowOption } from "./options.ts";
import { isBefore, minuteOf, type WallTime, wallTimes } from "./wall-clock.ts";

/** One day's run of a window: the candles whose open lies inside it, and where it was seen to be over. */
export interface Session {
  readonly name: string;
  readonly timezone: string;
  /** Local date on which the window ends, in days since 1970-01-01. */
  readonly day: number;
  readonly members: number[];
  closedAt: number | undefined;
}

/**
 * Local date and minute at which the run of the window ends that holds this wall time, if one does.
 * Section 11: half open; a window that crosses midnight belongs to the date on which it ends.
 */
export function windowEnd(wall: WallTime, window: WindowOption): WallTime | undefined {
  const start = minuteOf(window.start);
  const end = minuteOf(window.end);
  const crosses = end <= start;
  if (!crosses) return wall.minute >= start && wall.minute < end ? { day: wall.day, minute: end } : undefined;
  if (wall.minute >= start) return { day: wall.day + 1, minute: end };
  return wall.minute < end ? { day: wall.day, minute: end } : undefined;
}

/** Section 11, one window over the whole series. Each local date opens it once and closes it once. */
export function sessionsOf(candles: Candles, window: WindowOption): Session[] {
  const walls = wallTimes(candles, window.timezone);
  const sessions: Session[] = [];
  walls.forEach((wall, i) => {
    const running = sessions.at(-1);
    const isOver = running !== undefined && !isBefore(wall, running.day, minuteOf(window.end));
    if (isOver && running.closedAt === undefined) running.closedAt = i;
    const end = windowEnd(wall, window);
    if (end === undefined) return;
    if (running === undefined || end.day > running.day) {
      const { name, timezone } = window;
      sessions.push({ name, timezone, day: end.day, members: [i], closedAt: undefined });
    } else if (running.day === end.day && running.closedAt === undefined) {
      running.members.push(i);
    }
  });
  return sessions;
}

/** Index of the extreme among `members`, the first on ties. */
export function highestOf(candles: Candles, members: readonly number[]): number {
  return members.reduce((best, i) => (at(candles, i).high > at(candles, best).high ? i : best));
}

export function lowestOf(candles: Candles, members: readonly number[]): number {
  return members.reduce((best, i) => (at(candles, i).low < at(candles, best).low ? i : best));
}

export function sessionDrafts(candles: Candles, sessions: readonly Session[]): Draft[] {
  return sessions.flatMap(({ name, members, closedAt }) => {
    const index = at(members, 0);
    const own = {
      step: 1,
      kind: "session",
      thing: `${name}:${at(candles, index).openTime}`,
      name,
      index,
    } as const;
    const opened: Draft = { ...own, event: "opened", knownIndex: index };
    if (closedAt === undefined) return [opened];
    const top = at(candles, highestOf(candles, members)).high;
    const bottom = at(candles, lowestOf(candles, members)).low;
    return [opened, { ...own, event: "closed", knownIndex: closedAt, top, bottom }];
  });
}
