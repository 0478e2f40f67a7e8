import { DeskError } from "../../engine/errors.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, note, text, titled } from "./list-card.ts";

/** Something broke while the desk looked something up: nothing was changed by it. */
export function faultCard(words: Words, error: unknown): Card {
  return titled(words.say("fault-title"), [text(faultText(words, error))], statusRow(words));
}

/** Something broke while the desk acted. Nobody knows whether it happened, and the card says just that. */
export function actFaultCard(words: Words, error: unknown, tradeId: string | undefined): Card {
  const look =
    tradeId === undefined
      ? []
      : [commandButton(words.say("button-show", { id: tradeId }), `/trade ${tradeId}`)];
  return titled(
    words.say("fault-title"),
    [text(words.say("fault-act")), note(faultText(words, error))],
    [...(look.length === 0 ? [] : [look]), ...statusRow(words)],
  );
}

function statusRow(words: Words) {
  return [[commandButton(words.say("button-status"), "/status")]];
}

function faultText(words: Words, error: unknown): string {
  return error instanceof DeskError ? words.say(`fault-${error.code}`) : words.say("fault-unknown");
}
