import { DeskError } from "../engine/errors.ts";
import type { OrderReport } from "../engine/trade/order.ts";
import type { Trade } from "../engine/trade/trade.ts";
import { isProtected } from "../engine/trade/trade-facts.ts";
import { LIVE_STATES } from "./account-view.ts";
import { bookDifferences, type PositionDifference } from "./book-differences.ts";
import type { DeskContext } from "./desk-context.ts";
import type { TradeExecution } from "./trade-execution.ts";
import type { TradingGate } from "./trading-gate.ts";

/**
 * Brings ledger and exchange together: fills, then orders, then positions. Run at start before any entry, and
 * periodically. What is not of this desk is told to people and never touched. When a comparison fails, above all because
 * the exchange cannot be read, the gate closes: nothing new is entered until one succeeds; stops and exits go on.
 */
export class Reconciliation {
  private readonly context: DeskContext;
  private readonly execution: TradeExecution;
  private readonly gate: TradingGate;
  /** What was wrong in the last comparison: news on its way looks wrong once, a real difference stays. */
  private suspected: ReadonlySet<string> = new Set();
  private running: Promise<boolean> | undefined;
  /** When comparisons began to fail in a way that no new try mends by itself; told once for each such time. */
  private failingSince: number | undefined;

  constructor(context: DeskContext, execution: TradeExecution, gate: TradingGate) {
    this.context = context;
    this.execution = execution;
    this.gate = gate;
  }

  /** `false` when they could not be compared. Who asks while a comparison runs gets the answer of that one. */
  run(): Promise<boolean> {
    this.running ??= this.runAlone().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async runAlone(): Promise<boolean> {
    try {
      await this.compare();
      this.gate.set(true);
      this.failingSince = undefined;
      return true;
    } catch (error) {
      this.gate.set(false);
      const { log } = this.context;
      if (error instanceof DeskError && error.retryable)
        log.warn({ err: error }, "the exchange could not be compared: no entries until it can");
      else await this.tellFailure(error);
      return false;
    }
  }

  /** What nobody foresaw may stay until a person has looked. What protects and closes goes on meanwhile. */
  private async tellFailure(error: unknown): Promise<void> {
    const { clock, log } = this.context;
    log.error({ err: error }, "ledger and exchange could not be compared: no entries until they can");
    this.failingSince ??= clock.now();
    await this.tell(`not-compared-${this.failingSince}`, "notice-not-compared", {}).catch((fault: unknown) =>
      log.error({ err: fault }, "nobody could be told"),
    );
  }

  private async compare(): Promise<void> {
    const { exchange, instance, ledger } = this.context;
    await this.execution.bookFills();
    const [orders, positions] = await Promise.all([exchange.openOrders(), exchange.positions()]);
    const trades = await ledger.inState(LIVE_STATES);
    const differences = bookDifferences(instance, trades, orders, positions);
    for (const { tradeId, symbol, clientOrderId } of differences.missing) {
      await this.execution.look(tradeId, symbol, clientOrderId);
    }
    const standing = new Set<string>();
    for (const order of differences.orphans) {
      if (this.persists(standing, `orphan ${order.clientOrderId}`))
        await this.removeOrphan(order, trades, differences.positions);
    }
    for (const order of differences.foreign) await this.tellForeign(order);
    for (const difference of differences.positions) {
      if (this.persists(standing, JSON.stringify(difference))) await this.tellPosition(difference);
    }
    for (const trade of trades.filter((each) => !isProtected(each))) {
      if (this.persists(standing, `unprotected ${trade.id}`)) await this.tellUnprotected(trade);
    }
    this.suspected = standing;
  }

  /** True when the same was wrong in the comparison before. */
  private persists(standing: Set<string>, suspicion: string): boolean {
    standing.add(suspicion);
    return this.suspected.has(suspicion);
  }

  /**
   * An own order that no living trade has came late or was lost with the ledger: it is taken away. A reduce-only
   * one stays while a position of its symbol has no confirmed stop or is not in the ledger, because it may be what
   * protects or closes it.
   */
  private async removeOrphan(
    order: OrderReport,
    trades: readonly Trade[],
    unexplained: readonly PositionDifference[],
  ): Promise<void> {
    const isUnprotected = (trade: Trade) => trade.plan.symbol === order.symbol && !isProtected(trade);
    const isUnexplained = unexplained.some(({ symbol }) => symbol === order.symbol);
    if (order.reduceOnly && (isUnexplained || trades.some(isUnprotected))) return;
    this.context.log.warn({ order }, "an own order without a trade is cancelled");
    await this.context.exchange.cancel(order.symbol, order.clientOrderId);
  }

  private async tellForeign({ symbol, exchangeOrderId }: OrderReport): Promise<void> {
    await this.tell(`foreign-${exchangeOrderId}`, "notice-foreign-order", { symbol });
  }

  private async tellPosition({ symbol, ledger, exchange }: PositionDifference): Promise<void> {
    const args = { symbol, ledger, exchange };
    await this.tell(`position-${symbol}-${ledger}-${exchange}`, "notice-position-differs", args);
  }

  private async tellUnprotected({ id, version, plan }: Trade): Promise<void> {
    await this.tell(`unprotected-${id}-${version}`, "notice-unprotected", { symbol: plan.symbol });
  }

  private async tell(operationId: string, key: string, args: Record<string, string>): Promise<void> {
    await this.context.ledger.post(operationId, { key, args, silent: false }, this.context.clock.now());
    await this.context.queues.enqueue("deliver-outbox", {});
  }
}
