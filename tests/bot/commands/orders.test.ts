import { describe, expect, it } from "vitest";
import type { OrderState, Trade } from "../../../src/engine/trade/trade.ts";
import { cardText, conversation, createFakeDesk } from "../../fakes/chat-desk.ts";
import { openTrade } from "../../fakes/control-trades.ts";

const STOP: OrderState = {
  leg: "stop",
  clientOrderId: "s1",
  quantity: "0.016",
  price: "60900.0",
  status: "working",
};
const TARGET: OrderState = {
  ...STOP,
  leg: "target-1",
  clientOrderId: "t1",
  quantity: "0.008",
  price: "61852.4",
};
const ENTRY: OrderState = { leg: "entry", clientOrderId: "c1", quantity: "0.016", status: "filled" };

async function listed(patch: Partial<Trade>): Promise<readonly string[]> {
  const { deskChat } = createFakeDesk([openTrade({ orders: [ENTRY, STOP, TARGET], ...patch })]);
  const [card] = await deskChat.onText(conversation("viewer"), "/orders");
  return cardText(card ?? { blocks: [] }).split("\n");
}

describe("the list of orders", () => {
  it("shows what each order would fill", async () => {
    expect(await listed({})).toEqual([
      "Orders",
      "# | Symbol | Order | Price | Quantity | State",
      "1 | BTC/USDT | stop | 60,900.0 | 0.016 | working",
      "2 | BTC/USDT | target | 61,852.4 | 0.008 | working",
    ]);
  });

  it("shows of a stop that was placed for more only what is held, and says why", async () => {
    expect(await listed({ exitQuantity: "0.012" })).toEqual([
      "Orders",
      "# | Symbol | Order | Price | Quantity | State",
      "1 | BTC/USDT | stop | 60,900.0 | 0.004 | working",
      "2 | BTC/USDT | target | 61,852.4 | 0.004 | working",
      "Stops and targets only reduce: each closes at most what is held, whatever it was placed for.",
    ]);
  });

  it("shows of an order that was filled in part what is left of it", async () => {
    const orders = [ENTRY, STOP, { ...TARGET, filledQuantity: "0.002" }];
    const [, , , target] = await listed({ orders, exitQuantity: "0.002" });
    expect(target).toBe("2 | BTC/USDT | target | 61,852.4 | 0.006 | working");
  });

  it("shows of an entry what is still to come", async () => {
    const entry: OrderState = { ...ENTRY, status: "working", price: "61240", filledQuantity: "0.006" };
    const rows = await listed({ state: "partially-filled", entryQuantity: "0.006", orders: [entry] });
    expect(rows[2]).toBe("1 | BTC/USDT | entry | 61,240 | 0.01 | working");
  });
});
