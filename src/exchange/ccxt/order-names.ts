import type { Order, Trade } from "ccxt";
import type { ListedSymbol } from "./ccxt-instruments.ts";
import { type ExchangeAccess, isAbsent, valueOrFault } from "./exchange-account.ts";
import { LOOK_BACK_MS, SETTLE_MS } from "./trades/settle.ts";
import { TRADES_NOT_SHOWN } from "./venue.ts";

/** After this an order that cannot be found is not late any more, but too old to be kept. */
const LATE_MS = 3_600_000;

/** A trade whose order is not shown, or may have got its name from the exchange. */
interface Doubt {
  readonly trade: Trade;
  readonly order: Order | undefined;
}

/** The client order ids of the orders behind trades, by the exchange's own ids; what was learned once is kept. */
export class OrderNames {
  private readonly access: ExchangeAccess;
  private readonly owns: (clientOrderId: string) => boolean;
  private readonly names = new Map<string, string>();

  /** `owns` tells the desk's own names. */
  constructor(access: ExchangeAccess, owns: (clientOrderId: string) => boolean) {
    this.access = access;
    this.owns = owns;
  }

  /** The name of a trade's order; empty for a trade without an order, undefined while it is in doubt. */
  of({ order }: Trade): string | undefined {
    return order === undefined ? "" : this.names.get(order);
  }

  /**
   * Asks for those that are not known. An order that is not shown yet, or whose trades are not all shown, stays in
   * doubt. Throws `DeskError` `exchange-unavailable` when one could not be read.
   */
  async learn({ ccxtSymbol }: ListedSymbol, trades: readonly Trade[]): Promise<void> {
    const { venue } = this.access;
    for (const trade of trades) {
      const name = venue.nameInTrade?.(trade);
      if (trade.order !== undefined && name !== undefined) this.names.set(trade.order, name);
    }
    // Each order once, however many trades it made and however long it stays in doubt.
    const unnamed = new Map<string | undefined, Trade>();
    for (const trade of trades)
      if (this.of(trade) === undefined && !unnamed.has(trade.order)) unnamed.set(trade.order, trade);
    const doubts: Doubt[] = [];
    for (const trade of unnamed.values()) {
      const order = await this.read(ccxtSymbol, trade);
      // However old it is: it may be an own one, and what it bought cannot be counted yet.
      if (order === TRADES_NOT_SHOWN) continue;
      if (this.isOwn(order) && !this.mayBeTriggered(order)) this.name(trade, order);
      else doubts.push({ trade, order });
    }
    if (doubts.length === 0) return;
    await this.learnTriggered(ccxtSymbol, doubts[0]?.trade);
    for (const doubt of doubts) if (this.of(doubt.trade) === undefined) this.judge(doubt);
  }

  private async learnTriggered(ccxtSymbol: string, oldest: Trade | undefined): Promise<void> {
    const { venue, orders, send, time } = this.access;
    const { triggeredIds } = venue;
    if (triggeredIds === undefined) return;
    const since = (oldest?.timestamp ?? time.now()) - LOOK_BACK_MS;
    const triggered = valueOrFault(venue, await send(() => triggeredIds(orders, ccxtSymbol, since)));
    for (const [orderId, name] of triggered) this.names.set(orderId, name);
  }

  private async read(
    ccxtSymbol: string,
    { order = "" }: Trade,
  ): Promise<Order | typeof TRADES_NOT_SHOWN | undefined> {
    const { venue, orders, send } = this.access;
    const answer = await send(() => venue.orderById(orders, ccxtSymbol, order));
    if (!answer.ok && answer.failure.reason === TRADES_NOT_SHOWN) return TRADES_NOT_SHOWN;
    return isAbsent(venue, answer) ? undefined : valueOrFault(venue, answer);
  }

  private name({ order: id = "" }: Trade, order: Order | undefined): void {
    this.names.set(id, this.nameOf(order) ?? `exchange-${id}`);
  }

  private nameOf(order: Order | undefined): string | undefined {
    return order && this.access.venue.clientOrderIdOf(order);
  }

  private isOwn(order: Order | undefined): boolean {
    const name = this.nameOf(order);
    return name !== undefined && this.owns(name);
  }

  /** What no conditional order is known to have become is what it says itself, once it is old enough or of the desk. */
  private judge({ trade, order }: Doubt): void {
    const ageMs = this.access.time.now() - (trade.timestamp ?? 0);
    const isOld = ageMs > (order === undefined ? LATE_MS : SETTLE_MS);
    const isSure = isOld || this.isOwn(order) || !this.mayBeTriggered(order);
    if (isSure) this.name(trade, order);
  }

  /** What a conditional order became bears a name of the exchange, and the conditional one may be shown later. */
  private mayBeTriggered(order: Order | undefined): boolean {
    const { venue, hedged } = this.access;
    return order === undefined || (venue.triggeredIds !== undefined && venue.isReduceOnly(order, hedged));
  }
}
