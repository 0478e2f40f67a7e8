import { decimal, toText } from "../../src/engine/decimal.ts";
import type {
  ActOutcome,
  Control,
  DeskStatus,
  LevelsReport,
  PauseState,
  PositionView,
  RiskReport,
  ScanReport,
  SessionReport,
} from "../../src/engine/ports/control.ts";
import type { Actor, Trade, TradeState } from "../../src/engine/trade/trade.ts";
import { TRADE_STATES } from "../../src/engine/trade/trade.ts";
import { NOW } from "./control-trades.ts";

/** One call of an act, in the order they came. */
export interface Act {
  readonly name: "approve" | "skip" | "close" | "closeAll" | "pause" | "resume" | "panic";
  readonly args: readonly unknown[];
}

export interface FakeControl extends Control {
  readonly acts: readonly Act[];
  readonly trades: Map<string, Trade>;
  symbolList: string[];
  scanReport: ScanReport;
  sessionReport: SessionReport;
  images: Map<string, Uint8Array>;
  /** By symbol and timeframe, such as `BTC/USDT 15m`. */
  levelReports: Map<string, LevelsReport>;
  prices: Map<string, number>;
  /** The next act answers this instead of acting. */
  nextOutcome: ActOutcome | undefined;
  /** Every call throws this while it is set. */
  fault: Error | undefined;
}

/** A desk in memory: trades move as the real one moves them, as far as a chat can see. */
export function createFakeControl(trades: readonly Trade[] = []): FakeControl {
  const acts: Act[] = [];
  let paused: PauseState | undefined;
  const byId = new Map(trades.map((trade) => [trade.id, trade]));

  function inStates(states: readonly TradeState[]): readonly Trade[] {
    check();
    return [...byId.values()].filter((trade) => states.includes(trade.state));
  }

  function check(): void {
    if (fake.fault !== undefined) throw fake.fault;
  }

  function act(name: Act["name"], ...args: readonly unknown[]): void {
    acts.push({ name, args });
    check();
  }

  function move(tradeId: string, from: readonly TradeState[], patch: Partial<Trade>, version?: number) {
    const scripted = fake.nextOutcome;
    fake.nextOutcome = undefined;
    if (scripted !== undefined) return scripted;
    const trade = byId.get(tradeId);
    if (trade === undefined) return { status: "not-found" } as const;
    if (!from.includes(trade.state) || (version !== undefined && version !== trade.version)) {
      return { status: "too-late", trade } as const;
    }
    const next = { ...trade, ...patch, version: trade.version + 1 };
    byId.set(tradeId, next);
    return { status: "done", trade: next } as const;
  }

  function closeEverything(reason: "manual" | "panic", by: Actor): readonly Trade[] {
    return inStates(["working", "partially-filled", "open"]).map((trade) => {
      const next: Trade = { ...trade, version: trade.version + 1, state: "closing", closing: { reason, by } };
      byId.set(trade.id, next);
      return next;
    });
  }

  const fake: FakeControl = {
    acts,
    trades: byId,
    symbolList: ["BTC/USDT", "ETH/USDT", "EUR/USD", "SOL/USDT", "SOL/USDC"],
    scanReport: { rows: [], scanned: 5, failed: [], elapsedMs: 2400 },
    sessionReport: { now: NOW, windows: [] },
    images: new Map(),
    levelReports: new Map(),
    prices: new Map(),
    nextOutcome: undefined,
    fault: undefined,
    status: async () => deskStatus(fake, inStates(TRADE_STATES), paused),
    symbols: async () => {
      check();
      return fake.symbolList;
    },
    scan: async (symbols, timeframe) => {
      check();
      const rows = fake.scanReport.rows.filter(
        ({ signal }) =>
          (symbols === undefined || symbols.includes(signal.symbol)) &&
          (timeframe === undefined || timeframe === signal.timeframe),
      );
      return { ...fake.scanReport, rows };
    },
    proposals: async () => inStates(["proposed"]),
    positions: async () =>
      inStates(["working", "partially-filled", "open", "closing"]).map((trade) => positionView(fake, trade)),
    liveTrades: async () =>
      inStates(["approved", "submitting", "working", "partially-filled", "open", "closing"]),
    newestTrades: async (limit) => inStates(TRADE_STATES).slice(0, limit),
    trade: async (tradeId) => {
      check();
      const trade = byId.get(tradeId);
      if (trade === undefined) return undefined;
      const image = fake.images.get(tradeId);
      return image === undefined ? { trade } : { trade, image };
    },
    risk: async () => riskReport(inStates(["open"]).length, paused),
    sessions: async () => {
      check();
      return fake.sessionReport;
    },
    chart: async (symbol, timeframe) => {
      check();
      return fake.images.get(`${symbol} ${timeframe}`);
    },
    levels: async (symbol, timeframe) => {
      check();
      return fake.levelReports.get(`${symbol} ${timeframe}`);
    },
    approve: async (tradeId, version, sizeFactor, by) => {
      act("approve", tradeId, version, sizeFactor, by.userId);
      const planned = byId.get(tradeId)?.plan.quantity ?? "0";
      const quantity = toText(decimal(planned).mul(sizeFactor));
      const approval = { by, at: NOW, sizeFactor, quantity };
      return move(tradeId, ["proposed"], { state: "approved", approval }, version);
    },
    skip: async (tradeId, version, by) => {
      act("skip", tradeId, version, by.userId);
      return move(tradeId, ["proposed"], { state: "skipped", ended: { key: "skipped", by } }, version);
    },
    close: async (tradeId, by) => {
      act("close", tradeId, by.userId);
      const closing = { reason: "manual", by } as const;
      return move(tradeId, ["working", "partially-filled", "open"], { state: "closing", closing });
    },
    closeAll: async (by) => {
      act("closeAll", by.userId);
      return closeEverything("manual", by);
    },
    pause: async (minutes, reason, by) => {
      act("pause", minutes, reason, by.userId);
      paused = {
        since: NOW,
        by,
        ...(minutes === undefined ? {} : { until: NOW + minutes * 60_000 }),
        ...(reason === undefined ? {} : { reason }),
      };
      return paused;
    },
    resume: async (by) => {
      act("resume", by.userId);
      const was = paused !== undefined;
      paused = undefined;
      return was;
    },
    panic: async (by) => {
      act("panic", by.userId);
      paused = { since: NOW, by };
      return closeEverything("panic", by);
    },
  };
  return fake;
}

function positionView(fake: FakeControl, trade: Trade): PositionView {
  const price = fake.prices.get(trade.plan.symbol);
  if (price === undefined || trade.entryPrice === undefined) return { trade };
  const sign = trade.plan.direction === "long" ? 1 : -1;
  const move = (price - Number(trade.entryPrice)) * sign;
  const risk = Math.abs(Number(trade.plan.entry) - Number(trade.plan.stop));
  const pnl = (move * Number(trade.entryQuantity)).toFixed(4);
  return { trade, price, openPnl: pnl, openR: Math.round((100 * move) / risk) / 100 };
}

function deskStatus(fake: FakeControl, trades: readonly Trade[], paused: PauseState | undefined): DeskStatus {
  const counts = Object.fromEntries(
    TRADE_STATES.map((state) => [state, trades.filter((trade) => trade.state === state).length]),
  ) as Record<TradeState, number>;
  return {
    mode: "paper",
    market: "simulated",
    symbols: fake.symbolList,
    now: NOW,
    startedAt: NOW - 7_500_000,
    lastCandleAt: NOW - 45_000,
    balance: "10000",
    equity: "10012.5",
    counts,
    ...(paused === undefined ? {} : { paused }),
  };
}

function riskReport(open: number, paused: PauseState | undefined): RiskReport {
  return {
    balance: "10000",
    now: NOW,
    resetsAt: Date.UTC(2026, 2, 11),
    limits: [
      { name: "daily-loss", used: 0.5, limit: 3, unit: "percent" },
      { name: "trades-per-day", used: 2, limit: 5, unit: "count" },
      { name: "open-positions", used: open, limit: 5, unit: "count" },
      { name: "open-risk", used: 0.1, limit: 5, unit: "percent" },
    ],
    ...(paused === undefined ? {} : { paused }),
  };
}
