import { describe, expect, it } from "vitest";
import { BinanceError } from "../../../emulators/binance/binance-error.ts";
import { entry } from "../suite/sample-orders.ts";
import { describeLostAnswers } from "../suite/venue-lost-answers.ts";
import { describeOrderLife } from "../suite/venue-order-life.ts";
import { describeRefusals, describeUnsentOrders } from "../suite/venue-refusals.ts";
import { aVenue } from "../suite/venue-under-test.ts";
import { BINANCE } from "./binance-venue.ts";

const timedOut = new BinanceError(-1007, "Timeout waiting for response.", 408);

describeLostAnswers(BINANCE, {
  unclear: [
    ["is dropped", { status: "drop" }, "no-answer"],
    ["is a 502", { status: 502 }, "http-502"],
    ["is a 503", { status: 503 }, "http-503"],
    ["is -1006", new BinanceError(-1006, "An unexpected response was received."), "venue-1006"],
    ["is -1007", timedOut, "venue-1007"],
    ["is a code that nobody listed", new BinanceError(-9999, "Surprise."), "venue-9999"],
  ],
  timedOut: [timedOut, "venue-1007"],
  maintenance: "venue-1016",
});

describeRefusals(BINANCE, {
  limits: [
    [
      "too small a notional",
      entry("in1", { type: "limit", price: "95", quantity: "0.1" }),
      "notional-too-small",
    ],
    ["more than the exchange takes", entry("in1", { quantity: "1001" }), "quantity-too-large"],
    ["a price too far away", entry("in1", { type: "limit", price: "94.9" }), "price-too-far"],
  ],
  tooOften: [
    ["with 429", { status: 429, retryAfterSeconds: 7 }],
    ["with 418", { status: 418, retryAfterSeconds: 7 }],
  ],
  fillUpStops: ({ emulator }) =>
    emulator.faults.refuse(BINANCE.calls.stop, new BinanceError(-4045, "Reach max stop order limit.")),
});

describeUnsentOrders(BINANCE, ["in 1", "a".repeat(37)]);

describeOrderLife(BINANCE, {
  unclearCancel: [timedOut, "-1007"],
  openLists: ["/fapi/v1/openOrders", "/fapi/v1/openAlgoOrders"],
});

describe("a read at Binance futures", () => {
  it.each([429, 418] as const)("that is refused with %i says how long to wait", async (status) => {
    const { emulator, exchange } = await aVenue(BINANCE);
    emulator.faults.failHttp("/fapi/v3/account", { status, retryAfterSeconds: 7 });
    await expect(exchange.account()).rejects.toMatchObject({
      code: "exchange-unavailable",
      retryAfterMs: 7000,
      args: { httpStatus: status, venueCode: "-1003" },
    });
  });
});
