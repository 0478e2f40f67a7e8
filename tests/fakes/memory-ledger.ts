import { DeskError } from "../../src/engine/errors.ts";
import type { MessageRef, NoticeContent } from "../../src/engine/ports/chat.ts";
import type {
  CommitOutcome,
  Ledger,
  OutboxBody,
  OutboxRow,
  Transition,
} from "../../src/engine/ports/ledger.ts";
import { TRADE_STATES, type Trade, type TradeState } from "../../src/engine/trade/trade.ts";
import type { TradeEvent } from "../../src/engine/trade/trade-event.ts";
import { decoded } from "../../src/store/store-fault.ts";
import { tradeEventSchema } from "../../src/store/trade-event-schema.ts";
import { tradeSchema } from "../../src/store/trade-schema.ts";

type Cards = Map<string, { readonly ref: MessageRef; readonly version: number }>;

interface Entry {
  trade: Trade;
  readonly events: TradeEvent[];
  readonly operations: Set<string>;
  closedAt?: number;
}

/** A ledger in memory for tests of everything that is not the store. Passes the same contract. */
export class MemoryLedger implements Ledger {
  private readonly entries = new Map<string, Entry>();
  private readonly cardsByTrade = new Map<string, Cards>();
  private readonly rows = new Map<string, OutboxRow>();
  private readonly posted = new Set<string>();
  private readonly marks = new Map<string, string>();
  private rowNumber = 0;

  async create(trade: Trade, outbox: readonly OutboxBody[]): Promise<boolean> {
    const stored = storedTrade(trade);
    if (this.entries.has(trade.id)) return false;
    this.entries.set(trade.id, {
      trade: stored,
      events: [],
      operations: new Set(),
    });
    this.addRows(outbox, trade.updatedAt);
    return true;
  }

  async commit(transition: Transition): Promise<CommitOutcome> {
    const { tradeId, next, expectedVersion, operationId } = transition;
    if (next.id !== tradeId || next.version !== expectedVersion + 1) throw impossible(tradeId, "version");
    const stored = storedTrade(next);
    const events = transition.events.map((event) => storedEvent(event));
    const entry = this.entries.get(tradeId);
    if (entry === undefined) throw impossible(tradeId, "missing");
    if (entry.operations.has(operationId)) return { status: "repeated", trade: structuredClone(entry.trade) };
    if (entry.trade.version !== expectedVersion)
      return { status: "conflict", trade: structuredClone(entry.trade) };
    entry.trade = stored;
    entry.events.push(...events);
    entry.operations.add(operationId);
    if (next.state === "closed") {
      entry.closedAt = events.find((event) => event.type === "trade.closed")?.at ?? next.updatedAt;
    }
    this.addRows(transition.outbox, next.updatedAt);
    return { status: "committed", trade: structuredClone(stored) };
  }

  async load(tradeId: string): Promise<Trade | undefined> {
    return structuredClone(this.entries.get(tradeId)?.trade);
  }

  async events(tradeId: string): Promise<readonly TradeEvent[]> {
    return structuredClone(this.entries.get(tradeId)?.events ?? []);
  }

  async inState(states: readonly TradeState[]): Promise<readonly Trade[]> {
    return this.sorted((entry) => (states.includes(entry.trade.state) ? entry.trade.createdAt : undefined));
  }

  async closedSince(sinceMs: number): Promise<readonly Trade[]> {
    return this.sorted(({ closedAt }) =>
      closedAt !== undefined && closedAt >= sinceMs ? closedAt : undefined,
    );
  }

  async approvedSince(sinceMs: number): Promise<readonly Trade[]> {
    return this.sorted(({ trade: { approval } }) =>
      approval !== undefined && approval.at >= sinceMs ? approval.at : undefined,
    );
  }

  async newest(limit: number): Promise<readonly Trade[]> {
    return this.sorted(({ trade }) => trade.createdAt)
      .reverse()
      .slice(0, Math.max(0, limit));
  }

  async countByState(): Promise<Readonly<Record<TradeState, number>>> {
    const trades = [...this.entries.values()].map((entry) => entry.trade);
    return Object.fromEntries(
      TRADE_STATES.map((state) => [state, trades.filter((trade) => trade.state === state).length]),
    ) as Record<TradeState, number>;
  }

  async post(operationId: string, notice: NoticeContent, at: number): Promise<void> {
    if (this.posted.has(operationId)) return;
    this.posted.add(operationId);
    this.addRows([{ kind: "notice", notice }], at);
  }

  async pendingOutbox(limit: number): Promise<readonly OutboxRow[]> {
    return structuredClone([...this.rows.values()].slice(0, Math.max(0, limit)));
  }

  async outboxRow(id: string): Promise<OutboxRow | undefined> {
    return structuredClone(this.rows.get(id));
  }

  async settleOutbox(id: string): Promise<void> {
    this.rows.delete(id);
    this.cardsByTrade.delete(id);
  }

  async rememberCard(tradeId: string, ref: MessageRef, version: number): Promise<void> {
    const cards = this.cardsByTrade.get(tradeId) ?? (new Map() satisfies Cards);
    cards.set(JSON.stringify([ref.platform, ref.chatId, ref.messageId]), { ref: { ...ref }, version });
    this.cardsByTrade.set(tradeId, cards);
  }

  async cards(tradeId: string): Promise<readonly { readonly ref: MessageRef; readonly version: number }[]> {
    return structuredClone([...(this.cardsByTrade.get(tradeId)?.values() ?? [])]);
  }

  async readMark(name: string): Promise<string | undefined> {
    return this.marks.get(name);
  }

  async writeMark(name: string, value: string): Promise<void> {
    this.marks.set(name, value);
  }

  async swapMark(name: string, expected: string, value: string): Promise<boolean> {
    if ((this.marks.get(name) ?? "") !== expected) return false;
    this.marks.set(name, value);
    return true;
  }

  private addRows(bodies: readonly OutboxBody[], createdAt: number): void {
    for (const body of bodies) {
      this.rowNumber += 1;
      const id = `row-${this.rowNumber}`;
      this.rows.set(id, { id, createdAt, body: structuredClone(body) });
    }
  }

  /** Trades by rising `rank`, then id; those without a rank are left out. */
  private sorted(rank: (entry: Entry) => number | undefined): Trade[] {
    const ranked = [...this.entries.values()].flatMap((entry) => {
      const at = rank(entry);
      return at === undefined ? [] : [{ at, trade: entry.trade }];
    });
    ranked.sort((one, other) => one.at - other.at || (one.trade.id < other.trade.id ? -1 : 1));
    return structuredClone(ranked.map(({ trade }) => trade));
  }
}

function storedTrade(trade: Trade): Trade {
  return decoded(tradeSchema, `trade ${trade.id}`, JSON.stringify(trade));
}

function storedEvent(event: TradeEvent): TradeEvent {
  return decoded(tradeEventSchema, `event ${event.type}`, JSON.stringify(event));
}

function impossible(tradeId: string, reason: string): DeskError {
  return new DeskError("trade-transition-impossible", { tradeId, reason });
}
