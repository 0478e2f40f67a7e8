import type { Clock } from "../../engine/ports/clock.ts";

/** Telegram's own limits: about 1 message a second in a chat, 20 a minute in a group, 30 a second in all. */
const LIMITS = {
  chat: { burst: 3, everyMs: 1000 },
  group: { burst: 20, everyMs: 3000 },
  all: { burst: 30, everyMs: 34 },
} as const;

/** Chats remembered; one that was silent for a while has a full bucket anyway. */
const REMEMBERED = 1000;

interface Bucket {
  readonly burst: number;
  readonly everyMs: number;
  /** Epoch ms at which the bucket is full again. */
  fullAt: number;
}

/** When the next message may go to a chat. Messages over the limit would be refused by Telegram for much longer. */
export interface Pace {
  /** Ms until a message to the chat keeps to every limit; 0 when it may go now. */
  waitMs(chatId: string): number;
  /** Counts a message to the chat. */
  count(chatId: string): void;
}

export function createPace(clock: Clock): Pace {
  const all: Bucket = { ...LIMITS.all, fullAt: 0 };
  const chats = new Map<string, readonly Bucket[]>();

  function bucketsOf(chatId: string): readonly Bucket[] {
    const known = chats.get(chatId);
    if (known !== undefined) return [...known, all];
    const isGroup = chatId.startsWith("-");
    const own = [LIMITS.chat, ...(isGroup ? [LIMITS.group] : [])].map((limit) => ({ ...limit, fullAt: 0 }));
    chats.set(chatId, own);
    const [oldest] = chats.keys();
    if (chats.size > REMEMBERED && oldest !== undefined) chats.delete(oldest);
    return [...own, all];
  }

  return {
    waitMs: (chatId) => {
      const now = clock.now();
      return Math.max(...bucketsOf(chatId).map((bucket) => waitOf(bucket, now)));
    },
    count: (chatId) => {
      const now = clock.now();
      for (const bucket of bucketsOf(chatId)) bucket.fullAt = Math.max(bucket.fullAt, now) + bucket.everyMs;
    },
  };
}

/** A bucket with room for one more has at most `burst - 1` messages to forget. */
function waitOf({ burst, everyMs, fullAt }: Bucket, now: number): number {
  return Math.max(0, fullAt - now - (burst - 1) * everyMs);
}
