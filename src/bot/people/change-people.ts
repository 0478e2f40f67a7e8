import type { ButtonAction } from "../../engine/ports/buttons.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { OneTimeCodes } from "../../engine/ports/one-time-codes.ts";
import type { Prompts } from "../../engine/ports/prompts.ts";
import type { Roster } from "../../engine/ports/roster.ts";
import type { Card } from "../card.ts";
import { commandButton, text, titled } from "../cards/list-card.ts";
import { roleName } from "../cards/names.ts";
import type { Conversation, TapAnswer } from "../conversation.ts";
import type { Texts, Words } from "../texts.ts";
import { askForCode } from "../typed/ask-for-code.ts";
import type { People } from "./people.ts";
import { nameOf } from "./people-cards.ts";

export interface PeopleDeps {
  readonly people: People;
  readonly roster: Roster;
  readonly prompts: Prompts;
  readonly clock: Clock;
  readonly texts: Texts;
  readonly words: Words;
  readonly oneTimeCodes?: OneTimeCodes | undefined;
}

export type PeopleAction = Extract<ButtonAction, { readonly type: "set-role" | "decide-newcomer" }>;

/** Gives or takes rights. What gives some needs a one-time code where a secret is configured. */
export async function changePeople(
  conversation: Conversation,
  action: PeopleAction,
  deps: PeopleDeps,
  confirmed = false,
): Promise<TapAnswer> {
  const gives = action.type === "set-role" ? action.role !== "none" : action.admit;
  if (gives && deps.oneTimeCodes !== undefined && !confirmed)
    return { card: await askForCode(conversation, action, deps), replace: true };
  return action.type === "set-role"
    ? setRole(conversation, action, deps)
    : decideNewcomer(conversation, action, deps);
}

async function setRole(
  { actor }: Conversation,
  { platform, id, role }: Extract<PeopleAction, { type: "set-role" }>,
  { people, roster, clock, words }: PeopleDeps,
): Promise<TapAnswer> {
  const person = await people.find(platform, id);
  if (person === undefined || person.isOwner === true) return { toast: words.say("roles-gone"), alert: true };
  const name = nameOf(person);
  if (role === "none") {
    await roster.remove(person);
    return done(words, words.say("roles-revoked", { name }));
  }
  await roster.save({ platform, id, name, role, since: clock.now(), by: actor });
  return done(words, words.say("roles-set", { name, role: roleName(words, role) }));
}

async function decideNewcomer(
  { actor }: Conversation,
  { platform, id, admit }: Extract<PeopleAction, { type: "decide-newcomer" }>,
  { people, roster, clock, texts, words }: PeopleDeps,
): Promise<TapAnswer> {
  const newcomer = await roster.takeNewcomer({ platform, id });
  if (newcomer === undefined) return { toast: words.say("newcomer-decided"), alert: true };
  const { name, role } = newcomer;
  const address = { platform, chatId: id };
  const theirs = texts.for(await people.reader(address));
  if (!admit) {
    const card = titled(theirs.say("newcomer-title"), [text(theirs.say("newcomer-refused-you"))]);
    return { ...done(words, words.say("newcomer-refused", { name })), also: [{ address, card }] };
  }
  await roster.save({ platform, id, name, role, since: clock.now(), by: actor });
  const welcome = titled(theirs.say("start-title"), [
    text(theirs.say("newcomer-welcome", { role: roleName(theirs, role) })),
  ]);
  return {
    ...done(words, words.say("newcomer-admitted", { name, role: roleName(words, role) })),
    also: [{ address, card: welcome }],
  };
}

function done(words: Words, line: string): TapAnswer {
  const card: Card = titled(
    words.say("roles-title"),
    [text(line)],
    [[commandButton(words.say("button-roles"), "/roles")]],
  );
  return { toast: line, card, replace: true };
}
