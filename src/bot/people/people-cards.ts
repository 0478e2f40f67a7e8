import { MEMBER_ROLES, type Newcomer } from "../../engine/ports/roster.ts";
import type { Card, CardButton } from "../card.ts";
import { commandButton, inRows, note, text, titled } from "../cards/list-card.ts";
import { roleName } from "../cards/names.ts";
import { pageNote, pageOf, turnButtons } from "../cards/pages.ts";
import type { Words } from "../texts.ts";
import type { Person } from "./people.ts";

/** Everyone who may use the desk, and guests who wait. */
export function rosterCard(
  words: Words,
  people: readonly Person[],
  newcomers: readonly Newcomer[],
  page: number,
): Card {
  const shown = pageOf(people, page);
  const rows = shown.items.map(({ item }) => [nameOf(item), roleText(words, item)] as const);
  const buttons = shown.items
    .filter(({ item }) => item.isOwner !== true)
    .map(({ item }) => commandButton(nameOf(item), `/roles ${item.platform}:${item.id}`));
  return titled(
    words.say("roles-title"),
    [
      { kind: "facts", rows },
      ...pageNote(words, shown),
      ...newcomers.map((one) =>
        text(words.say("newcomer-waits", { name: one.name, id: one.id, role: roleName(words, one.role) })),
      ),
    ],
    [
      ...newcomers.map((one) => decisionButtons(words, one)),
      ...inRows(buttons, 2),
      [...turnButtons(words, shown, "/roles"), commandButton(words.say("button-invite"), "/invite")],
    ],
  );
}

/** One person who was let in from the chat, with every role they could have. */
export function memberCard(words: Words, person: Person): Card {
  const { platform, id } = person;
  const roles = MEMBER_ROLES.filter((role) => role !== person.role).map(
    (role): CardButton => ({
      label: roleName(words, role),
      action: { type: "set-role", platform, id, role },
    }),
  );
  const revoke: CardButton = {
    label: words.say("button-revoke"),
    action: { type: "set-role", platform, id, role: "none" },
    style: "danger",
  };
  return titled(
    nameOf(person),
    [
      {
        kind: "facts",
        rows: [
          [words.say("whoami-id"), `${platform}:${id}`],
          [words.say("whoami-role"), roleText(words, person)],
        ],
      },
      ...(person.isOwner === true ? [note(words.say("roles-owner-fixed"))] : []),
    ],
    [
      ...(person.isOwner === true ? [] : [roles, [revoke]]),
      [commandButton(words.say("button-back"), "/roles")],
    ],
  );
}

/** Asks an admin whether the guest may come in. */
export function newcomerCard(words: Words, newcomer: Newcomer): Card {
  const { name, id, invitedBy } = { ...newcomer, invitedBy: newcomer.by.name };
  return titled(
    words.say("newcomer-title"),
    [
      text(words.say("newcomer-waits", { name, id, role: roleName(words, newcomer.role) })),
      note(words.say("newcomer-invited", { name: invitedBy })),
    ],
    [decisionButtons(words, newcomer)],
  );
}

function decisionButtons(words: Words, { platform, id, name }: Newcomer): readonly CardButton[] {
  return [
    {
      label: words.say("button-admit", { name }),
      action: { type: "decide-newcomer", platform, id, admit: true },
      style: "primary",
    },
    { label: words.say("button-refuse"), action: { type: "decide-newcomer", platform, id, admit: false } },
  ];
}

export function nameOf({ name, platform, id }: Pick<Person, "name" | "platform" | "id">): string {
  return name ?? `${platform}:${id}`;
}

function roleText(words: Words, { role, isOwner = false }: Person): string {
  return isOwner ? words.say("roles-owner", { role: roleName(words, role) }) : roleName(words, role);
}
