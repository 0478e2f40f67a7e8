import type { Audit, AuditedAct } from "../engine/ports/audit.ts";
import type { Clock } from "../engine/ports/clock.ts";
import type { Conversation, DeskChat } from "./conversation.ts";
import type { Log } from "./log.ts";

/** What follows `/live` is a one-time code, which no record may hold. */
const CODE = /^([\s/]*live(?:@\S+)?\s).*$/isu;
/** Digits alone answer the question for a one-time code, which no record may hold. */
const LONE_DIGITS = /^[\d\s]{6,9}$/u;
/** Longer texts are no commands. */
const MAX_TEXT = 500;

/**
 * The chat with a record of every command and tap. A tap's token is a secret and is not recorded, only what was
 * answered. What cannot be recorded is answered all the same: acts on trades are recorded where they are committed.
 */
export function createAuditedChat(deskChat: DeskChat, audit: Audit, clock: Clock, log: Log): DeskChat {
  const record = async ({ actor, address }: Conversation, kind: AuditedAct["kind"], text: string) => {
    const act = { kind, at: clock.now(), by: actor, ...address, text: text.slice(0, MAX_TEXT) };
    await audit.record(act).catch((error: unknown) => log.error({ error }, "an act was not recorded"));
  };
  return {
    ...deskChat,
    onText: async (conversation, text) => {
      await record(conversation, "command", LONE_DIGITS.test(text) ? "***" : text.replace(CODE, "$1***"));
      return deskChat.onText(conversation, text);
    },
    onTap: async (conversation, token) => {
      const answer = await deskChat.onTap(conversation, token);
      return { ...answer, recorded: record(conversation, "tap", answer.toast ?? "") };
    },
  };
}
