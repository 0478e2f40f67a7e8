import type { CardsElsewhere, Conversation, DeskChat, Reader, TapAnswer } from "../conversation.ts";
import type { Log } from "../log.ts";
import type { ServerMessage } from "./protocol.ts";
import type { Tap, Thread } from "./thread.ts";
import { WEB_ADDRESS } from "./web-address.ts";

/** The person at this machine's own page. */
export const WEB_USER_ID = "web:local";

const ANSWER = { silent: true, isAnswer: true } as const;

type Reply = (message: ServerMessage) => void;

/**
 * Passes texts and taps on to the desk. Both return as soon as the desk has begun: `/panic` does not wait
 * behind a long `/scan`.
 */
export interface DeskDialog {
  hear(text: string, requestId: string, reply: Reply): Promise<void>;
  tap(tap: Tap, requestId: string, reply: Reply): Promise<void>;
  isBusy(): boolean;
  /** Resolves when nothing is being answered any more. */
  settle(): Promise<void>;
}

export interface DeskDialogOptions {
  readonly deskChat: DeskChat;
  readonly thread: Thread;
  readonly reader: () => Promise<Reader>;
  /** Name of the local admin in cards and the audit. */
  readonly userName: string;
  readonly tell: (message: ServerMessage) => void;
  /** Shows people elsewhere what a tap here decided about them. */
  readonly tellElsewhere: (cards: CardsElsewhere) => Promise<void>;
  readonly log: Log;
}

export function createDeskDialog(options: DeskDialogOptions): DeskDialog {
  const { deskChat, thread, tell, log } = options;
  const running = new Set<Promise<void>>();
  const conversation = async (): Promise<Conversation> => ({
    ...(await options.reader()),
    address: WEB_ADDRESS,
    actor: { userId: WEB_USER_ID, name: options.userName },
    role: "admin",
    isPrivate: true,
  });

  function begin(work: Promise<void>, requestId: string, reply: Reply): void {
    const done = work
      .catch((error: unknown) => {
        log.error({ error }, "the desk could not answer in the web chat");
        reply({ type: "refused", id: requestId, reason: "failed" });
      })
      .finally(() => {
        running.delete(done);
        if (running.size === 0) tell({ type: "busy", busy: false });
      });
    running.add(done);
    if (running.size === 1) tell({ type: "busy", busy: true });
  }

  async function answerText(text: string): Promise<void> {
    const asked = await conversation();
    for (const card of await deskChat.onText(asked, text)) await thread.post(card, ANSWER);
    await tellNewReader(asked);
  }

  /** The page's own words follow when the person chose another language or zone. */
  async function tellNewReader(before: Reader): Promise<void> {
    const { locale, timeZone } = await options.reader();
    if (locale !== before.locale || timeZone !== before.timeZone) tell({ type: "reader-changed" });
  }

  async function answerTap(tap: Tap): Promise<TapAnswer> {
    const asked = await conversation();
    const answer = await deskChat.onTap(asked, tap.token);
    await showAnswer(thread, tap, answer);
    if (answer.also !== undefined) await options.tellElsewhere(answer.also);
    await tellNewReader(asked);
    await answer.recorded;
    return answer;
  }

  const tapOnce = oncePerToken(answerTap);

  return {
    async hear(text, requestId, reply) {
      if (await thread.hear(text, requestId)) begin(answerText(text), requestId, reply);
    },
    async tap(tap, requestId, reply) {
      const answered = tapOnce(tap).then(({ toast, alert }) => {
        const base = { type: "answer", id: requestId, alert: alert ?? false } as const;
        reply(toast === undefined ? base : { ...base, toast });
      });
      begin(answered, requestId, reply);
    },
    isBusy: () => running.size > 0,
    async settle() {
      await Promise.all(running);
    },
  };
}

/** Taps of one token at the same moment (a double click, two tabs) are one tap with one answer. */
function oncePerToken(answerTap: (tap: Tap) => Promise<TapAnswer>): (tap: Tap) => Promise<TapAnswer> {
  const taps = new Map<string, Promise<TapAnswer>>();
  return (tap) => {
    const inFlight = taps.get(tap.token);
    if (inFlight !== undefined) return inFlight;
    const answer = answerTap(tap).finally(() => taps.delete(tap.token));
    taps.set(tap.token, answer);
    return answer;
  };
}

/** Puts what a tap brought in the place of the message that was tapped, or below. */
async function showAnswer(thread: Thread, tap: Tap, { card, updated, replace }: TapAnswer): Promise<void> {
  const isReplaced =
    card !== undefined && replace === true && (await thread.rewriteAnswer(tap, card, { keepImage: false }));
  if (isReplaced) return;
  if (updated !== undefined) await thread.rewriteAnswer(tap, updated, { keepImage: true });
  if (card !== undefined) await thread.post(card, ANSWER);
}
