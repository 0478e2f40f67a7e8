import { DeskError } from "../../engine/errors.ts";
import type { ChatAddress, Platform } from "../../engine/ports/chat.ts";
import type { Preference, Preferences } from "../../engine/ports/preferences.ts";
import type { PersonKey, Roster } from "../../engine/ports/roster.ts";
import type { Reader, Role } from "../conversation.ts";

/** Somebody who may use the desk. */
export interface Person extends Reader {
  readonly platform: Platform;
  /** The platform's own id, never a user name: names can be given up and taken by others. */
  readonly id: string;
  readonly role: Role;
  readonly name?: string;
  /** Named in the boot configuration: the chat can neither revoke nor change the role. */
  readonly isOwner?: boolean;
}

/** Who may use the desk. Asked anew for every message and every tap, so that revoking works at the next one. */
export interface People {
  find(platform: Platform, id: string): Promise<Person | undefined>;
  ids(platform: Platform): Promise<readonly string[]>;
  /** Everyone, owners first. */
  list(): Promise<readonly Person[]>;
  /** In whose words something is written that the desk itself brings to a chat. */
  reader(address: ChatAddress): Promise<Reader>;
}

/** What was set from the chat. */
export interface KeptPeople {
  readonly roster: Pick<Roster, "find" | "members">;
  readonly preferences: Pick<Preferences, "read">;
}

/**
 * The people of the boot configuration, and those who were let in from the chat. Each reads as they have set it,
 * else as `reader`. Throws `DeskError` `config-invalid` for an id named twice.
 */
export function createPeople(owners: readonly Person[], reader: Reader, kept?: KeptPeople): People {
  const keyOf = ({ platform, id }: PersonKey) => `${platform}:${id}`;
  const byKey = new Map(owners.map((person) => [keyOf(person), { ...person, isOwner: true }]));
  if (byKey.size !== owners.length)
    throw new DeskError("config-invalid", { path: "people", problem: "twice" });
  const preferred = async (key: PersonKey) => readerOf((await kept?.preferences.read(key)) ?? {});
  const find = async (key: PersonKey): Promise<Person | undefined> => {
    const found = byKey.get(keyOf(key)) ?? (await kept?.roster.find(key));
    return found && { ...reader, ...person(found), ...(await preferred(key)) };
  };
  const list = async () => {
    const members = (await kept?.roster.members()) ?? [];
    const others = members.filter((member) => !byKey.has(keyOf(member)));
    return [...byKey.values(), ...others.map((member) => ({ ...reader, ...person(member) }))];
  };
  return {
    find: (platform, id) => find({ platform, id }),
    list,
    ids: async (platform) => (await list()).filter((one) => one.platform === platform).map(({ id }) => id),
    reader: async ({ platform, chatId }) => ({
      ...(byKey.get(keyOf({ platform, id: chatId })) ?? reader),
      ...(await preferred({ platform, id: chatId })),
    }),
  };
}

function person(found: Person | Awaited<ReturnType<Roster["members"]>>[number]): Omit<Person, keyof Reader> {
  const { platform, id, role, name } = found;
  const known = { platform, id, role, ...(name !== undefined && { name }) };
  return "isOwner" in found && found.isOwner === true ? { ...known, ...found } : known;
}

function readerOf({ locale, timeZone, brief }: Preference): Partial<Reader> {
  return {
    ...(locale !== undefined && { locale }),
    ...(timeZone !== undefined && { timeZone }),
    ...(brief !== undefined && { brief }),
  };
}
