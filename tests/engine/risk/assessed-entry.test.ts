import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../src/engine/ports/exchange.ts";
import { assessEntry } from "../../../src/engine/risk/assess.ts";
import type { OrderRequest } from "../../../src/engine/trade/order.ts";
import { accountWith, BTC, INSTANCE, NOW, proposed, riskSettings } from "../trade/trade-fixtures.ts";

type Place = Exchange["place"];
const taken: OrderRequest[] = [];
const place: Place = async (order) => {
  taken.push(order);
  return { status: "accepted", exchangeOrderId: "x" };
};

const request = {
  clientOrderId: "c1",
  symbol: "BTC/USDT",
  side: "buy",
  type: "market",
  quantity: "1",
  createdAt: NOW,
} as const;

/** The compiler is the test: each of these lines must be an error, or `tsc` fails on the directive. */
describe("an order that was not assessed", () => {
  it("does not compile as an entry", async () => {
    // @ts-expect-error: an entry without an assessment.
    await place({ ...request, reduceOnly: false });
    const unassessed: OrderRequest = { ...request, reduceOnly: false };
    // @ts-expect-error: nor one whose kind is not known.
    await place(unassessed);
    await place({ ...request, reduceOnly: true });
    expect(taken).toHaveLength(3);
  });

  it("comes from an assessment that denied nothing, and only from there", async () => {
    const verdict = assessEntry({
      trade: proposed(),
      account: accountWith(),
      instrument: BTC,
      settings: riskSettings(),
      price: { price: 100, at: NOW },
      sizeFactor: 1,
      instance: INSTANCE,
    });
    // @ts-expect-error: not before the verdict was looked at.
    const unseen = verdict.order;
    expect(unseen).toBeDefined();
    if (verdict.status !== "approved") throw new Error("it was denied");
    expect((await place(verdict.order)).status).toBe("accepted");
  });
});
