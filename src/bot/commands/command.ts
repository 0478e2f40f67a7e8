import { z } from "zod";
import type { Audit } from "../../engine/ports/audit.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { Control } from "../../engine/ports/control.ts";
import type { OneTimeCodes } from "../../engine/ports/one-time-codes.ts";
import type { Preferences } from "../../engine/ports/preferences.ts";
import type { Prompts } from "../../engine/ports/prompts.ts";
import type { RecentLog } from "../../engine/ports/recent-log.ts";
import type { Roster } from "../../engine/ports/roster.ts";
import type { SettingsBook } from "../../engine/ports/settings-store.ts";
import type { Card } from "../card.ts";
import type { Connections } from "../connections.ts";
import type { Conversation, Role } from "../conversation.ts";
import type { People } from "../people/people.ts";
import type { Texts, Words } from "../texts.ts";

/** What a handler works with; made anew for each message. */
export interface CommandDeps {
  readonly control: Control;
  readonly people: People;
  readonly roster: Roster;
  readonly preferences: Preferences;
  readonly audit: Audit;
  readonly recentLog: RecentLog;
  /** Unset: nothing is known to be wrong with the chats. */
  readonly connections?: Pick<Connections, "rivals"> | undefined;
  readonly clock: Clock;
  readonly version: string;
  /** For answers in a language that was just chosen. */
  readonly texts: Texts;
  readonly settings: SettingsBook;
  /** What the desk waits to be typed. */
  readonly prompts: Prompts;
  /** Unset: no secret is configured, and no code is asked for. */
  readonly oneTimeCodes?: OneTimeCodes | undefined;
  readonly words: Words;
  /** The whole registry, for `/help`. */
  readonly commands: readonly Command[];
}

export type CommandGroup = "look" | "act" | "configure";

/** How a command is declared: one file and one line in the registry each. */
export interface CommandDefinition<S extends z.ZodObject> {
  /** Without slash, lower case. Its help is the text `command-NAME`, its usage the attribute `.usage`. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly group: CommandGroup;
  /** The least role that may use it. */
  readonly role: Role;
  /** What may follow the name, in this order. Fields come from `arguments.ts`, which knows how to read them. */
  readonly args: S;
  handle(conversation: Conversation, args: z.output<S>, deps: CommandDeps): Promise<readonly Card[]>;
}

/** A command of the registry; what its arguments are only it knows. */
export interface Command extends Omit<CommandDefinition<z.ZodObject>, "handle" | "args"> {
  readonly fields: readonly (readonly [name: string, schema: z.ZodType])[];
  /** Checks the arguments and answers. Throws `ZodError` when they do not fit the schema. */
  answer(
    conversation: Conversation,
    args: Readonly<Record<string, unknown>>,
    deps: CommandDeps,
  ): Promise<readonly Card[]>;
}

export function defineCommand<S extends z.ZodObject>(definition: CommandDefinition<S>): Command {
  const { args: schema, handle, ...rest } = definition;
  return {
    ...rest,
    fields: Object.entries(schema.shape).map(([name, field]) => [name, field as z.ZodType] as const),
    answer: async (conversation, args, deps) => handle(conversation, schema.parse(args), deps),
  };
}

export const noArguments = z.strictObject({});
