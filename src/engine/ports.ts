/** The ports through which the layers meet. One file each below `ports/`; the most used are gathered here. */
export type { CandleStore } from "./ports/candle-store.ts";
export type { Chat, MessageRef, OutgoingMessage } from "./ports/chat.ts";
export type { Clock } from "./ports/clock.ts";
export type { Control } from "./ports/control.ts";
export type { Exchange } from "./ports/exchange.ts";
export type { Ledger } from "./ports/ledger.ts";
export type { MarketData, MarketEvent } from "./ports/market-data.ts";
export type { SettingsStore } from "./ports/settings-store.ts";
