import { z } from "zod";
import { TimeZone } from "./time-zone.ts";
import { MINUTE_MS, MINUTES_PER_DAY, minutesOf, timeZoneSchema, wallSpanSchema } from "./wall-time.ts";

/** A window of the clock (session, kill zone, macro) as it stands at one moment. */
export interface WindowState {
  readonly name: string;
  readonly open: boolean;
  /** When it opens next, or when it opened if it is open now. Epoch ms. */
  readonly opensAt: number;
  readonly closesAt: number;
}

const DAY_MS = MINUTES_PER_DAY * MINUTE_MS;

function span(times: string, what: string) {
  return wallSpanSchema.default(times).describe(what);
}

/** Windows of the clock: wall time of a named zone, half-open, never a constant offset from UTC. */
export const sessionSettingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report windows of the clock as they open and close"),
  timezone: timeZoneSchema.default("America/New_York").describe("Zone whose wall time the windows follow"),
  asian: span("20:00-00:00", "Asian session; variants 18:00-00:00, 19:00-00:00"),
  londonOpen: span("02:00-05:00", "London open; variant 01:00-05:00"),
  newYorkAm: span("07:00-10:00", "New York morning; for indices 08:30-11:00 or 09:30-11:00"),
  londonClose: span("10:00-12:00", "London close"),
  newYorkLunch: span("12:00-13:00", "New York lunch"),
  newYorkPm: span("13:30-16:00", "New York afternoon"),
  silverBulletLondon: span("03:00-04:00", "Silver bullet in London"),
  silverBulletAm: span("10:00-11:00", "Silver bullet of the New York morning"),
  silverBulletPm: span("14:00-15:00", "Silver bullet of the New York afternoon"),
  macros: z
    .array(wallSpanSchema)
    .max(24)
    .default([
      "02:33-03:00",
      "04:03-04:30",
      "08:50-09:10",
      "09:50-10:10",
      "10:50-11:10",
      "11:50-12:10",
      "13:10-13:40",
      "15:15-15:45",
    ])
    .describe("Macros, each named after its start; the generic ones run from xx:50 to xx:10"),
  continuation: span("15:00-15:15", "Continuation window; in the morning 03:00-03:15"),
  reversal: span("15:30-15:50", "Reversal window; in the morning 03:30-03:50"),
});

export type SessionSettings = z.output<typeof sessionSettingsSchema>;

/** One window of the settings as minutes after midnight; it crosses midnight when `start > end`. */
export interface ClockWindow {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const SESSIONS = {
  asian: "asian",
  "london-open": "londonOpen",
  "new-york-am": "newYorkAm",
  "london-close": "londonClose",
  "new-york-lunch": "newYorkLunch",
  "new-york-pm": "newYorkPm",
} as const satisfies Record<string, keyof SessionSettings>;

const OTHERS = {
  "silver-bullet-london": "silverBulletLondon",
  "silver-bullet-am": "silverBulletAm",
  "silver-bullet-pm": "silverBulletPm",
} as const satisfies Record<string, keyof SessionSettings>;

/** The first six windows: their highs and lows are liquidity; a kill zone is one of these. */
export const SESSION_COUNT = Object.keys(SESSIONS).length;

/** Every window of the settings in the order of the definitions: the six sessions come first. */
export function clockWindows(settings: SessionSettings): readonly ClockWindow[] {
  return [
    ...Object.entries(SESSIONS).map(([name, key]) => clockWindow(name, settings[key])),
    ...Object.entries(OTHERS).map(([name, key]) => clockWindow(name, settings[key])),
    ...settings.macros.map((times) => clockWindow(`macro-${times.slice(0, 5).replace(":", "")}`, times)),
    clockWindow("continuation", settings.continuation),
    clockWindow("reversal", settings.reversal),
  ];
}

/** A window called `name` between two wall times such as `20:00-00:00`. */
export function clockWindow(name: string, times: string): ClockWindow {
  return { name, start: minutesOf(times.slice(0, 5)), end: minutesOf(times.slice(6)) };
}

/**
 * Number of the local day on which the occurrence of `window` that holds a wall time ends (its trading date),
 * or nothing when the wall time lies outside the window.
 */
export function occurrenceDay(window: ClockWindow, day: number, minute: number): number | undefined {
  if (window.start < window.end) return minute >= window.start && minute < window.end ? day : undefined;
  if (minute >= window.start) return day + 1;
  return minute < window.end ? day : undefined;
}

/** Every window at the instant `nowMs`, in the order of the definitions. */
export function windowStates(
  nowMs: number,
  settings: SessionSettings,
  zone: TimeZone = new TimeZone(settings.timezone),
): WindowState[] {
  return clockWindows(settings).map((window) => windowState(window, nowMs, zone));
}

function windowState(window: ClockWindow, nowMs: number, zone: TimeZone): WindowState {
  const wallMs = nowMs + zone.offsetAt(nowMs);
  const today = Math.floor(wallMs / DAY_MS);
  const minute = Math.floor((wallMs - today * DAY_MS) / MINUTE_MS);
  const current = occurrenceDay(window, today, minute);
  if (current !== undefined) {
    const running = instants(window, current, zone);
    // In the hour that clocks show again in autumn the window of that day may be over.
    if (nowMs < running.closesAt) return { name: window.name, open: true, ...running };
  }
  for (const day of [today, today + 1, today + 2]) {
    const next = instants(window, day, zone);
    if (next.opensAt >= nowMs) return { name: window.name, open: false, ...next };
  }
  return { name: window.name, open: false, ...instants(window, today + 3, zone) };
}

/** When the occurrence of a window that ends on local day `endDay` begins and ends, as epoch ms. */
export function instants(
  window: ClockWindow,
  endDay: number,
  zone: TimeZone,
): { readonly opensAt: number; readonly closesAt: number } {
  const startDay = window.start < window.end ? endDay : endDay - 1;
  return {
    opensAt: zone.instantOf(startDay * DAY_MS + window.start * MINUTE_MS),
    closesAt: zone.instantOf(endDay * DAY_MS + window.end * MINUTE_MS),
  };
}

/** Name of the session (first six of the windows) that holds the instant, if any. */
export function killZoneAt(
  timeMs: number,
  windows: readonly ClockWindow[],
  zone: TimeZone,
): string | undefined {
  const wallMs = timeMs + zone.offsetAt(timeMs);
  const day = Math.floor(wallMs / DAY_MS);
  const minute = Math.floor((wallMs - day * DAY_MS) / MINUTE_MS);
  return windows.find((window, at) => at < SESSION_COUNT && occurrenceDay(window, day, minute) !== undefined)
    ?.name;
}
