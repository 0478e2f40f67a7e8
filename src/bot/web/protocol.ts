import { z } from "zod";
import type { CardBlock } from "../card.ts";
import type { IssuedButton } from "../issued-card.ts";

/** Longest text a person can send, in characters: Telegram's limit, so that nothing works in one chat only. */
export const MAX_TEXT_LENGTH = 4096;

const requestId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/, "1 to 40 letters, digits or dashes");

const messageId = z.string().regex(/^\d{1,15}$/, "1 to 15 digits");

/** Everything a browser may send over the socket. */
export const ClientMessageSchema = z.discriminatedUnion("type", [
  /** First message: the last sequence the page has seen, 0 for a fresh page. */
  z.strictObject({ type: z.literal("hello"), after: z.int().min(0) }),
  z.strictObject({
    type: z.literal("text"),
    id: requestId,
    text: z.string().trim().min(1).max(MAX_TEXT_LENGTH),
  }),
  z.strictObject({
    type: z.literal("tap"),
    id: requestId,
    /** The message the button belongs to. */
    message: messageId,
    token: z.string().min(1).max(64),
  }),
  /** Asks for messages before the oldest one on the page. */
  z.strictObject({ type: z.literal("earlier"), before: messageId }),
]);

export type ClientMessage = z.infer<typeof ClientMessageSchema>;

/** A message as the page shows it. */
export interface MessageView {
  readonly id: string;
  readonly sequence: number;
  readonly at: number;
  readonly editedAt?: number;
  readonly silent: boolean;
  readonly imageUrl?: string;
  readonly said:
    | { readonly from: "person"; readonly text: string; readonly requestId: string }
    | {
        readonly from: "desk";
        readonly blocks: readonly CardBlock[];
        readonly buttons: readonly (readonly IssuedButton[])[];
      };
}

/** Why a message of the browser was not taken. The page has the words. */
export type RefusalReason = "malformed" | "too-fast" | "failed";

/** Everything the server sends over the socket. */
export type ServerMessage =
  | {
      readonly type: "welcome";
      /** The page's messages are out of date as a whole: forget them and show these. */
      readonly reset: boolean;
      readonly messages: readonly MessageView[];
      /** There are messages before these. Only meaningful with `reset`. */
      readonly more: boolean;
      readonly sequence: number;
      readonly busy: boolean;
      readonly commands: readonly { readonly name: string; readonly help: string }[];
      readonly locale: string;
      readonly timeZone: string;
    }
  /** New, or edited when its id is already on the page. */
  | { readonly type: "message"; readonly message: MessageView }
  | { readonly type: "earlier"; readonly messages: readonly MessageView[]; readonly more: boolean }
  /** The desk is working on an answer. */
  | { readonly type: "busy"; readonly busy: boolean }
  | { readonly type: "answer"; readonly id: string; readonly toast?: string; readonly alert: boolean }
  | {
      readonly type: "refused";
      readonly id?: string;
      readonly reason: RefusalReason;
      /** The field that is wrong and what it has to be, for `malformed`. */
      readonly detail?: string;
    }
  /** The person chose another language or zone: the page is to be loaded anew. */
  | { readonly type: "reader-changed" }
  /** Shows that the connection lives. */
  | { readonly type: "beat" };

/** Close code of a socket whose session has ended: sign in again. */
export const CLOSE_SIGNED_OUT = 4401;
/** Close code of a client that floods. */
export const CLOSE_FLOODED = 1008;
/** Close code when too many pages are open, or one does not keep up. */
export const CLOSE_OVERLOADED = 1013;
