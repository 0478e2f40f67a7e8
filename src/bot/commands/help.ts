import { z } from "zod";
import { STRATEGY_NAMES } from "../../engine/strategy/registry.ts";
import type { Card, CardBlock } from "../card.ts";
import { note, text, titled } from "../cards/list-card.ts";
import { roleName } from "../cards/names.ts";
import { may } from "../roles.ts";
import type { Words } from "../texts.ts";
import { commandArgument } from "./arguments.ts";
import { type Command, type CommandDeps, type CommandGroup, defineCommand } from "./command.ts";
import { unknownCommandCard } from "./unknown-command.ts";

export const help = defineCommand({
  name: "help",
  aliases: ["commands", "h"],
  group: "look",
  role: "viewer",
  args: z.strictObject({ command: commandArgument.optional() }),
  handle: async (conversation, { command }, deps) => {
    if (command === undefined) return [overview(deps, (found) => may(conversation.role, found.role))];
    const found = findCommand(deps.commands, command);
    const strategy = STRATEGY_NAMES.find((name) => name === command.toLowerCase());
    if (found === undefined && strategy !== undefined) return [strategyCard(deps.words, strategy)];
    return [found === undefined ? unknownCommandCard(deps, command) : detail(deps.words, found)];
  },
});

/** The command of that name or alias, in any case. */
export function findCommand(commands: readonly Command[], name: string): Command | undefined {
  const wanted = name.toLowerCase();
  return commands.find((command) => command.name === wanted || command.aliases.includes(wanted));
}

const GROUPS: readonly CommandGroup[] = ["look", "act", "configure"];

/** Every command that the reader may use. */
function overview({ words, commands }: CommandDeps, usable: (command: Command) => boolean): Card {
  const blocks = GROUPS.flatMap((group): readonly CardBlock[] => {
    const rows = commands
      .filter((command) => command.group === group && usable(command))
      .map((command) => [usage(words, command), helpText(words, command)] as const);
    if (rows.length === 0) return [];
    return [
      { kind: "title", text: words.say(`help-group-${group}`) },
      { kind: "facts", rows },
    ];
  });
  const setups = note(words.say("help-setups", { names: STRATEGY_NAMES.join(" · ") }));
  return titled(words.say("help-title"), [...blocks, setups]);
}

/** What a setup is, in the words of a trader. */
function strategyCard(words: Words, name: string): Card {
  return titled(words.say("strategy-name", { name }), [text(words.say(`strategy-about-${name}`))]);
}

function detail(words: Words, command: Command): Card {
  const aliases = command.aliases.map((alias) => `/${alias}`).join(", ");
  return titled(`/${command.name}`, [
    text(helpText(words, command)),
    text(words.say("usage", { usage: usage(words, command) })),
    ...(aliases === "" ? [] : [note(words.say("help-aliases", { aliases }))]),
    ...(command.role === "viewer"
      ? []
      : [note(words.say("help-role", { role: roleName(words, command.role) }))]),
  ]);
}

export function helpText(words: Words, command: Pick<Command, "name">): string {
  return words.say(`command-${command.name}`);
}

export function usage(words: Words, command: Pick<Command, "name">): string {
  return words.say(`command-${command.name}.usage`);
}
