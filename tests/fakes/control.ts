import { decimal, toText } from "../../src/engine/decimal.ts";
import type {
  ActOutcome,
  Control,
  DeskStatus,
  LevelsReport,
  LiveUnlock,
  PauseState,
  PositionView,
  ProposalOutcome,
  RiskReport,
  SessionReport,
  UndoOutcome,
  VetoReport,
} from "../../src/engine/ports/control.ts";
import type { ReplayStart } from "../../src/engine/ports/day-replay.ts";
import type { PictureSubject } from "../../src/engine/ports/pictures.ts";
import type { ScanReport } from "../../src/engine/ports/scan-report.ts";
import type { ClosedTrade } from "../../src/engine/results/closed-trade.ts";
import type { RuleState } from "../../src/engine/trade/approval-rules.ts";
import type { Actor, Trade, TradeState } from "../../src/engine/trade/trade.ts";
import { TRADE_STATES } from "../../src/engine/trade/trade.ts";
import { NOW } from "./control-trades.ts";

/** One call of an act, in the order they came. */
export interface Act {
  readonly name:
    | "propose"
    | "approve"
    | "skip"
    | "explainSkip"
    | "changeEntry"
    | "close"
    | "closeAll"
    | "closeAllSoon"
    | "keepAll"
    | "reprice"
    | "switchRule"
    | "moveStop"
    | "moveTargets"
    | "trail"
    | "undo"
    | "reduce"
    | "cancelEntry"
    | "pause"
    | "resume"
    | "panic"
    | "cancelScan"
    | "replay"
    | "stopReplay"
    | "unlockLive";
  readonly args: readonly unknown[];
}

export interface FakeControl extends Control {
  readonly acts: readonly Act[];
  readonly trades: Map<string, Trade>;
  symbolList: string[];
  ruleList: readonly RuleState[];
  scanReport: ScanReport;
  /** What the next `replay` answers; only a begun one can be stopped. */
  replayStart: ReplayStart;
  sessionReport: SessionReport;
  /** Charts by symbol and timeframe, other pictures by their kind. */
  images: Map<string, Uint8Array>;
  /** By symbol and timeframe, such as `BTC/USDT 15m`. */
  levelReports: Map<string, LevelsReport>;
  vetoReport: VetoReport;
  /** Every picture that was asked for. */
  readonly pictured: PictureSubject[];
  closed: readonly ClosedTrade[];
  prices: Map<string, number>;
  /** The next act answers this instead of acting. */
  nextOutcome: ActOutcome | undefined;
  /** What a trade that is typed comes to. */
  nextProposal: ProposalOutcome;
  /** Whether closing everything can still be taken back. */
  nextKept: boolean;
  /** What the next undo comes to; unset: nothing to take back. */
  nextUndo: UndoOutcome | undefined;
  /** What the next one-time code comes to. */
  nextUnlock: LiveUnlock;
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
    ruleList: [],
    scanReport: { rows: [], scanned: 5, failed: [], elapsedMs: 2400 },
    replayStart: "begun",
    sessionReport: { now: NOW, windows: [] },
    images: new Map(),
    levelReports: new Map(),
    vetoReport: { groups: [] },
    pictured: [],
    closed: [],
    prices: new Map(),
    nextOutcome: undefined,
    nextProposal: { status: "not-found" },
    nextKept: true,
    nextUndo: undefined,
    nextUnlock: { status: "not-live" },
    fault: undefined,
    now: async () => NOW,
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
    cancelScan: async (scanId) => {
      act("cancelScan", scanId);
      return fake.scanReport.id === scanId;
    },
    replay: async (symbol, date) => {
      act("replay", symbol, date);
      return fake.replayStart;
    },
    stopReplay: async (replayId) => {
      act("stopReplay", replayId);
      return fake.replayStart === "begun";
    },
    watchlists: async () => [
      { name: "all", symbols: fake.symbolList },
      { name: "majors", symbols: fake.symbolList.slice(0, 2) },
    ],
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
    closedTrades: async (sinceMs) => {
      check();
      const trades = fake.closed.filter(({ closedAt }) => closedAt >= sinceMs);
      return { trades, hoursZone: "America/New_York" };
    },
    picture: async (subject) => {
      check();
      fake.pictured.push(subject);
      return fake.images.get(
        subject.kind === "chart" ? `${subject.symbol} ${subject.timeframe}` : subject.kind,
      );
    },
    levels: async (symbol, timeframe) => {
      check();
      return fake.levelReports.get(`${symbol} ${timeframe}`);
    },
    vetoes: async () => {
      check();
      return fake.vetoReport;
    },
    propose: async (order, by) => {
      act("propose", order, by.userId);
      return fake.nextProposal;
    },
    approve: async (tradeId, version, sizeFactor, by, role) => {
      act("approve", tradeId, version, sizeFactor, by.userId, role);
      const planned = byId.get(tradeId)?.plan.quantity ?? "0";
      const quantity = toText(decimal(planned).mul(sizeFactor));
      const approval = { by, at: NOW, sizeFactor, quantity };
      return move(tradeId, ["proposed"], { state: "approved", approval }, version);
    },
    skip: async (tradeId, version, by) => {
      act("skip", tradeId, version, by.userId);
      return move(tradeId, ["proposed"], { state: "skipped", ended: { key: "skipped", by } }, version);
    },
    explainSkip: async (tradeId, reason, by) => {
      act("explainSkip", tradeId, reason, by.userId);
      return move(tradeId, ["skipped"], { ended: { key: "skipped", by, args: { reason } } });
    },
    changeEntry: async (tradeId, version, entryType, by) => {
      act("changeEntry", tradeId, version, entryType, by.userId);
      const plan = byId.get(tradeId)?.plan;
      const replanned = { by, at: NOW, change: "entry" } as const;
      return move(
        tradeId,
        ["proposed"],
        { ...(plan && { plan: { ...plan, entryType } }), replanned },
        version,
      );
    },
    close: async (tradeId, by) => {
      act("close", tradeId, by.userId);
      const closing = { reason: "manual", by } as const;
      return move(tradeId, ["working", "partially-filled", "open"], { state: "closing", closing });
    },
    reprice: async (tradeId, version, by) => {
      act("reprice", tradeId, version, by.userId);
      return move(tradeId, ["proposed"], { repriced: { by, at: NOW } }, version);
    },
    rules: async () => {
      check();
      return fake.ruleList;
    },
    switchRule: async (name, on, by) => {
      act("switchRule", name, on, by.userId);
      const found = fake.ruleList.find(({ rule }) => rule.name === name);
      if (found === undefined) return undefined;
      const { rule } = found;
      const state = on ? { rule, switchedOn: { by, at: NOW, definition: "x" } } : { rule };
      fake.ruleList = fake.ruleList.map((each) => (each === found ? state : each));
      return state;
    },
    moveStop: async (tradeId, wish, by, confirmedFrom) => {
      act("moveStop", tradeId, wish, by.userId, confirmedFrom);
      const price = wish.kind === "price" ? wish.price : "61241.5";
      const planned = byId.get(tradeId);
      if (planned?.state === "proposed")
        return move(tradeId, ["proposed"], { plan: { ...planned.plan, stop: price } });
      const stop = { price, reason: "manual", at: NOW, by } as const;
      return move(tradeId, ["partially-filled", "open"], { stop });
    },
    moveTargets: async (tradeId, wishes, by) => {
      act("moveTargets", tradeId, wishes, by.userId);
      const rungs = wishes.flatMap((wish) =>
        wish.kind === "price" ? [{ price: wish.price, quantity: "0.001" }] : [],
      );
      return move(tradeId, ["partially-filled", "open"], { ladder: { rungs, after: 0, by } });
    },
    trail: async (tradeId, wish, by) => {
      act("trail", tradeId, wish, by.userId);
      const trailing = wish && { distance: 2, ...wish, startR: 0, stepR: 0.1 };
      const trailingSwitched = { by, at: NOW };
      return move(tradeId, ["partially-filled", "open"], {
        management: trailing ? { trailing } : {},
        trailingSwitched,
      });
    },
    undo: async (tradeId, by, at) => {
      act("undo", tradeId, by.userId, at);
      const scripted = fake.nextUndo;
      fake.nextUndo = undefined;
      return scripted;
    },
    reduce: async (tradeId, percent, by, held) => {
      act("reduce", tradeId, percent, by.userId, held);
      return move(tradeId, ["partially-filled", "open"], {});
    },
    cancelEntry: async (tradeId, by) => {
      act("cancelEntry", tradeId, by.userId);
      return move(tradeId, ["working", "partially-filled"], { entryCancelledBy: by });
    },
    closeAllSoon: async (by) => {
      act("closeAllSoon", by.userId);
      return { id: "c1", dueAt: NOW + 5000, count: inStates(["working", "partially-filled", "open"]).length };
    },
    keepAll: async (id) => {
      act("keepAll", id);
      return fake.nextKept;
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
    resume: async (by, since) => {
      act("resume", by.userId, ...(since === undefined ? [] : [since]));
      if (since !== undefined && paused?.since !== since) return false;
      const was = paused !== undefined;
      paused = undefined;
      return was;
    },
    panic: async (by) => {
      act("panic", by.userId);
      paused = { since: NOW, by };
      return closeEverything("panic", by);
    },
    unlockLive: async (code, by) => {
      act("unlockLive", code, by.userId);
      return fake.nextUnlock;
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
    market: { kind: "simulated" },
    symbols: fake.symbolList,
    now: NOW,
    startedAt: NOW - 7_500_000,
    lastCandleAt: NOW - 45_000,
    isFeedFresh: true,
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
    breakers: [],
    limits: [
      { name: "daily-loss", used: 0.5, limit: 3, unit: "percent" },
      { name: "trades-per-day", used: 2, limit: 5, unit: "count" },
      { name: "open-positions", used: open, limit: 5, unit: "count" },
      { name: "open-risk", used: 0.1, limit: 5, unit: "percent" },
    ],
    ...(paused === undefined ? {} : { paused }),
  };
}
