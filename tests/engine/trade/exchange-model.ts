import type { PlaceOutcome } from "../../../src/engine/ports/exchange.ts";
import type { Fill, OrderReport, OrderRequest } from "../../../src/engine/trade/order.ts";
import type { Random } from "./random.ts";

interface ModelOrder {
  readonly request: OrderRequest;
  filled: number;
  status: OrderReport["status"];
}

/** A tiny exchange in whole lots at one price: keeps orders and a position, and does what it is told. */
export class ExchangeModel {
  readonly orders = new Map<string, ModelOrder>();
  readonly fills: Fill[] = [];
  /** Entered minus left, in lots, whatever the direction. */
  position = 0;
  refuses = true;
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** Takes the order, refuses it, takes it and loses the answer, or never gets it. */
  place(request: OrderRequest): PlaceOutcome {
    const refusal = this.refuses ? this.random.next() : 1;
    if (refusal < 0.06) return { status: "rejected", code: "refused" };
    if (refusal < 0.12) return { status: "unknown", code: "lost" };
    this.orders.set(request.clientOrderId, { request, filled: 0, status: "working" });
    if (refusal < 0.2) return { status: "unknown", code: "timeout" };
    return { status: "accepted", exchangeOrderId: `x-${request.clientOrderId}` };
  }

  cancel(clientOrderId: string): void {
    const order = this.orders.get(clientOrderId);
    if (order?.status === "working") order.status = "cancelled";
  }

  report(clientOrderId: string): OrderReport | undefined {
    const order = this.orders.get(clientOrderId);
    if (order === undefined) return undefined;
    const { createdAt: _at, ...request } = order.request;
    const filledQuantity = String(order.filled);
    return { ...request, exchangeOrderId: `x-${clientOrderId}`, filledQuantity, status: order.status };
  }

  /** Fills at most `lots`; what only reduces never fills more than the position. */
  fill(clientOrderId: string, lots: number): Fill | undefined {
    const order = this.orders.get(clientOrderId);
    if (order?.status !== "working") return undefined;
    const open = order.request.reduceOnly ? this.position : Number.POSITIVE_INFINITY;
    const quantity = Math.min(lots, Number(order.request.quantity) - order.filled, open);
    if (quantity <= 0) return undefined;
    order.filled += quantity;
    this.position += order.request.reduceOnly ? -quantity : quantity;
    if (order.filled === Number(order.request.quantity)) order.status = "filled";
    const { symbol, side } = order.request;
    const fillId = `f${this.fills.length}`;
    const price = String(this.random.whole(95, 105));
    const fill = {
      fillId,
      clientOrderId,
      symbol,
      side,
      quantity: String(quantity),
      price,
      fee: "0.01",
      at: 0,
    };
    this.fills.push(fill);
    return fill;
  }

  working(): readonly OrderRequest[] {
    return [...this.orders.values()]
      .filter(({ status }) => status === "working")
      .map(({ request }) => request);
  }

  /** Lots that working stops and exits would still close. */
  covered(): number {
    return [...this.orders.values()]
      .filter(
        ({ request, status }) =>
          status === "working" && (request.type === "stop" || request.type === "market"),
      )
      .filter(({ request }) => request.reduceOnly)
      .reduce((sum, { request, filled }) => sum + Number(request.quantity) - filled, 0);
  }
}
