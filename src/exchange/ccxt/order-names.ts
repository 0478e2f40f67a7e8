import type { Order, Trade } from "ccxt";
import type { ListedSymbol } from "./ccxt-instruments.ts";
import { type ExchangeAccess, isAbsent, valueOrFault } from "./exchange-account.ts";
import { LOOK_BACK_MS, SETTLE_MS } from "./trades/settle.ts";

/** After this an order that cannot be found is not late any more, but too old to be kept. */
const LATE_MS = 3_600_000;

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
   * Asks for those that are not known. An order that is not shown yet stays in doubt. Throws `DeskError`
   * `exchange-unavailable` when one could not be read.
   */
  async learn({ ccxtSymbol }: ListedSymbol, trades: readonly Trade[]): Promise<void> {
    const { venue } = this.access;
    for (const trade of trades) {
      const name = venue.nameInTrade?.(trade);
      if (trade.order !== undefined && name !== undefined) this.names.set(trade.order, name);
    }
    const unnamed = trades.filter((trade) => this.of(trade) === undefined);
    if (unnamed.length > 0) await this.learnTriggered(ccxtSymbol, unnamed);
    // Each order once, however many trades it made and however long it stays in doubt.
    const asked = new Set<string | undefined>();
    for (const trade of unnamed) {
      if (asked.has(trade.order) || this.of(trade) !== undefined) continue;
      asked.add(trade.order);
      await this.learnPlain(ccxtSymbol, trade);
    }
  }

  private async learnTriggered(ccxtSymbol: string, [oldest]: readonly Trade[]): Promise<void> {
    const { venue, orders, send, time } = this.access;
    const { triggeredIds } = venue;
    if (triggeredIds === undefined) return;
    const since = (oldest?.timestamp ?? time.now()) - LOOK_BACK_MS;
    const triggered = valueOrFault(venue, await send(() => triggeredIds(orders, ccxtSymbol, since)));
    for (const [orderId, name] of triggered) this.names.set(orderId, name);
  }

  private async learnPlain(ccxtSymbol: string, { order = "", timestamp = 0 }: Trade): Promise<void> {
    const { venue, orders, send, time } = this.access;
    const ageMs = time.now() - timestamp;
    const answer = await send(() => venue.orderById(orders, ccxtSymbol, order));
    const found = isAbsent(venue, answer) ? undefined : valueOrFault(venue, answer);
    if (found === undefined && ageMs <= LATE_MS) return;
    const name = (found && venue.clientOrderIdOf(found)) ?? `exchange-${order}`;
    const isSure = ageMs > SETTLE_MS || this.owns(name) || !(found && this.mayBeTriggered(found));
    if (isSure) this.names.set(order, name);
  }

  /** What a conditional order became bears a name of the exchange, and the conditional one may be shown later. */
  private mayBeTriggered(order: Order): boolean {
    const { venue, hedged } = this.access;
    return venue.triggeredIds !== undefined && venue.isReduceOnly(order, hedged);
  }
}
