import { afterEach, describe, expect, it } from "vitest";
import { createPrivateClients } from "../../../../src/exchange/ccxt/private-client.ts";
import { addressesOf } from "../../../../src/exchange/ccxt/rewrite-urls.ts";
import { BYBIT } from "../../../../src/exchange/ccxt/venues/bybit.ts";
import { type BybitEmulator, EMULATED_BYBIT_KEY } from "../../../emulators/bybit/bybit-emulator.ts";
import { COINUSDT, ETHUSDT } from "../../../emulators/exchange/symbols.ts";
import { COIN, entry, exit } from "../emulated-exchange.ts";
import { aBybitEmulator, anEmulatedBybit, connectBybit } from "./emulated-bybit.ts";

const running: BybitEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function started(): Promise<BybitEmulator> {
  const emulator = await aBybitEmulator();
  running.push(emulator);
  return emulator;
}

function asked(emulator: BybitEmulator): string[] {
  return emulator.log.flatMap((each) =>
    each.type === "http" ? [`${each.method} ${each.path} ${each.status}`] : [],
  );
}

describe("the start at Bybit", () => {
  it("reads the key, the clock and the position mode", async () => {
    const { start } = await connectBybit(await started());
    expect(start).toEqual({ clockOffsetMs: 0, positionMode: "one-way", warnings: [] });
  });

  it("asks for perpetuals alone, and for nothing else that it does not need", async () => {
    const emulator = await started();
    await connectBybit(emulator);
    expect(asked(emulator)).toEqual([
      "GET /v5/market/time 200",
      "GET /v5/market/instruments-info 200",
      "GET /v5/market/instruments-info 200",
      "GET /v5/user/query-api 200",
      "GET /v5/position/list 200",
      "GET /v5/position/list 200",
    ]);
    const categories = emulator.log.flatMap((each) => (each.type === "http" ? each.query.category : []));
    expect(new Set(categories.filter((category) => category !== undefined))).toEqual(new Set(["linear"]));
  });

  it("refuses a key that may withdraw", async () => {
    const emulator = await started();
    emulator.user.key.permissions.Wallet = ["Withdraw"];
    await expect(connectBybit(emulator)).rejects.toMatchObject({ code: "exchange-key-unsafe" });
  });

  it.each([
    ["read only", { readOnly: 1 }],
    ["without orders", { permissions: { ContractTrade: ["Position"], Wallet: [] } }],
    ["without positions", { permissions: { ContractTrade: ["Order"], Wallet: [] } }],
    ["of an account that is not unified", { uta: 0 }],
  ] as const)("refuses a key that is %s", async (_, change) => {
    const emulator = await started();
    Object.assign(emulator.user.key, change);
    await expect(connectBybit(emulator)).rejects.toMatchObject({
      code: "exchange-key-refused",
      args: { code: "may-not-trade" },
    });
  });

  it("warns of a key that is not bound to an address and of one that may move money", async () => {
    const emulator = await started();
    emulator.user.key.ips = ["*"];
    emulator.user.key.permissions.Wallet = ["AccountTransfer"];
    const { start } = await connectBybit(emulator);
    expect(start.warnings).toEqual(["key-not-bound-to-address", "key-may-transfer"]);
  });

  it.each([
    [{ apiKey: "another" }, "key-refused"],
    [{ secret: "another" }, "signature-invalid"],
  ])("refuses to go on when Bybit refuses the key: %j", async (change, code) => {
    const keys = { ...EMULATED_BYBIT_KEY, ...change };
    await expect(connectBybit(await started(), { keys })).rejects.toMatchObject({
      code: "exchange-key-refused",
      args: { code },
    });
  });

  it.each(["/v5/user/query-api", "/v5/position/list", "/v5/market/instruments-info"])(
    "fails when %s cannot be read",
    async (path) => {
      const emulator = await started();
      emulator.faults.failHttp(path, { status: 502 });
      await expect(connectBybit(emulator)).rejects.toMatchObject({ code: "exchange-unavailable" });
    },
  );

  it("sets leverage and margin mode, and asks for no change that is none", async () => {
    const emulator = await started();
    const options = { leverage: 5, marginMode: "isolated" } as const;
    await connectBybit(emulator, options);
    expect(emulator.trading.leverage.get("COINUSDT")).toBe(5);
    expect(emulator.user.marginMode).toBe("ISOLATED_MARGIN");
    await connectBybit(emulator, options);
    expect(asked(emulator).filter((each) => each.startsWith("POST"))).toEqual([
      "POST /v5/account/set-margin-mode 200",
      "POST /v5/position/set-leverage 200",
      // Answered with 110043: it is so already.
      "POST /v5/position/set-leverage 200",
    ]);
  });

  it("goes on with an open position and its stop, whose margin mode the venue would not change", async () => {
    const { emulator, exchange } = await anEmulatedBybit({ leverage: 5, marginMode: "isolated" });
    running.push(emulator);
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    const restarted = await connectBybit(emulator, { leverage: 5, marginMode: "isolated" });
    expect(await restarted.openOrders()).toMatchObject([{ clientOrderId: "sl1" }]);
    await expect(connectBybit(emulator, { marginMode: "cross" })).rejects.toMatchObject({
      code: "exchange-unavailable",
      args: { venueCode: "3400045" },
    });
  });

  it("fails with a leverage that the symbol does not have", async () => {
    await expect(connectBybit(await started(), { leverage: 101 })).rejects.toMatchObject({
      code: "exchange-unavailable",
      args: { venueCode: "110013" },
    });
  });

  it("refuses symbols that it does not have", async () => {
    await expect(connectBybit(await started(), { symbols: [COIN, "NOPE/USDT"] })).rejects.toMatchObject({
      code: "config-invalid",
      args: { value: "NOPE/USDT" },
    });
  });
});

describe("the clock at Bybit", () => {
  it.each([2000, -2000])(
    "off by %i ms is told, and orders are signed with the exchange's time",
    async (ms) => {
      const emulator = await started();
      emulator.faults.clockAheadMs = ms;
      const exchange = await connectBybit(emulator);
      expect(exchange.start).toMatchObject({ clockOffsetMs: ms, warnings: ["clock-inexact"] });
      expect(await exchange.place(entry("in1"))).toMatchObject({ status: "accepted" });
    },
  );

  it.each([3_600_000, -3_600_000])("off by %i ms stops the start", async (ms) => {
    const emulator = await started();
    emulator.faults.clockAheadMs = ms;
    await expect(connectBybit(emulator)).rejects.toMatchObject({
      code: "exchange-clock-off",
      args: { clockOffsetMs: ms },
    });
  });

  it("that jumps costs one refused read and stops entries, never exits", async () => {
    const { emulator, exchange } = await anEmulatedBybit();
    running.push(emulator);
    await exchange.place(entry("in1"));
    emulator.faults.clockAheadMs = 3_600_000;
    await expect(exchange.account()).rejects.toMatchObject({ args: { venueCode: "10002" } });
    expect(await exchange.account()).toMatchObject({ balance: "9999.945" });
    expect(await exchange.place(entry("in2"))).toEqual({ status: "rejected", code: "clock-off" });
    expect(await exchange.place(exit("out1"))).toMatchObject({ status: "accepted" });
  });

  it.each([
    [-999, "accepted"],
    [-1000, "rejected"],
    [5000, "accepted"],
    [5001, "rejected"],
  ])("that jumps by %i ms has one order %s, and the next one accepted", async (ms, status) => {
    const { emulator, exchange } = await anEmulatedBybit();
    running.push(emulator);
    emulator.faults.clockAheadMs = ms;
    const first = await exchange.place(entry("in1"));
    expect(first.status).toBe(status);
    if (first.status === "rejected")
      expect([first.code, emulator.trading.journal]).toEqual(["clock-off", []]);
    expect((await exchange.place(exit("out1"))).status).toBe(status === "accepted" ? "accepted" : "rejected");
  });
});

describe("a Bybit account in hedge mode", () => {
  it("opens, protects and closes by the side of the position", async () => {
    const emulator = await started();
    emulator.trading.hedged = true;
    const exchange = await connectBybit(emulator);
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
    emulator.market.trade("COINUSDT", 94, 1000);
    expect(await exchange.positions()).toEqual([{ symbol: COIN, quantity: "-2", entryPrice: "100" }]);
    expect(await exchange.place(exit("out1"))).toEqual({
      status: "rejected",
      code: "reduce-only-without-position",
    });
    expect(await exchange.place(exit("out2", { side: "buy", quantity: "3" }))).toMatchObject({
      status: "accepted",
    });
    expect(await exchange.positions()).toEqual([]);
  });

  it("names the flag of every exit, so that none can open", async () => {
    const emulator = await started();
    emulator.trading.hedged = true;
    const exchange = await connectBybit(emulator);
    await exchange.place(entry("in1"));
    await exchange.place(exit("out1"));
    const sent = emulator.log.flatMap((each) =>
      each.type === "http" && each.path === "/v5/order/create"
        ? [[each.query.side, each.query.positionIdx, each.query.reduceOnly]]
        : [],
    );
    expect(sent).toEqual([
      ["Buy", "1", undefined],
      ["Sell", "1", "true"],
    ]);
  });

  it("refuses to start when only some of the symbols are in it", async () => {
    const emulator = await aBybitEmulator({ symbols: [COINUSDT, ETHUSDT] });
    running.push(emulator);
    emulator.trading.hedged = true;
    emulator.user.oneWaySymbols = ["ETHUSDT"];
    await expect(connectBybit(emulator, { symbols: [COIN, "ETH/USDT"] })).rejects.toMatchObject({
      code: "config-invalid",
      args: { value: "COIN/USDT, ETH/USDT", problem: expect.stringContaining("hedge mode") },
    });
    expect((await connectBybit(emulator, { symbols: ["ETH/USDT"] })).start.positionMode).toBe("one-way");
  });
});

describe("the clients of a Bybit account", () => {
  it("have no address of a real server left, and repeat nothing", async () => {
    const emulator = await started();
    const clients = await createPrivateClients({
      venue: BYBIT,
      keys: EMULATED_BYBIT_KEY,
      requestTimeoutMs: 1000,
      throttleReads: true,
      server: emulator,
    });
    const { client: stream } = await clients.newStream();
    for (const client of [clients.reads, clients.orders, stream]) {
      const addresses = addressesOf(client.urls.api);
      expect(addresses.length).toBeGreaterThan(10);
      expect(addresses.filter((address) => new URL(address).hostname !== "127.0.0.1")).toEqual([]);
      expect(client.options.maxRetriesOnFailure).toBe(0);
    }
    expect([clients.reads.enableRateLimit, clients.orders.enableRateLimit]).toEqual([true, false]);
  });

  it("stay within what every endpoint takes in a second while a desk polls", async () => {
    const emulator = await aBybitEmulator({ limitsRate: true });
    running.push(emulator);
    const exchange = await connectBybit(emulator);
    emulator.market.advance(1000);
    for (let round = 0; round < 5; round += 1) {
      await exchange.place(
        entry(`in${round}`, { type: "limit", price: "96", createdAt: emulator.market.now() }),
      );
      await exchange.openOrders();
      await exchange.positions();
      await exchange.account();
      await exchange.fillsSince("");
      await exchange.find(COIN, "never-seen");
    }
    expect(emulator.trading.orders).toHaveLength(5);
  });
});
