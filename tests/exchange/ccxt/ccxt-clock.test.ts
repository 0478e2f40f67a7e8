import { afterEach, describe, expect, it } from "vitest";
import type { BinanceEmulator } from "../../emulators/binance/binance-emulator.ts";
import { anEmulatedExchange, COIN, entry, exit } from "./emulated-exchange.ts";

const HOUR = 3_600_000;
const running: BinanceEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function anExchange() {
  const under = await anEmulatedExchange();
  running.push(under.emulator);
  return under;
}

describe("a clock that goes wrong while the desk runs", () => {
  it("is measured again after the first read that is refused for it", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.clockAheadMs = HOUR;
    await expect(exchange.account()).rejects.toMatchObject({ args: { venueCode: "-1021" } });
    expect(await exchange.account()).toMatchObject({ balance: "10000" });
  });

  it("stops entries as long as it is more than 5 s off, and never exits", async () => {
    const { emulator, exchange, calls } = await anExchange();
    await exchange.place(entry("in1"));
    emulator.faults.clockAheadMs = HOUR;
    expect(await exchange.place(entry("in2"))).toEqual({ status: "rejected", code: "clock-off" });
    expect(calls("POST /fapi/v1/order")).toBe(2);
    expect(await exchange.place(entry("in3"))).toEqual({ status: "rejected", code: "clock-off" });
    expect(calls("POST /fapi/v1/order")).toBe(2);
    expect(await exchange.place(exit("out1"))).toMatchObject({ status: "accepted" });
    emulator.faults.clockAheadMs = 0;
    await expect(exchange.positions()).rejects.toMatchObject({ args: { venueCode: "-1021" } });
    expect(await exchange.place(entry("in4"))).toMatchObject({ status: "accepted" });
    expect(await exchange.find(COIN, "in4")).toMatchObject({ status: "filled" });
  });

  it.each([2000, -2000])("of %i ms is signed for and stops nothing", async (clockAheadMs) => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.clockAheadMs = clockAheadMs;
    const first = await exchange.place(entry("in1"));
    // Ahead of the exchange the first request is refused and the clock is measured; the next one fits.
    expect(first.status).toBe(clockAheadMs > 0 ? "accepted" : "rejected");
    expect(await exchange.place(entry("in2"))).toMatchObject({ status: "accepted" });
  });
});
