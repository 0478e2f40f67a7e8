import type { Bot } from "grammy";
import { BotError } from "grammy";
import type { Update } from "grammy/types";
import type { Log } from "../log.ts";
import { type TelegramFault, telegramFault } from "./faults.ts";
import { createLanes } from "./lanes.ts";
import type { Sleep } from "./retry.ts";

export interface PollLoopDeps {
  readonly bot: Bot;
  readonly log: Log;
  readonly sleep: Sleep;
}

const LONG_POLL_SECONDS = 30;
/** Updates of one batch that take longer are confirmed unfinished, so that the others need not wait. */
const PATIENCE_MS = 3000;
const ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"] as const;

/** grammY names the same interface after a package of its own. */
type PollSignal = Parameters<Bot["api"]["getUpdates"]>[1];

/**
 * Fetches updates until the signal aborts. Each is delivered at least once: it is confirmed by the next fetch,
 * after it was handled. Nothing that Telegram or the network does ends the loop.
 */
export async function pollUpdates({ bot, log, sleep }: PollLoopDeps, signal: AbortSignal): Promise<void> {
  const lanes = createLanes(sleep);
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const updates = await bot.api.getUpdates(
        { offset, timeout: LONG_POLL_SECONDS, allowed_updates: ALLOWED_UPDATES },
        signal as unknown as PollSignal,
      );
      failures = 0;
      const work = updates.map((update) => lanes.run(laneOf(update), () => handle(bot, update, log)));
      await lanes.patiently(Promise.all(work), PATIENCE_MS);
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      const fault = telegramFault(error);
      report(log, fault, failures);
      await sleep(waitAfter(fault, failures), signal);
    }
  }
  await lanes.patiently(lanes.empty(), PATIENCE_MS);
  await confirm(bot, offset, log);
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

const SECOND_POLLER_WAIT_MS = 5000;
const NETWORK_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

export function waitAfter(fault: TelegramFault, failures: number): number {
  if (fault.kind === "rate-limited") return fault.retryAfterMs;
  const first = fault.kind === "second-poller" ? SECOND_POLLER_WAIT_MS : NETWORK_WAIT_MS;
  return Math.min(LONGEST_WAIT_MS, first * 2 ** Math.min(failures - 1, 10));
}

function report(log: Log, fault: TelegramFault, failures: number): void {
  if (fault.kind === "second-poller") {
    log.error(
      { failures },
      "another process fetches updates with the same telegram token: stop it, or make a new token at @BotFather",
    );
  } else if (fault.kind === "unauthorized") {
    log.error({ failures }, "telegram refuses the bot token: has it been revoked?");
  } else {
    log.warn({ failures, ...fault }, "telegram updates could not be fetched");
  }
}

/** What was handled must not come again at the next start. */
async function confirm(bot: Bot, offset: number, log: Log): Promise<void> {
  if (offset === 0) return;
  try {
    await bot.api.getUpdates({ offset, limit: 1, timeout: 0 });
  } catch (error) {
    log.warn({ ...telegramFault(error) }, "the last telegram updates could not be confirmed");
  }
}
