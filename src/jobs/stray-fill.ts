import { z } from "zod";
import { decimal, toText } from "../engine/decimal.ts";
import { DeskError } from "../engine/errors.ts";
import {
  type ClientOrderIdParts,
  clientOrderId,
  parseClientOrderId,
} from "../engine/trade/client-order-id.ts";
import { hash64 } from "../engine/trade/hash.ts";
import type { Fill, OrderReport, OrderSide, ReduceOnlyOrder } from "../engine/trade/order.ts";
import type { DeskContext } from "./desk-context.ts";
import { placeOrder, readOrder } from "./exchange-answers.ts";
import type { UnknownOrders } from "./unknown-orders.ts";

/** Attempts of exits that belong to no living trade; those of a trade never come so far. */
const FIRST_ATTEMPT = 5000n;
const ATTEMPTS = 4999n;

/** Orders for one fill, after which a person has to close the rest. */
const MOST_ORDERS = 5;
/** From an order that closed less than it should to the next one; each time twice as long, in ms. */
const PAUSE_MS = 1000;

/** What was intended last for a fill, as the ledger keeps it from before it was sent. */
const intentSchema = z.strictObject({
  attempt: z.int().min(1),
  at: z.int(),
  /** Nothing more is sent. */
  isEnded: z.boolean(),
  /** What the order is to close; unset: all of the fill. */
  quantity: z.string().optional(),
  /** The order is known to be over and this much of the fill is still open. */
  left: z.string().optional(),
});
type Intent = z.infer<typeof intentSchema>;

/** A fill, and the trade whose entry it is of. */
interface Stray {
  readonly tradeId: string;
  readonly fill: Fill;
}

/**
 * Closes what own orders bought or sold although their trade is over or lost: nobody watches that position, so what
 * the fill opened is closed at once, reduce-only, and people are told. One order at a time, and never the same twice:
 * another one goes only for what an order that is over left open, or when it is proven that it never arrived. What
 * was intended stays in the ledger, because a fill may be read again at any time.
 */
export class StrayFills {
  private readonly context: DeskContext;
  private readonly unknowns: UnknownOrders;
  /** Fills that were logged; one may be read again and again. */
  private readonly logged = new Set<string>();

  constructor(context: DeskContext, unknowns: UnknownOrders) {
    this.context = context;
    this.unknowns = unknowns;
  }

  /**
   * Not to be called for the same fill before it resolved. Throws `DeskError` `exchange-unavailable` while nobody
   * knows whether an order arrived, and while more is to be closed: book the fill again.
   */
  async close({ tradeId, leg }: ClientOrderIdParts, fill: Fill): Promise<void> {
    const { instruments, log } = this.context;
    const { fillId, symbol } = fill;
    if (!this.logged.has(fillId)) log.error({ fill, tradeId }, "a fill that no trade can take");
    this.logged.add(fillId);
    if (leg !== "entry") return;
    await this.tell(`stray-${fillId}`, "notice-stray-fill", symbol);
    const stray = { tradeId, fill };
    const before = await this.intentOf(fillId);
    const known = before && (await this.outcomeOf(stray, before));
    if (known?.isEnded) return;
    if (known !== undefined) await this.pauseAfter(stray, known);
    if (instruments.get(symbol)?.isSpot === true) await unlock(this.context, tradeId, symbol);
    const outcome = await this.place(stray, await this.intendAfter(fillId, known));
    if (!outcome.isEnded) await this.pauseAfter(stray, outcome);
  }

  private async place(stray: Stray, intent: Intent): Promise<Intent> {
    const order = orderOf(this.context, stray, intent);
    const outcome = await placeOrder(this.context, order);
    if (outcome.status === "rejected") return this.over(stray, intent, "0");
    if (outcome.status === "accepted") return this.outcomeOf(stray, intent);
    this.unknowns.sent(order.clientOrderId, this.context.clock.now());
    return this.askLater(order);
  }

  /** What became of an order that may have been sent: ended, or with what it left open. Throws until that is known. */
  private async outcomeOf(stray: Stray, intent: Intent): Promise<Intent> {
    if (intent.isEnded || intent.left !== undefined) return intent;
    const order = orderOf(this.context, stray, intent);
    const { clientOrderId: id, symbol } = order;
    const now = this.context.clock.now();
    if (this.unknowns.dueIn(id, now) > 0) return this.askLater(order);
    const report = await readOrder(this.context, symbol, id);
    if (typeof report === "object") {
      const isDone = report.status === "working" || report.status === "filled";
      return isDone ? this.end(stray, intent) : this.over(stray, intent, report.filledQuantity);
    }
    if (report === "unreadable") this.unknowns.unreadable(id, now);
    else if (this.unknowns.notFound(id, now)) return this.over(stray, intent, "0");
    return this.askLater(order);
  }

  /** The order is over and closed only this much. */
  private async over(stray: Stray, intent: Intent, filled: string): Promise<Intent> {
    const { fillId, side, symbol } = stray.fill;
    const { clientOrderId: id, quantity } = orderOf(this.context, stray, intent);
    const left = decimal(quantity).minus(filled);
    const isOpen = left.gt(0) && (await holds(this.context, symbol, side));
    if (!isOpen) return this.end(stray, intent);
    this.context.log.error({ order: id, left: toText(left) }, "a stray fill was not closed whole");
    if (intent.attempt >= MOST_ORDERS) {
      await this.tell(`stray-open-${fillId}`, "notice-stray-fill-open", symbol);
      return this.end(stray, intent);
    }
    this.unknowns.settled(id);
    return this.keep(fillId, { ...intent, left: toText(left) });
  }

  /** Returns once the next order may go. Throws before. */
  private async pauseAfter(stray: Stray, intent: Intent): Promise<void> {
    const { at, attempt } = intent;
    const waitMs = at + PAUSE_MS * 2 ** (attempt - 1) - this.context.clock.now();
    const order = orderOf(this.context, stray, intent);
    if (waitMs > 0) await this.wake(order, waitMs);
    this.unknowns.settled(order.clientOrderId);
  }

  private async askLater(order: ReduceOnlyOrder): Promise<never> {
    const { clientOrderId: id, symbol } = order;
    const now = this.context.clock.now();
    if (this.unknowns.isOverdue(id, now))
      await this.tell(`order-unknown-${id}`, "notice-order-unknown", symbol);
    return this.wake(order, this.unknowns.dueIn(id, now));
  }

  private async wake({ clientOrderId: id, symbol }: ReduceOnlyOrder, delayMs: number): Promise<never> {
    const { clock, queues } = this.context;
    if (this.unknowns.mayCall(id, clock.now(), delayMs)) await queues.enqueue("sweep", {}, delayMs);
    throw new DeskError("exchange-unavailable", { symbol, order: id });
  }

  private async tell(operationId: string, key: string, symbol: string): Promise<void> {
    const { clock, ledger, queues } = this.context;
    await ledger.post(operationId, { key, args: { symbol }, silent: false }, clock.now());
    await queues.enqueue("deliver-outbox", {});
  }

  private async end(stray: Stray, intent: Intent): Promise<Intent> {
    this.unknowns.settled(orderOf(this.context, stray, intent).clientOrderId);
    return this.keep(stray.fill.fillId, { ...intent, isEnded: true });
  }

  private intendAfter(fillId: string, before: Intent | undefined): Promise<Intent> {
    const quantity = before?.left === undefined ? {} : { quantity: before.left };
    const attempt = (before?.attempt ?? 0) + 1;
    return this.keep(fillId, { attempt, at: this.context.clock.now(), isEnded: false, ...quantity });
  }

  private async keep(fillId: string, intent: Intent): Promise<Intent> {
    await this.context.ledger.writeMark(markOf(fillId), JSON.stringify(intent));
    return intent;
  }

  private async intentOf(fillId: string): Promise<Intent | undefined> {
    const text = await this.context.ledger.readMark(markOf(fillId));
    return text === undefined ? undefined : intentSchema.parse(JSON.parse(text));
  }
}

function markOf(fillId: string): string {
  return `stray-${fillId}`;
}

/** The same attempt at the same fill always makes the same order. */
function orderOf(
  { instance }: DeskContext,
  { tradeId, fill }: Stray,
  { attempt, at, quantity = fill.quantity }: Intent,
): ReduceOnlyOrder {
  const { fillId, side, symbol } = fill;
  const name = attempt === 1 ? fillId : `${fillId}-${attempt}`;
  const number = Number(FIRST_ATTEMPT + (hash64(name) % ATTEMPTS));
  return {
    clientOrderId: clientOrderId(instance, tradeId, "exit", number),
    symbol,
    side: side === "buy" ? "sell" : "buy",
    type: "market",
    quantity,
    reduceOnly: true,
    createdAt: at,
  };
}

/** True while there is a position that an order of this side opens. */
async function holds({ exchange }: DeskContext, symbol: string, side: OrderSide): Promise<boolean> {
  const positions = (await exchange.positions()).filter((position) => position.symbol === symbol);
  return positions.some(({ quantity }) =>
    side === "buy" ? decimal(quantity).gt(0) : decimal(quantity).lt(0),
  );
}

/** Where an order locks what it sells, the exits of the lost trade go first. */
async function unlock({ exchange, instance }: DeskContext, tradeId: string, symbol: string): Promise<void> {
  const isExit = ({ clientOrderId: id }: OrderReport) => {
    const own = parseClientOrderId(instance, id);
    return own?.tradeId === tradeId && own.leg !== "entry";
  };
  const exits = (await exchange.openOrders()).filter((order) => order.symbol === symbol && isExit(order));
  for (const { clientOrderId: id } of exits) await exchange.cancel(symbol, id);
}
