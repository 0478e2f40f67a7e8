import { describe, expect, it } from "vitest";
import type { EmulatedExchange } from "../../../emulators/exchange/emulated-exchange.ts";
import { entry, exit, START } from "./sample-orders.ts";
import { aVenue, connectTo, type VenueUnderTest } from "./venue-under-test.ts";

/** How a venue numbers fills, and what it takes for them. */
export interface Fills {
  /** What it takes for a market order of one coin at 100. */
  readonly fee: string;
  /** The ids of the first two fills, or what they match. */
  readonly fillIds: readonly [first: unknown, second: unknown];
  /** The cursor after a fill at the start and one two minutes later, whose id the venue itself gave. */
  readonly cursorAfter: (ownId: string) => unknown;
  /** A cursor that has the venue's shape and makes no sense. */
  readonly wrongCursor: string;
}

/** Every fill is given once along the cursor, and none is passed over. */
export function describeFills<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
  { fee, fillIds, cursorAfter, wrongCursor }: Fills,
): void {
  describe(`fills at ${venue.name}`, () => {
    it("come once, with the position of each symbol in the cursor, also after a restart", async () => {
      const { emulator, exchange } = await aVenue(venue);
      await exchange.place(entry("in1"));
      const first = await exchange.fillsSince("");
      expect(first.fills).toMatchObject([{ fillId: fillIds[0], fee, price: "100", at: START }]);
      emulator.market.advance(120_000);
      await exchange.place(exit("out1"));
      const restarted = await connectTo(venue, emulator);
      const second = await restarted.fillsSince(first.cursor);
      const id = second.fills[0]?.fillId ?? "";
      expect(second.fills).toMatchObject([{ fillId: fillIds[1], clientOrderId: "out1", side: "sell" }]);
      expect(id).not.toBe(first.fills[0]?.fillId);
      expect((await restarted.fillsSince(second.cursor)).fills).toEqual([]);
      expect(JSON.parse(second.cursor)).toEqual({ "COIN/USDT": cursorAfter(id.slice("COIN/USDT-".length)) });
    });

    it("that become visible after later ones are not passed over", async () => {
      const { emulator, exchange } = await aVenue(venue);
      emulator.faults.hideNextOrder(8000);
      await exchange.place(entry("in1"));
      await exchange.place(entry("in2"));
      const first = await exchange.fillsSince("");
      expect(first.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in2"]);
      emulator.market.advance(8000);
      const second = await exchange.fillsSince(first.cursor);
      expect(second.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in1"]);
      emulator.market.advance(120_000);
      expect((await exchange.fillsSince(second.cursor)).fills).toEqual([]);
    });

    it("of somebody else are told with the name that they have", async () => {
      const { exchange, byHand } = await aVenue(venue);
      byHand("BUY", 1);
      const { fills } = await exchange.fillsSince("");
      expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual([expect.stringMatching(/^web_/)]);
    });

    it.each(["nonsense", "{}", "[1]", wrongCursor])(
      "are all given again for the cursor %s",
      async (cursor) => {
        const { exchange } = await aVenue(venue);
        await exchange.place(entry("in1"));
        expect((await exchange.fillsSince(cursor)).fills).toHaveLength(1);
      },
    );
  });
}
