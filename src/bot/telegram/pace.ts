import type { Clock } from "../../engine/ports/clock.ts";

/** Telegram's own limits: about 1 message a second in a chat, 20 a minute in a group, 30 a second in all. */
const LIMITS = {
  chat: { burst: 3, everyMs: 1000 },
  group: { count: 20, steady: 15, withinMs: 60_000 },
  all: { count: 30, steady: 25, withinMs: 1000 },
} as const;

/** Chats remembered; one that was silent for a while is free anyway. */
const REMEMBERED = 1000;

/** Messages of one place: at most so many in any stretch of time of that length. */
interface Window {
  readonly count: number;
  /** How many of them deliveries may use up. */
  readonly steady: number;
  readonly withinMs: number;
  /** When the newest ones went, oldest first. */
  readonly times: number[];
}

interface ChatPace {
  /** Epoch ms at which the chat has had a second for each message that went to it. */
  freeAt: number;
  readonly group: Window | undefined;
}

/** When the next message may go to a chat. Messages over the limit would be refused by Telegram for much longer. */
export interface Pace {
  /** Ms until a message to the chat keeps to every limit, after a small burst; 0 when it may go now. */
  waitMs(chatId: string): number;
  /** The same without the burst, and with a rest in each limit: both are left to the answers people wait for. */
  steadyWaitMs(chatId: string): number;
  /** Counts a message to the chat. */
  count(chatId: string): void;
}

export function createPace(clock: Clock): Pace {
  const all: Window = { ...LIMITS.all, times: [] };
  const chats = new Map<string, ChatPace>();

  function paceOf(chatId: string): ChatPace {
    const known = chats.get(chatId);
    if (known !== undefined) return known;
    const group = chatId.startsWith("-") ? { ...LIMITS.group, times: [] } : undefined;
    const own: ChatPace = { freeAt: 0, group };
    chats.set(chatId, own);
    const [oldest] = chats.keys();
    if (chats.size > REMEMBERED && oldest !== undefined) chats.delete(oldest);
    return own;
  }

  function waitMs(chatId: string, steady: boolean): number {
    const now = clock.now();
    const { freeAt, group } = paceOf(chatId);
    const burst = steady ? 1 : LIMITS.chat.burst;
    const own = freeAt - now - (burst - 1) * LIMITS.chat.everyMs;
    const windows = group === undefined ? [all] : [all, group];
    return Math.max(0, own, ...windows.map((window) => waitOf(window, now, steady)));
  }

  return {
    waitMs: (chatId) => waitMs(chatId, false),
    steadyWaitMs: (chatId) => waitMs(chatId, true),
    count: (chatId) => {
      const now = clock.now();
      const own = paceOf(chatId);
      own.freeAt = Math.max(own.freeAt, now) + LIMITS.chat.everyMs;
      for (const window of [all, own.group]) if (window !== undefined) note(window, now);
    },
  };
}

function waitOf({ count, steady, withinMs, times }: Window, now: number, isSteady: boolean): number {
  const first = times.at(isSteady ? -steady : -count);
  return first === undefined ? 0 : first + withinMs - now;
}

function note({ count, times }: Window, now: number): void {
  times.push(now);
  if (times.length > count) times.shift();
}
