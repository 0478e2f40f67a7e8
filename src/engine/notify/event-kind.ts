import type { CardContent } from "../ports/chat.ts";
import type { TradeState } from "../trade/trade.ts";

/** What a chat can be told of, as people choose it with `/notify`. */
export const EVENT_KINDS = ["signals", "denied", "trades", "sessions", "desk", "warnings"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const LOUDNESSES = ["on", "silent", "off"] as const;
/** `on`: as loud as the desk sends it. */
export type Loudness = (typeof LOUDNESSES)[number];

/** Notices about the desk's own course; every other one that is not about sessions warns of something. */
const DESK_NOTICES: ReadonlySet<string> = new Set([
  "notice-desk-started",
  "notice-paused",
  "notice-resumed",
  "notice-market-back",
  "notice-rival-gone",
  "notice-rule-on",
  "notice-rule-off",
  "notice-symbols-listed",
  "notice-symbols-delisted",
]);

const SESSION_NOTICE = /^notice-session/;

/** The kind of what a message tells. */
export function eventKind(content: CardContent): EventKind {
  switch (content.kind) {
    case "trade":
    case "trade-news":
      return tradeKind(content.trade.state);
    case "notice":
      return noticeKind(content.notice.key);
    case "scan":
    case "replay":
    case "replayed-setup":
      return "signals";
  }
}

function noticeKind(key: string): EventKind {
  if (SESSION_NOTICE.test(key)) return "sessions";
  return DESK_NOTICES.has(key) ? "desk" : "warnings";
}

function tradeKind(state: TradeState): EventKind {
  switch (state) {
    case "proposed":
    case "skipped":
    case "expired":
      return "signals";
    case "denied":
      return "denied";
    default:
      return "trades";
  }
}
