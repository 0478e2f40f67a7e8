import type { Bot } from "grammy";
import { BotError } from "grammy";
import type { Update } from "grammy/types";
import type { Log } from "../log.ts";
import { createLanes } from "./lanes.ts";
import type { Sleep } from "./retry.ts";

/** What the desk asks Telegram for; anything else never comes. */
export const ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"] as const;

/** Work that takes longer is confirmed unfinished, so that what comes after it need not wait. */
const PATIENCE_MS = 3000;
/** Ids of updates remembered, so that one that comes again is not handled again. */
const REMEMBERED = 5000;

/** Handles updates the same way however they come: by polling, or by webhook. */
export interface UpdateWork {
  /** Resolves when all are handled, or have taken so long that they may be confirmed unfinished. Never rejects. */
  handle(updates: readonly Update[]): Promise<void>;
  /** Resolves when nothing is handled any more, or after a while. */
  finish(): Promise<void>;
}

export interface UpdateWorkDeps {
  readonly bot: Bot;
  readonly log: Log;
  readonly sleep: Sleep;
}

export function createUpdateWork({ bot, log, sleep }: UpdateWorkDeps): UpdateWork {
  const lanes = createLanes(sleep);
  const known = new Map<number, Promise<void>>();

  /** Telegram hands an update out again whose confirmation it has not seen. */
  function once(update: Update): Promise<void> {
    const begun = known.get(update.update_id);
    if (begun !== undefined) return begun;
    const work = lanes.run(laneOf(update), () => handle(bot, update, log));
    known.set(update.update_id, work);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    return work;
  }

  return {
    handle: (updates) => lanes.patiently(Promise.all(updates.map(once)), PATIENCE_MS),
    finish: () => lanes.patiently(lanes.empty(), PATIENCE_MS),
  };
}

/** Texts of a chat stay in order; a tap does not wait behind them. */
function laneOf(update: Update): string {
  const chat = update.message?.chat ?? update.callback_query?.message?.chat;
  return `${chat?.id ?? "none"} ${update.callback_query === undefined ? "text" : "tap"}`;
}

/** The error boundary: one update that goes wrong is noted, and the next one is handled. */
async function handle(bot: Bot, update: Update, log: Log): Promise<void> {
  try {
    await bot.handleUpdate(update);
  } catch (error) {
    const cause = error instanceof BotError ? error.error : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    log.error({ updateId: update.update_id, reason }, "a telegram update could not be handled");
  }
}
