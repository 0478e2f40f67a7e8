import { DeskError } from "../engine/errors.ts";
import type { ChatAddress, Platform } from "../engine/ports/chat.ts";
import type { Reader, Role } from "./conversation.ts";

/** Somebody who may use the desk. */
export interface Person extends Reader {
  readonly platform: Platform;
  /** The platform's own id, never a user name: names can be given up and taken by others. */
  readonly id: string;
  readonly role: Role;
}

/** Who may use the desk. Asked anew for every message and every tap, so that revoking works at the next one. */
export interface People {
  find(platform: Platform, id: string): Promise<Person | undefined>;
  ids(platform: Platform): Promise<readonly string[]>;
  /** In whose words something is written that the desk itself brings to a chat. */
  reader(address: ChatAddress): Promise<Reader>;
}

/** People from a list, as boot configuration has it. Throws `DeskError` `config-invalid` for an id named twice. */
export function createPeople(people: readonly Person[], reader: Reader): People {
  const keyOf = (platform: Platform, id: string) => `${platform}:${id}`;
  const byKey = new Map(people.map((person) => [keyOf(person.platform, person.id), person]));
  if (byKey.size !== people.length)
    throw new DeskError("config-invalid", { path: "people", problem: "twice" });
  return {
    find: async (platform, id) => byKey.get(keyOf(platform, id)),
    ids: async (platform) => people.filter((person) => person.platform === platform).map(({ id }) => id),
    reader: async ({ platform, chatId }) => byKey.get(keyOf(platform, chatId)) ?? reader,
  };
}
