import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toText } from "../../../src/engine/decimal.ts";
import { type PaperAccount, positionOf } from "../../../src/engine/fill/account.ts";
import { accountFromJson, accountToJson } from "../../../src/engine/fill/account-json.ts";
import { exact } from "../../../src/engine/fill/exact.ts";
import { onCandle, onPrice } from "../../../src/engine/fill/market-step.ts";
import { cancelOrder, placeOrder } from "../../../src/engine/fill/place-order.ts";
import type { Fill, OrderRequest } from "../../../src/engine/trade/order.ts";
import { COIN, freshAccount } from "./desk.ts";

type Action =
  | { readonly do: "place"; readonly order: OrderRequest }
  | { readonly do: "cancel"; readonly id: string }
  | { readonly do: "price"; readonly price: number }
  | { readonly do: "candle"; readonly open: number; readonly up: number; readonly down: number };

const IDS = Array.from({ length: 40 }, (_, index) => `id${index}`);
const tenths = fc.integer({ min: 900, max: 1100 });

const order: fc.Arbitrary<OrderRequest> = fc
  .record({
    clientOrderId: fc.constantFrom(...IDS),
    side: fc.constantFrom("buy" as const, "sell" as const),
    type: fc.constantFrom("market" as const, "limit" as const, "stop" as const, "take-profit" as const),
    quantity: fc.integer({ min: 5, max: 700 }).map((steps) => toText(steps / 100)),
    price: tenths.map((price) => toText(price / 10)),
    reduceOnly: fc.boolean(),
  })
  .map(({ price, ...rest }) => {
    const base = { ...rest, symbol: COIN.symbol, createdAt: 0 };
    return rest.type === "market" ? base : { ...base, price };
  });

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: order.map((placed) => ({ do: "place" as const, order: placed })) },
  { weight: 1, arbitrary: fc.constantFrom(...IDS).map((id) => ({ do: "cancel" as const, id })) },
  { weight: 3, arbitrary: tenths.map((price) => ({ do: "price" as const, price: price / 10 })) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("candle" as const),
      open: tenths.map((price) => price / 10),
      up: fc.integer({ min: 0, max: 80 }),
      down: fc.integer({ min: 0, max: 80 }),
    }),
  },
);
const actions = fc.array(action, { minLength: 40, maxLength: 80 });

/** Two time units for each action: a candle opens on the even and closes on the odd one. */
function act(account: PaperAccount, step: Action, index: number): PaperAccount {
  const now = index * 2;
  switch (step.do) {
    case "place":
      return placeOrder(account, step.order, now, COIN).account;
    case "cancel":
      return cancelOrder(account, COIN.symbol, step.id).account;
    case "price":
      return onPrice(account, COIN.symbol, step.price, now).account;
    case "candle": {
      const high = (step.open * 10 + step.up) / 10;
      const low = (step.open * 10 - step.down) / 10;
      const candle = { openTime: now, open: step.open, high, low, close: low, volume: 1 };
      return onCandle(account, COIN.symbol, candle, now + 1).account;
    }
  }
}

function history(steps: readonly Action[]): PaperAccount[] {
  const accounts = [freshAccount(0.03)];
  steps.forEach((step, index) => {
    accounts.push(act(accounts[index] ?? freshAccount(), step, index));
  });
  return accounts;
}

function check(law: (steps: readonly Action[]) => void): void {
  fc.assert(fc.property(actions, law), { seed: 42, numRuns: 300 });
}

function signedQuantity(fill: Fill) {
  return exact(fill.quantity).mul(fill.side === "buy" ? 1 : -1);
}

describe("the laws of the paper account", () => {
  it("conserves cash to the last digit: balance = start - money paid + open cost - fees", () => {
    let trades = 0;
    check((steps) => {
      for (const account of history(steps)) {
        const paid = account.fills.reduce(
          (sum, fill) => sum.plus(signedQuantity(fill).mul(fill.price)),
          exact(0),
        );
        const fees = account.fills.reduce((sum, fill) => sum.plus(fill.fee), exact(0));
        const cost = positionOf(account, COIN.symbol)?.cost ?? "0";
        expect(account.balance).toBe(toText(exact(10_000).minus(paid).plus(cost).minus(fees)));
        trades += account.fills.length;
      }
    });
    expect(trades).toBeGreaterThan(10_000);
  });

  it("holds exactly the sum of its fills", () => {
    check((steps) => {
      const account = history(steps).at(-1) ?? freshAccount();
      const sum = account.fills.reduce((total, fill) => total.plus(signedQuantity(fill)), exact(0));
      expect(positionOf(account, COIN.symbol)?.quantity ?? "0").toBe(toText(sum));
    });
  });

  it("never opens, adds to or turns a position by a reduce-only order", () => {
    let reduced = 0;
    check((steps) => {
      const account = history(steps).at(-1) ?? freshAccount();
      const orders = [...account.working, ...account.finished];
      const reducing = new Set(orders.filter((o) => o.reduceOnly).map((o) => o.clientOrderId));
      let held = exact(0);
      for (const fill of account.fills) {
        const after = held.plus(signedQuantity(fill));
        if (reducing.has(fill.clientOrderId)) {
          reduced += 1;
          expect(after.abs().lt(held.abs())).toBe(true);
          expect(after.isZero() || after.isPositive() === held.isPositive()).toBe(true);
        }
        held = after;
      }
    });
    expect(reduced).toBeGreaterThan(100);
  });

  it("keeps no reduce-only order without a position or an entry that it waits for", () => {
    check((steps) => {
      for (const account of history(steps)) {
        const held = exact(positionOf(account, COIN.symbol)?.quantity ?? 0);
        for (const live of account.working.filter((o) => o.reduceOnly)) {
          const entry = account.working.some((o) => !o.reduceOnly && o.side !== live.side);
          expect(entry || (live.side === "sell" ? held.gt(0) : held.lt(0))).toBe(true);
        }
      }
    });
  });

  it("fills an order never beyond its quantity and knows each client order id once", () => {
    check((steps) => {
      const account = history(steps).at(-1) ?? freshAccount();
      const orders = [...account.working, ...account.finished];
      expect(new Set(orders.map((o) => o.clientOrderId)).size).toBe(orders.length);
      for (const known of orders) {
        const filled = account.fills
          .filter((fill) => fill.clientOrderId === known.clientOrderId)
          .reduce((sum, fill) => sum.plus(fill.quantity), exact(0));
        expect(known.filledQuantity).toBe(toText(filled));
        expect(filled.lte(known.quantity)).toBe(true);
      }
      expect(account.fills.map((fill) => fill.fillId)).toEqual(
        account.fills.map((_, index) => `fill-${index + 1}`),
      );
    });
  });

  it("goes on after JSON exactly as if it had never been written", () => {
    check((steps) => {
      const straight = history(steps).at(-1);
      const stored = steps.reduce(
        (account, step, index) => accountFromJson(accountToJson(act(account, step, index))),
        freshAccount(0.03),
      );
      expect(stored).toEqual(straight);
    });
  });

  it("never fills a stop better, nor a limit worse, than its price", () => {
    check((steps) => {
      const account = history(steps).at(-1) ?? freshAccount();
      for (const fill of account.fills) {
        const known = [...account.working, ...account.finished].find(
          (o) => o.clientOrderId === fill.clientOrderId,
        );
        if (known?.price === undefined) continue;
        const worseBy = exact(fill.price)
          .minus(known.price)
          .mul(fill.side === "buy" ? 1 : -1);
        expect(known.type === "stop" ? worseBy.gte(0) : worseBy.lte(0)).toBe(true);
      }
    });
  });
});
