import { afterEach, describe, expect, it } from "vitest";
import type { BinanceEmulator } from "../../emulators/binance/binance-emulator.ts";
import { anEmulatedExchange, anEmulator, COIN, connect, entry, exit, START } from "./emulated-exchange.ts";

const ORDER = "POST /fapi/v1/order";
const TOO_LATE = { status: "rejected", code: "sent-too-late" };

const running: BinanceEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function anExchange() {
  const under = await anEmulatedExchange();
  running.push(under.emulator);
  return under;
}

describe("an entry whose desk was asleep since its intent", () => {
  it("goes 5 s after it and not a millisecond later", async () => {
    const { emulator, exchange, calls } = await anExchange();
    emulator.market.advance(5000);
    expect(await exchange.place(entry("in1"))).toMatchObject({ status: "accepted" });
    emulator.market.advance(1);
    expect(await exchange.place(entry("in2"))).toEqual(TOO_LATE);
    expect(calls(ORDER)).toBe(1);
    expect(await exchange.find(COIN, "in2")).toBeUndefined();
  });

  it("stays unsent when it is placed once more", async () => {
    const { emulator, exchange, calls } = await anExchange();
    emulator.market.advance(5001);
    expect(await exchange.place(entry("in1"))).toEqual(TOO_LATE);
    expect(await exchange.place(entry("in1"))).toEqual(TOO_LATE);
    expect(calls(ORDER)).toBe(0);
  });

  it("is measured by the desk's own clock, however far the exchange's is ahead", async () => {
    const emulator = await anEmulator();
    running.push(emulator);
    emulator.faults.clockAheadMs = 2000;
    const exchange = await connect(emulator);
    emulator.market.advance(4000);
    expect(await exchange.place(entry("in1"))).toMatchObject({ status: "accepted" });
    emulator.market.advance(1001);
    expect(await exchange.place(entry("in2"))).toEqual(TOO_LATE);
  });

  it("is looked at last: measuring the exchange's clock took the time", async () => {
    const emulator = await anEmulator();
    running.push(emulator);
    const measures = () => emulator.log.filter((each) => "path" in each && each.path === "/fapi/v1/time");
    const now = () => emulator.market.now() + (measures().length > 1 ? 5001 : 0);
    const exchange = await connect(emulator, { clock: { now } });
    emulator.market.advance(600_000);
    const order = entry("in1", { createdAt: START + 600_000 });
    expect(await exchange.place(order)).toEqual(TOO_LATE);
    expect(measures()).toHaveLength(2);
    expect(emulator.trading.journal).toEqual([]);
  });

  it("leaves exits alone: they go however late", async () => {
    const { emulator, exchange } = await anExchange();
    await exchange.place(entry("in1"));
    emulator.market.advance(60_000);
    expect(await exchange.place(exit("out1"))).toMatchObject({ status: "accepted" });
  });
});
