import type { AuditLine } from "../../engine/ports/audit.ts";
import { text, titled } from "../cards/list-card.ts";
import { undoAnswer, withUndo } from "../cards/move-answers.ts";
import { defineCommand, noArguments } from "./command.ts";
import { undoChange } from "./settings.ts";

const LOOKED_AT = 1000;

/**
 * Takes back what the reader did last, in the order of the record: a change of the settings after showing what
 * that does, an act on an open position at once.
 */
export const undo = defineCommand({
  name: "undo",
  aliases: [],
  group: "act",
  role: "trader",
  args: noArguments,
  handle: async (conversation, _args, deps) => {
    const { actor, role } = conversation;
    const { audit, control, settings, words } = deps;
    const { lines } = await audit.newest(LOOKED_AT, 0);
    const last = lines.find((line) => line.by?.userId === actor.userId && isUndoable(line));
    if (last?.trade !== undefined)
      return [withUndo(words, undoAnswer(words, await control.undo(last.trade.id, actor, undefined, role)))];
    const changes = await settings.history(LOOKED_AT);
    const own = changes.find(({ by }) => by.userId === actor.userId);
    if (own !== undefined) return [await undoChange(conversation, own.version, deps)];
    return [titled(words.say("undo-title"), [text(words.say("undo-none"))])];
  },
});

function isUndoable({ kind, trade }: AuditLine): boolean {
  return kind === "settings" || trade?.isUndoable === true;
}
