import { GrammyError, HttpError } from "grammy";
import { DeskError } from "../../engine/errors.ts";

/** What Telegram's refusals mean for the desk. Its descriptions are the only way to tell some of them apart. */
export type TelegramFault =
  | { readonly kind: "unreachable"; readonly reason: string }
  | { readonly kind: "rate-limited"; readonly retryAfterMs: number }
  | { readonly kind: "unauthorized" }
  /** Another process fetches updates, or has them brought to a webhook. */
  | { readonly kind: "second-poller"; readonly byWebhook: boolean }
  | { readonly kind: "chat-gone"; readonly reason: string }
  | { readonly kind: "migrated"; readonly chatId: string }
  | { readonly kind: "message-gone" }
  | { readonly kind: "not-modified" }
  | { readonly kind: "other-form" }
  | { readonly kind: "query-too-old" }
  | { readonly kind: "refused"; readonly reason: string }
  /** Not from Telegram: a mistake of our own or of the desk. */
  | { readonly kind: "foreign"; readonly reason: string };

const DEFAULT_RETRY_SECONDS = 5;

const DESCRIPTIONS: readonly (readonly [
  RegExp,
  "not-modified" | "query-too-old" | "message-gone" | "other-form",
])[] = [
  [/message is not modified/i, "not-modified"],
  [/query is too old|query id is invalid/i, "query-too-old"],
  [
    /message to edit not found|message can't be edited|message_id_invalid|message to be replied/i,
    "message-gone",
  ],
  [/there is no (text|caption) in the message to edit/i, "other-form"],
];

/** Never carries the error itself on: what the network library says can hold the address with the bot's token. */
export function telegramFault(error: unknown): TelegramFault {
  if (error instanceof HttpError) return { kind: "unreachable", reason: networkReason(error.error) };
  if (!(error instanceof GrammyError)) return { kind: "foreign", reason: nameOf(error) };
  const { error_code: code, description, parameters } = error;
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: "migrated", chatId: String(parameters.migrate_to_chat_id) };
  }
  if (code === 429) {
    return { kind: "rate-limited", retryAfterMs: (parameters.retry_after ?? DEFAULT_RETRY_SECONDS) * 1000 };
  }
  if (code === 401 || code === 404) return { kind: "unauthorized" };
  if (code === 409) return { kind: "second-poller", byWebhook: /webhook is active/i.test(description) };
  if (code >= 500) return { kind: "unreachable", reason: `status ${code}` };
  if (code === 403 || /chat not found|message thread not found/i.test(description))
    return { kind: "chat-gone", reason: description };
  const known = DESCRIPTIONS.find(([form]) => form.test(description));
  return known === undefined ? { kind: "refused", reason: description } : { kind: known[1] };
}

/** The fault in the words of the `Chat` port. */
export function deskError(fault: TelegramFault): DeskError {
  switch (fault.kind) {
    case "rate-limited":
      return new DeskError("chat-rate-limited", {}, { retryAfterMs: fault.retryAfterMs });
    case "unreachable":
      return new DeskError("chat-unreachable", { reason: fault.reason });
    case "second-poller":
    case "unauthorized":
      return new DeskError("chat-unreachable", { reason: fault.kind });
    case "chat-gone":
      return new DeskError("chat-gone", { reason: fault.reason });
    case "migrated":
      return new DeskError("chat-gone", { reason: "migrated", chatId: fault.chatId });
    case "message-gone":
      return new DeskError("chat-message-gone");
    case "refused":
    case "foreign":
      return new DeskError("chat-refused", { reason: fault.reason });
    case "not-modified":
    case "other-form":
    case "query-too-old":
      return new DeskError("chat-refused", { reason: fault.kind });
  }
}

function networkReason(cause: unknown): string {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : nameOf(cause);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
