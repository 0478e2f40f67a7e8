import { z } from "zod";
import { TIMEFRAMES } from "../engine/candles/timeframe.ts";
import { DETECTION_KINDS, type Detection } from "../engine/detect/detection.ts";
import { DENIAL_CODES, type Denial } from "../engine/risk/denial.ts";
import type { Phrase, ScorePart, SetupEnd, Signal } from "../engine/signal.ts";
import type { BreakEvenPlan, ManagementPlan, TrailingPlan } from "../engine/trade/management.ts";
import type { OrderLeg } from "../engine/trade/order.ts";
import type { SizeWish } from "../engine/trade/size-wish.ts";
import {
  type Actor,
  type Approval,
  CLOSE_REASONS,
  type Endorsement,
  type MovedStop,
  type MovedTargets,
  type OrderState,
  PLAN_CHANGES,
  STOP_REASONS,
  type TargetRung,
  TRADE_STATES,
  type Trade,
  type TradePlan,
} from "../engine/trade/trade.ts";

/** Names every property of `T`, the optional ones too: a property without a schema does not compile. */
export type ShapeOf<T> = { readonly [K in keyof Required<T>]: z.ZodType<T[K]> };

const time = z.number();
const text = z.string();
export const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/, "expected a decimal number in plain notation");
export const orderLeg = z.custom<OrderLeg>(
  (value) => typeof value === "string" && /^(entry|stop|exit|target-\d+)$/.test(value),
  "expected entry, stop, exit or target-N",
);
export const phraseArgs = z.record(text, z.union([text, z.number()]));
export const closeReason = z.enum(CLOSE_REASONS);
export const stopReason = z.enum(STOP_REASONS);

export const actorSchema = z.strictObject({ userId: text, name: text } satisfies ShapeOf<Actor>);

export const phraseSchema = z.strictObject({
  key: text,
  args: phraseArgs.exactOptional(),
} satisfies ShapeOf<Phrase>);

const detectionSchema = z.strictObject({
  kind: z.enum(DETECTION_KINDS),
  event: text,
  id: text,
  bias: z.enum(["bullish", "bearish"]).exactOptional(),
  side: z.enum(["high", "low"]).exactOptional(),
  name: text.exactOptional(),
  index: z.number(),
  knownIndex: z.number(),
  openTime: time,
  knownAt: time,
  layer: text.exactOptional(),
  top: z.number().exactOptional(),
  bottom: z.number().exactOptional(),
  level: z.number().exactOptional(),
  origins: z.array(text).exactOptional(),
  source: text.exactOptional(),
  poolId: text.exactOptional(),
  number: z.number().exactOptional(),
  filledPercent: z.number().exactOptional(),
  depthPercent: z.number().exactOptional(),
  facts: z.record(text, z.union([z.number(), z.boolean()])).exactOptional(),
} satisfies ShapeOf<Detection>);

const scorePartSchema = z.strictObject({
  name: text,
  points: z.number(),
  maxPoints: z.number(),
  why: phraseSchema,
} satisfies ShapeOf<ScorePart>);

const setupEndSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["gap-filled", "block-invalidated"]), top: z.number(), bottom: z.number() }),
  z.strictObject({ kind: z.literal("swing-broken"), level: z.number() }),
  z.strictObject({ kind: z.literal("kill-zone-over"), name: text, at: time }),
]) satisfies z.ZodType<SetupEnd>;

const signalSchema = z.strictObject({
  id: text,
  symbol: text,
  timeframe: z.enum(TIMEFRAMES),
  strategy: text,
  direction: z.enum(["long", "short"]),
  knownAt: time,
  expiresAt: time,
  entryType: z.enum(["market", "limit"]),
  entry: z.number(),
  stop: z.number(),
  targets: z.array(z.number()).min(1),
  score: z.number(),
  grade: z.enum(["A", "B", "C"]),
  parts: z.array(scorePartSchema),
  reasons: z.array(phraseSchema),
  endsOn: z.array(setupEndSchema).exactOptional(),
  evidence: z.array(detectionSchema),
  session: text.exactOptional(),
  features: z.record(text, z.number()),
} satisfies ShapeOf<Signal>);

const sizeWishSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("risk"), percent: z.number() }),
  z.strictObject({ kind: z.literal("quantity"), quantity: decimalText }),
  z.strictObject({ kind: z.literal("notional"), notional: decimalText }),
]) satisfies z.ZodType<SizeWish>;

export const planSchema = z.strictObject({
  symbol: text,
  direction: z.enum(["long", "short"]),
  entryType: z.enum(["market", "limit"]),
  entry: decimalText,
  stop: decimalText,
  targets: z.array(decimalText),
  quantity: decimalText,
  notional: decimalText,
  riskMoney: decimalText,
  riskPercent: z.number(),
  wish: sizeWishSchema.exactOptional(),
  cappedAtPercent: z.number().exactOptional(),
} satisfies ShapeOf<TradePlan>);

export const trailingSchema = z.strictObject({
  by: z.enum(["atr", "structure", "percent"]),
  distance: z.number(),
  layer: text.exactOptional(),
  startR: z.number(),
  stepR: z.number(),
} satisfies ShapeOf<TrailingPlan>);

const breakEvenSchema = z.strictObject({
  afterTarget: z.number().exactOptional(),
  afterR: z.number().exactOptional(),
  offsetR: z.number(),
  coversFees: z.boolean(),
} satisfies ShapeOf<BreakEvenPlan>);

export const managementSchema = z.strictObject({
  shares: z.array(z.number()).exactOptional(),
  breakEven: breakEvenSchema.exactOptional(),
  trailing: trailingSchema.exactOptional(),
  timeStop: z.strictObject({ afterMs: z.number(), minR: z.number() }).exactOptional(),
  closeAt: time.exactOptional(),
} satisfies ShapeOf<ManagementPlan>);

export const rungSchema = z.strictObject({
  price: decimalText,
  quantity: decimalText,
} satisfies ShapeOf<TargetRung>);

const movedStopSchema = z.strictObject({
  price: decimalText,
  reason: stopReason,
  at: time,
  by: actorSchema.exactOptional(),
} satisfies ShapeOf<MovedStop>);

const movedTargetsSchema = z.strictObject({
  rungs: z.array(rungSchema),
  after: z.number(),
  by: actorSchema,
} satisfies ShapeOf<MovedTargets>);

const endorsementSchema = z.strictObject({
  by: actorSchema,
  at: time,
  sizeFactor: z.number(),
} satisfies ShapeOf<Endorsement>);

const approvalSchema = z.strictObject({
  by: actorSchema,
  at: time,
  sizeFactor: z.number(),
  quantity: decimalText.exactOptional(),
  rule: text.exactOptional(),
} satisfies ShapeOf<Approval>);

const orderStateSchema = z.strictObject({
  leg: orderLeg,
  clientOrderId: text,
  exchangeOrderId: text.exactOptional(),
  price: decimalText.exactOptional(),
  quantity: decimalText,
  status: z.enum(["intended", "working", "filled", "cancelled", "rejected", "unknown"]),
  filledQuantity: decimalText.exactOptional(),
  intendedAt: time.exactOptional(),
  confirmedPrice: decimalText.exactOptional(),
} satisfies ShapeOf<OrderState>);

export const denialSchema = z.strictObject({
  code: z.enum(DENIAL_CODES),
  limit: z.number().exactOptional(),
  actual: z.number().exactOptional(),
  until: time.exactOptional(),
} satisfies ShapeOf<Denial>);

/** A trade as the ledger stores it. */
export const tradeSchema = z.strictObject({
  id: text,
  version: z.int().min(0),
  state: z.enum(TRADE_STATES),
  signal: signalSchema,
  plan: planSchema,
  settingsVersion: z.int(),
  createdAt: time,
  updatedAt: time,
  expiresAt: time,
  endorsed: z.strictObject({ needed: z.int(), given: z.array(endorsementSchema) }).exactOptional(),
  repriced: z.strictObject({ by: actorSchema, at: time }).exactOptional(),
  replanned: z.strictObject({ by: actorSchema, at: time, change: z.enum(PLAN_CHANGES) }).exactOptional(),
  approval: approvalSchema.exactOptional(),
  orders: z.array(orderStateSchema),
  fillIds: z.array(text),
  entryQuantity: decimalText,
  openedAt: time.exactOptional(),
  entryPrice: decimalText.exactOptional(),
  entryNotional: decimalText.exactOptional(),
  exitQuantity: decimalText,
  exitPrice: decimalText.exactOptional(),
  exitNotional: decimalText.exactOptional(),
  fees: decimalText,
  protectedAt: decimalText.exactOptional(),
  closing: z
    .strictObject({
      reason: closeReason,
      by: actorSchema.exactOptional(),
      why: phraseSchema.exactOptional(),
    })
    .exactOptional(),
  management: managementSchema.exactOptional(),
  trailingSwitched: z.strictObject({ by: actorSchema, at: time }).exactOptional(),
  stop: movedStopSchema.exactOptional(),
  ladder: movedTargetsSchema.exactOptional(),
  bestR: z.number().exactOptional(),
  entryCancelledBy: actorSchema.exactOptional(),
  result: z.strictObject({ pnl: decimalText, r: z.number(), reason: closeReason }).exactOptional(),
  denials: z.array(denialSchema).exactOptional(),
  ended: z
    .strictObject({ key: text, args: phraseArgs.exactOptional(), by: actorSchema.exactOptional() })
    .exactOptional(),
} satisfies ShapeOf<Trade>) satisfies z.ZodType<Trade>;
