import { afterEach, describe, expect, it } from "vitest";
import { createPrivateClients } from "../../../../src/exchange/ccxt/private-client.ts";
import { addressesOf } from "../../../../src/exchange/ccxt/rewrite-urls.ts";
import { OKX } from "../../../../src/exchange/ccxt/venues/okx.ts";
import { EMULATED_OKX_KEY, type OkxEmulator } from "../../../emulators/okx/okx-emulator.ts";
import { COIN, entry, exit } from "../emulated-exchange.ts";
import { anEmulatedOkx, anOkxEmulator, connectOkx } from "./emulated-okx.ts";

const SWAP = "COIN-USDT-SWAP";
const running: OkxEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function started(): Promise<OkxEmulator> {
  const emulator = await anOkxEmulator();
  running.push(emulator);
  return emulator;
}

describe("the start at OKX", () => {
  it("reads the key, the clock and the position mode; a key that trades may always move money", async () => {
    const { start } = await connectOkx(await started());
    expect(start).toEqual({ clockOffsetMs: 0, positionMode: "one-way", warnings: ["key-may-transfer"] });
  });

  it("asks for perpetuals alone, and for nothing else that it does not need", async () => {
    const emulator = await started();
    await connectOkx(emulator);
    const asked = emulator.log.flatMap((each) =>
      each.type === "http" ? [`${each.path} ${each.status}`] : [],
    );
    expect(asked).toEqual([
      "/api/v5/public/time 200",
      "/api/v5/public/instruments 200",
      "/api/v5/account/config 200",
      "/api/v5/account/config 200",
      "/api/v5/account/positions 200",
    ]);
  });

  it("refuses a key that may withdraw", async () => {
    const emulator = await started();
    emulator.key.perm = "read_only,trade,withdraw";
    await expect(connectOkx(emulator)).rejects.toMatchObject({ code: "exchange-key-unsafe" });
  });

  it("refuses a key that may not trade", async () => {
    const emulator = await started();
    emulator.key.perm = "read_only";
    await expect(connectOkx(emulator)).rejects.toMatchObject({
      code: "exchange-key-refused",
      args: { code: "may-not-trade" },
    });
  });

  it("warns of a key that is not bound to an address", async () => {
    const emulator = await started();
    emulator.key.ip = "";
    const { start } = await connectOkx(emulator);
    expect(start.warnings).toEqual(["key-not-bound-to-address", "key-may-transfer"]);
  });

  it.each([
    [{ apiKey: "another" }, "key-refused"],
    [{ secret: "another" }, "signature-invalid"],
    [{ passphrase: "another" }, "key-refused"],
  ])("refuses to go on when OKX refuses the key: %j", async (change, code) => {
    const keys = { ...EMULATED_OKX_KEY, ...change };
    await expect(connectOkx(await started(), { keys })).rejects.toMatchObject({
      code: "exchange-key-refused",
      args: { code },
    });
  });

  it("says at once that a passphrase is missing", async () => {
    const { apiKey, secret } = EMULATED_OKX_KEY;
    const emulator = await started();
    await expect(connectOkx(emulator, { keys: { apiKey, secret } })).rejects.toMatchObject({
      code: "config-invalid",
      args: { field: "EXCHANGE_API_PASSPHRASE" },
    });
    expect(emulator.log).toEqual([]);
  });

  it("fails in an account that has spot only", async () => {
    const emulator = await started();
    emulator.key.acctLv = "1";
    await expect(connectOkx(emulator)).rejects.toMatchObject({
      code: "exchange-unavailable",
      args: { reason: "AccountOfSpotOnly" },
    });
  });

  it.each([
    ["isolated", "COIN-USDT-SWAP isolated"],
    ["cross", "COIN-USDT-SWAP cross"],
  ] as const)("sets the leverage of %s orders, and only when it is another", async (marginMode, key) => {
    const emulator = await started();
    const set = () =>
      emulator.log.filter((each) => each.type === "http" && each.path === "/api/v5/account/set-leverage")
        .length;
    await connectOkx(emulator, { leverage: 5, marginMode });
    expect([emulator.trading.leverage.get(key), emulator.trading.leverage.size, set()]).toEqual([5, 1, 1]);
    await connectOkx(emulator, { leverage: 5, marginMode });
    expect(set()).toBe(1);
  });

  it("sets both leverages where each side of a position has its own", async () => {
    const emulator = await started();
    emulator.trading.hedged = true;
    await connectOkx(emulator, { leverage: 7, marginMode: "isolated" });
    expect([...emulator.trading.leverage]).toEqual([
      [`${SWAP} isolated long`, 7],
      [`${SWAP} isolated short`, 7],
    ]);
  });

  it("goes on with an open position and its stop, whose leverage the venue would not let it set", async () => {
    const { emulator, exchange } = await anEmulatedOkx({ leverage: 5, marginMode: "isolated" });
    running.push(emulator);
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    const restarted = await connectOkx(emulator, { leverage: 5, marginMode: "isolated" });
    expect(await restarted.openOrders()).toMatchObject([{ clientOrderId: "sl1" }]);
    await expect(connectOkx(emulator, { leverage: 6, marginMode: "isolated" })).rejects.toMatchObject({
      args: { venueCode: "59101" },
    });
  });

  it("fails when a position is in another margin mode than the orders would be", async () => {
    const emulator = await started();
    emulator.trading.tradeByHand(SWAP, "BUY", "10");
    await connectOkx(emulator);
    await expect(connectOkx(emulator, { marginMode: "isolated" })).rejects.toMatchObject({
      code: "exchange-unavailable",
      args: { reason: "PositionInOtherMarginMode" },
    });
  });
});

describe("the clock at OKX", () => {
  it.each([2000, -2000])(
    "off by %i ms is told, and orders are signed with the exchange's time",
    async (ms) => {
      const emulator = await started();
      emulator.faults.clockAheadMs = ms;
      const exchange = await connectOkx(emulator);
      expect(exchange.start).toMatchObject({ clockOffsetMs: ms });
      expect(exchange.start.warnings).toContain("clock-inexact");
      expect(await exchange.place(entry("in1"))).toMatchObject({ status: "accepted" });
    },
  );

  it.each([3_600_000, -3_600_000])("off by %i ms stops the start", async (ms) => {
    const emulator = await started();
    emulator.faults.clockAheadMs = ms;
    await expect(connectOkx(emulator)).rejects.toMatchObject({
      code: "exchange-clock-off",
      args: { clockOffsetMs: ms },
    });
  });

  it("that jumps costs one refused read and stops entries, never exits", async () => {
    const { emulator, exchange } = await anEmulatedOkx();
    running.push(emulator);
    await exchange.place(entry("in1"));
    emulator.faults.clockAheadMs = 3_600_000;
    await expect(exchange.account()).rejects.toMatchObject({ args: { venueCode: "50102" } });
    expect(await exchange.account()).toMatchObject({ balance: "9999.95" });
    expect(await exchange.place(entry("in2"))).toEqual({ status: "rejected", code: "clock-off" });
    expect(await exchange.place(exit("out1"))).toMatchObject({ status: "accepted" });
  });

  it("that jumps costs one refused order, which does not exist", async () => {
    const { emulator, exchange } = await anEmulatedOkx();
    running.push(emulator);
    emulator.faults.clockAheadMs = 5001;
    expect(await exchange.place(entry("in1"))).toEqual({ status: "rejected", code: "clock-off" });
    expect(emulator.trading.journal).toEqual([]);
  });
});

describe("an OKX account in hedge mode", () => {
  it.each(["cross", "isolated"] as const)(
    "opens, protects and closes by position side, %s",
    async (marginMode) => {
      const emulator = await started();
      const trade = (price: number) => emulator.market.trade(SWAP, price, 1000);
      emulator.trading.hedged = true;
      const exchange = await connectOkx(emulator, { marginMode });
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
      expect(await exchange.place(exit("out1"))).toEqual({
        status: "rejected",
        code: "reduce-only-without-position",
      });
    },
  );
});

describe("the money of an OKX account", () => {
  it.each(["cross", "isolated"] as const)("counts what is bound in a position, %s", async (marginMode) => {
    const { emulator, exchange, trade } = await anEmulatedOkx({ marginMode });
    running.push(emulator);
    await exchange.place(entry("in1", { quantity: "10" }));
    trade(103);
    expect(await exchange.account()).toEqual({ balance: "9999.5", equity: "10029.5" });
  });
});

describe("the clients of an OKX account", () => {
  it("have no address of a real server left, and repeat nothing", async () => {
    const emulator = await started();
    const clients = await createPrivateClients({
      venue: OKX,
      keys: EMULATED_OKX_KEY,
      requestTimeoutMs: 1000,
      throttleReads: true,
      server: emulator,
    });
    const { client: stream } = await clients.newStream();
    for (const client of [clients.reads, clients.orders, stream]) {
      const addresses = addressesOf(client.urls.api);
      expect(addresses).toHaveLength(2);
      expect(addresses.filter((address) => new URL(address).hostname !== "127.0.0.1")).toEqual([]);
      expect(client.options.maxRetriesOnFailure).toBe(0);
    }
    expect([clients.reads.enableRateLimit, clients.orders.enableRateLimit]).toEqual([true, false]);
  });

  it("stay within what every endpoint takes in two seconds while a desk polls", async () => {
    const emulator = await anOkxEmulator({ limitsRate: true });
    running.push(emulator);
    const exchange = await connectOkx(emulator);
    emulator.market.advance(2000);
    for (let round = 0; round < 5; round += 1) {
      await exchange.openOrders();
      await exchange.positions();
      await exchange.account();
      await exchange.fillsSince("");
    }
    const statuses = emulator.log.flatMap((each) => (each.type === "http" ? [each.status] : []));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});
