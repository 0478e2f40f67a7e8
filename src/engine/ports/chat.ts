import type { Trade } from "../trade/trade.ts";
import type { DayReplayReport, ReplayedSetup } from "./day-replay.ts";
import type { SessionPicture } from "./pictures.ts";
import type { ScanReport } from "./scan-report.ts";
import type { SessionBrief } from "./session-brief.ts";

export type Platform = "telegram" | "discord" | "web" | "headless";

export interface ChatAddress {
  readonly platform: Platform;
  readonly chatId: string;
}

/** A message that was delivered and can be edited. */
export interface MessageRef extends ChatAddress {
  readonly messageId: string;
}

/** A text of the desk itself: key and values, written out at the chat edge. */
export interface NoticeContent {
  readonly key: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly silent: boolean;
  /** Drawn when it is delivered. */
  readonly picture?: SessionPicture;
  /** With it the notice is a card of its own. */
  readonly brief?: SessionBrief;
}

/** What a card shows, as facts; the bot writes the words and makes the buttons. */
export type CardContent =
  | { readonly kind: "trade"; readonly trade: Trade }
  /** The same in a few lines, as an answer to the card. */
  | { readonly kind: "trade-news"; readonly trade: Trade }
  | { readonly kind: "notice"; readonly notice: NoticeContent }
  | { readonly kind: "scan"; readonly report: ScanReport }
  /** A past day that is played, and a setup of it. */
  | { readonly kind: "replay"; readonly report: DayReplayReport }
  | { readonly kind: "replayed-setup"; readonly setup: ReplayedSetup };

export interface OutgoingMessage {
  readonly content: CardContent;
  /** Encoded PNG or JPEG. */
  readonly image?: Uint8Array;
  readonly silent: boolean;
}

/** A chat platform's outgoing half. */
export interface Chat {
  readonly platform: Platform;
  /** Throws `DeskError` with a `chat-…` code; `retryAfterMs` is set when the platform named a wait. */
  send(chatId: string, message: OutgoingMessage): Promise<MessageRef>;
  /** Replaces text, buttons and (when given) the image. An edit that changes nothing succeeds. */
  edit(ref: MessageRef, message: OutgoingMessage): Promise<void>;
  /** Answers a message, so that it rings where an edit makes no sound. Unset: an edit is enough. Throws as `send`. */
  answer?: ((ref: MessageRef, message: OutgoingMessage) => Promise<MessageRef>) | undefined;
}
