import type { Timeframe } from "../candles/timeframe.ts";
import { killZoneStates } from "../clock/kill-zones.ts";
import type { TimeZones } from "../clock/time-zone.ts";
import type { SessionSettings } from "../clock/windows.ts";
import type { ScanSettings } from "../settings/scan-settings.ts";

/** A scan that comes back by the clock. */
export interface ScanSchedule {
  /** The same schedule has the same id as long as its kind is wanted; letters, digits and dashes. */
  readonly id: string;
  /** Six fields, the first are seconds. */
  readonly cron: string;
  /** IANA zone of the cron times. */
  readonly timeZone: string;
  readonly timeframes: readonly Timeframe[];
  readonly watchlist: string;
  /** The kill zone that it comes before; its exact time is `scanStartsAt`. */
  readonly killZone?: string;
}

interface ScheduleInput {
  readonly scans: ScanSettings;
  readonly detectors: { readonly session: SessionSettings };
}

/** A close is scanned this long after it, so that its candle is in the store. */
const AFTER_CLOSE_SECONDS = 2;

const CLOSE_CRON: Readonly<Record<Timeframe, string>> = {
  "1m": "* * * * *",
  "3m": "*/3 * * * *",
  "5m": "*/5 * * * *",
  "15m": "*/15 * * * *",
  "30m": "*/30 * * * *",
  "1h": "0 * * * *",
  "4h": "0 */4 * * *",
  "1d": "0 0 * * *",
};

/** Every scan of the settings; none while they are switched off. */
export function scanSchedules({ scans, detectors }: ScheduleInput): readonly ScanSchedule[] {
  if (!scans.enabled) return [];
  const { watchlist } = scans;
  const closes = scans.atCloses.map((timeframe) => ({
    id: `close-${timeframe}`,
    cron: `${AFTER_CLOSE_SECONDS} ${CLOSE_CRON[timeframe]}`,
    timeZone: "UTC",
    timeframes: [timeframe],
    watchlist,
  }));
  const custom = scans.schedules.map((schedule, index) => ({
    ...schedule,
    id: `custom-${index + 1}`,
    cron: `0 ${schedule.cron.trim()}`,
  }));
  return [...closes, ...killZoneSchedules(scans, detectors.session), ...custom];
}

/**
 * Cron cannot tell the two hours of autumn apart and fires late for a time that spring skips. So these come an hour
 * early, and the clock of the windows says how long is still to wait.
 */
function killZoneSchedules(scans: ScanSettings, session: SessionSettings): readonly ScanSchedule[] {
  const starts: Readonly<Record<string, string>> = {
    asian: session.asian,
    "london-open": session.londonOpen,
    "new-york-am": session.newYorkAm,
    "london-close": session.londonClose,
    "new-york-lunch": session.newYorkLunch,
    "new-york-pm": session.newYorkPm,
  };
  return scans.beforeKillZones.map((killZone) => {
    const [hour = 0, minute = 0] = (starts[killZone] ?? "").slice(0, 5).split(":").map(Number);
    const at = (hour * 60 + minute - scans.preAlertMinutes - 60 + 2 * 1440) % 1440;
    return {
      id: `kill-zone-${killZone}`,
      cron: `0 ${at % 60} ${Math.floor(at / 60)} * * *`,
      timeZone: session.timezone,
      timeframes: scans.timeframes,
      watchlist: scans.watchlist,
      killZone,
    };
  });
}

/** When the scan before the next opening of a kill zone starts; unset for a name that is none. Epoch ms. */
export function scanStartsAt(
  killZone: string,
  preAlertMinutes: number,
  session: SessionSettings,
  nowMs: number,
  zones: TimeZones,
): number | undefined {
  const leadMs = preAlertMinutes * 60_000;
  // Asked at the moment at which a zone whose alert is now would open.
  const state = killZoneStates(nowMs + leadMs, session, zones).find(({ name }) => name === killZone);
  return state && state.opensAt - leadMs;
}
