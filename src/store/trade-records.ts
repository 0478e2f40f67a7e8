import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { DeskError } from "../engine/errors.ts";
import type { CommitOutcome, Ledger, OutboxBody, Transition } from "../engine/ports/ledger.ts";
import { TRADE_STATES, type Trade, type TradeState } from "../engine/trade/trade.ts";
import type { TradeEvent } from "../engine/trade/trade-event.ts";
import { CheckedTrades } from "./checked-trades.ts";
import type { Keys } from "./keys.ts";
import { COMMIT_TRANSITION, CREATE_TRADE } from "./ledger-scripts.ts";
import { encodedRow } from "./outbox-rows.ts";
import { defineScript, type RunScript } from "./redis-script.ts";
import { decoded, encoded, reached } from "./store-fault.ts";
import { tradeEventSchema } from "./trade-event-schema.ts";
import { tradeSchema } from "./trade-schema.ts";

type TradePart = Pick<
  Ledger,
  | "create"
  | "commit"
  | "load"
  | "events"
  | "inState"
  | "closedSince"
  | "approvedSince"
  | "newest"
  | "countByState"
>;

/** The ledger's trades, their events and their indexes. */
export class TradeRecords implements TradePart {
  private readonly redis: Redis;
  private readonly keys: Keys;
  private readonly trades = new CheckedTrades();
  private readonly runCreate: RunScript;
  private readonly runCommit: RunScript;

  constructor(redis: Redis, keys: Keys) {
    this.redis = redis;
    this.keys = keys;
    this.runCreate = defineScript(redis, "createTrade", CREATE_TRADE);
    this.runCommit = defineScript(redis, "commitTransition", COMMIT_TRANSITION);
  }

  async create(trade: Trade, outbox: readonly OutboxBody[]): Promise<boolean> {
    const { keys } = this;
    const key = keys.trade(trade.id);
    const made = await reached(
      this.runCreate(
        [key, keys.trades, keys.tradesInState(trade.state), keys.approved, ...this.tellingKeys()],
        [
          trade.id,
          trade.version,
          trade.state,
          encoded(tradeSchema, key, trade),
          trade.createdAt,
          trade.approval?.at ?? "",
          // Without it a resend after a lost reply would be told that somebody else made the trade.
          randomUUID(),
          ...outbox.map((body) => encodedRow(keys, body, trade.updatedAt)),
        ],
      ),
    );
    return made === 1;
  }

  async commit(transition: Transition): Promise<CommitOutcome> {
    const { keys } = this;
    const { tradeId: id, next } = transition;
    if (next.id !== id || next.version !== transition.expectedVersion + 1) throw impossible(id, "version");
    const key = keys.trade(id);
    const reply = await reached(
      this.runCommit(
        [
          key,
          keys.tradeOperations(id),
          keys.tradeEvents(id),
          keys.stateIndex,
          keys.approved,
          keys.closed,
          ...this.tellingKeys(),
        ],
        [
          id,
          transition.operationId,
          transition.expectedVersion,
          next.version,
          next.state,
          encoded(tradeSchema, key, next),
          next.createdAt,
          next.approval?.at ?? "",
          closedAt(transition) ?? "",
          transition.events.length,
          ...transition.events.map((event) => encoded(tradeEventSchema, keys.tradeEvents(id), event)),
          ...transition.outbox.map((body) => encodedRow(keys, body, next.updatedAt)),
        ],
      ),
    );
    return this.outcomeOf(reply, id);
  }

  async load(tradeId: string): Promise<Trade | undefined> {
    const [trade] = await this.loadAll([tradeId]);
    return trade;
  }

  async events(tradeId: string): Promise<readonly TradeEvent[]> {
    const key = this.keys.tradeEvents(tradeId);
    const entries = await reached(this.redis.xrange(key, "-", "+"));
    return entries.map(([, fields]) => decoded(tradeEventSchema, key, fields[1] ?? ""));
  }

  async inState(states: readonly TradeState[]): Promise<readonly Trade[]> {
    const wanted = new Set(states);
    const ids = await this.idsIn([...wanted]);
    // A trade may have moved on since the indexes were read; what is returned is in one of the states.
    const trades = (await this.loadAll(ids)).filter((trade) => wanted.has(trade.state));
    return trades.sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1));
  }

  async closedSince(sinceMs: number): Promise<readonly Trade[]> {
    return this.loadAll(await reached(this.redis.zrange(this.keys.closed, sinceMs, "+inf", "BYSCORE")));
  }

  async approvedSince(sinceMs: number): Promise<readonly Trade[]> {
    return this.loadAll(await reached(this.redis.zrange(this.keys.approved, sinceMs, "+inf", "BYSCORE")));
  }

  async newest(limit: number): Promise<readonly Trade[]> {
    if (limit <= 0) return [];
    return this.loadAll(await reached(this.redis.zrange(this.keys.trades, "0", String(limit - 1), "REV")));
  }

  async countByState(): Promise<Readonly<Record<TradeState, number>>> {
    const batch = this.redis.multi();
    for (const state of TRADE_STATES) batch.zcard(this.keys.tradesInState(state));
    const counts = (await resultsOf(batch)).map(Number);
    return Object.fromEntries(TRADE_STATES.map((state, i) => [state, counts[i] ?? 0])) as Record<
      TradeState,
      number
    >;
  }

  /** Ids in the states at one moment. */
  private async idsIn(states: readonly TradeState[]): Promise<readonly string[]> {
    if (states.length === 0) return [];
    const batch = this.redis.multi();
    for (const state of states) batch.zrange(this.keys.tradesInState(state), "0", "-1");
    return (await resultsOf(batch)).flatMap((ids) => ids as string[]);
  }

  /** The trades with these ids in their order; an id without a trade is left out. */
  private async loadAll(ids: readonly string[]): Promise<Trade[]> {
    const batch = this.redis.pipeline();
    for (const id of ids) batch.hget(this.keys.trade(id), "trade");
    const texts = ids.length === 0 ? [] : await resultsOf(batch);
    return texts.flatMap((text, i) =>
      typeof text === "string" ? [this.trades.read(this.keys.trade(ids[i] ?? ""), text)] : [],
    );
  }

  private outcomeOf(reply: unknown, id: string): CommitOutcome {
    const [status, text] = reply as readonly [CommitOutcome["status"] | "missing", string];
    if (status === "missing") throw impossible(id, "missing");
    return { status, trade: this.trades.read(this.keys.trade(id), text) };
  }

  private tellingKeys(): readonly string[] {
    const { outboxNumber, outbox, outboxRows, audit, auditHead } = this.keys;
    return [outboxNumber, outbox, outboxRows, audit, auditHead];
  }
}

/** Replies of a batch in its order. Throws when one of its commands failed. */
async function resultsOf(batch: ReturnType<Redis["pipeline"]>): Promise<readonly unknown[]> {
  const replies = (await reached(batch.exec())) ?? [];
  return Promise.all(
    replies.map(([failure, reply]) =>
      reached(failure === null ? Promise.resolve(reply) : Promise.reject(failure)),
    ),
  );
}

function closedAt({ next, events }: Transition): number | undefined {
  if (next.state !== "closed") return undefined;
  return events.find((event) => event.type === "trade.closed")?.at ?? next.updatedAt;
}

function impossible(tradeId: string, reason: string): DeskError {
  return new DeskError("trade-transition-impossible", { tradeId, reason });
}
