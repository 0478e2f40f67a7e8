import type { Timeframe } from "../candles/timeframe.ts";
import type { WindowState } from "../clock/windows.ts";
import type { DecimalText } from "../decimal.ts";
import type { LevelSnapshot } from "../model/levels.ts";
import type { ClosedTrade } from "../results/closed-trade.ts";
import type { StopRisk } from "../risk/assess-stop.ts";
import type { TrippedBreaker } from "../risk/breakers.ts";
import type { Denial } from "../risk/denial.ts";
import type { EntryType } from "../signal.ts";
import type { RuleState } from "../trade/approval-rules.ts";
import type { TrailingWish } from "../trade/management-settings.ts";
import type { ManualOrder, OrderRefusal } from "../trade/manual-order.ts";
import type { PriceWish } from "../trade/price-wish.ts";
import type { Actor, SkipReason, Trade, TradeState } from "../trade/trade.ts";
import type { VetoGroup } from "../trade/vetoes.ts";
import type { WayBack } from "../trade/way-back.ts";
import type { ChatAddress } from "./chat.ts";
import type { ReplayStart } from "./day-replay.ts";
import type { Reader } from "./phrases.ts";
import type { PictureSubject } from "./pictures.ts";
import type { MemberRole } from "./roster.ts";
import type { ScanReport } from "./scan-report.ts";

/** Where the candles come from. */
export type MarketSource =
  | { readonly kind: "simulated" }
  | { readonly kind: "replay"; readonly symbol: string; readonly timeframe: Timeframe }
  | { readonly kind: "exchange"; readonly name: string };

export interface DeskStatus {
  readonly mode: "paper" | "live";
  /** Live mode before it was confirmed: no entry is sent. */
  readonly liveLocked?: boolean;
  readonly market: MarketSource;
  readonly symbols: readonly string[];
  readonly now: number;
  readonly startedAt: number;
  readonly lastCandleAt?: number;
  /** Candles come as they should: the last one, or the start, is not older than three candles and three minutes. */
  readonly isFeedFresh: boolean;
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
  /** Breakers that stand open, each with what ends it. */
  readonly breakers: readonly TrippedBreaker[];
  /** Start of the next trading day, when daily counters begin again. */
  readonly resetsAt: number;
  readonly now: number;
  readonly paused?: PauseState;
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

export interface VetoReport {
  readonly groups: readonly VetoGroup[];
  /** When the oldest of them was raised; unset when there is none. */
  readonly since?: number;
}

/** Trades that are over, with what is needed to count them by day and hour. */
export interface ClosedTradesReport {
  /** Oldest close first. */
  readonly trades: readonly ClosedTrade[];
  /** IANA zone in which hours are counted: that of the kill zones. */
  readonly hoursZone: string;
}

export interface TradeView {
  readonly trade: Trade;
  readonly position?: PositionView;
  readonly image?: Uint8Array;
}

export type ActOutcome =
  | { readonly status: "done"; readonly trade: Trade }
  /** One of the people that an entry of this size needs has approved; it waits for the others. */
  | { readonly status: "endorsed"; readonly trade: Trade }
  /** Limits, price or time say no; the trade is as it was unless it expired. */
  | { readonly status: "denied"; readonly trade: Trade; readonly denials: readonly Denial[] }
  /** Nothing is done yet: a stop that risks more must be confirmed, knowing what it risks. */
  | {
      readonly status: "confirm";
      readonly trade: Trade;
      readonly before: StopRisk;
      readonly after: StopRisk;
    }
  /** Somebody or something was faster: the state tells what. */
  | { readonly status: "too-late"; readonly trade: Trade }
  | { readonly status: "not-found" };

/** A wish to close everything that has not begun yet. */
export interface DelayedClose {
  readonly id: string;
  /** When it begins; epoch ms on the machine's clock. */
  readonly dueAt: number;
  /** Trades that it closes. */
  readonly count: number;
}

/** What became of a trade that a person typed. */
export type ProposalOutcome =
  | Extract<ActOutcome, { status: "done" | "denied" | "not-found" }>
  /** What was typed cannot be: nothing is kept. */
  | { readonly status: "refused"; readonly refusals: readonly OrderRefusal[] };

/** What was taken back, and what became of it. */
export interface UndoOutcome {
  readonly what: WayBack["what"];
  readonly outcome: ActOutcome;
}

/** What became of a one-time code that was to confirm live trading. */
export type LiveUnlock =
  | { readonly status: "open" | "already-open" | "not-live" }
  /** The ledger lacks what was sent: entries stay stopped until somebody looked at it. */
  | { readonly status: "ledger-behind" }
  /** Too many wrong codes: only another secret helps. */
  | { readonly status: "locked-out" }
  | { readonly status: "wrong-code"; readonly triesLeft: number };

export interface Watchlist {
  readonly name: string;
  readonly symbols: readonly string[];
}

/** Everything the chat can ask of the desk. Implemented below `jobs`; knows no platform and no words. */
export interface Control {
  /** The desk's time, which is that of its market. Epoch ms. */
  now(): Promise<number>;
  status(): Promise<DeskStatus>;
  symbols(): Promise<readonly string[]>;
  /**
   * Waits for the whole result. With `address` only for a moment: a scan that still runs then is `running`, and
   * the desk shows it in that chat by itself, in one message that it keeps up to date.
   */
  scan(
    symbols: readonly string[] | undefined,
    timeframe: Timeframe | undefined,
    address?: ChatAddress,
  ): Promise<ScanReport>;
  /** Stops a scan that runs; what it has found stays. `false` when it does not run (any more). */
  cancelScan(scanId: string): Promise<boolean>;
  /**
   * Plays a past day of a symbol in the chat that asks: what would have been raised, and what became of it. `date` is
   * `YYYY-MM-DD` in the zone of the kill zones.
   */
  replay(symbol: string, date: string, address: ChatAddress): Promise<ReplayStart>;
  /** `false` when it does not run (any more). */
  stopReplay(replayId: string): Promise<boolean>;
  /** The named lists with those of their symbols that are followed; `all` first. */
  watchlists(): Promise<readonly Watchlist[]>;
  proposals(): Promise<readonly Trade[]>;
  positions(): Promise<readonly PositionView[]>;
  /** Trades with orders that may be alive. */
  liveTrades(): Promise<readonly Trade[]>;
  /** The newest trades of any state, newest first. */
  newestTrades(limit: number): Promise<readonly Trade[]>;
  trade(tradeId: string): Promise<TradeView | undefined>;
  risk(): Promise<RiskReport>;
  sessions(): Promise<SessionReport>;
  /** What lies above and below the price on this timeframe; unset when there are no candles. */
  levels(symbol: string, timeframe: Timeframe): Promise<LevelsReport | undefined>;
  /** Setups that were skipped, denied or left to expire, followed as if they had been taken. */
  vetoes(): Promise<VetoReport>;
  /** Trades closed at or after `sinceMs`. */
  closedTrades(sinceMs: number): Promise<ClosedTradesReport>;
  /** Unset when there is nothing to draw or it could not be drawn: no answer waits for a picture. */
  picture(subject: PictureSubject, reader: Reader): Promise<Uint8Array | undefined>;
  /** Makes a proposal of a trade that a person typed; it must be approved like any other. */
  propose(order: ManualOrder, by: Actor): Promise<ProposalOutcome>;
  /** `role` is that of `by` at the tap; without one the limit of traders holds. */
  approve(
    tradeId: string,
    version: number,
    sizeFactor: number,
    by: Actor,
    role?: MemberRole,
  ): Promise<ActOutcome>;
  /** Makes the plan of a proposal anew at the price of now; it must be approved by a new tap. */
  reprice(tradeId: string, version: number, by: Actor): Promise<ActOutcome>;
  skip(tradeId: string, version: number, by: Actor): Promise<ActOutcome>;
  /** Tells why the person skipped it; once. */
  explainSkip(tradeId: string, reason: SkipReason, by: Actor): Promise<ActOutcome>;
  /** Lets a proposal enter at the market, or wait at a limit where it was planned to enter. */
  changeEntry(tradeId: string, version: number, type: EntryType, by: Actor): Promise<ActOutcome>;
  /** Closes the position at the market, or cancels the entry that still works. */
  close(tradeId: string, by: Actor): Promise<ActOutcome>;
  /**
   * Moves the stop of a proposal or an open position. One of a position that risks more asks for a confirmation first: `confirmedFrom` is
   * the stop that the person saw when confirming. `role` is that of `by`; without one the limit of traders holds.
   */
  moveStop(
    tradeId: string,
    wish: PriceWish,
    by: Actor,
    confirmedFrom?: DecimalText,
    role?: MemberRole,
  ): Promise<ActOutcome>;
  /** Lays the targets of a proposal or an open position anew, in even shares. */
  moveTargets(tradeId: string, wishes: readonly PriceWish[], by: Actor): Promise<ActOutcome>;
  /** Lets the stop of an open position follow price; without a wish it follows nothing any more. */
  trail(tradeId: string, wish: TrailingWish | undefined, by: Actor): Promise<ActOutcome>;
  /**
   * Takes back what the person did last to the stop, the targets or the trailing of a position; with `at` only
   * the act of that moment. Unset when there is nothing to take back, or somebody changed the same since.
   */
  undo(tradeId: string, by: Actor, at?: number, role?: MemberRole): Promise<UndoOutcome | undefined>;
  /** Closes `percent` at the market; with `held` only while exactly that quantity is open. */
  reduce(tradeId: string, percent: number, by: Actor, held?: DecimalText): Promise<ActOutcome>;
  /** Cancels what of the entry is not filled yet; what is filled stays open. */
  cancelEntry(tradeId: string, by: Actor): Promise<ActOutcome>;
  /** Closes everything at once; gives the trades that it began to close. */
  closeAll(by: Actor): Promise<readonly Trade[]>;
  /** Closes what is open now after a few seconds, in which it can be taken back. Survives a restart. */
  closeAllSoon(by: Actor): Promise<DelayedClose>;
  /** Takes `closeAllSoon` back. `false` when it has begun. */
  keepAll(id: string): Promise<boolean>;
  /** The rules that may approve without a tap, and who switched them on. */
  rules(): Promise<readonly RuleState[]>;
  /** Switches a rule on or off; unset when there is none of that name. */
  switchRule(name: string, on: boolean, by: Actor): Promise<RuleState | undefined>;
  pause(minutes: number | undefined, reason: string | undefined, by: Actor): Promise<PauseState>;
  /**
   * Ends a pause, and a drawdown that waits for a person. `false` when there was neither, or when the pause is not
   * the one that began at `since` (if given).
   */
  resume(by: Actor, since?: number): Promise<boolean>;
  /** Stops new trades until somebody resumes, cancels every entry and closes every position. */
  panic(by: Actor): Promise<readonly Trade[]>;
  /** Confirms live trading for this start of the desk with a one-time code. */
  unlockLive(code: string, by: Actor): Promise<LiveUnlock>;
}
