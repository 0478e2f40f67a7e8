import { describe, expect, it } from "vitest";
import { describeAccountStream, faultsOfStream } from "../suite/venue-account-stream.ts";
import { aVenue } from "../suite/venue-under-test.ts";
import { BYBIT } from "./bybit-venue.ts";

// Orders of every kind.
describeAccountStream(BYBIT, { streams: ["order"], sockets: ["/v5/private"] });

describe("the stream of an account at Bybit", () => {
  it("tells the fault and tries on when the clock is an hour off", async () => {
    const world = await aVenue(BYBIT);
    world.emulator.faults.clockAheadMs = 3_600_000;
    const faults = await faultsOfStream(world, 3);
    expect(faults.map(({ code }) => code)).toEqual(Array(3).fill("exchange-unavailable"));
  });
});
