import { z } from "zod";
import type { Fill } from "../engine/trade/order.ts";
import { PLAN_CHANGES, SKIP_REASONS } from "../engine/trade/trade.ts";
import type { ExpiryReason, OrderIntent, TradeEvent } from "../engine/trade/trade-event.ts";
import {
  actorSchema,
  closeReason,
  decimalText,
  denialSchema,
  managementSchema,
  orderLeg,
  phraseArgs,
  phraseSchema,
  planSchema,
  rungSchema,
  type ShapeOf,
  stopReason,
  trailingSchema,
} from "./trade-schema.ts";

const at = z.number();
const text = z.string();
const order = { at, clientOrderId: text };

/** The shape of one kind of event without its type, complete. */
type EventShape<T extends TradeEvent["type"]> = ShapeOf<Omit<Extract<TradeEvent, { type: T }>, "type">>;

function eventSchema<T extends TradeEvent["type"], S extends EventShape<T>>(type: T, shape: S) {
  return z.strictObject({ type: z.literal(type), ...shape });
}

const intentSchema = z.strictObject({
  leg: orderLeg,
  clientOrderId: text,
  price: decimalText.exactOptional(),
  quantity: decimalText,
} satisfies ShapeOf<OrderIntent>);

const fillSchema = z.strictObject({
  fillId: text,
  clientOrderId: text,
  symbol: text,
  side: z.enum(["buy", "sell"]),
  quantity: decimalText,
  price: decimalText,
  fee: decimalText,
  at,
} satisfies ShapeOf<Fill>);

const EXPIRY_REASONS = [
  "time",
  "superseded",
  "price-left",
  "restart",
  "target-reached",
  "stop-reached",
  "gap-filled",
  "block-invalidated",
  "swing-broken",
  "kill-zone-over",
] as const satisfies readonly ExpiryReason[];

/** An event as the ledger stores it. */
export const tradeEventSchema = z.discriminatedUnion("type", [
  eventSchema("trade.approved", {
    at,
    by: actorSchema,
    sizeFactor: z.number(),
    quantity: decimalText,
    management: managementSchema.exactOptional(),
    rule: text.exactOptional(),
  }),
  eventSchema("trade.endorsed", { at, by: actorSchema, sizeFactor: z.number(), needed: z.int() }),
  eventSchema("trade.repriced", { at, by: actorSchema, plan: planSchema }),
  eventSchema("trade.replanned", { at, by: actorSchema, change: z.enum(PLAN_CHANGES), plan: planSchema }),
  eventSchema("trade.skip-explained", { at, by: actorSchema, reason: z.enum(SKIP_REASONS) }),
  eventSchema("trade.skipped", { at, by: actorSchema, reason: text.exactOptional() }),
  eventSchema("trade.expired", { at, reason: z.enum(EXPIRY_REASONS), args: phraseArgs.exactOptional() }),
  eventSchema("trade.denied", { at, denials: z.array(denialSchema) }),
  eventSchema("order.intended", { at, intents: z.array(intentSchema) }),
  eventSchema("order.accepted", { ...order, exchangeOrderId: text }),
  eventSchema("order.rejected", { ...order, code: text }),
  eventSchema("order.unknown", { ...order, code: text }),
  eventSchema("order.cancelled", order),
  eventSchema("order.filled", { at, leg: orderLeg, fill: fillSchema }),
  eventSchema("trade.protected", { ...order, stop: decimalText }),
  eventSchema("trade.closing", {
    at,
    reason: closeReason,
    by: actorSchema.exactOptional(),
    why: phraseSchema.exactOptional(),
  }),
  eventSchema("trade.stop-moved", {
    at,
    stop: decimalText,
    reason: stopReason,
    by: actorSchema.exactOptional(),
  }),
  eventSchema("trade.trailing-switched", {
    at,
    trailing: trailingSchema.exactOptional(),
    before: trailingSchema.exactOptional(),
    by: actorSchema,
  }),
  eventSchema("trade.targets-moved", { at, rungs: z.array(rungSchema), by: actorSchema }),
  eventSchema("trade.reducing", { at, intent: intentSchema, rungs: z.array(rungSchema), by: actorSchema }),
  eventSchema("trade.entry-cancelled", { at, by: actorSchema }),
  eventSchema("trade.progressed", { at, r: z.number() }),
  eventSchema("trade.closed", { at, reason: closeReason }),
]) satisfies z.ZodType<TradeEvent>;
