import type { Instrument } from "../../../src/engine/instrument.ts";
import type { RiskAccount } from "../../../src/engine/risk/risk-input.ts";
import { type RiskSettings, riskSettingsSchema } from "../../../src/engine/risk/risk-settings.ts";
import type { Signal } from "../../../src/engine/signal.ts";
import { applyAll } from "../../../src/engine/trade/apply.ts";
import { clientOrderId } from "../../../src/engine/trade/client-order-id.ts";
import type { Fill, OrderLeg } from "../../../src/engine/trade/order.ts";
import { proposeTrade } from "../../../src/engine/trade/propose.ts";
import type { Actor, Trade, TradePlan } from "../../../src/engine/trade/trade.ts";
import type { OrderIntent, TradeEvent } from "../../../src/engine/trade/trade-event.ts";
import { findOrder, sideOf } from "../../../src/engine/trade/trade-facts.ts";

export const NOW = Date.UTC(2026, 2, 3, 14, 0);
export const INSTANCE = "desk-1";
export const ANNA: Actor = { userId: "telegram:1", name: "Anna" };

export const BTC: Instrument = {
  symbol: "BTC/USDT",
  kind: "crypto",
  priceTick: "0.1",
  quantityStep: "0.001",
  minQuantity: "0.001",
  minNotional: "5",
  makerFee: 0.0002,
  takerFee: 0.0004,
};

export function signalWith(changes: Partial<Signal> = {}): Signal {
  return {
    id: "BTC/USDT|15m|order-block-touch|long|1772546400000",
    symbol: "BTC/USDT",
    timeframe: "15m",
    strategy: "order-block-touch",
    direction: "long",
    knownAt: NOW,
    expiresAt: NOW + 3_600_000,
    entryType: "market",
    entry: 100,
    stop: 98,
    targets: [102, 104],
    score: 60,
    grade: "B",
    parts: [],
    reasons: [],
    evidence: [],
    features: {},
    ...changes,
  };
}

/** Long 10 at 100, stop 98, targets 102 and 104: 1R is 20. */
export function planWith(changes: Partial<TradePlan> = {}): TradePlan {
  return {
    symbol: "BTC/USDT",
    direction: "long",
    entryType: "market",
    entry: "100",
    stop: "98",
    targets: ["102", "104"],
    quantity: "10",
    notional: "1000",
    riskMoney: "20",
    riskPercent: 0.2,
    ...changes,
  };
}

export function proposed(plan: Partial<TradePlan> = {}, signal: Partial<Signal> = {}): Trade {
  return proposeTrade({ signal: signalWith(signal), plan: planWith(plan), settingsVersion: 0, now: NOW });
}

export function approvedEvent(quantity = "10", at = NOW + 1): TradeEvent {
  return { type: "trade.approved", at, by: ANNA, sizeFactor: 1, quantity };
}

export function intent(
  trade: Trade,
  leg: OrderLeg,
  quantity: string,
  price?: string,
  attempt = 1,
): OrderIntent {
  const named = { leg, clientOrderId: clientOrderId(INSTANCE, trade.id, leg, attempt), quantity };
  return price === undefined ? named : { ...named, price };
}

export function intended(...intents: OrderIntent[]): TradeEvent {
  return { type: "order.intended", at: NOW + 2, intents };
}

export function accepted(clientOrderId: string): TradeEvent {
  return { type: "order.accepted", at: NOW + 3, clientOrderId, exchangeOrderId: `x-${clientOrderId}` };
}

export function cancelled(clientOrderId: string): TradeEvent {
  return { type: "order.cancelled", at: NOW + 5, clientOrderId };
}

/** A fill of an order of the trade; its leg, side and symbol follow from the order. */
export function filled(
  trade: Trade,
  clientOrderId: string,
  fillId: string,
  quantity: string,
  price: string,
  fee = "0",
): TradeEvent {
  const leg = findOrder(trade, clientOrderId)?.leg ?? "entry";
  const { symbol, direction } = trade.plan;
  const side = sideOf(direction, leg);
  const fill: Fill = { fillId, clientOrderId, symbol, side, quantity, price, fee, at: NOW + 4 };
  return { type: "order.filled", at: NOW + 4, leg, fill };
}

export function idOf(trade: Trade, leg: OrderLeg, attempt = 1): string {
  return clientOrderId(INSTANCE, trade.id, leg, attempt);
}

/** Approved for 10, its entry intended. */
export function submitting(plan: Partial<TradePlan> = {}): Trade {
  const trade = proposed(plan);
  const price = plan.entryType === "limit" ? trade.plan.entry : undefined;
  return applyAll(applyAll(trade, [approvedEvent()]), [intended(intent(trade, "entry", "10", price))]);
}

/** Entered 10 at 100 with a fee of 0.4; stop 10 at 98 and two targets of 5 are intended. */
export function open(plan: Partial<TradePlan> = {}): Trade {
  const trade = submitting(plan);
  return applyAll(trade, [
    accepted(idOf(trade, "entry")),
    filled(trade, idOf(trade, "entry"), "f1", "10", "100", "0.4"),
    intended(
      intent(trade, "stop", "10", "98"),
      intent(trade, "target-1", "5", "102"),
      intent(trade, "target-2", "5", "104"),
    ),
  ]);
}

export function accountWith(changes: Partial<RiskAccount> = {}): RiskAccount {
  return {
    balance: "10000",
    dayStartBalance: "10000",
    realisedToday: "0",
    tradesToday: 0,
    openTrades: [],
    proposals: [],
    paused: false,
    killed: false,
    now: NOW,
    ...changes,
  };
}

export function riskSettings(changes: Partial<RiskSettings> = {}): RiskSettings {
  return { ...riskSettingsSchema.parse({}), ...changes };
}
