import type { Card } from "../card.ts";
import { commandButton, inRows, note, text, titled } from "../cards/list-card.ts";
import type { CommandDeps } from "./command.ts";
import { nearest } from "./nearest.ts";

/** Longest text behind a button; more is not worth repeating. */
const MAX_REST = 200;

/** The nearest commands as buttons, with what was typed behind the name. */
export function unknownCommandCard({ words, commands }: CommandDeps, name: string, rest = ""): Card {
  const near = nearest(name, commands, (command) => [command.name, ...command.aliases]);
  const tail = rest === "" || rest.length > MAX_REST ? "" : ` ${rest}`;
  const buttons = near.map((command) => commandButton(`/${command.name}`, `/${command.name}${tail}`));
  return titled(
    words.say("unknown-command", { text: `/${name.slice(0, MAX_REST)}` }),
    [
      ...(near.length === 0 ? [] : [text(words.say("unknown-command-near"))]),
      note(words.say("unknown-command-hint")),
    ],
    inRows(buttons, 3),
  );
}
