import { z } from "zod";
import { commandButton, inRows, text, titled } from "../cards/list-card.ts";
import { memberCard, nameOf, rosterCard } from "../people/people-cards.ts";
import { wordArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";
import { nearest } from "./nearest.ts";

/** Everyone who may use the desk; one of them with the roles to choose. */
export const roles = defineCommand({
  name: "roles",
  aliases: ["people"],
  group: "configure",
  role: "admin",
  args: z.strictObject({ person: wordArgument.optional() }),
  handle: async (_conversation, { person = "1" }, { people, roster, words }) => {
    const everyone = await people.list();
    const found = everyone.find((one) => person === `${one.platform}:${one.id}` || person === nameOf(one));
    if (found !== undefined) return [memberCard(words, found)];
    if (!/^\d{1,6}$/.test(person)) {
      const near = nearest(person, everyone, (one) => [nameOf(one), one.id], 6);
      const buttons = near.map((one) => commandButton(nameOf(one), `/roles ${one.platform}:${one.id}`));
      const line = words.say("roles-unknown", { text: person });
      return [
        titled(
          words.say("roles-title"),
          [text(line)],
          [...inRows(buttons, 2), [commandButton(words.say("button-roles"), "/roles")]],
        ),
      ];
    }
    const page = Number(person);
    return [rosterCard(words, everyone, await roster.newcomers(), page)];
  },
});
