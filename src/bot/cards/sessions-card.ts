import type { WindowState } from "../../engine/clock/windows.ts";
import type { SessionReport } from "../../engine/ports/control.ts";
import type { Card, CardBlock } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, text, titled } from "./list-card.ts";
import { windowName } from "./names.ts";

/** The zone the windows are defined in. */
const NEW_YORK = "America/New_York";
const SHOWN_NEXT = 6;

export function sessionsCard(words: Words, { now, windows }: SessionReport): Card {
  const open = windows.filter((window) => window.open);
  const next = windows
    .filter((window) => !window.open)
    .sort((left, right) => left.opensAt - right.opensAt)
    .slice(0, SHOWN_NEXT);
  return titled(
    words.say("sessions-title"),
    [
      text(words.say("sessions-now", { now, newYork: words.timeIn(NEW_YORK, now) })),
      ...section(words.say("sessions-open"), rowsOf(words, open, now), words.say("sessions-none")),
      ...section(words.say("sessions-next"), rowsOf(words, next, now)),
    ],
    [[commandButton(words.say("button-refresh"), "/sessions")]],
  );
}

type Rows = readonly (readonly [string, string])[];

function section(title: string, rows: Rows, otherwise?: string): readonly CardBlock[] {
  if (rows.length > 0)
    return [
      { kind: "title", text: title },
      { kind: "facts", rows },
    ];
  return otherwise === undefined ? [] : [text(otherwise)];
}

function rowsOf(words: Words, windows: readonly WindowState[], now: number): Rows {
  return windows.map((window) => {
    const at = window.open ? window.closesAt : window.opensAt;
    const args = { at, newYork: words.timeIn(NEW_YORK, at), left: at - now };
    const when = window.open ? words.say("sessions-open-row", args) : words.say("sessions-next-row", args);
    return [windowName(words, window.name), when] as const;
  });
}
