import { describe, expect, it } from "vitest";
import { BINANCE } from "./binance/binance-venue.ts";
import { COIN, entry, exit, START } from "./suite/sample-orders.ts";
import { aVenue, connectTo, startEmulator } from "./suite/venue-under-test.ts";

const ORDER = BINANCE.calls.order;
const TOO_LATE = { status: "rejected", code: "sent-too-late" };

describe("an entry whose desk was asleep since its intent", () => {
  it("goes 5 s after it and not a millisecond later", async () => {
    const { emulator, exchange, calls } = await aVenue(BINANCE);
    emulator.market.advance(5000);
    expect(await exchange.place(entry("in1"))).toMatchObject({ status: "accepted" });
    emulator.market.advance(1);
    expect(await exchange.place(entry("in2"))).toEqual(TOO_LATE);
    expect(calls(ORDER)).toBe(1);
    expect(await exchange.find(COIN, "in2")).toBeUndefined();
  });

  it("stays unsent when it is placed once more", async () => {
    const { emulator, exchange, calls } = await aVenue(BINANCE);
    emulator.market.advance(5001);
    expect(await exchange.place(entry("in1"))).toEqual(TOO_LATE);
    expect(await exchange.place(entry("in1"))).toEqual(TOO_LATE);
    expect(calls(ORDER)).toBe(0);
  });

  it("is measured by the desk's own clock, however far the exchange's is ahead", async () => {
    const emulator = await startEmulator(BINANCE);
    emulator.faults.clockAheadMs = 2000;
    const exchange = await connectTo(BINANCE, emulator);
    emulator.market.advance(4000);
    expect(await exchange.place(entry("in1"))).toMatchObject({ status: "accepted" });
    emulator.market.advance(1001);
    expect(await exchange.place(entry("in2"))).toEqual(TOO_LATE);
  });

  it("is looked at last: measuring the exchange's clock took the time", async () => {
    const emulator = await startEmulator(BINANCE);
    const measures = () => emulator.log.filter((each) => "path" in each && each.path === "/fapi/v1/time");
    const now = () => emulator.market.now() + (measures().length > 1 ? 5001 : 0);
    const exchange = await connectTo(BINANCE, emulator, { clock: { now } });
    emulator.market.advance(600_000);
    const order = entry("in1", { createdAt: START + 600_000 });
    expect(await exchange.place(order)).toEqual(TOO_LATE);
    expect(measures()).toHaveLength(2);
    expect(emulator.trading.journal).toEqual([]);
  });

  it("leaves exits alone: they go however late", async () => {
    const { emulator, exchange } = await aVenue(BINANCE);
    await exchange.place(entry("in1"));
    emulator.market.advance(60_000);
    expect(await exchange.place(exit("out1"))).toMatchObject({ status: "accepted" });
  });
});
