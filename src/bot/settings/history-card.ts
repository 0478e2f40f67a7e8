import type { SettingsChange } from "../../engine/ports/settings-store.ts";
import type { Card } from "../card.ts";
import { commandButton, inRows, text, titled } from "../cards/list-card.ts";
import { pageNote, pageOf, turnButtons } from "../cards/pages.ts";
import type { Words } from "../texts.ts";
import { changeText } from "./settings-cards.ts";

/** Who changed what and when, newest first; each change can be taken back from here. */
export function historyCard(words: Words, changes: readonly SettingsChange[], page: number): Card {
  const title = words.say("settings-history-title");
  const back = [commandButton(words.say("button-settings"), "/settings")];
  if (changes.length === 0) return titled(title, [text(words.say("settings-history-none"))], [back]);
  const shown = pageOf(changes, page);
  const lines = shown.items.map(({ item: { version, at, by, path, before, after } }) => {
    const head = words.say("settings-history-row", { version, name: by.name, at });
    const what =
      path === "" ? words.say("settings-everything") : `${path}: ${changeText(words, before, after)}`;
    return text(`${head}\n${what}`);
  });
  const undo = shown.items
    .filter(({ item }) => item.path !== "" || item.version > 1)
    .map(({ item: { version } }) =>
      commandButton(words.say("button-undo-number", { version }), `/settings undo ${version}`),
    );
  const turns = turnButtons(words, shown, "/settings history");
  return titled(
    title,
    [...lines, ...pageNote(words, shown)],
    [...inRows(undo, 3), ...(turns.length === 0 ? [] : [turns]), back],
  );
}
