import { z } from "zod";
import { SETTING_NODES } from "../../engine/settings/setting-nodes.ts";
import type { Settings } from "../../engine/settings/settings.ts";
import { overridesOf } from "../../engine/settings/settings-change.ts";
import type { Card } from "../card.ts";
import { commandButton, inRows, text, titled } from "../cards/list-card.ts";
import type { Conversation } from "../conversation.ts";
import { previewChange } from "../settings/change-settings.ts";
import { historyCard } from "../settings/history-card.ts";
import { fieldCard, sectionCard } from "../settings/settings-cards.ts";
import { pageArgument, wordArgument } from "./arguments.ts";
import { type CommandDeps, defineCommand } from "./command.ts";
import { nearest } from "./nearest.ts";

const HISTORY = 200;

export const settings = defineCommand({
  name: "settings",
  aliases: ["config"],
  group: "configure",
  role: "viewer",
  args: z.strictObject({ path: wordArgument.optional(), page: pageArgument.optional() }),
  handle: async (conversation, { path = "", page = 1 }, deps) => [
    await answer(conversation, path, page, deps),
  ],
});

async function answer(
  conversation: Conversation,
  path: string,
  page: number,
  deps: CommandDeps,
): Promise<Card> {
  const { words } = deps;
  // A lone number is a page of the whole.
  if (/^\d+$/.test(path)) return answer(conversation, "", Number(path), deps);
  if (path === "history") return historyCard(words, await deps.settings.history(HISTORY), page);
  if (path === "undo") return undoChange(conversation, page, deps);
  const node = SETTING_NODES.get(path);
  const standing = await deps.settings.current();
  if (node === undefined) return unknownSettingCard(deps, path);
  return node.kind === "section"
    ? sectionCard(words, node, standing, page)
    : fieldCard(words, node, standing);
}

/** Back to what was in force before the change of that number. */
export async function undoChange(
  conversation: Conversation,
  version: number,
  deps: CommandDeps,
): Promise<Card> {
  const change = (await deps.settings.history(HISTORY)).find((each) => each.version === version);
  if (change === undefined) return historyCard(deps.words, await deps.settings.history(HISTORY), 1);
  const { path, before } = change;
  if (path === "") return previewChange(conversation, { settings: overridesOf(before as Settings) }, deps);
  const node = SETTING_NODES.get(path);
  const isStandard = node?.kind === "field" && JSON.stringify(node.standard) === JSON.stringify(before);
  return previewChange(conversation, { path, value: isStandard ? undefined : before }, deps);
}

/** Never just an error: the nearest settings are one tap away. */
export function unknownSettingCard({ words }: Pick<CommandDeps, "words">, path: string): Card {
  const shown = path.slice(0, 100);
  const near = nearest(
    shown,
    [...SETTING_NODES.keys()],
    (known) => [known, known.split(".").at(-1) ?? known],
    6,
  );
  return titled(
    words.say("settings-unknown", { path: shown }),
    near.length === 0 ? [] : [text(words.say("unknown-symbol-near"))],
    [
      ...inRows(
        near.map((known) => commandButton(known, `/settings ${known}`)),
        1,
      ),
      [commandButton(words.say("button-settings"), "/settings")],
    ],
  );
}
