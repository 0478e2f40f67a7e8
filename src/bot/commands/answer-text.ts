import type { Card } from "../card.ts";
import { actFaultCard, faultCard } from "../cards/fault-card.ts";
import { text, titled } from "../cards/list-card.ts";
import { roleName } from "../cards/names.ts";
import type { Conversation } from "../conversation.ts";
import type { Log } from "../log.ts";
import { may } from "../roles.ts";
import { answerPrompt } from "../typed/answer-prompt.ts";
import type { Command, CommandDeps } from "./command.ts";
import { findCommand } from "./help.ts";
import { plainTextCard } from "./plain-text.ts";
import { problemCard } from "./problem-card.ts";
import { readArguments } from "./read-arguments.ts";
import { unknownCommandCard } from "./unknown-command.ts";

export interface TextDeps extends CommandDeps {
  readonly log: Log;
}

/** Longer messages are cut before they are looked at. */
const MAX_LENGTH = 1000;

/** `/name@bot the rest`, in any case and with any spaces. */
const COMMAND = /^\/+\s*([^\s@/]+)(?:@\S*)?\s*(.*)$/su;

/** Answers one message: a command, or anything else. Never throws. */
export async function answerText(
  conversation: Conversation,
  message: string,
  deps: TextDeps,
): Promise<readonly Card[]> {
  try {
    const text = message.slice(0, MAX_LENGTH).trim();
    const [, name, rest = ""] = COMMAND.exec(text) ?? [];
    const { address, actor } = conversation;
    // A command also ends what the desk waited for.
    const asked = await deps.prompts.take(address, actor.userId);
    if (name === undefined && asked !== undefined)
      return [await answerPrompt(conversation, asked, message, deps)];
    if (name === undefined) return [plainTextCard(deps, text, await deps.control.symbols())];
    const command = findCommand(deps.commands, name);
    if (command === undefined) return [unknownCommandCard(deps, name, rest)];
    return await runCommand(conversation, command, rest, deps);
  } catch (error) {
    deps.log.error({ error, userId: conversation.actor.userId }, "a chat message could not be answered");
    return [faultCard(deps.words, error)];
  }
}

async function runCommand(
  conversation: Conversation,
  command: Command,
  rest: string,
  deps: TextDeps,
): Promise<readonly Card[]> {
  if (!may(conversation.role, command.role)) return [forbiddenCard(conversation, command, deps)];
  const typed = rest.split(/\s+/u).filter((word) => word !== "");
  const symbols = command.fields.length === 0 ? [] : await deps.control.symbols();
  const watchlists = command.fields.length === 0 ? [] : await deps.control.watchlists();
  const reading = readArguments(command, typed, { symbols, watchlists });
  if (reading.status === "read") return perform(conversation, command, reading.args, deps);
  return [await problemCard({ words: deps.words, control: deps.control, command, typed }, reading)];
}

async function perform(
  conversation: Conversation,
  command: Command,
  args: Readonly<Record<string, unknown>>,
  deps: TextDeps,
): Promise<readonly Card[]> {
  try {
    return await command.answer(conversation, args, deps);
  } catch (error) {
    if (command.group !== "act") throw error;
    const { userId } = conversation.actor;
    deps.log.error({ error, userId, command: command.name }, "an act was not confirmed");
    return [actFaultCard(deps.words, error, undefined)];
  }
}

function forbiddenCard({ role }: Conversation, command: Command, { words }: TextDeps): Card {
  const args = {
    command: command.name,
    needed: roleName(words, command.role),
    role: roleName(words, role),
  };
  return titled(`/${command.name}`, [text(words.say("forbidden", args))]);
}
