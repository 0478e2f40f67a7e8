import type { Timeframe } from "../candles/timeframe.ts";
import type { WindowState } from "../clock/windows.ts";
import type { DecimalText } from "../decimal.ts";
import type { LevelSnapshot } from "../model/levels.ts";
import type { Denial } from "../risk/denial.ts";
import type { Signal } from "../signal.ts";
import type { Actor, Trade, TradeState } from "../trade/trade.ts";

export interface DeskStatus {
  readonly mode: "paper" | "live";
  readonly market: string;
  readonly symbols: readonly string[];
  readonly now: number;
  readonly startedAt: number;
  readonly lastCandleAt?: number;
  readonly paused?: PauseState;
  readonly balance: DecimalText;
  readonly equity: DecimalText;
  readonly counts: Readonly<Record<TradeState, number>>;
}

export interface PauseState {
  readonly since: number;
  /** Unset: until somebody resumes. */
  readonly until?: number;
  readonly by: Actor;
  readonly reason?: string;
}

export interface PositionView {
  readonly trade: Trade;
  readonly price?: number;
  /** Open profit or loss in money, without fees still to come. */
  readonly openPnl?: DecimalText;
  readonly openR?: number;
}

/** One limit, how much of it is used and what it allows. */
export interface LimitUse {
  readonly name: string;
  readonly used: number;
  readonly limit: number;
  readonly unit: "percent" | "count";
}

export interface RiskReport {
  readonly balance: DecimalText;
  readonly limits: readonly LimitUse[];
  /** Start of the next trading day, when daily counters begin again. */
  readonly resetsAt: number;
  readonly now: number;
  readonly paused?: PauseState;
}

export interface ScanRow {
  readonly signal: Signal;
  readonly price?: number;
}

export interface ScanReport {
  /** Best score first. */
  readonly rows: readonly ScanRow[];
  readonly scanned: number;
  readonly failed: readonly string[];
  readonly elapsedMs: number;
}

export interface SessionReport {
  readonly now: number;
  readonly windows: readonly WindowState[];
}

export interface LevelsReport {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  /** Close of the newest candle that the levels are made of. */
  readonly knownAt: number;
  readonly snapshot: LevelSnapshot;
}

export interface TradeView {
  readonly trade: Trade;
  readonly position?: PositionView;
  readonly image?: Uint8Array;
}

export type ActOutcome =
  | { readonly status: "done"; readonly trade: Trade }
  /** Limits, price or time say no; the trade is as it was unless it expired. */
  | { readonly status: "denied"; readonly trade: Trade; readonly denials: readonly Denial[] }
  /** Somebody or something was faster: the state tells what. */
  | { readonly status: "too-late"; readonly trade: Trade }
  | { readonly status: "not-found" };

/** Everything the chat can ask of the desk. Implemented below `jobs`; knows no platform and no words. */
export interface Control {
  status(): Promise<DeskStatus>;
  symbols(): Promise<readonly string[]>;
  scan(symbols: readonly string[] | undefined, timeframe: Timeframe | undefined): Promise<ScanReport>;
  proposals(): Promise<readonly Trade[]>;
  positions(): Promise<readonly PositionView[]>;
  /** Trades with orders that may be alive. */
  liveTrades(): Promise<readonly Trade[]>;
  /** The newest trades of any state, newest first. */
  newestTrades(limit: number): Promise<readonly Trade[]>;
  trade(tradeId: string): Promise<TradeView | undefined>;
  risk(): Promise<RiskReport>;
  sessions(): Promise<SessionReport>;
  /** Chart of the newest candles with what the engine sees in them; unset when there are no candles. */
  chart(symbol: string, timeframe: Timeframe): Promise<Uint8Array | undefined>;
  /** What lies above and below the price on this timeframe; unset when there are no candles. */
  levels(symbol: string, timeframe: Timeframe): Promise<LevelsReport | undefined>;
  approve(tradeId: string, version: number, sizeFactor: number, by: Actor): Promise<ActOutcome>;
  skip(tradeId: string, version: number, by: Actor): Promise<ActOutcome>;
  /** Closes the position at the market, or cancels the entry that still works. */
  close(tradeId: string, by: Actor): Promise<ActOutcome>;
  /** Trades that `closeAll` or `panic` began to close. */
  closeAll(by: Actor): Promise<readonly Trade[]>;
  pause(minutes: number | undefined, reason: string | undefined, by: Actor): Promise<PauseState>;
  resume(by: Actor): Promise<boolean>;
  /** Stops new trades until somebody resumes, cancels every entry and closes every position. */
  panic(by: Actor): Promise<readonly Trade[]>;
}
