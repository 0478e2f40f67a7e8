import type { DeskStatus } from "../../engine/ports/control.ts";
import type { Card, CardBlock } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, note, text, titled } from "./list-card.ts";

const MAX_SHOWN = 60;

/** The mode in force and the way to the other one, or to the one that was asked for. */
export function modeCard(words: Words, status: DeskStatus, wanted: string | undefined): Card {
  const { mode, liveLocked = false } = status;
  const other = mode === "paper" ? "live" : "paper";
  const now = text(words.say("mode-now", { mode: words.say(`mode-${mode}`) }));
  const locked = liveLocked ? [text(words.say("status-live-locked"))] : [];
  const buttons = [
    [commandButton(words.say("button-status"), "/status"), commandButton(words.say("button-risk"), "/risk")],
  ];
  return titled(words.say("mode-title"), [now, ...locked, ...wayTo(words, mode, wanted ?? other)], buttons);
}

function wayTo(words: Words, mode: DeskStatus["mode"], wanted: string): readonly CardBlock[] {
  if (wanted === mode) return [note(words.say("mode-already"))];
  switch (wanted) {
    case "live":
      return [text(words.say("mode-to-live")), note(words.say("mode-live-note"))];
    case "paper":
      return [text(words.say("mode-to-paper")), note(words.say("mode-paper-note"))];
    default:
      return [text(words.say("mode-unknown", { text: wanted.slice(0, MAX_SHOWN) }))];
  }
}
