import { describe, expect, it } from "vitest";
import { BybitError } from "../../../emulators/bybit/bybit-error.ts";
import { COIN, entry, exit } from "../suite/sample-orders.ts";
import { describeLostAnswers } from "../suite/venue-lost-answers.ts";
import { describeOrderLife } from "../suite/venue-order-life.ts";
import { describeRefusals, describeUnsentOrders } from "../suite/venue-refusals.ts";
import { aVenue } from "../suite/venue-under-test.ts";
import { BYBIT } from "./bybit-venue.ts";

const DAY = 86_400_000;
const timedOut = new BybitError(10000, "Server Timeout");

describeLostAnswers(BYBIT, {
  unclear: [
    ["is dropped", { status: "drop" }, "no-answer"],
    ["is a 502", { status: 502 }, "http-502"],
    ["is a 403 of the gateway", { status: 403 }, "http-403"],
    ["is 10000 with HTTP 200", timedOut, "venue10000"],
    ["is 10016 with HTTP 200", new BybitError(10016, "Server error."), "venue10016"],
    ["is 10014", new BybitError(10014, "Invalid duplicate request."), "venue10014"],
    ["is 110072", new BybitError(110072, "OrderLinkedID is duplicate"), "venue110072"],
    ["is 110079", new BybitError(110079, "The order is processing."), "venue110079"],
    ["is a code that nobody listed", new BybitError(119999, "Surprise."), "venue119999"],
    ["is a refusal with a server error", new BybitError(110007, "No money.", 502), "venue110007"],
  ],
  timedOut: [timedOut, "venue10000"],
  maintenance: "venue10016",
});

describeRefusals(BYBIT, {
  limits: [
    [
      "too small a notional",
      entry("in1", { type: "limit", price: "95", quantity: "0.1" }),
      "notional-too-small",
    ],
    ["more than the exchange takes", entry("in1", { quantity: "950.01" }), "order-invalid"],
    ["a price too far away", entry("in1", { type: "limit", price: "105.1" }), "price-too-far"],
  ],
  tooOften: [
    ["with HTTP 200", new BybitError(10006, "Too many visits!")],
    ["with 429", { status: 429, retryAfterSeconds: 7 }],
  ],
  fillUpStops: async ({ exchange }) => {
    for (let count = 1; count <= 10; count += 1)
      await exchange.place(exit(`tp${count}`, { type: "take-profit", price: "110", quantity: "0.1" }));
  },
});

describeUnsentOrders(BYBIT, ["in.1", "a".repeat(37)]);

describeOrderLife(BYBIT, {
  unclearCancel: [new BybitError(110079, "The order is processing."), "110079"],
  openLists: ["/v5/order/realtime"],
});

describe("the look-up of an order at Bybit", () => {
  it("finds in the history what a restart of the venue has swept from the latest orders", async () => {
    const { emulator, exchange, calls } = await aVenue(BYBIT);
    await exchange.place(entry("in1"));
    emulator.market.advance(1);
    emulator.user.restartedAt = emulator.market.now();
    expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "filled", filledQuantity: "1" });
    expect([calls("GET /v5/order/history"), calls("GET /v5/execution/list")]).toEqual([1, 0]);
  });

  it("finds by its executions a stop of eight days that neither list has", async () => {
    const { emulator, exchange, trade, calls } = await aVenue(BYBIT);
    await exchange.place(entry("in1", { quantity: "2" }));
    await exchange.place(exit("sl1", { type: "stop", price: "95", quantity: "2" }));
    emulator.market.advance(8 * DAY);
    trade(94);
    emulator.market.advance(1);
    emulator.user.restartedAt = emulator.market.now();
    expect(await exchange.find(COIN, "sl1")).toMatchObject({
      ...{ clientOrderId: "sl1", side: "sell", quantity: "2", filledQuantity: "2", status: "filled" },
    });
    expect(calls("GET /v5/execution/list")).toBe(2);
  });

  it("throws when executions tell of an order, but not what became of its rest", async () => {
    const { emulator, exchange, trade } = await aVenue(BYBIT);
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    emulator.market.advance(8 * DAY);
    emulator.faults.fillFractions(0.4);
    trade(94);
    emulator.market.advance(1);
    emulator.user.restartedAt = emulator.market.now();
    await expect(exchange.find(COIN, "sl1")).rejects.toMatchObject({ code: "exchange-unavailable" });
  });

  it("throws when a list is refused, whatever another one said", async () => {
    const { emulator, exchange } = await aVenue(BYBIT);
    emulator.faults.refuse("GET /v5/order/history", new BybitError(10016, "Server error."));
    await expect(exchange.find(COIN, "in1")).rejects.toMatchObject({ args: { venueCode: "10016" } });
  });
});

describe("an order that stands at Bybit", () => {
  it("tells of a triggered stop that the lists do not show yet as one that works", async () => {
    const { emulator, exchange, trade } = await aVenue(BYBIT);
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    emulator.faults.hideNextOrder(8000);
    trade(94);
    expect(await exchange.find(COIN, "sl1")).toMatchObject({ status: "working", filledQuantity: "0" });
    emulator.market.advance(8000);
    expect(await exchange.find(COIN, "sl1")).toMatchObject({ status: "filled", filledQuantity: "1" });
  });

  it.each([110001, 110008, 110010])("is gone when its cancellation is answered with %i", async (code) => {
    const { emulator, exchange } = await aVenue(BYBIT);
    await exchange.place(entry("in1", { type: "limit", price: "96" }));
    emulator.faults.refuse(BYBIT.calls.cancel, new BybitError(code, "too late"));
    expect(await exchange.cancel(COIN, "in1")).toBe("gone");
  });

  it("is listed among hundreds: every page is read, and the empty one behind them", async () => {
    const { exchange, byHand, calls } = await aVenue(BYBIT);
    for (let count = 0; count < 120; count += 1) byHand("BUY", 1, "96");
    await exchange.place(exit("tp1", { type: "take-profit", price: "110" }));
    const open = await exchange.openOrders();
    expect([open.length, open.at(-1)?.clientOrderId]).toEqual([121, "tp1"]);
    expect(calls("GET /v5/order/realtime")).toBe(4);
  });
});
