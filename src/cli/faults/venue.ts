import { floorToStep } from "../../engine/decimal.ts";
import { DeskError } from "../../engine/errors.ts";
import {
  createPaperAccount,
  entryPriceOf,
  equityOf,
  orderOf,
  type PaperAccount,
  reportOf,
} from "../../engine/fill/account.ts";
import { applyFill } from "../../engine/fill/apply-fill.ts";
import { exact } from "../../engine/fill/exact.ts";
import { onPrice } from "../../engine/fill/market-step.ts";
import { cancelOrder, placeOrder } from "../../engine/fill/place-order.ts";
import type { Instrument } from "../../engine/instrument.ts";
import type { Exchange, PlaceOutcome } from "../../engine/ports/exchange.ts";
import type { Clock } from "../../engine/ports.ts";
import { type Fill, isTooLateToSend, type OrderReport, type OrderRequest } from "../../engine/trade/order.ts";
import type { Draws } from "../../exchange/simulated/draws.ts";
import type { VenueEntry, VenueFault } from "./venue-log.ts";

const LATE_MS = 8000;
const TRANSIT_MS = 4000;

export interface VenueOptions {
  readonly instruments: readonly Instrument[];
  readonly clock: Clock;
  readonly draws: Draws;
  /** What goes wrong with this order, if anything. */
  readonly faultOf: (order: OrderRequest) => VenueFault | undefined;
  /** Fills come twice and out of order. */
  readonly scramblesFills: boolean;
}

/**
 * An exchange that outlives every desk: the fill model of the desk's own paper account behind the faults of a
 * real venue, with a log of its own. Unlike the paper exchange its look-ups are no proof at once.
 */
export class Venue implements Exchange {
  readonly name = "venue";
  readonly log: VenueEntry[] = [];
  private readonly options: VenueOptions;
  private account_: PaperAccount = createPaperAccount({ startBalance: "100000", slippagePercent: 0 });
  private readonly hiddenUntil = new Map<string, number>();
  private transit: { readonly at: number; readonly order: OrderRequest }[] = [];
  /** Fills in the order in which they are told. */
  private readonly told: Fill[] = [];
  private booked = 0;
  private downUntil = 0;

  constructor(options: VenueOptions) {
    this.options = options;
  }

  async instrument(symbol: string): Promise<Instrument | undefined> {
    return this.rules(symbol);
  }

  async account() {
    this.settle();
    return { balance: this.account_.balance, equity: equityOf(this.account_) };
  }

  async place(order: OrderRequest): Promise<PlaceOutcome> {
    this.settle();
    // As the adapter of a real venue does, at the last moment before it signs.
    if (isTooLateToSend(order, this.now())) return { status: "rejected", code: "sent-too-late" };
    if (this.isDown()) return { status: "unknown", code: "maintenance" };
    const { clientOrderId } = order;
    const isKnown = orderOf(this.account_, clientOrderId) !== undefined;
    const fault = isKnown ? undefined : this.options.faultOf(order);
    if (fault === "refused") return this.refuse(order, "refused-by-venue");
    if (fault === "order-lost") return LOST;
    if (fault === "arrives-late") {
      this.transit.push({ at: this.now() + TRANSIT_MS, order });
      return LOST;
    }
    if (fault === "visible-late") this.hiddenUntil.set(clientOrderId, this.now() + LATE_MS);
    const outcome = this.accept(order);
    if (fault === "filled-first") this.fill(clientOrderId, "1");
    if (fault === "cancelled-in-part") this.fillPartThenCancel(order);
    this.tell();
    return fault === undefined || fault === "cancelled-in-part" ? outcome : LOST;
  }

  async cancel(symbol: string, clientOrderId: string): Promise<"cancelled" | "gone"> {
    this.readable();
    const { status, account } = cancelOrder(this.account_, symbol, clientOrderId);
    this.become(account, clientOrderId);
    return status;
  }

  async find(symbol: string, clientOrderId: string): Promise<OrderReport | undefined> {
    this.readable();
    const order = orderOf(this.account_, clientOrderId);
    return order?.symbol === symbol && !this.isHidden(clientOrderId) ? reportOf(order) : undefined;
  }

  async openOrders(): Promise<readonly OrderReport[]> {
    this.readable();
    return this.account_.working.filter(({ clientOrderId }) => !this.isHidden(clientOrderId)).map(reportOf);
  }

  async positions() {
    this.readable();
    return this.account_.positions.map((position) => ({
      symbol: position.symbol,
      quantity: position.quantity,
      entryPrice: entryPriceOf(position),
    }));
  }

  async fillsSince(cursor: string) {
    this.readable();
    const from = Math.max(0, (Number(cursor) || 0) - (this.options.scramblesFills ? 2 : 0));
    const fills = this.told.slice(from);
    return {
      fills: this.options.scramblesFills ? [...fills].reverse() : fills,
      cursor: String(this.told.length),
    };
  }

  /** A traded price. */
  price(symbol: string, price: number): void {
    this.settle();
    this.become(onPrice(this.account_, symbol, price, this.now()).account);
    this.tell();
  }

  goDown(ms: number): void {
    this.downUntil = this.now() + ms;
  }

  /** Somebody cancels the desk's protecting stops in the venue's own app. Returns how many. */
  cancelStopsByHand(): number {
    const stops = this.account_.working.filter((order) => order.type === "stop");
    for (const { symbol, clientOrderId } of stops) {
      this.become(cancelOrder(this.account_, symbol, clientOrderId).account);
    }
    return stops.length;
  }

  /** Somebody places an order of their own. */
  placeByHand(order: OrderRequest): void {
    this.accept(order);
  }

  /** Everything that is true at the venue, also what it does not show yet. */
  truth(): PaperAccount {
    return this.account_;
  }

  private now(): number {
    return this.options.clock.now();
  }

  private rules(symbol: string): Instrument | undefined {
    return this.options.instruments.find((known) => known.symbol === symbol);
  }

  private accept(order: OrderRequest): PlaceOutcome {
    const isNew = orderOf(this.account_, order.clientOrderId) === undefined;
    const { account, ...outcome } = placeOrder(this.account_, order, this.now(), this.rules(order.symbol));
    if (outcome.status === "rejected")
      this.log.push({ type: "refused", at: this.now(), order, code: outcome.code });
    else if (isNew) this.log.push({ type: "order", at: this.now(), order });
    this.become(account);
    return outcome;
  }

  private refuse(order: OrderRequest, code: string): PlaceOutcome {
    this.log.push({ type: "refused", at: this.now(), order, code });
    return { status: "rejected", code };
  }

  private fillPartThenCancel(order: OrderRequest): void {
    this.fill(order.clientOrderId, "0.333");
    this.become(cancelOrder(this.account_, order.symbol, order.clientOrderId).account);
  }

  private fill(clientOrderId: string, share: string): void {
    const order = this.account_.working.find((each) => each.clientOrderId === clientOrderId);
    const price = order?.price ?? this.account_.prices.find(({ symbol }) => symbol === order?.symbol)?.price;
    if (order === undefined || price === undefined || order.reduceOnly) return;
    const step = this.rules(order.symbol)?.quantityStep ?? "1";
    const quantity = floorToStep(exact(order.quantity).mul(share), step);
    if (quantity.gt(0))
      this.become(applyFill(this.account_, order, exact(price), quantity, this.now()).account);
  }

  private become(next: PaperAccount, askedToCancel?: string): void {
    const ended = next.finished.slice(this.account_.finished.length);
    this.account_ = next;
    for (const fill of next.fills.slice(this.booked)) this.log.push({ type: "filled", at: fill.at, fill });
    this.booked = next.fills.length;
    // What ends with a position ends after the fill that closed it.
    for (const { clientOrderId, status } of ended) {
      if (status !== "cancelled") continue;
      const byVenue = clientOrderId === askedToCancel ? {} : ({ byVenue: true } as const);
      this.log.push({ type: "cancelled", at: this.now(), clientOrderId, ...byVenue });
    }
  }

  /** Fills of hidden orders are told when the order is shown; a scrambled one is told twice. */
  private tell(): void {
    const known = new Set(this.told.map(({ fillId }) => fillId));
    for (const fill of this.account_.fills) {
      if (known.has(fill.fillId) || this.isHidden(fill.clientOrderId)) continue;
      this.told.push(fill);
      if (this.options.scramblesFills && this.options.draws.uniform() < 0.5) this.told.push(fill);
    }
  }

  private isHidden(clientOrderId: string): boolean {
    return this.now() < (this.hiddenUntil.get(clientOrderId) ?? 0);
  }

  /** Orders on their way arrive when their time has come. */
  private settle(): void {
    const arrived = this.transit.filter(({ at }) => at <= this.now());
    this.transit = this.transit.filter(({ at }) => at > this.now());
    for (const { order } of arrived) this.accept(order);
    this.tell();
  }

  private isDown(): boolean {
    return this.now() < this.downUntil;
  }

  private readable(): void {
    this.settle();
    if (this.isDown()) throw new DeskError("exchange-unavailable", { exchange: "venue" });
  }
}

const LOST: PlaceOutcome = { status: "unknown", code: "timeout" };
