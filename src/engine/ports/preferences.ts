import type { EventKind, Loudness } from "../notify/event-kind.ts";
import type { Grade } from "../signal.ts";
import type { PersonKey } from "./roster.ts";

/** Which trades a chat wants; what is not named is not looked at. */
export interface Wanted {
  readonly symbols?: readonly string[];
  readonly strategies?: readonly string[];
  /** This grade and better ones. */
  readonly grade?: Grade;
}

/** How a person (or a group, under its chat id) wants to be told things. What is unset is as by default. */
export interface Preference {
  readonly locale?: string;
  /** IANA zone. */
  readonly timeZone?: string;
  /** Local times `HH:MM` between which nothing rings; `from` may be later than `to`. */
  readonly quiet?: { readonly from: string; readonly to: string };
  /** Epoch ms until which nothing rings. */
  readonly mutedUntil?: number;
  /** Cards without scores and reasons. */
  readonly brief?: boolean;
  readonly notify?: { readonly [K in EventKind]?: Loudness };
  readonly wanted?: Wanted;
}

/** Preferences of people and chats. In a private chat both are one: its id is the person's. */
export interface Preferences {
  /** Empty when nothing was set. */
  read(key: PersonKey): Promise<Preference>;
  /** Changes what is named; `undefined` brings the default back. */
  change(key: PersonKey, patch: PreferencePatch): Promise<Preference>;
  /** A chat got another id; what it wanted goes with it. */
  move(from: PersonKey, to: PersonKey): Promise<void>;
}

export type PreferencePatch = { readonly [K in keyof Preference]?: Preference[K] | undefined };
