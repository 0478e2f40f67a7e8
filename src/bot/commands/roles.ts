import { z } from "zod";
import { memberCard, nameOf, rosterCard } from "../people/people-cards.ts";
import { wordArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

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
    const page = /^\d{1,6}$/.test(person) ? Number(person) : 1;
    return [rosterCard(words, everyone, await roster.newcomers(), page)];
  },
});
