import type { CardContent, ChatAddress } from "../engine/ports/chat.ts";
import type { Actor } from "../engine/trade/trade.ts";
import type { Card } from "./card.ts";

export const ROLES = ["viewer", "trader", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** For whom words are written. */
export interface Reader {
  /** BCP 47 tag of the texts. */
  readonly locale: string;
  /** IANA zone of the reader. */
  readonly timeZone: string;
}

/** Who speaks, where, and how to answer. Made by a platform after its access check, for each update anew. */
export interface Conversation extends Reader {
  readonly address: ChatAddress;
  readonly actor: Actor;
  readonly role: Role;
  /** Nobody but the person can read along. Unset: others may. */
  readonly isPrivate?: boolean;
}

/** Answer to a tap: a short text at the button and, when something is to be shown, a card. */
export interface TapAnswer {
  readonly toast?: string;
  readonly alert?: boolean;
  readonly card?: Card;
  /** `card` takes the place of the tapped one, where that was itself an answer and the platform can do it. */
  readonly replace?: boolean;
  /** How the tapped card looks now, for copies that the desk does not keep up to date by itself. */
  readonly updated?: Card;
}

/** The chat without a platform: text and taps in, cards out. Built once by `createDeskChat`. */
export interface DeskChat {
  onText(conversation: Conversation, text: string): Promise<readonly Card[]>;
  onTap(conversation: Conversation, token: string): Promise<TapAnswer>;
  /** The card of something the desk itself brings up (a signal, an alert), in the reader's words. */
  card(content: CardContent, reader: Reader): Card;
  /** Whether the desk waits for this person to type something here. */
  awaits(conversation: Conversation): Promise<boolean>;
  /** Command names with their help, for menus and completion. */
  commands(locale: string): readonly { readonly name: string; readonly help: string }[];
}
