import type { TimeZones } from "../clock/time-zone.ts";
import type { CardContent } from "../ports/chat.ts";
import type { Preference, Wanted } from "../ports/preferences.ts";
import type { Signal } from "../signal.ts";
import { eventKind } from "./event-kind.ts";

/** How a message reaches a chat: ringing, without a sound, or not at all. */
export type Reach = "loud" | "silent" | "none";

export interface Moment {
  /** Epoch ms on the machine's clock: people sleep in it. */
  readonly now: number;
  /** Zone of a chat that has not set its own. */
  readonly timeZone: string;
  readonly timeZones: TimeZones;
}

/** How loud `content` may be in a chat with these preferences. Warnings ring through quiet hours and cannot be off. */
export function reachOf(
  content: CardContent,
  silent: boolean,
  preference: Preference,
  moment: Moment,
): Reach {
  const kind = eventKind(content);
  const chosen = preference.notify?.[kind] ?? "on";
  if (kind === "warnings") return silent || chosen !== "on" ? "silent" : "loud";
  if (chosen === "off") return "none";
  if ("trade" in content && !isWanted(content.trade.signal, preference.wanted)) return "none";
  const quiet = chosen === "silent" || isMuted(preference, moment) || inQuietHours(preference, moment);
  return silent || quiet ? "silent" : "loud";
}

function isMuted({ mutedUntil = 0 }: Preference, { now }: Moment): boolean {
  return now < mutedUntil;
}

/** Minutes since local midnight lie in the range, which may go over midnight. */
function inQuietHours({ quiet, timeZone }: Preference, moment: Moment): boolean {
  if (quiet === undefined) return false;
  const zone = moment.timeZones.zone(timeZone ?? moment.timeZone);
  const minute = Math.floor((moment.now + zone.offsetAt(moment.now)) / 60_000) % 1440;
  const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)];
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

function minuteOf(text: string): number {
  const [hours = "0", minutes = "0"] = text.split(":");
  return Number(hours) * 60 + Number(minutes);
}

function isWanted(signal: Signal, wanted: Wanted = {}): boolean {
  const { symbols, strategies, grade } = wanted;
  return (
    (symbols === undefined || symbols.includes(signal.symbol)) &&
    (strategies === undefined || strategies.includes(signal.strategy)) &&
    // A comes before B: the better grade is the smaller letter.
    (grade === undefined || signal.grade <= grade)
  );
}
