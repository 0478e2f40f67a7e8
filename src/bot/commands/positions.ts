import { z } from "zod";
import { withImage } from "../cards/list-card.ts";
import { pageOf } from "../cards/pages.ts";
import { positionsCard } from "../cards/positions-card.ts";
import { pageArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

export const positions = defineCommand({
  name: "positions",
  aliases: ["pos", "p"],
  group: "look",
  role: "viewer",
  args: z.strictObject({ page: pageArgument.optional() }),
  handle: async (conversation, { page = 1 }, { control, words }) => {
    const all = await control.positions();
    const image = all.length === 0 ? undefined : await control.picture({ kind: "exposure" }, conversation);
    return [withImage(positionsCard(words, pageOf(all, page), all), image)];
  },
});
