import { describe, expect, it } from "vitest";
import type { EmulatedExchange } from "../../../emulators/exchange/emulated-exchange.ts";
import { COIN, entry, exit } from "./sample-orders.ts";
import { aVenue, connectTo, startEmulator, type VenueUnderTest } from "./venue-under-test.ts";

const HOUR = 3_600_000;

type Answer = "accepted" | "rejected";

/** How a venue judges the time in a request. */
export interface ClockRules {
  /** Its code for a time that it does not take. */
  readonly venueCode: string;
  /** What becomes of an entry, and of the next one, when the clock was moved ahead since it was measured. */
  readonly jumps: readonly (readonly [ms: number, first: Answer, second: Answer])[];
}

/** The exchange's time is what is signed; a clock that is far off stops what is new and never what protects. */
export function describeClock<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
  { venueCode, jumps }: ClockRules,
): void {
  const { order } = venue.calls;

  describe(`the clock at ${venue.name}`, () => {
    it.each([2000, -2000])("off by %i ms is told, and orders are signed with its time", async (ms) => {
      const emulator = await startEmulator(venue);
      emulator.faults.clockAheadMs = ms;
      const exchange = await connectTo(venue, emulator);
      expect(exchange.start.clockOffsetMs).toBe(ms);
      expect(exchange.start.warnings.at(-1)).toBe("clock-inexact");
      expect(await exchange.place(entry("in1"))).toMatchObject({ status: "accepted" });
    });

    it.each([HOUR, -HOUR])("off by %i ms stops the start", async (ms) => {
      const emulator = await startEmulator(venue);
      emulator.faults.clockAheadMs = ms;
      await expect(connectTo(venue, emulator)).rejects.toMatchObject({
        code: "exchange-clock-off",
        args: { clockOffsetMs: ms },
      });
    });

    it("is measured again after the first read that is refused for it", async () => {
      const { emulator, exchange } = await aVenue(venue);
      emulator.faults.clockAheadMs = HOUR;
      await expect(exchange.account()).rejects.toMatchObject({ args: { venueCode } });
      expect(await exchange.account()).toMatchObject({ balance: "10000" });
    });

    it("stops entries as long as it is more than 5 s off, and never exits", async () => {
      const { emulator, exchange, calls } = await aVenue(venue);
      await exchange.place(entry("in1"));
      emulator.faults.clockAheadMs = HOUR;
      expect(await exchange.place(entry("in2"))).toEqual({ status: "rejected", code: "clock-off" });
      expect(calls(order)).toBe(2);
      expect(await exchange.place(entry("in3"))).toEqual({ status: "rejected", code: "clock-off" });
      expect(calls(order)).toBe(2);
      expect(await exchange.place(exit("out1"))).toMatchObject({ status: "accepted" });
      emulator.faults.clockAheadMs = 0;
      await expect(exchange.positions()).rejects.toMatchObject({ args: { venueCode } });
      expect(await exchange.place(entry("in4"))).toMatchObject({ status: "accepted" });
      expect(await exchange.find(COIN, "in4")).toMatchObject({ status: "filled" });
    });

    it.each(jumps)("that jumps by %i ms has an entry %s and the next one %s", async (ms, first, second) => {
      const { emulator, exchange } = await aVenue(venue);
      emulator.faults.clockAheadMs = ms;
      const answer = await exchange.place(entry("in1"));
      expect(answer.status).toBe(first);
      if (answer.status === "rejected")
        expect([answer.code, emulator.trading.journal]).toEqual(["clock-off", []]);
      expect((await exchange.place(entry("in2"))).status).toBe(second);
    });
  });
}
