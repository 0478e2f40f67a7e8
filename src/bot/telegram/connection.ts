import { DeskError } from "../../engine/errors.ts";
import { telegramFault } from "./faults.ts";
import type { Menus } from "./menus.ts";
import { type PollLoopDeps, pollUpdates, waitAfter } from "./poll-loop.ts";
import type { TelegramWebhook } from "./webhook-server.ts";
import { setWebhook, watchWebhook } from "./webhook-watch.ts";

export interface ConnectionDeps extends PollLoopDeps {
  readonly menus: Menus;
  /** Unset: updates are fetched. */
  readonly webhook: TelegramWebhook | undefined;
}

/** The way to Telegram. */
export interface Connection {
  /**
   * Goes once, and says whether Telegram was reached. Throws `DeskError` `config-invalid` for a token that
   * Telegram refuses.
   */
  open(): Promise<boolean>;
  /** Takes updates until the signal aborts; where `open` did not reach Telegram, goes on trying first. */
  listen(isOpen: boolean): Promise<void>;
}

export function createConnection(deps: ConnectionDeps, signal: AbortSignal): Connection {
  const { bot, webhook, menus, work, rival, log, sleep } = deps;

  async function connect(): Promise<void> {
    bot.botInfo = await bot.api.getMe();
    // What waits at Telegram is kept on every change of the way.
    if (webhook === undefined) await bot.api.deleteWebhook();
    else await setWebhook(bot.api, webhook);
    await menus.publish();
    log.info({ bot: bot.botInfo.username }, "telegram is connected");
  }

  async function tryToConnect(failures: number): Promise<boolean> {
    try {
      await connect();
      return true;
    } catch (error) {
      const fault = telegramFault(error);
      if (fault.kind === "unauthorized" && failures === 0) throw tokenRefused();
      log.warn({ failures, ...fault }, "telegram cannot be reached");
      return false;
    }
  }

  async function connectLater(): Promise<void> {
    for (let failures = 1; !signal.aborted; failures += 1) {
      await sleep(waitAfter({ kind: "unreachable", reason: "" }, failures), signal);
      if (signal.aborted || (await tryToConnect(failures))) return;
    }
  }

  return {
    open: () => tryToConnect(0),
    async listen(isOpen) {
      if (!isOpen) await connectLater();
      if (signal.aborted) return;
      if (webhook === undefined) await pollUpdates({ bot, work, log, sleep, rival }, signal);
      else await watchWebhook({ api: bot.api, webhook, rival, log, sleep }, signal);
    },
  };
}

function tokenRefused(): DeskError {
  return new DeskError("config-invalid", { path: "TELEGRAM_BOT_TOKEN", problem: "refused" });
}
