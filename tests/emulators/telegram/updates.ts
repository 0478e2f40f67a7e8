import type { Chats, StoredMessage } from "./chats.ts";

/** One update as `getUpdates` hands it out. */
export type Update = { readonly update_id: number } & Readonly<Record<string, unknown>>;

const NO_WAIT_MS = 0;

/** A message of the bot as the API shows it. */
export function asApiMessage(chats: Chats, message: StoredMessage) {
  const base = {
    message_id: message.id,
    date: message.date,
    chat: chats.reachable(message.chatId),
    from: { id: 1, is_bot: true, first_name: "Killzone", username: "killzone_bot" },
    ...(message.topicId !== undefined && { is_topic_message: true, message_thread_id: message.topicId }),
    ...(message.markup.inline_keyboard.length === 0 ? {} : { reply_markup: message.markup }),
  };
  if (message.photo === undefined) return { ...base, text: message.text, entities: message.entities };
  const photo = [{ file_id: `photo-${message.id}-${message.edits}`, width: 1280, height: 720 }];
  return { ...base, caption: message.text, caption_entities: message.entities, photo };
}

interface Waiting {
  readonly release: (outcome: "ready" | "conflict") => void;
}

/** The queue behind `getUpdates`: an update stays until a later offset confirms it. */
export class UpdateQueue {
  private pending: Update[] = [];
  private waiting: Waiting | undefined;
  private nextId = 1;
  /** How often somebody asked. */
  fetched = 0;
  /** The update that was added last. */
  newest: Update | undefined;
  /** When each callback query was handed out first, by its id; ms of the machine's own clock. */
  readonly handedOutMs = new Map<string, number>();

  add(content: Readonly<Record<string, unknown>>): Update {
    const update = { update_id: this.nextId, ...content };
    this.nextId += 1;
    this.newest = update;
    this.pending.push(update);
    this.waiting?.release("ready");
    return update;
  }

  /** Hands the same update out once more, as after a lost confirmation. */
  repeat(update: Update): void {
    this.pending.push(update);
    this.waiting?.release("ready");
  }

  /** Somebody's question is held until there is an answer. */
  get isWaitedFor(): boolean {
    return this.waiting !== undefined;
  }

  get unconfirmed(): number {
    return this.pending.length;
  }

  confirm(offset: number): void {
    this.fetched += 1;
    this.pending = this.pending.filter(({ update_id }) => update_id >= offset);
  }

  /** One update was taken by the webhook. */
  take(update: Update): void {
    this.pending = this.pending.filter((each) => each !== update);
  }

  read(limit: number, allowed: readonly string[]): readonly Update[] {
    const wanted = (update: Update) =>
      allowed.length === 0 || allowed.some((type) => Object.hasOwn(update, type));
    // What the bot did not ask for never reaches it.
    this.pending = this.pending.filter(wanted);
    return this.pending.slice(0, limit);
  }

  /** Notes that the updates are on their way to the bot. */
  handOut(updates: readonly Update[]): readonly Update[] {
    for (const { callback_query: query } of updates) {
      if (typeof query !== "object" || query === null || !("id" in query)) continue;
      const id = String(query.id);
      if (!this.handedOutMs.has(id)) this.handedOutMs.set(id, performance.now());
    }
    return updates;
  }

  /** Waits for an update. A second poller ends the first one's wait with a conflict. */
  async wait(timeoutMs: number): Promise<"ready" | "conflict"> {
    this.waiting?.release("conflict");
    if (timeoutMs === NO_WAIT_MS) return "ready";
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiting.release("ready"), timeoutMs);
      const waiting: Waiting = {
        release: (outcome) => {
          clearTimeout(timer);
          if (this.waiting === waiting) this.waiting = undefined;
          resolve(outcome);
        },
      };
      this.waiting = waiting;
    });
  }

  /** Ends a wait that nobody listens to any more. */
  endWait(): void {
    this.waiting?.release("ready");
  }
}
