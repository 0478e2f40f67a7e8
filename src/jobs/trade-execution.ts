import { DeskError } from "../engine/errors.ts";
import type { PlaceOutcome } from "../engine/ports/exchange.ts";
import { assessEntry } from "../engine/risk/assess.ts";
import {
  afterAbsence,
  afterCandle,
  afterPlaced,
  afterReport,
  afterTime,
  decide,
  entryDeadline,
  entryIntents,
  resume,
  unsentOrders,
} from "../engine/trade/decide.ts";
import type { Desk } from "../engine/trade/exit-orders.ts";
import { reduceOnlyOrder } from "../engine/trade/exit-orders.ts";
import type { MarketMoment } from "../engine/trade/manage.ts";
import type { AssessedEntry, OrderReport, SubmittableOrder } from "../engine/trade/order.ts";
import type { OrderState, Trade } from "../engine/trade/trade.ts";
import { entryOrder, findOrder, isAlive, isLive } from "../engine/trade/trade-facts.ts";
import { readAccount } from "./account-view.ts";
import { commitDecision } from "./commit-decision.ts";
import type { SymbolClosing } from "./decisions.ts";
import type { DeskContext } from "./desk-context.ts";
import { type OrderReading, placeOrder, readOrder } from "./exchange-answers.ts";
import { type Decide, FillBooking, type FillReading } from "./fill-booking.ts";
import { KeyedMutex } from "./keyed-mutex.ts";
import { StrayFills } from "./stray-fill.ts";
import { TradingGate } from "./trading-gate.ts";
import { UnknownOrders } from "./unknown-orders.ts";

/** After a cancel that the exchange took and does not show yet. */
const CANCEL_SHOWN_MS = 500;

/**
 * Carries out at the exchange what the engine decides about trades: commit first, then send, then commit the
 * answer. Every way in (a tap, a fill, the sweeper, a restart) may be taken again at any time and leads to the
 * same orders; steps of one trade never overlap.
 */
export class TradeExecution {
  private readonly context: DeskContext;
  private readonly gate: TradingGate;
  private readonly mutex = new KeyedMutex();
  private readonly unknowns: UnknownOrders;
  private readonly fills: FillBooking;
  /** Trades that somebody waits to advance. */
  private readonly awaited = new Set<string>();

  /** Without a gate entries are always sent. */
  constructor(context: DeskContext, gate: TradingGate = new TradingGate(true)) {
    this.context = context;
    this.gate = gate;
    this.unknowns = new UnknownOrders(context.exchange.absenceProvenAfterMs);
    const strays = new StrayFills(context, this.unknowns);
    this.fills = new FillBooking(context, this.mutex, (...step) => this.carryOut(...step), strays);
  }

  /**
   * Takes a live trade to where it should be: sends an approved entry, asks about orders without an answer. Resolves at
   * once when somebody waits to do that already: it will begin with the trade as it stands then.
   */
  async advance(tradeId: string): Promise<void> {
    if (this.awaited.has(tradeId)) return;
    this.awaited.add(tradeId);
    await this.mutex.run(tradeId, async () => {
      this.awaited.delete(tradeId);
      const trade = await this.context.ledger.load(tradeId);
      if (trade === undefined || !isLive(trade.state)) return;
      if (trade.state === "approved") await this.enter(trade);
      else await this.catchUp(trade);
    });
    await this.context.queues.enqueue("deliver-outbox", {});
  }

  /**
   * Books every fill of these symbols, or of all, that the exchange knows and the ledger does not. Returns how many the
   * exchange named.
   */
  bookFills(symbols?: readonly string[]): Promise<number> {
    return this.fills.book(symbols);
  }

  /** As `bookFills`, of these symbols or of all, for who needs not wait until they are booked. */
  readFills(symbols?: readonly string[]): Promise<FillReading> {
    return this.fills.read(symbols);
  }

  /** Candles closed, in this order: each open trade's own plan is asked what it wants now. */
  async manage(closings: readonly SymbolClosing[]): Promise<void> {
    const open = await this.context.ledger.inState(["partially-filled", "open"]);
    if (open.length === 0) return;
    for (const { symbol, momentOf } of closings) {
      const own = open.filter(({ plan }) => plan.symbol === symbol);
      for (const trade of own) {
        // One that fails is asked again at its next candle, and keeps no other one from being asked now.
        await this.manageTrade(trade, momentOf(trade.signal.timeframe)).catch((error: unknown) =>
          this.context.log.error({ err: error, tradeId: trade.id }, "a trade could not be managed"),
        );
      }
    }
  }

  private async manageTrade({ id }: Trade, moment: MarketMoment): Promise<void> {
    await this.mutex.run(id, () =>
      this.carryOut(id, `manage-${id}-${moment.candle.openTime}`, (trade, desk) =>
        afterCandle(trade, moment, desk),
      ),
    );
    await this.context.queues.enqueue("deliver-outbox", {});
  }

  /** Looks an order up and books what is found, whatever state the ledger has it in. */
  async look(tradeId: string, symbol: string, clientOrderId: string): Promise<void> {
    const report = await readOrder(this.context, symbol, clientOrderId);
    // An order may have ended because of a fill of another one of its symbol: that fill has to be known first.
    await this.bookFills([symbol]);
    await this.mutex.run(tradeId, () => this.takeReport(tradeId, clientOrderId, report));
  }

  /** The last look before money moves: everything is assessed again, the intent is committed, then it is sent. */
  private async enter(trade: Trade): Promise<void> {
    const desk = this.deskOf(trade);
    if (desk.now >= entryDeadline(trade)) {
      await this.carryOut(trade.id, `expire-${trade.id}`, afterTime);
      return;
    }
    // What a fill that cannot be booked yet opened is not in the risk that is judged below.
    if (!this.gate.isOpen || this.fills.keepsBack) return;
    const [account, { settings }, price] = await Promise.all([
      readAccount(this.context, { assessedId: trade.id }),
      this.context.settings.current(),
      this.context.candles.price(trade.plan.symbol),
    ]);
    const sizeFactor = trade.approval?.sizeFactor ?? 1;
    const verdict = assessEntry({ trade, account, price, settings: settings.risk, sizeFactor, ...desk });
    if (verdict.status === "denied") {
      await this.carryOut(trade.id, `deny-${trade.id}`, (standing, now) =>
        decide(standing, [{ type: "trade.denied", at: now.now, denials: verdict.denials }], now),
      );
      return;
    }
    await this.submit(trade.id, verdict.order);
  }

  private async submit(tradeId: string, order: AssessedEntry): Promise<void> {
    const intents = entryIntents(order);
    const committed = await this.commit(tradeId, `submit-${tradeId}`, (trade, desk) =>
      entryOrder(trade) === undefined
        ? decide(trade, [{ type: "order.intended", at: desk.now, intents }], desk)
        : decide(trade, [], desk),
    );
    if (committed?.isNew) await this.send(tradeId, order);
  }

  /** Finds out what became of orders without an answer, then does what the trade needs. */
  private async catchUp(trade: Trade): Promise<void> {
    for (const order of unsentOrders(trade, this.deskOf(trade))) await this.send(trade.id, order);
    for (const { clientOrderId } of trade.orders.filter(isUnanswered)) {
      await this.inquire(trade.id, trade.plan.symbol, clientOrderId);
    }
    const desk = this.deskOf(trade);
    await this.carryOut(
      trade.id,
      `resume-${trade.version}-${desk.now}`,
      desk.now < trade.expiresAt ? resume : afterTime,
    );
  }

  private async send(tradeId: string, order: SubmittableOrder): Promise<void> {
    const { clientOrderId, symbol } = order;
    const outcome = await placeOrder(this.context, order);
    if (outcome.status === "unknown") this.unknowns.sent(clientOrderId, this.context.clock.now());
    await this.carryOut(tradeId, `placed-${clientOrderId}-${outcome.status}`, (trade, desk) =>
      afterPlaced(trade, clientOrderId, outcome, desk),
    );
    if (outcome.status === "unknown") await this.askLater(tradeId, clientOrderId);
    if (order.type === "stop" && outcome.status === "accepted")
      await this.inquire(tradeId, symbol, clientOrderId);
  }

  /** Looks an order up when it is time to. Only what was read back counts, above all a stop. */
  private async inquire(tradeId: string, symbol: string, clientOrderId: string): Promise<void> {
    const isDue = this.unknowns.dueIn(clientOrderId, this.context.clock.now()) === 0;
    if (!isDue) return this.askLater(tradeId, clientOrderId);
    await this.takeReport(tradeId, clientOrderId, await readOrder(this.context, symbol, clientOrderId));
  }

  private async takeReport(tradeId: string, clientOrderId: string, report: OrderReading): Promise<void> {
    const now = this.context.clock.now();
    if (report === "unreadable") {
      this.unknowns.unreadable(clientOrderId, now);
      return this.askLater(tradeId, clientOrderId);
    }
    if (report === "absent") return this.takeAbsence(tradeId, clientOrderId, now);
    this.unknowns.settled(clientOrderId);
    await this.carryOut(tradeId, operationOf(report, now), (trade, desk) => afterReport(trade, report, desk));
  }

  /** "Not found" is a proof only late and repeated. Until then an entry waits, and an exit is sent again. */
  private async takeAbsence(tradeId: string, clientOrderId: string, now: number): Promise<void> {
    if (this.unknowns.notFound(clientOrderId, now)) {
      this.unknowns.settled(clientOrderId);
      await this.carryOut(tradeId, `absent-${clientOrderId}-${now}`, (trade, desk) =>
        afterAbsence(trade, clientOrderId, desk),
      );
      return;
    }
    const trade = await this.context.ledger.load(tradeId);
    const order = trade && findOrder(trade, clientOrderId);
    if (trade === undefined || order === undefined) return;
    // What is to be cancelled anyway is not sent again: it may still arrive, and is asked for until it cannot.
    const isUnwanted = decide(trade, [], this.deskOf(trade)).cancel.includes(clientOrderId);
    if (order.leg !== "entry" && order.status === "unknown" && !isUnwanted) {
      return this.resend(tradeId, reduceOnlyOrder(trade, order));
    }
    if (order.status === "intended") {
      const lost: PlaceOutcome = { status: "unknown", code: "restart" };
      await this.carryOut(tradeId, `placed-${clientOrderId}-unknown`, (standing, desk) =>
        afterPlaced(standing, clientOrderId, lost, desk),
      );
    }
    await this.askLater(tradeId, clientOrderId);
  }

  /** The same id never makes two orders, and a reduce-only one can only make the position smaller. */
  private async resend(tradeId: string, order: SubmittableOrder): Promise<void> {
    const outcome = await placeOrder(this.context, order);
    if (outcome.status !== "unknown") this.unknowns.settled(order.clientOrderId);
    await this.carryOut(tradeId, `resent-${order.clientOrderId}-${outcome.status}`, (trade, desk) =>
      afterPlaced(trade, order.clientOrderId, outcome, desk),
    );
    await this.askLater(tradeId, order.clientOrderId);
  }

  /** The next look at a trade when its order is due; a person is told once when that takes too long. */
  private async askLater(tradeId: string, clientOrderId: string): Promise<void> {
    const { clock, ledger, queues } = this.context;
    const now = clock.now();
    if (this.unknowns.isOverdue(clientOrderId, now)) {
      const symbol = (await ledger.load(tradeId))?.plan.symbol ?? "";
      const notice = { key: "notice-order-unknown", args: { symbol }, silent: false };
      await ledger.post(`order-unknown-${clientOrderId}`, notice, now);
    }
    const delayMs = this.unknowns.dueIn(clientOrderId, now);
    if (!this.unknowns.mayCall(clientOrderId, now, delayMs)) return;
    await queues.enqueue("advance-trade", { tradeId }, delayMs);
  }

  /** Commits a decision and does what it asks for, and whatever follows from the answers. */
  private async carryOut(tradeId: string, operationId: string, decideOn: Decide): Promise<Trade | undefined> {
    const committed = await this.commit(tradeId, operationId, decideOn);
    if (committed === undefined) return undefined;
    const { trade, decision, isNew } = committed;
    if (isNew) for (const order of decision.place) await this.send(tradeId, order);
    for (const clientOrderId of decision.cancel) {
      await this.context.exchange.cancel(trade.plan.symbol, clientOrderId);
      const report = await readOrder(this.context, trade.plan.symbol, clientOrderId);
      await this.takeReport(tradeId, clientOrderId, report);
      // A venue may show a cancel late, and what follows from it waits for that.
      if (typeof report === "object" && report.status === "working")
        await this.context.queues.enqueue("advance-trade", { tradeId }, CANCEL_SHOWN_MS);
    }
    return trade;
  }

  private commit(tradeId: string, operationId: string, decideOn: Decide) {
    return commitDecision(this.context.ledger, tradeId, operationId, (trade) =>
      decideOn(trade, this.deskOf(trade)),
    );
  }

  private deskOf(trade: Trade): Desk {
    const { symbol } = trade.plan;
    const instrument = this.context.instruments.get(symbol);
    if (instrument === undefined) throw new DeskError("market-unavailable", { symbol });
    return { instance: this.context.instance, instrument, now: this.context.clock.now() };
  }
}

/** Sent, or perhaps sent, without a clear answer; a stop counts as answered only when it was read back. */
function isUnanswered(order: OrderState): boolean {
  if (order.status === "unknown") return true;
  if (order.status === "intended") return order.leg === "entry";
  return order.leg === "stop" && isAlive(order) && order.confirmedPrice === undefined;
}

function operationOf(report: OrderReport, now: number): string {
  return `report-${report.clientOrderId}-${report.status}-${report.filledQuantity}-${now}`;
}
