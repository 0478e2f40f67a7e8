import type { ButtonAction } from "../../engine/ports/buttons.ts";
import type { Prompts } from "../../engine/ports/prompts.ts";
import type { Card } from "../card.ts";
import { note, text, titled } from "../cards/list-card.ts";
import type { Conversation } from "../conversation.ts";
import type { Words } from "../texts.ts";

/** A question is for now; answered later the text is a text like any other. */
export const PROMPT_TTL_MS = 5 * 60_000;

/** Waits for a one-time code before the action is done; only where nobody else can read it. */
export async function askForCode(
  { address, actor, isPrivate = false }: Conversation,
  action: ButtonAction,
  { prompts, words }: { readonly prompts: Prompts; readonly words: Words },
): Promise<Card> {
  const title = words.say("code-title");
  if (!isPrivate) return titled(title, [text(words.say("code-not-private"))]);
  await prompts.ask(address, actor.userId, { kind: "code", action }, PROMPT_TTL_MS);
  return titled(title, [text(words.say("code-ask")), note(words.say("prompt-ends", { ttl: PROMPT_TTL_MS }))]);
}
