import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterAbsence,
  afterCandle,
  afterFill,
  afterPlaced,
  afterReport,
  closeTrade,
  type Decision,
  resume,
} from "../../../src/engine/trade/decide.ts";
import type { Desk } from "../../../src/engine/trade/exit-orders.ts";
import type { ManagementPlan } from "../../../src/engine/trade/management.ts";
import { isShapeable, moveStopTo, moveTargetsTo, reduceBy } from "../../../src/engine/trade/manual-moves.ts";
import type { OrderRequest } from "../../../src/engine/trade/order.ts";
import { isTighter, wantedStop } from "../../../src/engine/trade/stop-price.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import { entryOrder, isFinal, isLive, liveOrders, sideOf } from "../../../src/engine/trade/trade-facts.ts";
import { ExchangeModel } from "./exchange-model.ts";
import { type Random, randomOf } from "./random.ts";
import { ANNA, BTC, INSTANCE, NOW, submitting } from "./trade-fixtures.ts";

const desk: Desk = {
  instance: INSTANCE,
  instrument: { ...BTC, quantityStep: "1", minQuantity: "1" },
  now: NOW,
};

const PLAN: ManagementPlan = {
  shares: [40, 40],
  breakEven: { afterTarget: 1, afterR: 0.5, offsetR: 0, coversFees: true },
  trailing: { by: "structure", distance: 0.1, layer: "internal", startR: 0.5, stepR: 0 },
};
const RUNS = Math.min(1500, Number(process.env.KZ_SEQUENCES ?? 1500));
/** Moves that a person made over all runs. */
let shapes = 0;

/** One trade at a model exchange; messages wait in `inbox` and come late, twice and in any order. */
class TradeRun {
  trade: Trade;
  readonly exchange: ExchangeModel;
  private inbox: ((trade: Trade) => Decision)[] = [];
  private readonly random: Random;
  private now = NOW;

  constructor(random: Random) {
    this.random = random;
    this.exchange = new ExchangeModel(random);
    const entryType = random.pick(["market", "limit"] as const);
    const trade = submitting(
      random.pick([
        { entryType },
        { entryType, direction: "short", stop: "102", targets: ["98", "96", "94"] },
      ]),
    );
    this.trade = random.chance(0.5) ? { ...trade, management: PLAN } : trade;
    this.send(entryRequest(this.trade));
  }

  step(): void {
    const { random, exchange } = this;
    const working = exchange.working();
    const draw = random.next();
    if (draw < 0.45) this.deliver();
    else if (draw < 0.5) this.handle(resume(this.trade, desk));
    else if (draw < 0.52 && isLive(this.trade.state))
      this.handle(closeTrade(this.trade, "manual", desk, ANNA));
    else if (draw < 0.66) this.shape();
    else if (working.length === 0) return;
    else if (draw < 0.9) this.fill(random.pick(working));
    else if (draw < 0.95) this.cancelByHand(random.pick(working));
    else this.ask(random.pick(working).clientOrderId);
  }

  /** A candle closes, or a person moves stop or targets or takes a part out. */
  private shape(): void {
    const { random, trade } = this;
    const price = random.whole(95, 105);
    const close = {
      openTime: NOW + 50,
      open: price,
      high: price + 1,
      low: price - 1,
      close: price,
      volume: 1,
    };
    const swing = () => ({ low: price - 2, high: price + 2 });
    this.now += 1;
    const here = { ...desk, now: this.now };
    if (random.chance(0.6)) {
      const { next, ...decision } = afterCandle(trade, { candle: close, atr: 1, swing }, here);
      if (next.stop !== trade.stop && !isTighter(trade, wantedStop(next), wantedStop(trade)))
        throw new Error("a stop moved to more risk by itself");
      this.handle({ next, ...decision });
    } else if (isShapeable(trade)) this.shapeByHand(here);
  }

  private shapeByHand(here: Desk): void {
    const { random, trade } = this;
    shapes += 1;
    const stop = String(random.whole(95, 105));
    const targets = ["101", "103", "99", "97"].slice(random.whole(0, 2));
    const move = random.pick([
      () => ({ status: "decided", decision: moveStopTo(trade, stop, ANNA, here) }) as const,
      () => moveTargetsTo(trade, targets, trade.plan.direction === "long" ? 90 : 110, ANNA, here),
      () => reduceBy(trade, random.pick([25, 50]), ANNA, here),
    ])();
    if (move.status === "decided") this.handle(move.decision);
  }

  deliver(): void {
    const message = this.inbox.length === 0 ? undefined : this.random.pick(this.inbox);
    if (message === undefined) return;
    if (this.random.chance(0.8)) this.inbox = this.inbox.filter((waiting) => waiting !== message);
    this.handle(message(this.trade));
  }

  /** Nothing new happens outside: every message arrives, then the desk reconciles. */
  settle(): void {
    this.deliverAll();
    for (const { clientOrderId } of liveOrders(this.trade)) this.ask(clientOrderId);
    this.deliverAll();
    this.handle(resume(this.trade, desk));
    this.deliverAll();
  }

  private deliverAll(): void {
    for (let round = 0; round < 1000 && this.inbox.length > 0; round += 1) this.deliver();
  }

  fill(order: OrderRequest): void {
    const fill = this.exchange.fill(order.clientOrderId, this.random.whole(1, 10));
    if (fill !== undefined) this.inbox.push((trade) => afterFill(trade, fill, desk));
  }

  handle({ next, place, cancel }: Decision): void {
    this.trade = next;
    for (const order of place) this.send(order);
    for (const clientOrderId of cancel) {
      this.exchange.cancel(clientOrderId);
      this.ask(clientOrderId);
    }
  }

  private cancelByHand({ clientOrderId }: OrderRequest): void {
    this.exchange.cancel(clientOrderId);
    this.ask(clientOrderId);
  }

  private send(order: OrderRequest): void {
    const outcome = this.exchange.place(order);
    this.inbox.push((trade) => afterPlaced(trade, order.clientOrderId, outcome, desk));
    if (outcome.status !== "rejected") this.ask(order.clientOrderId);
  }

  private ask(clientOrderId: string): void {
    const report = this.exchange.report(clientOrderId);
    this.inbox.push((trade) =>
      report === undefined ? afterAbsence(trade, clientOrderId, desk) : afterReport(trade, report, desk),
    );
  }
}

function entryRequest(trade: Trade): OrderRequest {
  const entry = entryOrder(trade);
  if (entry === undefined) throw new Error("an entry was intended");
  const { clientOrderId, quantity } = entry;
  const { symbol, direction, entryType } = trade.plan;
  return {
    clientOrderId,
    quantity,
    symbol,
    side: sideOf(direction, "entry"),
    type: entryType,
    reduceOnly: false,
    createdAt: NOW,
  };
}

/** Lets everything arrive, panics, and fills whatever exit is asked for until nothing is left to do. */
function finish(run: TradeRun): void {
  run.exchange.refuses = false;
  run.settle();
  if (isLive(run.trade.state)) run.handle(closeTrade(run.trade, "panic", desk, ANNA));
  for (let round = 0; round < 50 && !isFinal(run.trade.state); round += 1) {
    for (const order of run.exchange.working())
      if (order.reduceOnly && order.type === "market") run.fill(order);
    run.settle();
  }
}

function cash(run: TradeRun): number {
  const signed = run.exchange.fills.map(
    ({ side, quantity, price, fee }) =>
      (side === "sell" ? 1 : -1) * Number(quantity) * Number(price) - Number(fee),
  );
  return signed.reduce((sum, money) => sum + money, 0);
}

describe("a trade at an exchange that refuses, forgets, repeats and delays", () => {
  it("is protected whenever it is quiet and ends flat, with nothing left behind and the money right", () => {
    const ends = new Map<string, number>();
    let quietPositions = 0;
    const property = fc.property(fc.integer({ min: 0, max: 0xffffffff }), (seed) => {
      const run = new TradeRun(randomOf(seed));
      for (let step = 0; step < 40; step += 1) {
        run.step();
        if (step % 10 !== 9) continue;
        run.exchange.refuses = false;
        run.settle();
        run.exchange.refuses = true;
        if (run.exchange.position > 0) quietPositions += 1;
        expect(run.exchange.covered()).toBeGreaterThanOrEqual(run.exchange.position);
      }
      finish(run);
      const { state, result, entryQuantity, exitQuantity, orders } = run.trade;
      expect(isFinal(state)).toBe(true);
      expect([run.exchange.position, run.exchange.working()]).toEqual([0, []]);
      expect(entryQuantity).toBe(exitQuantity);
      expect(orders.filter(({ leg }) => leg === "entry")).toHaveLength(1);
      expect(
        [...run.exchange.orders.values()].filter(({ request }) => !request.reduceOnly).length,
      ).toBeLessThanOrEqual(1);
      expect(Number(result?.pnl ?? 0)).toBeCloseTo(cash(run), 8);
      const end = result === undefined ? state : result.reason;
      ends.set(end, (ends.get(end) ?? 0) + 1);
    });
    fc.assert(property, { seed: 42, numRuns: RUNS });
    expect([...ends.keys()].sort()).toEqual([
      "entry-cancelled",
      "manual",
      "panic",
      "rejected",
      "stop",
      "target",
    ]);
    expect(quietPositions).toBeGreaterThan(RUNS / 3);
    expect(shapes).toBeGreaterThan(RUNS / 3);
  });
});
