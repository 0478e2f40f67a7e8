import { z } from "zod";
import type { Timeframe } from "../engine/candles/timeframe.ts";
import { windowStates } from "../engine/clock/windows.ts";
import type {
  ActOutcome,
  DeskStatus,
  LevelsReport,
  PauseState,
  PositionView,
  RiskReport,
  ScanReport,
  SessionReport,
  TradeView,
} from "../engine/ports/control.ts";
import type { Control } from "../engine/ports.ts";
import { assessEntry } from "../engine/risk/assess.ts";
import { limitUses } from "../engine/risk/limit-uses.ts";
import { tradingDayEnd } from "../engine/risk/trading-day.ts";
import { approvalEvent, closeTrade, type Decision, decide } from "../engine/trade/decide.ts";
import type { Desk } from "../engine/trade/exit-orders.ts";
import type { Actor, CloseReason, Trade } from "../engine/trade/trade.ts";
import { isLive } from "../engine/trade/trade-facts.ts";
import { LIVE_STATES, readAccount } from "./account-view.ts";
import { commitDecision } from "./commit-decision.ts";
import type { DeskContext } from "./desk-context.ts";
import { KeyedMutex } from "./keyed-mutex.ts";
import { readPause, writePause } from "./pause.ts";
import { positionView } from "./position-view.ts";
import { symbolLevels } from "./symbol-levels.ts";
import { symbolImage, tradeImage } from "./trade-image.ts";

const SCAN_TIMEOUT_MS = 30_000;
const POSITION_STATES = ["partially-filled", "open", "closing"] as const;

/** What the chat asks of the desk, answered from ledger, exchange and candles. Holds no state of its own. */
export class DeskControl implements Control {
  private readonly context: DeskContext;
  private readonly startedAt: number;
  /** Approvals are judged one after the other, so that two taps cannot share the same room under a limit. */
  private readonly mutex = new KeyedMutex();

  constructor(context: DeskContext) {
    this.context = context;
    this.startedAt = context.clock.now();
  }

  async status(): Promise<DeskStatus> {
    const { context } = this;
    const [account, counts, paused, lastCandle] = await Promise.all([
      context.exchange.account(),
      context.ledger.countByState(),
      readPause(context),
      this.lastCandleAt(),
    ]);
    return {
      mode: context.mode,
      market: context.marketName,
      symbols: await this.symbols(),
      now: context.clock.now(),
      startedAt: this.startedAt,
      ...(lastCandle !== undefined && { lastCandleAt: lastCandle }),
      ...(paused && { paused }),
      ...account,
      counts,
    };
  }

  async symbols(): Promise<readonly string[]> {
    return [...this.context.instruments.keys()];
  }

  async scan(symbols: readonly string[] | undefined, timeframe: Timeframe | undefined): Promise<ScanReport> {
    const { settings } = await this.context.settings.current();
    const answer = await this.context.queues.ask(
      "scan-symbols",
      {
        symbols: symbols ?? (await this.symbols()),
        timeframes: timeframe ? [timeframe] : settings.signals.timeframes,
      },
      SCAN_TIMEOUT_MS,
    );
    return scanReportSchema.parse(answer);
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
    const image = await tradeImage(this.context, trade);
    const holds = POSITION_STATES.some((state) => state === trade.state);
    return {
      trade,
      ...(holds && { position: await positionView(this.context, trade) }),
      ...(image && { image }),
    };
  }

  async risk(): Promise<RiskReport> {
    const [account, { settings }, paused] = await Promise.all([
      readAccount(this.context),
      this.context.settings.current(),
      readPause(this.context),
    ]);
    return {
      balance: account.balance,
      limits: limitUses(account, settings.risk),
      resetsAt: tradingDayEnd(account.now),
      now: account.now,
      ...(paused && { paused }),
    };
  }

  async sessions(): Promise<SessionReport> {
    const now = this.context.clock.now();
    const { settings } = await this.context.settings.current();
    const { session } = settings.detectors;
    return { now, windows: windowStates(now, session, this.context.timeZones.zone(session.timezone)) };
  }

  async chart(symbol: string, timeframe: Timeframe): Promise<Uint8Array | undefined> {
    return symbolImage(this.context, symbol, timeframe);
  }

  async levels(symbol: string, timeframe: Timeframe): Promise<LevelsReport | undefined> {
    return symbolLevels(this.context, symbol, timeframe);
  }

  async approve(tradeId: string, version: number, sizeFactor: number, by: Actor): Promise<ActOutcome> {
    return this.mutex.run("approvals", () => this.approveAlone(tradeId, version, sizeFactor, by));
  }

  async skip(tradeId: string, version: number, by: Actor): Promise<ActOutcome> {
    return this.act(tradeId, `skip-${tradeId}`, (trade, desk) =>
      isOpenProposal(trade, version)
        ? decide(trade, [{ type: "trade.skipped", at: desk.now, by }], desk)
        : unchanged(trade),
    );
  }

  async close(tradeId: string, by: Actor): Promise<ActOutcome> {
    return this.beginClosing(tradeId, "manual", by);
  }

  async closeAll(by: Actor): Promise<readonly Trade[]> {
    return this.closeEvery("manual", by);
  }

  async pause(minutes: number | undefined, reason: string | undefined, by: Actor): Promise<PauseState> {
    const since = this.context.clock.now();
    const pause: PauseState = {
      since,
      by,
      ...(minutes !== undefined && { until: since + minutes * 60_000 }),
      ...(reason !== undefined && { reason }),
    };
    await writePause(this.context, { ...pause, isPanic: false });
    await this.tellEveryone("notice-paused", by);
    return pause;
  }

  async resume(by: Actor): Promise<boolean> {
    const paused = await readPause(this.context);
    await writePause(this.context, undefined);
    if (paused !== undefined) await this.tellEveryone("notice-resumed", by);
    return paused !== undefined;
  }

  async panic(by: Actor): Promise<readonly Trade[]> {
    await writePause(this.context, { since: this.context.clock.now(), by, reason: "panic", isPanic: true });
    await this.tellEveryone("notice-panic", by);
    return this.closeEvery("panic", by);
  }

  private async approveAlone(
    tradeId: string,
    version: number,
    sizeFactor: number,
    by: Actor,
  ): Promise<ActOutcome> {
    const { ledger, candles, settings } = this.context;
    const trade = await ledger.load(tradeId);
    if (trade === undefined) return { status: "not-found" };
    if (trade.state !== "proposed" || trade.version !== version) return { status: "too-late", trade };
    const instrument = this.context.instruments.get(trade.plan.symbol);
    if (instrument === undefined) return { status: "not-found" };
    const verdict = assessEntry({
      trade,
      sizeFactor,
      account: await readAccount(this.context),
      price: await candles.price(trade.plan.symbol),
      instrument,
      instance: this.context.instance,
      settings: (await settings.current()).settings.risk,
    });
    if (verdict.status === "denied") return { status: "denied", trade, denials: verdict.denials };
    return this.act(tradeId, `approve-${tradeId}`, (standing, desk) =>
      isOpenProposal(standing, version)
        ? decide(standing, [approvalEvent(verdict.order, by, sizeFactor)], desk)
        : unchanged(standing),
    );
  }

  private async beginClosing(tradeId: string, reason: CloseReason, by: Actor): Promise<ActOutcome> {
    return this.act(tradeId, `close-${tradeId}`, (trade, desk) =>
      isLive(trade.state) && trade.closing === undefined
        ? closeTrade(trade, reason, desk, by)
        : unchanged(trade),
    );
  }

  /** Commits a person's act; what it leads to at the exchange is a job, so that the answer is not held up. */
  private async act(
    tradeId: string,
    operationId: string,
    decideOn: (trade: Trade, desk: Desk) => Decision,
  ): Promise<ActOutcome> {
    const { ledger, queues } = this.context;
    const committed = await commitDecision(ledger, tradeId, operationId, (trade) => {
      const desk = this.deskOf(trade);
      return desk === undefined ? unchanged(trade) : decideOn(trade, desk);
    });
    if (committed === undefined) return { status: "not-found" };
    const { trade, isNew } = committed;
    if (isNew && isLive(trade.state)) await queues.enqueue("advance-trade", { tradeId });
    await queues.enqueue("deliver-outbox", {});
    return { status: isNew ? "done" : "too-late", trade };
  }

  private deskOf(trade: Trade): Desk | undefined {
    const instrument = this.context.instruments.get(trade.plan.symbol);
    return instrument && { instance: this.context.instance, instrument, now: this.context.clock.now() };
  }

  private async closeEvery(reason: CloseReason, by: Actor): Promise<readonly Trade[]> {
    const closing: Trade[] = [];
    for (const trade of await this.context.ledger.inState(LIVE_STATES)) {
      const outcome = await this.beginClosing(trade.id, reason, by);
      if (outcome.status === "done") closing.push(outcome.trade);
    }
    return closing;
  }

  /** What one person did to the whole desk, in every chat. */
  private async tellEveryone(key: string, by: Actor): Promise<void> {
    const { ledger, queues, clock } = this.context;
    const now = clock.now();
    await ledger.post(`${key}-${now}`, { key, args: { name: by.name }, silent: key !== "notice-panic" }, now);
    await queues.enqueue("deliver-outbox", {});
  }

  private async lastCandleAt(): Promise<number | undefined> {
    const symbol = (await this.symbols())[0];
    return symbol === undefined ? undefined : (await this.context.candles.price(symbol))?.at;
  }
}

/** The answer of a scan job; the rows were made by our own worker and are taken as they are. */
const scanReportSchema: z.ZodType<ScanReport> = z.object({
  rows: z.array(z.custom<ScanReport["rows"][number]>((row) => typeof row === "object" && row !== null)),
  scanned: z.number(),
  failed: z.array(z.string()),
  elapsedMs: z.number(),
});

function isOpenProposal(trade: Trade, version: number): boolean {
  return trade.state === "proposed" && trade.version === version;
}

function unchanged(trade: Trade): Decision {
  return { events: [], next: trade, place: [], cancel: [] };
}
