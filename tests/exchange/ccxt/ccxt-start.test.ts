import { afterEach, describe, expect, it } from "vitest";
import { createPrivateClients } from "../../../src/exchange/ccxt/private-client.ts";
import { addressesOf } from "../../../src/exchange/ccxt/rewrite-urls.ts";
import { BINANCE_FUTURES } from "../../../src/exchange/ccxt/venues/binance-futures.ts";
import { type BinanceEmulator, EMULATED_KEY } from "../../emulators/binance/binance-emulator.ts";
import { anEmulatedExchange, anEmulator, COIN, connect, entry, exit, START } from "./emulated-exchange.ts";

const running: BinanceEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function started(): Promise<BinanceEmulator> {
  const emulator = await anEmulator();
  running.push(emulator);
  return emulator;
}

describe("the start at an exchange", () => {
  it("reads the key, the clock and the position mode", async () => {
    const { start } = await connect(await started());
    expect(start).toEqual({ clockOffsetMs: 0, positionMode: "one-way", warnings: [] });
  });

  it("refuses a key that may withdraw", async () => {
    const emulator = await started();
    emulator.keyPermissions.enableWithdrawals = true;
    await expect(connect(emulator)).rejects.toMatchObject({ code: "exchange-key-unsafe" });
  });

  it("refuses a key that may not trade futures", async () => {
    const emulator = await started();
    emulator.keyPermissions.enableFutures = false;
    await expect(connect(emulator)).rejects.toMatchObject({
      code: "exchange-key-refused",
      args: { code: "may-not-trade" },
    });
  });

  it("warns of a key that is not bound to an address and of one that may move money", async () => {
    const emulator = await started();
    Object.assign(emulator.keyPermissions, { ipRestrict: false, permitsUniversalTransfer: true });
    const { start } = await connect(emulator);
    expect(start.warnings).toEqual(["key-not-bound-to-address", "key-may-transfer"]);
  });

  it.each([
    [{ apiKey: "another", secret: EMULATED_KEY.secret }, "key-refused"],
    [{ apiKey: EMULATED_KEY.apiKey, secret: "another" }, "signature-invalid"],
  ])("refuses to go on when the exchange refuses the key", async (keys, code) => {
    await expect(connect(await started(), { keys })).rejects.toMatchObject({
      code: "exchange-key-refused",
      args: { code },
    });
  });

  it("fails when the rights of the key cannot be read", async () => {
    const emulator = await started();
    emulator.faults.failHttp("/sapi/v1/account/apiRestrictions", { status: 502 });
    await expect(connect(emulator)).rejects.toMatchObject({ code: "exchange-unavailable" });
  });

  it("sets leverage and margin mode of its symbols, also when they are set already", async () => {
    const emulator = await started();
    for (const _ of ["first", "second"]) {
      await connect(emulator, { leverage: 5, marginMode: "isolated" });
      expect(emulator.trading.leverage.get("COINUSDT")).toBe(5);
      expect(emulator.trading.isolated.has("COINUSDT")).toBe(true);
    }
  });

  it("fails when the margin mode cannot be what it should be", async () => {
    const emulator = await started();
    emulator.trading.tradeByHand("COINUSDT", "BUY", "1");
    await expect(connect(emulator, { marginMode: "isolated" })).rejects.toMatchObject({
      code: "exchange-unavailable",
      args: { venueCode: "-4048" },
    });
  });

  it("refuses symbols and exchanges that it does not have", async () => {
    const emulator = await started();
    await expect(connect(emulator, { symbols: [COIN, "NOPE/USDT"] })).rejects.toMatchObject({
      code: "config-invalid",
      args: { value: "NOPE/USDT" },
    });
    await expect(connect(emulator, { exchange: "kraken" })).rejects.toMatchObject({ code: "config-invalid" });
    await expect(connect(emulator, { exchange: "constructor" })).rejects.toMatchObject({
      code: "config-invalid",
    });
  });
});

describe("a clock that is off", () => {
  it.each([2000, -2000])("by %i ms is told, and orders are signed with the exchange's time", async (ms) => {
    const emulator = await started();
    emulator.faults.clockAheadMs = ms;
    const exchange = await connect(emulator);
    expect(exchange.start).toMatchObject({ clockOffsetMs: ms, warnings: ["clock-inexact"] });
    expect(await exchange.place(entry("in1"))).toMatchObject({ status: "accepted" });
  });

  it.each([3_600_000, -3_600_000])("by %i ms stops the start", async (ms) => {
    const emulator = await started();
    emulator.faults.clockAheadMs = ms;
    await expect(connect(emulator)).rejects.toMatchObject({
      code: "exchange-clock-off",
      args: { clockOffsetMs: ms },
    });
  });

  it("all at once costs one refused order; the next one is signed with the new time", async () => {
    const emulator = await started();
    const exchange = await connect(emulator);
    emulator.faults.clockAheadMs = -4000;
    expect(await exchange.place(entry("in1"))).toEqual({ status: "rejected", code: "clock-off" });
    expect(emulator.trading.journal).toEqual([]);
    expect(await exchange.place(entry("in2"))).toMatchObject({ status: "accepted" });
  });
});

describe("an account in hedge mode", () => {
  it("opens, protects and closes by position side", async () => {
    const { emulator, trade } = await anEmulatedExchange();
    running.push(emulator);
    emulator.trading.hedged = true;
    const exchange = await connect(emulator);
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
    trade(94);
    expect(await exchange.positions()).toEqual([{ symbol: COIN, quantity: "-2", entryPrice: "100" }]);
    expect(await exchange.place(exit("out1"))).toMatchObject({ status: "rejected" });
  });
});

describe("the clients of an account", () => {
  it("have no address of a real server left", async () => {
    const emulator = await started();
    const clients = await createPrivateClients({
      venue: BINANCE_FUTURES,
      keys: EMULATED_KEY,
      requestTimeoutMs: 1000,
      throttleReads: false,
      server: emulator,
    });
    for (const client of [clients.reads, clients.orders]) {
      const addresses = addressesOf(client.urls.api);
      expect(addresses.length).toBeGreaterThan(20);
      expect(addresses.filter((address) => new URL(address).hostname !== "127.0.0.1")).toEqual([]);
      expect(client.options.maxRetriesOnFailure).toBe(0);
    }
  });

  it("pace what is polled, and never an order or its look-up", async () => {
    const { reads, orders } = await createPrivateClients({
      venue: BINANCE_FUTURES,
      keys: EMULATED_KEY,
      requestTimeoutMs: 1000,
      throttleReads: true,
      server: await started(),
    });
    expect([reads.enableRateLimit, orders.enableRateLimit]).toEqual([true, false]);
  });

  it("send each request once and none to a test endpoint", async () => {
    const { emulator, exchange } = await anEmulatedExchange();
    running.push(emulator);
    emulator.faults.failHttp("/fapi/v1/order", { status: 503 }, { status: 503 });
    await exchange.place(entry("in1", { createdAt: START }));
    const sent = emulator.log.filter((each) => each.type === "http" && each.method === "POST");
    expect(sent.map((each) => each.type === "http" && each.path)).toEqual(["/fapi/v1/order"]);
    expect(sent).not.toMatchObject([{ query: { test: expect.anything() } }]);
  });
});
