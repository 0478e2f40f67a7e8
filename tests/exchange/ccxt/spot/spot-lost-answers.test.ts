import { BinanceError } from "../../../emulators/binance/binance-error.ts";
import { describeLostAnswers } from "../suite/venue-lost-answers.ts";
import { describeUnsentOrders } from "../suite/venue-refusals.ts";
import { SPOT } from "./spot-venue.ts";

const timedOut = new BinanceError(-1007, "Timeout waiting for response.", 408);

describeLostAnswers(SPOT, {
  unclear: [
    ["is dropped", { status: "drop" }, "no-answer"],
    ["is a 502", { status: 502 }, "http-502"],
    ["is -1006", new BinanceError(-1006, "An unexpected response was received."), "venue-1006"],
    ["is -1007", timedOut, "venue-1007"],
    ["is -2010 with words that nobody listed", new BinanceError(-2010, "Surprise."), "venue-2010"],
  ],
  timedOut: [timedOut, "venue-1007"],
  maintenance: "venue-1016",
});

describeUnsentOrders(SPOT, ["in.1", "a".repeat(37)]);
