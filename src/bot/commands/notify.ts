import { z } from "zod";
import { EVENT_KINDS, type EventKind, LOUDNESSES, type Loudness } from "../../engine/notify/event-kind.ts";
import type { Preference } from "../../engine/ports/preferences.ts";
import type { Card } from "../card.ts";
import { commandButton, note, titled } from "../cards/list-card.ts";
import { groupRefusal, preferenceKey } from "../people/preference-key.ts";
import type { Words } from "../texts.ts";
import { wordArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

/** What this chat is told of, and how loud. */
export const notify = defineCommand({
  name: "notify",
  aliases: ["notifications"],
  group: "configure",
  role: "viewer",
  args: z.strictObject({ event: wordArgument.optional(), how: wordArgument.optional() }),
  handle: async (conversation, { event, how }, { preferences, words }) => {
    const refused = groupRefusal(conversation, words, words.say("notify-title"));
    if (refused !== undefined) return [refused];
    const key = preferenceKey(conversation.address);
    const kind = EVENT_KINDS.find((each) => each === event?.toLowerCase());
    const loudness = LOUDNESSES.find((each) => each === how?.toLowerCase());
    if (kind !== undefined && loudness !== undefined && allowed(kind).includes(loudness)) {
      const { notify: chosen = {} } = await preferences.read(key);
      await preferences.change(key, { notify: { ...chosen, [kind]: loudness } });
    }
    return [notifyCard(words, await preferences.read(key))];
  },
});

/** A warning may come without a sound, but it comes. */
function allowed(kind: EventKind): readonly Loudness[] {
  return kind === "warnings" ? ["on", "silent"] : LOUDNESSES;
}

function notifyCard(words: Words, { notify: chosen = {} }: Preference): Card {
  const rows = EVENT_KINDS.map(
    (kind) => [words.say(`event-${kind}`), words.say(`loudness-${chosen[kind] ?? "on"}`)] as const,
  );
  const buttons = EVENT_KINDS.map((kind) => {
    const options = allowed(kind);
    const next = options[(options.indexOf(chosen[kind] ?? "on") + 1) % options.length] ?? "on";
    return [
      commandButton(
        `${words.say(`event-${kind}`)} → ${words.say(`loudness-${next}`)}`,
        `/notify ${kind} ${next}`,
      ),
    ];
  });
  return titled(
    words.say("notify-title"),
    [{ kind: "facts", rows }, note(words.say("notify-hint"))],
    buttons,
  );
}
