import type { OutboxBody, Transition } from "../../src/engine/ports/ledger.ts";
import type { Actor, Trade, TradeState } from "../../src/engine/trade/trade.ts";
import type { TradeEvent } from "../../src/engine/trade/trade-event.ts";

export const ANNA: Actor = { userId: "telegram:7", name: "Anna <b>&</b> @everyone ‮" };

const T0 = Date.UTC(2024, 2, 5, 12);

/** A proposed trade with every kind of text and number that a trade may hold. */
export function sampleTrade(change: Partial<Trade> = {}): Trade {
  return {
    id: "EURUSD-15m-order-block-touch-long-1709640000000",
    version: 1,
    state: "proposed",
    signal: {
      id: "EUR/USD|15m|order-block-touch|long|1709640000000",
      symbol: "EUR/USD",
      timeframe: "15m",
      strategy: "order-block-touch",
      direction: "long",
      knownAt: T0,
      expiresAt: T0 + 3_600_000,
      entryType: "limit",
      entry: 1.08455,
      stop: 1.08238,
      targets: [1.0954, 1.1],
      score: 62.5,
      grade: "B",
      parts: [
        { name: "gap", points: 12.5, maxPoints: 20, why: { key: "score-gap", args: { percent: 0.14 } } },
      ],
      reasons: [{ key: "reason-touch", args: { kind: "order-block", age: 12 } }, { key: "reason-plain" }],
      evidence: [
        {
          kind: "order-block",
          event: "detected",
          id: "order-block:bullish:1709630000000",
          bias: "bullish",
          index: 100,
          knownIndex: 102,
          openTime: T0 - 10_000_000,
          knownAt: T0 - 9_000_000,
          top: 1.08455,
          bottom: 1.0826,
          origins: ["swing:1"],
          facts: { displacement: true, sizeAtr: 0.1 + 0.2 },
        },
      ],
      session: "london-open",
      features: { atr: 5e-324, ageCandles: 12 },
    },
    plan: {
      symbol: "EUR/USD",
      direction: "long",
      entryType: "limit",
      entry: "1.08455",
      stop: "1.08238",
      targets: ["1.0954", "1.1"],
      quantity: "9220.35",
      notional: "10000",
      riskMoney: "20.01",
      riskPercent: 0.2,
    },
    settingsVersion: 3,
    createdAt: T0,
    updatedAt: T0,
    expiresAt: T0 + 3_600_000,
    orders: [],
    fillIds: [],
    entryQuantity: "0",
    exitQuantity: "0",
    fees: "0",
    ...change,
  };
}

/** The same trade one version later, with the rest of its optional parts. */
export function sampleClosedTrade(trade: Trade): Trade {
  return {
    ...trade,
    version: trade.version + 1,
    state: "closed",
    updatedAt: trade.updatedAt + 60_000,
    plan: { ...trade.plan, wish: { kind: "notional", notional: "500" }, cappedAtPercent: 10 },
    replanned: { by: ANNA, at: trade.createdAt + 450, change: "stop" },
    endorsed: { needed: 2, given: [{ by: ANNA, at: trade.createdAt + 500, sizeFactor: 0.5 }] },
    repriced: { by: ANNA, at: trade.createdAt + 400 },
    approval: { by: ANNA, at: trade.createdAt + 1_000, sizeFactor: 0.5, rule: "morning" },
    orders: [
      {
        leg: "entry",
        clientOrderId: "A1",
        exchangeOrderId: "x1",
        price: "1.08455",
        quantity: "9220.35",
        status: "filled",
      },
      { leg: "target-2", clientOrderId: "A2", quantity: "1", status: "unknown" },
    ],
    fillIds: ["f1"],
    entryQuantity: "9220.35",
    entryPrice: "1.08455",
    exitQuantity: "9220.35",
    exitPrice: "1.0954",
    fees: "4.000000000000000000001",
    protectedAt: "1.08238",
    openedAt: trade.createdAt + 2_000,
    management: { breakEven: { afterR: 1, offsetR: 0, coversFees: false } },
    stop: { price: "1.08455", reason: "break-even", at: trade.createdAt + 3_000 },
    trailingSwitched: { by: ANNA, at: trade.createdAt + 2_500 },
    ladder: { rungs: [{ price: "1.0954", quantity: "1" }], after: 2, by: ANNA },
    bestR: 1.25,
    entryCancelledBy: ANNA,
    closing: { reason: "manual", by: ANNA },
    result: { pnl: "-95.99", r: -4.8, reason: "manual" },
    ended: { key: "ended-manual", args: { by: "Anna", count: 2 }, by: ANNA },
  };
}

interface Step {
  readonly state?: TradeState;
  readonly operationId?: string;
  readonly at?: number;
  readonly events?: readonly TradeEvent[];
  readonly outbox?: readonly OutboxBody[];
  readonly change?: Partial<Trade>;
}

/** A transition decided on `from`; which states may follow each other is not the ledger's business. */
export function step(from: Trade, change: Step = {}): Transition {
  const at = change.at ?? from.updatedAt + 1_000;
  const state = change.state ?? "approved";
  return {
    tradeId: from.id,
    expectedVersion: from.version,
    operationId: change.operationId ?? `${state}@${from.version}`,
    events: change.events ?? [{ type: "order.cancelled", at, clientOrderId: `c${from.version}` }],
    next: { ...from, version: from.version + 1, state, updatedAt: at, ...change.change },
    outbox: change.outbox ?? [],
  };
}

const at = T0 + 5_000;

/** One event of every type, with all it may hold. */
export const EVERY_EVENT = {
  "trade.approved": {
    type: "trade.approved",
    at,
    by: ANNA,
    sizeFactor: 0.5,
    quantity: "0.00000001",
    management: {
      shares: [50, 25],
      breakEven: { afterTarget: 1, afterR: 1, offsetR: 0.1, coversFees: true },
      trailing: { by: "structure", distance: 0.5, layer: "internal", startR: 1, stepR: 0.1 },
      timeStop: { afterMs: 3_600_000, minR: 0.5 },
      closeAt: at + 7_200_000,
    },
    rule: "morning",
  },
  "trade.endorsed": { type: "trade.endorsed", at, by: ANNA, sizeFactor: 0.5, needed: 2 },
  "trade.repriced": { type: "trade.repriced", at, by: ANNA, plan: sampleTrade().plan },
  "trade.skipped": { type: "trade.skipped", at, by: ANNA, reason: "not today" },
  "trade.expired": { type: "trade.expired", at, reason: "price-left" },
  "trade.denied": {
    type: "trade.denied",
    at,
    denials: [{ code: "paused" }, { code: "daily-loss", limit: 3, actual: 3.2 }],
  },
  "order.intended": {
    type: "order.intended",
    at,
    intents: [
      { leg: "entry", clientOrderId: "A1", quantity: "1" },
      { leg: "target-1", clientOrderId: "A2", price: "1.1", quantity: "1" },
    ],
  },
  "order.accepted": { type: "order.accepted", at, clientOrderId: "A1", exchangeOrderId: "x" },
  "order.rejected": { type: "order.rejected", at, clientOrderId: "A1", code: "min-notional" },
  "order.unknown": { type: "order.unknown", at, clientOrderId: "A1", code: "timeout" },
  "order.cancelled": { type: "order.cancelled", at, clientOrderId: "A1" },
  "order.filled": {
    type: "order.filled",
    at,
    leg: "stop",
    fill: {
      fillId: "f",
      clientOrderId: "A1",
      symbol: "EUR/USD",
      side: "sell",
      quantity: "1",
      price: "1.08",
      fee: "0.01",
      at,
    },
  },
  "trade.protected": { type: "trade.protected", at, clientOrderId: "A2", stop: "1.08238" },
  "trade.stop-moved": { type: "trade.stop-moved", at, stop: "1.09", reason: "manual", by: ANNA },
  "trade.targets-moved": {
    type: "trade.targets-moved",
    at,
    rungs: [{ price: "1.1", quantity: "1" }],
    by: ANNA,
  },
  "trade.replanned": { type: "trade.replanned", at, by: ANNA, change: "targets", plan: sampleTrade().plan },
  "trade.skip-explained": { type: "trade.skip-explained", at, by: ANNA, reason: "against-bias" },
  "trade.trailing-switched": {
    type: "trade.trailing-switched",
    at,
    trailing: { by: "structure", distance: 0.5, layer: "internal", startR: 0, stepR: 0.1 },
    before: { by: "atr", distance: 2, startR: 1, stepR: 0.1 },
    by: ANNA,
  },
  "trade.reducing": {
    type: "trade.reducing",
    at,
    intent: { leg: "exit", clientOrderId: "A3", quantity: "0.5" },
    rungs: [{ price: "1.1", quantity: "0.5" }],
    by: ANNA,
  },
  "trade.entry-cancelled": { type: "trade.entry-cancelled", at, by: ANNA },
  "trade.progressed": { type: "trade.progressed", at, r: 1.5 },
  "trade.closing": { type: "trade.closing", at, reason: "panic", by: ANNA },
  "trade.closed": { type: "trade.closed", at, reason: "stop" },
} as const satisfies { readonly [T in TradeEvent["type"]]: Extract<TradeEvent, { type: T }> };
