import type { Api } from "grammy";
import type { Pace } from "./pace.ts";
import type { Sleep } from "./retry.ts";

/** Calls that Telegram counts as messages. */
const PACED: ReadonlySet<string> = new Set([
  "sendMessage",
  "sendPhoto",
  "editMessageText",
  "editMessageCaption",
  "editMessageMedia",
]);

/** Makes every message wait for its turn, so that Telegram need not refuse it. */
export function paceCalls(api: Api, pace: Pace, sleep: Sleep): void {
  api.config.use(async (call, method, payload, signal) => {
    const chatId = "chat_id" in payload ? String(payload.chat_id) : "";
    if (PACED.has(method)) {
      for (let wait = pace.waitMs(chatId); wait > 0; wait = pace.waitMs(chatId)) await sleep(wait);
      pace.count(chatId);
    }
    return call(method, payload, signal);
  });
}
