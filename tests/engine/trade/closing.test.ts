import { describe, expect, it } from "vitest";
import { apply, canApply } from "../../../src/engine/trade/apply.ts";
import type { CloseReason, Trade } from "../../../src/engine/trade/trade.ts";
import type { TradeEvent } from "../../../src/engine/trade/trade-event.ts";
import { liveOrders } from "../../../src/engine/trade/trade-facts.ts";
import { ANNA, cancelled, filled, idOf, NOW, open, proposed, submitting } from "./trade-fixtures.ts";

const at = NOW + 60;
const closing = (reason: CloseReason, by?: typeof ANNA): TradeEvent =>
  by === undefined ? { type: "trade.closing", at, reason } : { type: "trade.closing", at, reason, by };
const closed: TradeEvent = { type: "trade.closed", at, reason: "stop" };

/** Every order of the trade is over. */
const quiet = (trade: Trade) =>
  liveOrders(trade).reduce((each, order) => apply(each, cancelled(order.clientOrderId)), trade);
const left = (trade: Trade) => apply(trade, filled(trade, idOf(trade, "stop"), "x1", "10", "98"));

describe("beginning to close", () => {
  it("names who asked for it, and nobody where nobody did", () => {
    expect(apply(open(), closing("manual", ANNA)).closing).toEqual({ reason: "manual", by: ANNA });
    expect(apply(open(), closing("time")).closing).not.toHaveProperty("by");
  });

  it("tells the fact that made the desk give up an entry, and none where there was none", () => {
    const why = { key: "setup-end-invalidated", args: { price: 97 } };
    const givenUp = apply(submitting(), { type: "trade.closing", at, reason: "entry-cancelled", why });
    expect(givenUp.closing).toStrictEqual({ reason: "entry-cancelled", why });
    expect(apply(open(), closing("time")).closing).toStrictEqual({ reason: "time" });
  });

  it("keeps the first reason", () => {
    const first = apply(open(), closing("manual", ANNA));
    expect(apply(first, closing("panic"))).toBe(first);
    expect(apply(first, closing("entry-cancelled"))).toBe(first);
  });

  it("lets a person's reason take the place of an entry that was given up", () => {
    const givenUp = apply(submitting(), closing("entry-cancelled"));
    expect(apply(givenUp, closing("entry-cancelled"))).toBe(givenUp);
    expect(apply(givenUp, closing("panic", ANNA)).closing).toEqual({ reason: "panic", by: ANNA });
  });

  it("needs a trade that was approved", () => {
    expect(canApply(proposed(), closing("manual"))).toBe(false);
  });
});

describe("the end of a trade", () => {
  it("comes when all that was entered is left and no order lives", () => {
    expect(apply(quiet(left(open())), closed).state).toBe("closed");
  });

  it("never comes with a position, with a live order, or before anything began", () => {
    expect(canApply(quiet(open()), closed)).toBe(false);
    expect(canApply(left(open()), closed)).toBe(false);
    expect(canApply(submitting(), closed)).toBe(false);
    expect(canApply(proposed(), closed)).toBe(false);
  });

  it("of a trade without an entry comes once it is closing", () => {
    const unfilled = quiet(submitting());
    expect(unfilled.state).toBe("closing");
    expect(apply(unfilled, closed).state).toBe("closed");
  });

  it("is of approved trades only", () => {
    const approved: Trade = { ...proposed(), state: "approved" };
    expect(canApply(approved, closed)).toBe(false);
  });
});
