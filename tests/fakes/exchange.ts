import { DeskError } from "../../src/engine/errors.ts";
import {
  createPaperAccount,
  entryPriceOf,
  equityOf,
  fillsAfter,
  orderOf,
  type PaperAccount,
  reportOf,
} from "../../src/engine/fill/account.ts";
import { onPrice } from "../../src/engine/fill/market-step.ts";
import { cancelOrder, placeOrder } from "../../src/engine/fill/place-order.ts";
import type { Instrument } from "../../src/engine/instrument.ts";
import type { Exchange, PlaceOutcome } from "../../src/engine/ports/exchange.ts";
import type { SubmittableOrder } from "../../src/engine/trade/order.ts";

export interface FakeExchangeOptions {
  readonly instruments: readonly Instrument[];
  readonly startBalance?: string;
}

/**
 * What goes wrong with one order. `lost-answer`: it exists but the answer never came. `lost-order`: it never
 * arrived. A code: a definite refusal.
 */
export type PlaceFault = "lost-answer" | "lost-order" | { readonly code: string };

export interface FakeExchange extends Exchange {
  /** Every order that was handed to `place`, also those a fault ate. */
  readonly received: readonly SubmittableOrder[];
  /** The next orders meet these faults, one each. */
  failNext(...faults: readonly PlaceFault[]): void;
  /** Reads throw `exchange-unavailable` while true. */
  setDown(down: boolean): void;
  setPrice(symbol: string, price: number): void;
}

/** An exchange in memory whose faults are scripted; time is a counter of its own calls. */
export function createFakeExchange(options: FakeExchangeOptions): FakeExchange {
  const rules = new Map(options.instruments.map((instrument) => [instrument.symbol, instrument]));
  const received: SubmittableOrder[] = [];
  const faults: PlaceFault[] = [];
  let account = createPaperAccount({ startBalance: options.startBalance ?? "10000", slippagePercent: 0 });
  let now = 0;
  let down = false;
  const accept = (order: SubmittableOrder): PlaceOutcome => {
    now += 1;
    const { account: next, ...outcome } = placeOrder(account, order, now, rules.get(order.symbol));
    account = next;
    return outcome;
  };
  const read = async <T>(look: (state: PaperAccount) => T): Promise<T> => {
    if (down) throw new DeskError("exchange-unavailable", { exchange: "fake" });
    return look(account);
  };
  return {
    name: "fake",
    received,
    failNext: (...next) => faults.push(...next),
    setDown: (value) => {
      down = value;
    },
    setPrice: (symbol, price) => {
      now += 1;
      account = onPrice(account, symbol, price, now).account;
    },
    instrument: async (symbol) => rules.get(symbol),
    place: async (order) => {
      received.push(order);
      return outcomeOf(order, faults.shift(), accept);
    },
    cancel: (symbol, clientOrderId) =>
      read((state) => {
        const cancelled = cancelOrder(state, symbol, clientOrderId);
        account = cancelled.account;
        return cancelled.status;
      }),
    find: (symbol, clientOrderId) =>
      read((state) => {
        const order = orderOf(state, clientOrderId);
        return order?.symbol === symbol ? reportOf(order) : undefined;
      }),
    openOrders: () => read((state) => state.working.map(reportOf)),
    account: () => read((state) => ({ balance: state.balance, equity: equityOf(state) })),
    positions: () =>
      read((state) =>
        state.positions.map((position) => ({
          symbol: position.symbol,
          quantity: position.quantity,
          entryPrice: entryPriceOf(position),
        })),
      ),
    fillsSince: (cursor) =>
      read((state) => ({ fills: fillsAfter(state, Number(cursor) || 0), cursor: String(state.fillCount) })),
  };
}

function outcomeOf(
  order: SubmittableOrder,
  fault: PlaceFault | undefined,
  accept: (order: SubmittableOrder) => PlaceOutcome,
): PlaceOutcome {
  if (fault === undefined) return accept(order);
  if (fault === "lost-order") return { status: "unknown", code: "timeout" };
  if (fault === "lost-answer") {
    accept(order);
    return { status: "unknown", code: "timeout" };
  }
  return { status: "rejected", code: fault.code };
}
