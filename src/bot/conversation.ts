import type { CardContent, ChatAddress } from "../engine/ports/chat.ts";
import type { Reader } from "../engine/ports/phrases.ts";
import { MEMBER_ROLES, type MemberRole, type PersonKey } from "../engine/ports/roster.ts";
import type { Actor } from "../engine/trade/trade.ts";
import type { Card } from "./card.ts";

export const ROLES = MEMBER_ROLES;
export type Role = MemberRole;

export type { Reader };

/** Who speaks, where, and how to answer. Made by a platform after its access check, for each update anew. */
export interface Conversation extends Reader {
  readonly address: ChatAddress;
  readonly actor: Actor;
  readonly role: Role;
  /** Nobody but the person can read along. Unset: others may. */
  readonly isPrivate?: boolean;
  /** Name of the bot on its platform, for links to it. */
  readonly botName?: string;
}

/** Cards for people in other chats. */
export type CardsElsewhere = readonly { readonly address: ChatAddress; readonly card: Card }[];

/** Answer to a tap: a short text at the button and, when something is to be shown, a card. */
export interface TapAnswer {
  readonly toast?: string;
  readonly alert?: boolean;
  readonly card?: Card;
  /** `card` takes the place of the tapped one, where that was itself an answer and the platform can do it. */
  readonly replace?: boolean;
  /** How the tapped card looks now, for copies that the desk does not keep up to date by itself. */
  readonly updated?: Card;
  /** What other chats are to be shown because of it. */
  readonly also?: CardsElsewhere;
  /** Resolves when the tap is on record. The person need not wait for it; the platform's confirmation does. */
  readonly recorded?: Promise<void>;
}

/** Somebody the desk does not know, with the code of an invitation. */
export interface Guest extends PersonKey {
  readonly name: string;
}

/** What became of an invitation. */
export interface JoinAnswer {
  readonly status: "waits" | "refused";
  /** For the guest. */
  readonly card: Card;
  /** For each admin, in their words. */
  readonly admins: CardsElsewhere;
}

/** The chat without a platform: text and taps in, cards out. Built once by `createDeskChat`. */
export interface DeskChat {
  onText(conversation: Conversation, text: string): Promise<readonly Card[]>;
  onTap(conversation: Conversation, token: string): Promise<TapAnswer>;
  /** A guest comes with what follows `/start` in an invitation's link. */
  onGuest(guest: Guest, payload: string): Promise<JoinAnswer>;
  /** The card of something the desk itself brings up (a signal, an alert), in the reader's words. */
  card(content: CardContent, reader: Reader): Card;
  /** Whether the desk waits for this person to type something here. */
  awaits(conversation: Conversation): Promise<boolean>;
  /** Names of the commands that a role may use with their help, for menus and completion. Default: every command. */
  commands(locale: string, role?: Role): readonly { readonly name: string; readonly help: string }[];
}
