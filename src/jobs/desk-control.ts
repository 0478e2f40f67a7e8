import type { Timeframe } from "../engine/candles/timeframe.ts";
import { windowStates } from "../engine/clock/windows.ts";
import type { ChatAddress } from "../engine/ports/chat.ts";
import type {
  ActOutcome,
  ClosedTradesReport,
  DelayedClose,
  DeskStatus,
  LevelsReport,
  LiveUnlock,
  PauseState,
  PositionView,
  ProposalOutcome,
  RiskReport,
  SessionReport,
  TradeView,
  UndoOutcome,
  VetoReport,
  Watchlist,
} from "../engine/ports/control.ts";
import type { ReplayStart } from "../engine/ports/day-replay.ts";
import type { Reader } from "../engine/ports/phrases.ts";
import type { PictureSubject } from "../engine/ports/pictures.ts";
import type { MemberRole } from "../engine/ports/roster.ts";
import type { ScanReport } from "../engine/ports/scan-report.ts";
import type { Clock, Control } from "../engine/ports.ts";
import { closedTrades } from "../engine/results/closed-trade.ts";
import type { EntryType } from "../engine/signal.ts";
import type { RuleState } from "../engine/trade/approval-rules.ts";
import { decide } from "../engine/trade/decide.ts";
import type { TrailingWish } from "../engine/trade/management-settings.ts";
import type { ManualOrder } from "../engine/trade/manual-order.ts";
import type { PriceWish } from "../engine/trade/price-wish.ts";
import type { Actor, SkipReason, Trade } from "../engine/trade/trade.ts";
import { watchlistSymbols } from "../engine/universe/choose-symbols.ts";
import { LIVE_STATES } from "./account-view.ts";
import { Approvals, isOpenProposal } from "./approvals.ts";
import { commitAct, unchanged } from "./commit-act.ts";
import type { DayReplays } from "./day-replays.ts";
import { DelayedCloses } from "./delayed-closes.ts";
import type { DeskContext } from "./desk-context.ts";
import { deskStatus } from "./desk-status.ts";
import { DeskWideActs } from "./desk-wide-acts.ts";
import { ManualActs } from "./manual-acts.ts";
import { proposeByHand } from "./manual-proposals.ts";
import { drawPicture } from "./pictures/draw-picture.ts";
import { everyone } from "./pictures/easel.ts";
import { POSITION_STATES } from "./position-states.ts";
import { positionView } from "./position-view.ts";
import { riskReport } from "./risk-report.ts";
import { readRules, switchRule } from "./rule-switches.ts";
import type { ScanMessages } from "./scan-messages.ts";
import type { Scans } from "./scans.ts";
import { symbolLevels } from "./symbol-levels.ts";
import { vetoReport } from "./veto-report.ts";

/** What `/scan` and `/replay` need. */
export interface Scanning {
  readonly scans: Scans;
  readonly messages: ScanMessages;
  /** Unset where no market is read. */
  readonly replays?: Pick<DayReplays, "begin" | "stop">;
  readonly patienceMs?: number;
}

/** What the chat asks of the desk, answered from ledger, exchange and candles. Holds no state of its own. */
export class DeskControl implements Control {
  private readonly context: DeskContext;
  private readonly scanning: Scanning;
  private readonly startedAt: number;
  private readonly approvals: Approvals;
  private readonly manual: ManualActs;
  private readonly wide: DeskWideActs;
  /** For the jobs that carry them out. */
  readonly closes: DelayedCloses;

  /** `wall` is the machine's time. */
  constructor(context: DeskContext, scanning: Scanning, wall: Clock) {
    this.closes = new DelayedCloses(context, wall);
    this.context = context;
    this.approvals = new Approvals(context);
    this.manual = new ManualActs(context);
    this.wide = new DeskWideActs(context);
    this.scanning = scanning;
    this.startedAt = context.clock.now();
  }

  async now(): Promise<number> {
    return this.context.clock.now();
  }

  async status(): Promise<DeskStatus> {
    return deskStatus(this.context, this.startedAt);
  }

  async symbols(): Promise<readonly string[]> {
    return [...this.context.instruments.keys()];
  }

  async scan(
    symbols: readonly string[] | undefined,
    timeframe: Timeframe | undefined,
    address?: ChatAddress,
  ): Promise<ScanReport> {
    const { scans, messages, patienceMs } = this.scanning;
    const { settings } = await this.context.settings.current();
    const scan = scans.begin({
      symbols: symbols ?? (await this.symbols()),
      timeframes: timeframe ? [timeframe] : settings.signals.timeframes,
      askedBy: "person",
    });
    return address === undefined ? scan.done : messages.answer(address, scan, patienceMs);
  }

  async cancelScan(scanId: string): Promise<boolean> {
    return this.scanning.scans.cancel(scanId);
  }

  async replay(symbol: string, date: string, address: ChatAddress): Promise<ReplayStart> {
    return this.scanning.replays?.begin(symbol, date, address) ?? "no-candles";
  }

  async stopReplay(replayId: string): Promise<boolean> {
    return this.scanning.replays?.stop(replayId) ?? false;
  }

  async watchlists(): Promise<readonly Watchlist[]> {
    const { universe } = (await this.context.settings.current()).settings;
    const followed = await this.symbols();
    const names = ["all", ...universe.watchlists.map(({ name }) => name)];
    return names.map((name) => ({ name, symbols: watchlistSymbols(name, universe, followed) }));
  }

  async proposals(): Promise<readonly Trade[]> {
    return this.context.ledger.inState(["proposed"]);
  }

  async positions(): Promise<readonly PositionView[]> {
    const trades = await this.context.ledger.inState(POSITION_STATES);
    return Promise.all(trades.map((trade) => positionView(this.context, trade)));
  }

  async liveTrades(): Promise<readonly Trade[]> {
    return this.context.ledger.inState(LIVE_STATES);
  }

  async newestTrades(limit: number): Promise<readonly Trade[]> {
    return this.context.ledger.newest(limit);
  }

  async trade(tradeId: string): Promise<TradeView | undefined> {
    const trade = await this.context.ledger.load(tradeId);
    if (trade === undefined) return undefined;
    const image = await drawPicture(this.context, { kind: "trade", trade }, everyone(this.context));
    const holds = POSITION_STATES.some((state) => state === trade.state);
    return {
      trade,
      ...(holds && { position: await positionView(this.context, trade) }),
      ...(image && { image }),
    };
  }

  async risk(): Promise<RiskReport> {
    return riskReport(this.context);
  }

  async sessions(): Promise<SessionReport> {
    const now = this.context.clock.now();
    const { settings } = await this.context.settings.current();
    const { session } = settings.detectors;
    return { now, windows: windowStates(now, session, this.context.timeZones.zone(session.timezone)) };
  }

  async closedTrades(sinceMs: number): Promise<ClosedTradesReport> {
    const { settings } = await this.context.settings.current();
    return {
      trades: closedTrades(await this.context.ledger.closedSince(sinceMs)),
      hoursZone: settings.detectors.session.timezone,
    };
  }

  async picture(subject: PictureSubject, reader: Reader): Promise<Uint8Array | undefined> {
    return drawPicture(this.context, subject, reader);
  }

  levels(symbol: string, timeframe: Timeframe): Promise<LevelsReport | undefined> {
    return symbolLevels(this.context, symbol, timeframe);
  }

  async vetoes(): Promise<VetoReport> {
    return vetoReport(this.context);
  }

  async propose(order: ManualOrder, by: Actor): Promise<ProposalOutcome> {
    return proposeByHand(this.context, order, by);
  }

  async approve(
    tradeId: string,
    version: number,
    sizeFactor: number,
    by: Actor,
    role?: MemberRole,
  ): Promise<ActOutcome> {
    return this.approvals.approve({ tradeId, version, sizeFactor, by, role });
  }

  async reprice(tradeId: string, version: number, by: Actor): Promise<ActOutcome> {
    return this.approvals.reprice(tradeId, version, by);
  }

  /** Lets the rules that people switched on look at a new proposal. */
  async approveByRule(tradeId: string): Promise<ActOutcome | undefined> {
    return this.approvals.approveByRule(tradeId);
  }

  async rules(): Promise<readonly RuleState[]> {
    return readRules(this.context);
  }

  async switchRule(name: string, on: boolean, by: Actor): Promise<RuleState | undefined> {
    return switchRule(this.context, name, on, by);
  }

  async skip(tradeId: string, version: number, by: Actor): Promise<ActOutcome> {
    return commitAct(this.context, tradeId, `skip-${tradeId}`, (trade, desk) =>
      isOpenProposal(trade, version)
        ? decide(trade, [{ type: "trade.skipped", at: desk.now, by }], desk)
        : unchanged(trade),
    );
  }

  async explainSkip(tradeId: string, reason: SkipReason, by: Actor): Promise<ActOutcome> {
    return this.manual.explainSkip(tradeId, reason, by);
  }

  async changeEntry(tradeId: string, version: number, type: EntryType, by: Actor): Promise<ActOutcome> {
    return this.manual.changeEntry(tradeId, version, type, by);
  }

  async close(tradeId: string, by: Actor): Promise<ActOutcome> {
    return this.wide.close(tradeId, by);
  }

  async moveStop(...act: Parameters<Control["moveStop"]>): Promise<ActOutcome> {
    return this.manual.moveStop(...act);
  }

  async moveTargets(tradeId: string, wishes: readonly PriceWish[], by: Actor): Promise<ActOutcome> {
    return this.manual.moveTargets(tradeId, wishes, by);
  }

  async trail(tradeId: string, wish: TrailingWish | undefined, by: Actor): Promise<ActOutcome> {
    return this.manual.trail(tradeId, wish, by);
  }

  async undo(...act: Parameters<Control["undo"]>): Promise<UndoOutcome | undefined> {
    return this.manual.undo(...act);
  }

  async reduce(tradeId: string, percent: number, by: Actor, held?: string): Promise<ActOutcome> {
    return this.manual.reduce(tradeId, percent, by, held);
  }

  async cancelEntry(tradeId: string, by: Actor): Promise<ActOutcome> {
    return this.manual.cancelEntry(tradeId, by);
  }

  async closeAllSoon(by: Actor): Promise<DelayedClose> {
    return this.closes.ask(by);
  }

  async keepAll(id: string): Promise<boolean> {
    return this.closes.takeBack(id);
  }

  async closeAll(by: Actor): Promise<readonly Trade[]> {
    return this.wide.closeAll(by);
  }

  async pause(minutes: number | undefined, reason: string | undefined, by: Actor): Promise<PauseState> {
    return this.wide.pause(minutes, reason, by);
  }

  async resume(by: Actor, since?: number): Promise<boolean> {
    return this.wide.resume(by, since);
  }

  async panic(by: Actor): Promise<readonly Trade[]> {
    return this.wide.panic(by);
  }

  async unlockLive(): Promise<LiveUnlock> {
    return { status: "not-live" };
  }
}
