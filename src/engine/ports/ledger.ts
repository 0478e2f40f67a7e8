import type { Trade, TradeState } from "../trade/trade.ts";
import type { TradeEvent } from "../trade/trade-event.ts";
import type { MessageRef, NoticeContent } from "./chat.ts";

/** A card that must be brought to its chats. The row is written in the same step as what it tells. */
export interface OutboxRow {
  readonly id: string;
  readonly createdAt: number;
  readonly body: OutboxBody;
}

export type OutboxBody =
  /** Show the trade as it is now: post its card where it is missing, edit it where it stands. */
  | { readonly kind: "trade"; readonly tradeId: string; readonly loud: boolean }
  /** One text to every subscribed chat. */
  | { readonly kind: "notice"; readonly notice: NoticeContent };

export type CommitOutcome =
  | { readonly status: "committed"; readonly trade: Trade }
  /** This operation id was committed before; nothing was written again. */
  | { readonly status: "repeated"; readonly trade: Trade }
  /** Somebody else was faster; nothing was written. `trade` is what stands now. */
  | { readonly status: "conflict"; readonly trade: Trade };

export interface Transition {
  readonly tradeId: string;
  /** The version that the transition was decided on. */
  readonly expectedVersion: number;
  /** Names this operation: the same id twice is the same operation. */
  readonly operationId: string;
  readonly events: readonly TradeEvent[];
  /** The trade after the events, `version` one above `expectedVersion`. */
  readonly next: Trade;
  readonly outbox: readonly OutboxBody[];
}

/** The truth about trades. Every write is one atomic step; a returned promise means it is on disk. */
export interface Ledger {
  /** Writes a new trade (`proposed` or `denied`) with its cards. `false` when a trade with this id exists. */
  create(trade: Trade, outbox: readonly OutboxBody[]): Promise<boolean>;
  commit(transition: Transition): Promise<CommitOutcome>;
  load(tradeId: string): Promise<Trade | undefined>;
  events(tradeId: string): Promise<readonly TradeEvent[]>;
  /** Every trade that is in one of the states, oldest first. */
  inState(states: readonly TradeState[]): Promise<readonly Trade[]>;
  /** Trades that were closed at or after `sinceMs`, oldest first. */
  closedSince(sinceMs: number): Promise<readonly Trade[]>;
  /** Trades approved at or after `sinceMs`, whatever became of them. */
  approvedSince(sinceMs: number): Promise<readonly Trade[]>;
  /** The newest `limit` trades of any state, newest first. */
  newest(limit: number): Promise<readonly Trade[]>;
  countByState(): Promise<Readonly<Record<TradeState, number>>>;

  /** Adds a notice to the outbox; the same `operationId` adds it once. */
  post(operationId: string, notice: NoticeContent, at: number): Promise<void>;
  /** Rows not settled yet, oldest first. */
  pendingOutbox(limit: number): Promise<readonly OutboxRow[]>;
  outboxRow(id: string): Promise<OutboxRow | undefined>;
  /** Nothing is left to do for the row; the messages that were remembered under its id are forgotten. */
  settleOutbox(id: string): Promise<void>;

  /**
   * Remembers that a message shows `version` of the trade (it is replaced when it stands already), or, under the
   * id of an outbox row, that it told what the row is about.
   */
  rememberCard(tradeId: string, ref: MessageRef, version: number): Promise<void>;
  cards(tradeId: string): Promise<readonly { readonly ref: MessageRef; readonly version: number }[]>;

  /** A small named value that must survive restarts (cursors, pause state, the day's first balance). */
  readMark(name: string): Promise<string | undefined>;
  writeMark(name: string, value: string): Promise<void>;
  /** Writes the value only where `expected` stands (empty: nothing was written yet). `false` when it does not. */
  swapMark(name: string, expected: string, value: string): Promise<boolean>;
}
