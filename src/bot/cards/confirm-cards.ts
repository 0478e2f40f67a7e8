import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { note, text, titled } from "./list-card.ts";

/** A confirmation is for now; found later it must do nothing. */
const CONFIRM_TTL_MS = 60_000;

export function confirmCloseAllCard(words: Words, count: number): Card {
  const title = words.say("close-all-title");
  if (count === 0) return titled(words.say("close-all-done-title"), [text(words.say("close-all-none"))]);
  return {
    ...titled(
      title,
      [text(words.say("close-all-text", { count })), hint(words)],
      [
        [
          {
            label: words.say("button-close-all-confirm", { count }),
            action: { type: "close-all" },
            style: "danger",
          },
        ],
      ],
    ),
    buttonTtlMs: CONFIRM_TTL_MS,
  };
}

export function confirmPanicCard(words: Words): Card {
  return {
    ...titled(
      words.say("panic-title"),
      [text(words.say("panic-text")), hint(words)],
      [[{ label: words.say("button-panic-confirm"), action: { type: "panic" }, style: "danger" }]],
    ),
    buttonTtlMs: CONFIRM_TTL_MS,
  };
}

function hint(words: Words) {
  return note(words.say("confirm-hint", { ttl: CONFIRM_TTL_MS }));
}
