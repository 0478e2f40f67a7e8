import { describe, expect, it } from "vitest";
import { OkxError, OrderRefusal } from "../../../emulators/okx/okx-error.ts";
import { COIN, entry, exit } from "../suite/sample-orders.ts";
import { describeLostAnswers } from "../suite/venue-lost-answers.ts";
import { describeOrderLife } from "../suite/venue-order-life.ts";
import { describeRefusals, describeUnsentOrders } from "../suite/venue-refusals.ts";
import { aVenue } from "../suite/venue-under-test.ts";
import { OKX } from "./okx-venue.ts";

const timedOut = new OkxError(50004, "API endpoint request timeout.", 400);

describeLostAnswers(OKX, {
  unclear: [
    ["is dropped", { status: "drop" }, "no-answer"],
    ["is a 502", { status: 502 }, "http-502"],
    ["is 50001 with 503", new OkxError(50001, "Service temporarily unavailable", 503), "venue50001"],
    ["is 50004", timedOut, "venue50004"],
    ["is 50013", new OkxError(50013, "Systems are busy.", 429), "venue50013"],
    ["is 50026", new OkxError(50026, "System error.", 500), "venue50026"],
    ["is 51149 beside the order", new OrderRefusal(51149, "Order timed out."), "venue51149"],
    ["is 51016 beside the order", new OrderRefusal(51016, "Client order ID already exists."), "venue51016"],
    ["is a code that nobody listed", new OrderRefusal(59999, "Surprise."), "venue59999"],
    ["is a refusal with a server error", new OkxError(51008, "No margin.", 502), "venue51008"],
  ],
  timedOut: [timedOut, "venue50004"],
  maintenance: "venue50001",
});

describeRefusals(OKX, {
  limits: [
    ["more than the exchange takes", entry("in1", { quantity: "1200.01" }), "quantity-too-large"],
    ["a price too far away", entry("in1", { type: "limit", price: "105.1" }), "price-too-far"],
  ],
  tooOften: [
    ["as one of the request", new OkxError(50011, "Too Many Requests", 429)],
    ["beside the order", new OrderRefusal(50061, "You've reached the maximum order rate limit.")],
  ],
  fillUpStops: ({ emulator }) =>
    emulator.faults.refuse(OKX.calls.stop, new OrderRefusal(51261, "Too many pending stop orders.")),
});

describeUnsentOrders(OKX, ["in-1", "a".repeat(33)]);

describeOrderLife(OKX, {
  unclearCancel: [new OrderRefusal(51410, "The order is being cancelled."), "51410"],
  openLists: ["/api/v5/trade/orders-pending", "/api/v5/trade/orders-algo-pending"],
});

describe("an order that stands at OKX", () => {
  it("is sent in contracts and told in coins", async () => {
    const { emulator, exchange } = await aVenue(OKX);
    await exchange.place(entry("in1", { quantity: "2.5" }));
    expect(emulator.trading.orders.map(({ quantity }) => quantity)).toEqual(["25"]);
    expect(await exchange.positions()).toEqual([{ symbol: COIN, quantity: "2.5", entryPrice: "100" }]);
    expect(await exchange.find(COIN, "in1")).toMatchObject({ quantity: "2.5", filledQuantity: "2.5" });
    expect((await exchange.fillsSince("")).fills).toMatchObject([
      { quantity: "2.5", price: "100", fee: "0.125" },
    ]);
  });

  it("is listed among hundreds: every page is read", async () => {
    const { exchange, byHand, calls } = await aVenue(OKX);
    for (let count = 0; count < 203; count += 1) byHand("BUY", 0.1, "96");
    await exchange.place(exit("tp1", { type: "take-profit", price: "110" }));
    const open = await exchange.openOrders();
    expect([open.length, open.at(-1)?.clientOrderId]).toEqual([204, "tp1"]);
    expect(calls("GET /api/v5/trade/orders-pending")).toBe(3);
  });
});

describe("an account in which somebody trades spot too", () => {
  it("has the orders and positions of perpetuals alone, however alike the names are", async () => {
    const { emulator, exchange } = await aVenue(OKX);
    emulator.user.tradesElsewhere = true;
    await exchange.place(entry("in1"));
    await exchange.place(entry("in2", { type: "limit", price: "96" }));
    expect(await exchange.positions()).toEqual([{ symbol: COIN, quantity: "1", entryPrice: "100" }]);
    expect((await exchange.openOrders()).map(({ clientOrderId }) => clientOrderId)).toEqual(["in2"]);
  });
});
