import type { Redis } from "ioredis";
import type { Ledger } from "../engine/ports/ledger.ts";
import { CardMarks } from "./card-marks.ts";
import type { Keys } from "./keys.ts";
import { OutboxRows } from "./outbox-rows.ts";
import { TradeRecords } from "./trade-records.ts";

/**
 * The ledger in Redis. Throws `DeskError`: `store-unavailable` while Redis is away (whether a write was carried
 * out is then unknown; the same operation id can be sent again), `store-corrupt` naming the key when something
 * stored is not what the ledger writes.
 */
export function createRedisLedger(redis: Redis, keys: Keys): Ledger {
  const trades = new TradeRecords(redis, keys);
  const outbox = new OutboxRows(redis, keys);
  const cards = new CardMarks(redis, keys);
  return {
    create: (trade, rows) => trades.create(trade, rows),
    commit: (transition) => trades.commit(transition),
    load: (tradeId) => trades.load(tradeId),
    events: (tradeId) => trades.events(tradeId),
    inState: (states) => trades.inState(states),
    closedSince: (sinceMs) => trades.closedSince(sinceMs),
    approvedSince: (sinceMs) => trades.approvedSince(sinceMs),
    newest: (limit) => trades.newest(limit),
    countByState: () => trades.countByState(),
    post: (operationId, notice, at) => outbox.post(operationId, notice, at),
    pendingOutbox: (limit) => outbox.pendingOutbox(limit),
    outboxRow: (id) => outbox.outboxRow(id),
    settleOutbox: (id) => outbox.settleOutbox(id),
    rememberCard: (tradeId, ref, version) => cards.rememberCard(tradeId, ref, version),
    cards: (tradeId) => cards.cards(tradeId),
    readMark: (name) => cards.readMark(name),
    writeMark: (name, value) => cards.writeMark(name, value),
    swapMark: (name, expected, value) => cards.swapMark(name, expected, value),
  };
}
