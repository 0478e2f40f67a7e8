import type { Actor } from "../trade/trade.ts";
import type { Platform } from "./chat.ts";

/** What somebody may do; each may do what those before may. */
export const MEMBER_ROLES = ["viewer", "trader", "admin"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Somebody on a platform, by the platform's own id, never a user name: names can be given up and taken by others. */
export interface PersonKey {
  readonly platform: Platform;
  readonly id: string;
}

/** Somebody who was let in from the chat. Owners stand in the boot configuration instead. */
export interface Member extends PersonKey {
  readonly name: string;
  readonly role: MemberRole;
  /** Epoch ms at which the role was given, and by whom. */
  readonly since: number;
  readonly by: Actor;
}

/** An invitation that waits for its guest. */
export interface Invite {
  readonly role: MemberRole;
  readonly by: Actor;
}

/** A guest with an invitation, whom an admin has to let in. */
export interface Newcomer extends PersonKey, Invite {
  readonly name: string;
  readonly at: number;
}

/** Who may use the desk beside its owners. Throws `DeskError` `store-unavailable`. */
export interface Roster {
  members(): Promise<readonly Member[]>;
  find(person: PersonKey): Promise<Member | undefined>;
  save(member: Member): Promise<void>;
  remove(person: PersonKey): Promise<void>;
  /** `key` is a hash of the invitation's code, never the code. */
  invite(key: string, invite: Invite, ttlMs: number): Promise<void>;
  /** The invitation behind the key, which is used up by it. */
  takeInvite(key: string): Promise<Invite | undefined>;
  addNewcomer(newcomer: Newcomer): Promise<void>;
  newcomers(): Promise<readonly Newcomer[]>;
  /** The newcomer, who then waits no more: of two admins one gets them. */
  takeNewcomer(person: PersonKey): Promise<Newcomer | undefined>;
}
