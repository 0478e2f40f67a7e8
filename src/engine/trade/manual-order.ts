import type { Decimal } from "decimal.js";
import type { Timeframe } from "../candles/timeframe.ts";
import { type DecimalText, decimal } from "../decimal.ts";
import type { Direction, Signal } from "../signal.ts";
import type { PriceWish } from "./price-wish.ts";
import type { SizeWish } from "./size-wish.ts";
import type { Actor } from "./trade.ts";
import { directionSign } from "./trade-facts.ts";

/** The strategy of trades that a person typed. */
export const MANUAL = "manual";

/** A trade as a person wants it. */
export interface ManualOrder {
  readonly symbol: string;
  readonly direction: Direction;
  /** Unset: as large as the settings say. */
  readonly size?: SizeWish;
  /** Unset: at the market. Percent count from the price of now, minus toward the stop. */
  readonly entry?: PriceWish;
  /** A number of which nothing says what it is: a price when it lies near the price of now, else a quantity. */
  readonly lone?: DecimalText;
  /** A percentage is a distance from the entry, whatever its sign. */
  readonly stop: PriceWish;
  readonly targets: readonly PriceWish[];
}

export const ORDER_REFUSALS = [
  /** A limit that would fill at once. */
  "limit-through-price",
  "stop-on-wrong-side",
  "target-on-wrong-side",
  /** R is the distance to the stop, so the stop itself and the entry cannot be said in it. */
  "needs-a-price",
  "no-price",
] as const;

/** Which part of an order cannot be, and the price that it is measured by. */
export interface OrderRefusal {
  readonly code: (typeof ORDER_REFUSALS)[number];
  readonly field: "entry" | "stop" | "target";
  readonly wanted?: number;
  readonly against?: number;
}

export interface ManualFacts {
  /** Last price; unset when none is known. */
  readonly price: number | undefined;
  /** Epoch ms. */
  readonly now: number;
  readonly timeframe: Timeframe;
  readonly expiresAt: number;
  readonly session?: string | undefined;
  readonly by: Actor;
}

export type ManualReading =
  | { readonly status: "signal"; readonly signal: Signal; readonly size?: SizeWish }
  | { readonly status: "refused"; readonly refusals: readonly OrderRefusal[] };

/** How far from the price of now, in percent of it, a number without a unit is still read as a price. */
const NEAR_PERCENT = 20;

/** The order as a signal of the strategy `manual`, or everything that cannot be. Risk judges it like any other. */
export function manualSignal(order: ManualOrder, facts: ManualFacts): ManualReading {
  if (facts.price === undefined)
    return { status: "refused", refusals: [{ code: "no-price", field: "entry" }] };
  const now = decimal(facts.price);
  const { entry: wish, size } = withLone(order, now);
  const entry = wish === undefined ? now : entryAt(order, wish, now);
  const stop = entry && stopAt(order, entry);
  const targets = order.targets.map((each) => entry && stop && targetAt(order, each, entry, stop));
  const refusals = [
    ...entryRefusals(order, wish !== undefined, entry, now),
    ...stopRefusals(order, entry, stop),
    ...targets.flatMap((target) => targetRefusals(order, entry, target)),
  ];
  if (refusals.length > 0 || entry === undefined || stop === undefined)
    return { status: "refused", refusals };
  const prices = targets.flatMap((target) => target?.toNumber() ?? []);
  const signal = signalOf(order, facts, {
    entryType: wish === undefined ? "market" : "limit",
    entry: entry.toNumber(),
    stop: stop.toNumber(),
    targets: nearestFirst(prices, order.direction),
  });
  return { status: "signal", signal, ...(size && { size }) };
}

function withLone(order: ManualOrder, now: Decimal): Pick<ManualOrder, "entry" | "size"> {
  const { lone, entry, size } = order;
  if (lone === undefined) return { ...(entry && { entry }), ...(size && { size }) };
  const isNear = decimal(lone).minus(now).abs().mul(100).lte(now.mul(NEAR_PERCENT));
  const isPrice = entry === undefined && (isNear || size !== undefined);
  return isPrice
    ? { entry: { kind: "price", price: lone }, ...(size && { size }) }
    : { size: size ?? { kind: "quantity", quantity: lone }, ...(entry && { entry }) };
}

function entryAt({ direction }: ManualOrder, wish: PriceWish, now: Decimal): Decimal | undefined {
  if (wish.kind === "price") return decimal(wish.price);
  if (wish.kind !== "percent") return undefined;
  return now.plus(now.mul(wish.percent).div(100).mul(directionSign(direction)));
}

function stopAt({ direction, stop }: ManualOrder, entry: Decimal): Decimal | undefined {
  if (stop.kind === "price") return decimal(stop.price);
  if (stop.kind !== "percent") return undefined;
  return entry.minus(entry.mul(Math.abs(stop.percent)).div(100).mul(directionSign(direction)));
}

function targetAt(
  { direction }: ManualOrder,
  wish: PriceWish,
  entry: Decimal,
  stop: Decimal,
): Decimal | undefined {
  const sign = directionSign(direction);
  switch (wish.kind) {
    case "price":
      return decimal(wish.price);
    case "percent":
      return entry.plus(entry.mul(wish.percent).div(100).mul(sign));
    case "r":
      return entry.plus(entry.minus(stop).abs().mul(wish.r).mul(sign));
    case "break-even":
      return undefined;
  }
}

function entryRefusals(
  { direction }: ManualOrder,
  isLimit: boolean,
  entry: Decimal | undefined,
  now: Decimal,
): readonly OrderRefusal[] {
  if (entry === undefined || !entry.gt(0)) return [{ code: "needs-a-price", field: "entry" }];
  const through = entry.minus(now).mul(directionSign(direction));
  return isLimit && through.gt(0) ? [measured("limit-through-price", "entry", entry, now)] : [];
}

function stopRefusals(
  { direction }: ManualOrder,
  entry: Decimal | undefined,
  stop: Decimal | undefined,
): readonly OrderRefusal[] {
  if (entry === undefined) return [];
  if (stop === undefined || !stop.gt(0)) return [{ code: "needs-a-price", field: "stop" }];
  const distance = entry.minus(stop).mul(directionSign(direction));
  return distance.gt(0) ? [] : [measured("stop-on-wrong-side", "stop", stop, entry)];
}

function targetRefusals(
  { direction, stop }: ManualOrder,
  entry: Decimal | undefined,
  target: Decimal | undefined,
): readonly OrderRefusal[] {
  if (entry === undefined || stop.kind === "r" || stop.kind === "break-even") return [];
  if (target === undefined || !target.gt(0)) return [{ code: "needs-a-price", field: "target" }];
  const distance = target.minus(entry).mul(directionSign(direction));
  return distance.gt(0) ? [] : [measured("target-on-wrong-side", "target", target, entry)];
}

function measured(
  code: OrderRefusal["code"],
  field: OrderRefusal["field"],
  wanted: Decimal,
  against: Decimal,
): OrderRefusal {
  return { code, field, wanted: wanted.toNumber(), against: against.toNumber() };
}

function nearestFirst(prices: readonly number[], direction: Direction): readonly number[] {
  const sign = directionSign(direction);
  return [...new Set(prices)].sort((one, other) => (one - other) * sign);
}

function signalOf(
  { symbol, direction }: ManualOrder,
  { now, timeframe, expiresAt, session, by }: ManualFacts,
  prices: Pick<Signal, "entryType" | "entry" | "stop" | "targets">,
): Signal {
  const typed = [prices.entryType, prices.entry, prices.stop, ...prices.targets].join(" ");
  return {
    id: [symbol, timeframe, MANUAL, direction, now, typed].join("|"),
    symbol,
    timeframe,
    strategy: MANUAL,
    direction,
    knownAt: now,
    expiresAt,
    ...prices,
    // Nobody grades what a person wants.
    score: 0,
    grade: "C",
    parts: [],
    reasons: [{ key: "reason-manual", args: { name: by.name } }],
    evidence: [],
    ...(session !== undefined && { session }),
    features: {},
  };
}
