import { z } from "zod";
import { DeskError } from "../engine/errors.ts";
import {
  type ClientOrderIdParts,
  clientOrderId,
  parseClientOrderId,
} from "../engine/trade/client-order-id.ts";
import { hash64 } from "../engine/trade/hash.ts";
import type { Fill, OrderReport, ReduceOnlyOrder } from "../engine/trade/order.ts";
import type { DeskContext } from "./desk-context.ts";
import { placeOrder, readOrder } from "./exchange-answers.ts";
import type { UnknownOrders } from "./unknown-orders.ts";

/** Attempts of exits that belong to no living trade; those of a trade never come so far. */
const FIRST_ATTEMPT = 5000n;
const ATTEMPTS = 4999n;

/** What was intended last for a fill, as the ledger keeps it from before it was sent. */
const intentSchema = z.strictObject({ attempt: z.int().min(1), at: z.int(), isEnded: z.boolean() });
type Intent = z.infer<typeof intentSchema>;

/**
 * Closes what own orders bought or sold although their trade is over or lost: nobody watches that position, so what
 * the fill opened is closed at once, reduce-only, and people are told. One order at a time: another one goes only
 * when it is proven that the one before never arrived.
 */
export class StrayFills {
  private readonly context: DeskContext;
  private readonly unknowns: UnknownOrders;

  constructor(context: DeskContext, unknowns: UnknownOrders) {
    this.context = context;
    this.unknowns = unknowns;
  }

  /** Throws `DeskError` `exchange-unavailable` while nobody knows whether the order arrived: book the fill again. */
  async close({ tradeId, leg }: ClientOrderIdParts, fill: Fill): Promise<void> {
    const { clock, ledger, log } = this.context;
    log.error({ fill, tradeId }, "a fill that no trade can take");
    if (leg !== "entry") return;
    const { fillId, symbol } = fill;
    const notice = { key: "notice-stray-fill", args: { symbol }, silent: false };
    await ledger.post(`stray-${fillId}`, notice, clock.now());
    const before = await this.intentOf(fillId);
    if (before?.isEnded) return;
    if (this.context.instruments.get(symbol)?.isSpot === true) await unlock(this.context, tradeId, symbol);
    const intent =
      before === undefined ? await this.intend(fillId, 1) : await this.goOn(tradeId, fill, before);
    if (intent.isEnded) return;
    await this.place(orderOf(this.context, tradeId, fill, intent), fillId, intent);
  }

  private async place(order: ReduceOnlyOrder, fillId: string, intent: Intent): Promise<void> {
    const { clock, queues } = this.context;
    const { clientOrderId: id } = order;
    const outcome = await placeOrder(this.context, order);
    if (outcome.status !== "unknown") {
      await this.end(id, fillId, intent);
      return;
    }
    const now = clock.now();
    if (!this.unknowns.isAsked(id)) this.unknowns.sent(id, now);
    const delayMs = this.unknowns.dueIn(id, now);
    if (this.unknowns.mayCall(id, now, delayMs)) await queues.enqueue("sweep", {}, delayMs);
    throw new DeskError("exchange-unavailable", { code: outcome.code });
  }

  /** The order that was intended before may have been sent. Gives it again, ended when it is there, or the next one. */
  private async goOn(tradeId: string, fill: Fill, before: Intent): Promise<Intent> {
    const { clientOrderId: id } = orderOf(this.context, tradeId, fill, before);
    const now = this.context.clock.now();
    if (this.unknowns.dueIn(id, now) > 0) return before;
    const report = await readOrder(this.context, fill.symbol, id);
    if (typeof report === "object") return this.end(id, fill.fillId, before);
    if (report === "unreadable") {
      this.unknowns.unreadable(id, now);
      return before;
    }
    if (!this.unknowns.notFound(id, now)) return before;
    this.unknowns.settled(id);
    return this.intend(fill.fillId, before.attempt + 1);
  }

  private async end(id: string, fillId: string, intent: Intent): Promise<Intent> {
    this.unknowns.settled(id);
    return this.keep(fillId, { ...intent, isEnded: true });
  }

  private intend(fillId: string, attempt: number): Promise<Intent> {
    return this.keep(fillId, { attempt, at: this.context.clock.now(), isEnded: false });
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
  tradeId: string,
  { fillId, quantity, side, symbol }: Fill,
  { attempt, at }: Intent,
): ReduceOnlyOrder {
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

/** Where an order locks what it sells, the exits of the lost trade go first. */
async function unlock({ exchange, instance }: DeskContext, tradeId: string, symbol: string): Promise<void> {
  const isExit = ({ clientOrderId: id }: OrderReport) => {
    const own = parseClientOrderId(instance, id);
    return own?.tradeId === tradeId && own.leg !== "entry";
  };
  const exits = (await exchange.openOrders()).filter((order) => order.symbol === symbol && isExit(order));
  for (const { clientOrderId: id } of exits) await exchange.cancel(symbol, id);
}
