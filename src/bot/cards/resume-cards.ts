import type { PauseState } from "../../engine/ports/control.ts";
import type { Card, CardButton } from "../card.ts";
import type { Words } from "../texts.ts";
import { text, titled } from "./list-card.ts";

export function resumedCard(words: Words, resumed: boolean): Card {
  const line = resumed ? words.say("resume-done") : words.say("resume-not-paused");
  return titled(words.say("resume-title"), [text(line)]);
}

/** Ends the pause that is shown: found later, it must not end another one. */
export function resumeButton(words: Words, { since }: Pick<PauseState, "since">): CardButton {
  return { label: words.say("button-resume"), action: { type: "resume", since } };
}
