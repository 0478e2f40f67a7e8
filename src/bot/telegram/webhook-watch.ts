import type { Api } from "grammy";
import type { Log } from "../log.ts";
import { telegramFault } from "./faults.ts";
import type { Sleep } from "./retry.ts";
import type { RivalWatch } from "./rival-watch.ts";
import { ALLOWED_UPDATES } from "./update-work.ts";
import type { TelegramWebhook } from "./webhook-server.ts";

export interface WebhookWatchDeps {
  readonly api: Api;
  readonly webhook: TelegramWebhook;
  readonly rival: RivalWatch;
  readonly log: Log;
  readonly sleep: Sleep;
}

const LOOK_EVERY_MS = 45_000;

/** Looks now and then whether the webhook still stands, and sets it again where another process took it away. */
export async function watchWebhook(deps: WebhookWatchDeps, signal: AbortSignal): Promise<void> {
  const { log, sleep } = deps;
  let reportedAt = 0;
  while (!signal.aborted) {
    await sleep(LOOK_EVERY_MS, signal);
    if (signal.aborted) return;
    try {
      reportedAt = await look(deps, reportedAt);
    } catch (error) {
      log.warn({ ...telegramFault(error) }, "the telegram webhook could not be looked at");
    }
  }
}

/** Answers the time of the newest delivery error that was noted, in Telegram's seconds. */
async function look({ api, webhook, rival, log }: WebhookWatchDeps, reportedAt: number): Promise<number> {
  const { url, last_error_date: at = 0, last_error_message: reason } = await api.getWebhookInfo();
  if (url === webhook.url) {
    await rival.calm();
  } else {
    log.error(
      {},
      "another process took the telegram webhook away: stop it, or make a new token at @BotFather",
    );
    await rival.conflict();
    await setWebhook(api, webhook);
  }
  if (at > reportedAt) log.warn({ reason }, "telegram could not reach the webhook");
  return Math.max(at, reportedAt);
}

/** What waits at Telegram is kept. */
export async function setWebhook(api: Api, { url, secret }: TelegramWebhook): Promise<void> {
  await api.setWebhook(url, { secret_token: secret, allowed_updates: ALLOWED_UPDATES });
}
