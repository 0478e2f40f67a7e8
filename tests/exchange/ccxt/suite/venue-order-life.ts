import { describe, expect, it } from "vitest";
import type { EmulatedExchange } from "../../../emulators/exchange/emulated-exchange.ts";
import type { VenueError } from "../../../emulators/exchange/venue-error.ts";
import { COIN, entry, exit } from "./sample-orders.ts";
import { aVenue, type VenueUnderTest } from "./venue-under-test.ts";

/** A venue's words about orders that stand. */
export interface OrderLife {
  /** An answer to a cancellation that does not say whether the order is gone, with its code. */
  readonly unclearCancel: readonly [answer: VenueError, venueCode: string];
  /** Every path that is read to list open orders. */
  readonly openLists: readonly string[];
}

/** What is told of an order from its placing to its end. For perpetuals. */
export function describeOrderLife<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
  { unclearCancel, openLists }: OrderLife,
): void {
  describe(`the life of an order at ${venue.name}`, () => {
    it("tells of a part that was filled before it was cancelled", async () => {
      const { emulator, exchange, trade } = await aVenue(venue);
      await exchange.place(entry("in1", { type: "limit", price: "96", quantity: "2" }));
      emulator.faults.fillFractions(0.25, 0);
      trade(96);
      const part = { type: "limit", filledQuantity: "0.5", quantity: "2", price: "96" };
      expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "working", ...part });
      expect(await exchange.cancel(COIN, "in1")).toBe("cancelled");
      expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "cancelled", ...part });
      expect(await exchange.positions()).toEqual([{ symbol: COIN, quantity: "0.5", entryPrice: "96" }]);
    });

    it("tells of a market order that the book could not fill whole", async () => {
      const { emulator, exchange } = await aVenue(venue);
      emulator.faults.fillFractions(0.3);
      await exchange.place(entry("in1"));
      expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "cancelled", filledQuantity: "0.3" });
    });

    it("tells of a stop that filled in part when it was triggered", async () => {
      const { emulator, exchange, trade } = await aVenue(venue);
      await exchange.place(entry("in1"));
      const placed = await exchange.place(exit("sl1", { type: "stop", price: "95" }));
      emulator.faults.fillFractions(0.4);
      trade(94);
      const found = await exchange.find(COIN, "sl1");
      expect(found).toMatchObject({
        ...{ type: "stop", price: "95", status: "cancelled", filledQuantity: "0.4", reduceOnly: true },
      });
      expect(placed).toEqual({ status: "accepted", exchangeOrderId: found?.exchangeOrderId });
      expect(await exchange.positions()).toMatchObject([{ quantity: "0.6" }]);
    });

    it("tells of a stop that somebody cancelled by hand", async () => {
      const { emulator, exchange } = await aVenue(venue);
      await exchange.place(entry("in1"));
      await exchange.place(exit("sl1", { type: "stop", price: "95" }));
      const standing = { status: "working", type: "stop", price: "95" };
      expect(await exchange.find(COIN, "sl1")).toMatchObject(standing);
      emulator.trading.cancelByHand("sl1");
      expect(await exchange.find(COIN, "sl1")).toMatchObject({ status: "cancelled" });
      expect(await exchange.openOrders()).toEqual([]);
    });

    it("tells of a stop that was triggered after somebody closed the position", async () => {
      const { exchange, trade, byHand } = await aVenue(venue);
      await exchange.place(entry("in1"));
      await exchange.place(exit("sl1", { type: "stop", price: "95" }));
      byHand("SELL", 1);
      trade(94);
      expect(await exchange.find(COIN, "sl1")).toMatchObject({ status: "rejected", filledQuantity: "0" });
      expect(await exchange.positions()).toEqual([]);
    });

    it("tells stops from targets on both sides", async () => {
      const { exchange } = await aVenue(venue);
      await exchange.place(entry("in1", { side: "sell" }));
      await exchange.place(exit("sl1", { side: "buy", type: "stop", price: "105" }));
      await exchange.place(exit("tp1", { side: "buy", type: "take-profit", price: "95" }));
      expect((await exchange.openOrders()).map(({ type, price }) => [type, price])).toEqual([
        ["stop", "105"],
        ["take-profit", "95"],
      ]);
    });

    it("places the new stop before the old one goes, so that both stand for a moment", async () => {
      const { exchange } = await aVenue(venue);
      await exchange.place(entry("in1"));
      await exchange.place(exit("sl1", { type: "stop", price: "95" }));
      await exchange.place(exit("sl2", { type: "stop", price: "97" }));
      expect((await exchange.openOrders()).map(({ clientOrderId }) => clientOrderId)).toEqual(["sl1", "sl2"]);
      expect(await exchange.cancel(COIN, "sl1")).toBe("cancelled");
      expect(await exchange.openOrders()).toMatchObject([{ clientOrderId: "sl2", price: "97" }]);
    });

    it("throws when a cancellation is not sure, and the next try finds it gone", async () => {
      const { emulator, exchange } = await aVenue(venue);
      await exchange.place(entry("in1", { type: "limit", price: "96" }));
      const [answer, venueCode] = unclearCancel;
      emulator.faults.refuse(venue.calls.cancel, answer);
      await expect(exchange.cancel(COIN, "in1")).rejects.toMatchObject({ args: { venueCode } });
      emulator.faults.failAfterwards(venue.calls.cancel, { status: "drop" });
      await expect(exchange.cancel(COIN, "in1")).rejects.toMatchObject({ code: "exchange-unavailable" });
      expect(await exchange.cancel(COIN, "in1")).toBe("gone");
    });

    it.each(venue.lookUps)("is not guessed to be absent when %s cannot be read", async (path) => {
      const { emulator, exchange } = await aVenue(venue);
      expect(await exchange.find(COIN, "in1")).toBeUndefined();
      emulator.faults.failHttp(path, { status: 503 });
      await expect(exchange.find(COIN, "in1")).rejects.toMatchObject({ code: "exchange-unavailable" });
    });

    it.each(openLists)("is not guessed to be closed when %s cannot be read", async (path) => {
      const { emulator, exchange } = await aVenue(venue);
      emulator.faults.failHttp(path, { status: 503 });
      await expect(exchange.openOrders()).rejects.toMatchObject({ code: "exchange-unavailable" });
    });
  });
}
