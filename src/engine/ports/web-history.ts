/** What a message of the web chat says; `body` is JSON text that only the web chat reads. */
export interface WebContent {
  readonly body: string;
  /** Encoded PNG or JPEG. In `replace`, leaving it out keeps the image that is there. */
  readonly image?: Uint8Array;
}

/** A message of the web chat as it is kept. */
export interface WebEntry {
  /** The sequence of its first writing as decimal digits: ids sort by age as numbers. */
  readonly id: string;
  /** Sequence of its last writing. Each `append` and `replace` in a chat takes the next number, from 1. */
  readonly sequence: number;
  /** Epoch ms of its first writing. */
  readonly at: number;
  /** Epoch ms of its last `replace`. */
  readonly editedAt?: number;
  readonly body: string;
  /** Sequence of the writing that brought the image; unset without one. */
  readonly imageSequence?: number;
}

/** A browser that signed in. */
export interface WebSession {
  /** `platform:id` of the person behind it. */
  readonly userId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/**
 * Messages and sign-ins of the web chat; both survive a restart. A chat keeps at least its newest 1,000
 * messages; an image goes with its message. Every method throws `DeskError` `store-unavailable`.
 */
export interface WebHistory {
  append(chatId: string, content: WebContent, at: number): Promise<WebEntry>;
  /** Rewrites a message in its place; `undefined` when it is not there (any more). */
  replace(chatId: string, id: string, content: WebContent, at: number): Promise<WebEntry | undefined>;
  find(chatId: string, id: string): Promise<WebEntry | undefined>;
  /** The newest `limit` messages, those before `beforeId` when given; oldest of them first. */
  newest(chatId: string, limit: number, beforeId?: string): Promise<readonly WebEntry[]>;
  /** Messages written or rewritten after `sequence`, lowest sequence first, at most `limit`. */
  since(chatId: string, sequence: number, limit: number): Promise<readonly WebEntry[]>;
  /** The last sequence given out in the chat; 0 in an empty one. */
  head(chatId: string): Promise<number>;
  image(chatId: string, id: string): Promise<Uint8Array | undefined>;
  /** `key` is a hash of the browser's secret, never the secret. May be dropped once expired. */
  saveSession(key: string, session: WebSession): Promise<void>;
  session(key: string): Promise<WebSession | undefined>;
  endSession(key: string): Promise<void>;
}
