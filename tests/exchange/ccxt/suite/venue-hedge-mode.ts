import { describe, expect, it } from "vitest";
import type { EmulatedExchange } from "../../../emulators/exchange/emulated-exchange.ts";
import { COIN, entry, exit } from "./sample-orders.ts";
import { connectTo, startEmulator, type VenueUnderTest } from "./venue-under-test.ts";

/** A long and a short position of one symbol, side by side. For perpetuals. */
export function describeHedgeMode<E extends EmulatedExchange>(venue: VenueUnderTest<E>): void {
  describe(`an account in hedge mode at ${venue.name}`, () => {
    it.each([
      ["the margin mode that it has", {}],
      ["cross margin", { marginMode: "cross" }],
      ["isolated margin", { marginMode: "isolated" }],
    ] as const)("opens, protects and closes by position side with %s", async (_, change) => {
      const emulator = await startEmulator(venue);
      emulator.trading.hedged = true;
      const exchange = await connectTo(venue, emulator, change);
      expect(exchange.start.positionMode).toBe("hedge");
      await exchange.place(entry("in1"));
      await exchange.place(entry("in2", { side: "sell", quantity: "2" }));
      expect(await exchange.positions()).toEqual([
        { symbol: COIN, quantity: "1", entryPrice: "100" },
        { symbol: COIN, quantity: "-2", entryPrice: "100" },
      ]);
      await exchange.place(exit("sl1", { type: "stop", price: "95" }));
      await exchange.place(exit("sl2", { side: "buy", type: "stop", price: "105", quantity: "2" }));
      expect((await exchange.openOrders()).map(({ reduceOnly }) => reduceOnly)).toEqual([true, true]);
      expect(emulator.trading.algos.map(({ positionSide }) => positionSide)).toEqual(["LONG", "SHORT"]);
      emulator.market.trade(venue.coin.id, 94, 1000);
      expect(await exchange.positions()).toEqual([{ symbol: COIN, quantity: "-2", entryPrice: "100" }]);
      expect(await exchange.place(exit("out1"))).toEqual({
        status: "rejected",
        code: "reduce-only-without-position",
      });
    });
  });
}
