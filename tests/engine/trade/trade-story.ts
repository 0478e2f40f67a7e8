import { applyAll } from "../../../src/engine/trade/apply.ts";
import type { OrderLeg } from "../../../src/engine/trade/order.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import type { TradeEvent } from "../../../src/engine/trade/trade-event.ts";
import { findOrder } from "../../../src/engine/trade/trade-facts.ts";
import type { Random } from "./random.ts";
import {
  ANNA,
  accepted,
  cancelled,
  filled,
  idOf,
  intended,
  intent,
  NOW,
  submitting,
} from "./trade-fixtures.ts";

export interface Story {
  /** Every order intended, nothing heard of the exchange. */
  readonly start: Trade;
  /** What the exchange tells, each once, in an order in which it could have happened. */
  readonly heard: readonly TradeEvent[];
  readonly close: TradeEvent;
}

const EXITS: readonly OrderLeg[] = ["stop", "target-1", "target-2", "exit"];

/** A whole life of a trade of up to ten lots: filled in part or in full, left by any of its exits. */
export function storyOf(random: Random): Story {
  const direction = random.pick(["long", "short"] as const);
  const plan = direction === "long" ? {} : { direction, stop: "102", targets: ["98", "96"] };
  const entered = applyAll(submitting(plan), [
    intended(...EXITS.map((leg) => intent(submitting(plan), leg, "10", leg === "exit" ? undefined : "98"))),
  ]);
  const lots = random.whole(0, 10);
  const parts = partsOf(random, lots);
  const heard = [
    ...parts.map((part, index) => fillOf(random, entered, "entry", `e${index}`, part)),
    ...(lots < 10 ? [cancelled(idOf(entered, "entry"))] : []),
    ...partsOf(random, lots).map((part, index) =>
      fillOf(random, entered, random.pick(EXITS), `x${index}`, part),
    ),
    ...sideNews(random, entered),
  ];
  const dead = EXITS.filter((leg) => !isFull(entered, leg, heard)).map((leg) =>
    cancelled(idOf(entered, leg)),
  );
  const reason = random.pick(["stop", "target", "manual"] as const);
  return { start: entered, heard: [...heard, ...dead], close: { type: "trade.closed", at: NOW + 9, reason } };
}

function sideNews(random: Random, trade: Trade): TradeEvent[] {
  const entry = idOf(trade, "entry");
  const stop = idOf(trade, "stop");
  const news: TradeEvent[] = [
    ...trade.orders.map((order) => accepted(order.clientOrderId)),
    { type: "order.unknown", at: NOW + 3, clientOrderId: entry, code: "timeout" },
    { type: "trade.protected", at: NOW + 3, clientOrderId: stop, stop: "98" },
    { type: "trade.closing", at: NOW + 4, reason: "manual", by: ANNA },
  ];
  return news.filter(() => random.chance(0.5));
}

function partsOf(random: Random, lots: number): number[] {
  const parts: number[] = [];
  for (let left = lots; left > 0; ) {
    const part = random.whole(1, left);
    parts.push(part);
    left -= part;
  }
  return parts;
}

function fillOf(random: Random, trade: Trade, leg: OrderLeg, fillId: string, lots: number): TradeEvent {
  const price = `${random.whole(90, 110)}.${random.whole(0, 999)}`;
  const fee = `0.${random.whole(0, 99_999)}`;
  return filled(trade, idOf(trade, leg), fillId, String(lots), price, fee);
}

function isFull(trade: Trade, leg: OrderLeg, heard: readonly TradeEvent[]): boolean {
  const lots = heard
    .filter((event) => event.type === "order.filled" && event.leg === leg)
    .reduce((sum, event) => sum + (event.type === "order.filled" ? Number(event.fill.quantity) : 0), 0);
  return lots === Number(findOrder(trade, idOf(trade, leg))?.quantity);
}
