import { Composer, type Context } from "grammy";
import type { CallbackQuery } from "grammy/types";
import { DeskError } from "../../engine/errors.ts";
import { text } from "../cards/list-card.ts";
import type { Conversation, TapAnswer } from "../conversation.ts";
import { admit } from "./access.ts";
import type { HandlerDeps } from "./handler-deps.ts";
import { withRetries } from "./retry.ts";
import { tellOthers } from "./tell-others.ts";

/** After this long the button stops waiting; the answer comes as a message when it is there. */
const PATIENCE_MS = 3000;
const MAX_TOAST = 200;

/** Buttons people tap: every tap is answered, whatever becomes of it. */
export function tapHandler(deps: HandlerDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("callback_query:data", async (context) => {
    const { callbackQuery: query } = context;
    const { chat } = query.message ?? {};
    const conversation =
      chat === undefined ? undefined : await admit(deps.people, query.from, chat, query.message);
    if (conversation === undefined) {
      await refuse(deps, context);
      return;
    }
    await answerTap(deps, context, query, conversation);
  });
  return composer;
}

async function refuse(deps: HandlerDeps, context: Context): Promise<void> {
  const { from } = context;
  deps.log.warn({ userId: from?.id }, "a telegram user who is not on the allow-list tapped a button");
  const reader = await deps.people.reader({ platform: "telegram", chatId: String(from?.id) });
  const toast = deps.texts.for(reader).say("telegram-refused-tap");
  await release(deps, context, { toast, alert: true });
}

async function answerTap(
  deps: HandlerDeps,
  context: Context,
  query: CallbackQuery & { readonly data: string },
  conversation: Conversation,
): Promise<void> {
  const work = deps.deskChat.onTap(conversation, query.data);
  const inTime = await within(work, deps);
  if (inTime === undefined) await release(deps, context, {});
  const answer = await work;
  const seen = inTime !== undefined && (await release(deps, context, answer));
  await show(deps, conversation, query.message?.message_id ?? 0, seen ? omitToast(answer) : answer);
  await answer.recorded;
}

function omitToast({ toast: _seen, ...rest }: TapAnswer): TapAnswer {
  return rest;
}

/** The answer, or nothing when it takes too long. */
async function within(work: Promise<TapAnswer>, { sleep }: HandlerDeps): Promise<TapAnswer | undefined> {
  const stop = new AbortController();
  const late = sleep(PATIENCE_MS, stop.signal).then(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    stop.abort();
  }
}

/** Ends the wait at the button; `true` when the person has seen all of the toast there. */
async function release(
  { sleep, log }: HandlerDeps,
  context: Context,
  { toast = "", alert = false }: TapAnswer,
): Promise<boolean> {
  const fits = toast.length <= MAX_TOAST;
  const shown = fits && toast !== "" ? { text: toast, show_alert: alert } : {};
  try {
    await withRetries(() => context.answerCallbackQuery(shown), sleep);
    return fits;
  } catch (error) {
    // A query that is too old is nobody's fault: after a restart they come in numbers.
    const reason = error instanceof DeskError ? error.args.reason : undefined;
    if (reason !== "query-too-old") log.warn({ reason }, "a telegram tap could not be acknowledged");
    return false;
  }
}

async function show(
  { answers, log }: HandlerDeps,
  { address }: Conversation,
  messageId: number,
  { toast, card, updated, replace, also }: TapAnswer,
): Promise<void> {
  if (toast !== undefined && card === undefined) {
    await answers.send(address, { blocks: [text(toast)], buttons: [] });
  }
  const place = replace === true ? card : updated;
  const placed = place !== undefined && (await answers.redraw(address, messageId, place));
  if (card !== undefined && !(placed && place === card)) await answers.send(address, card);
  await tellOthers(answers, log, also ?? []);
}
