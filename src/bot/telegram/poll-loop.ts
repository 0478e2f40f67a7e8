import type { Bot } from "grammy";
import type { Log } from "../log.ts";
import { type TelegramFault, telegramFault } from "./faults.ts";
import type { Sleep } from "./retry.ts";
import type { RivalWatch } from "./rival-watch.ts";
import { ALLOWED_UPDATES, type UpdateWork } from "./update-work.ts";

export interface PollLoopDeps {
  readonly bot: Bot;
  readonly work: UpdateWork;
  readonly rival: RivalWatch;
  readonly log: Log;
  readonly sleep: Sleep;
}

const LONG_POLL_SECONDS = 30;

/** grammY names the same interface after a package of its own. */
type PollSignal = Parameters<Bot["api"]["getUpdates"]>[1];

/**
 * Fetches updates until the signal aborts. Each is delivered at least once: it is confirmed by the next fetch,
 * after it was handled. Nothing that Telegram or the network does ends the loop.
 */
export async function pollUpdates(
  { bot, work, rival, log, sleep }: PollLoopDeps,
  signal: AbortSignal,
): Promise<void> {
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const updates = await bot.api.getUpdates(
        { offset, timeout: LONG_POLL_SECONDS, allowed_updates: ALLOWED_UPDATES },
        signal as unknown as PollSignal,
      );
      failures = 0;
      await rival.calm();
      await work.handle(updates);
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      const fault = telegramFault(error);
      report(log, fault, failures);
      if (fault.kind === "second-poller") await rival.conflict();
      if (fault.kind === "second-poller" && fault.byWebhook) await deleteWebhook(bot, log);
      await sleep(waitAfter(fault, failures), signal);
    }
  }
  await work.finish();
  await confirm(bot, offset, log);
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

/** One that was left behind would keep the desk from fetching for ever. */
async function deleteWebhook(bot: Bot, log: Log): Promise<void> {
  try {
    await bot.api.deleteWebhook();
  } catch (error) {
    log.warn({ ...telegramFault(error) }, "a telegram webhook could not be deleted");
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
