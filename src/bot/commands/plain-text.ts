import type { Card } from "../card.ts";
import { commandButton, inRows, text, titled } from "../cards/list-card.ts";
import type { CommandDeps } from "./command.ts";
import { findSymbol } from "./find-symbol.ts";
import { findCommand } from "./help.ts";
import { nearest } from "./nearest.ts";

/** Words are never acted on, but what they could have meant is one tap away. */
export function plainTextCard(
  { words, commands }: CommandDeps,
  message: string,
  symbols: readonly string[],
): Card {
  const [first = ""] = message.split(/\s+/u);
  const symbol = findSymbol(first, symbols);
  const named =
    symbol.status === "found" ? [symbol.symbol] : symbol.status === "several" ? symbol.symbols : [];
  const found = findCommand(commands, first);
  const near = found === undefined ? nearest(first, commands, (command) => [command.name], 2) : [found];
  const buttons = [
    ...named.slice(0, 3).flatMap((name) => [`/chart ${name}`, `/scan ${name}`]),
    ...(named.length > 0 ? [] : near.filter(({ name }) => name !== "help").map(({ name }) => `/${name}`)),
  ].map((command) => commandButton(command, command));
  return titled(words.say("plain-text"), buttons.length === 0 ? [] : [text(words.say("plain-text-near"))], [
    ...inRows(buttons, 2),
    [commandButton(words.say("button-help"), "/help")],
  ]);
}
