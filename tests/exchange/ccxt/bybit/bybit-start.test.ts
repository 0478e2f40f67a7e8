import { describe, expect, it, onTestFinished } from "vitest";
import { type BybitEmulator, startBybitEmulator } from "../../../emulators/bybit/bybit-emulator.ts";
import { COINUSDT, ETHUSDT } from "../../../emulators/exchange/symbols.ts";
import { COIN, entry, exit, START } from "../suite/sample-orders.ts";
import { describeClients } from "../suite/venue-clients.ts";
import { describeClock } from "../suite/venue-clock.ts";
import { describeHedgeMode } from "../suite/venue-hedge-mode.ts";
import { describeStart } from "../suite/venue-start.ts";
import { aVenue, connectTo, startEmulator } from "../suite/venue-under-test.ts";
import { BYBIT } from "./bybit-venue.ts";

const keyThatHas =
  (change: object) =>
  ({ user }: BybitEmulator) =>
    void Object.assign(user.key, change);

describeStart(BYBIT, {
  requests: [
    "GET /v5/market/time",
    "GET /v5/market/instruments-info",
    "GET /v5/market/instruments-info",
    "GET /v5/user/query-api",
    "GET /v5/position/list",
    "GET /v5/position/list",
  ],
  allowWithdrawals: ({ user }) => {
    user.key.permissions.Wallet = ["Withdraw"];
  },
  forbidTrading: [
    ["read only", keyThatHas({ readOnly: 1 })],
    ["without orders", keyThatHas({ permissions: { ContractTrade: ["Position"], Wallet: [] } })],
    ["without positions", keyThatHas({ permissions: { ContractTrade: ["Order"], Wallet: [] } })],
    ["of an account that is not unified", keyThatHas({ uta: 0 })],
  ],
  loosen: ({ user }) => {
    user.key.ips = ["*"];
    user.key.permissions.Wallet = ["AccountTransfer"];
  },
});

describeClock(BYBIT, {
  venueCode: "10002",
  jumps: [
    [-1000, "rejected", "accepted"],
    [-999, "accepted", "accepted"],
    [5000, "accepted", "accepted"],
    [5001, "rejected", "rejected"],
  ],
});

describeHedgeMode(BYBIT);

describeClients(BYBIT, 11);

/** Changes of the account that were asked for, with the status of their answers. */
function changes(emulator: BybitEmulator): string[] {
  return emulator.log.flatMap((each) =>
    each.type === "http" && each.method === "POST" ? [`${each.path} ${each.status}`] : [],
  );
}

describe("the settings of an account at Bybit", () => {
  it("sets leverage and margin mode, and asks for no change that is none", async () => {
    const emulator = await startEmulator(BYBIT);
    const options = { leverage: 5, marginMode: "isolated" } as const;
    await connectTo(BYBIT, emulator, options);
    expect(emulator.trading.leverage.get("COINUSDT")).toBe(5);
    expect(emulator.user.marginMode).toBe("ISOLATED_MARGIN");
    await connectTo(BYBIT, emulator, options);
    expect(changes(emulator)).toEqual([
      "/v5/account/set-margin-mode 200",
      "/v5/position/set-leverage 200",
      // Answered with 110043: it is so already.
      "/v5/position/set-leverage 200",
    ]);
  });

  it("goes on with an open position and its stop, whose margin mode the venue would not change", async () => {
    const { emulator, exchange } = await aVenue(BYBIT, { leverage: 5, marginMode: "isolated" });
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    const restarted = await connectTo(BYBIT, emulator, { leverage: 5, marginMode: "isolated" });
    expect(await restarted.openOrders()).toMatchObject([{ clientOrderId: "sl1" }]);
    await expect(connectTo(BYBIT, emulator, { marginMode: "cross" })).rejects.toMatchObject({
      code: "exchange-unavailable",
      args: { venueCode: "3400045" },
    });
  });

  it("fails with a leverage that the symbol does not have", async () => {
    await expect(connectTo(BYBIT, await startEmulator(BYBIT), { leverage: 101 })).rejects.toMatchObject({
      code: "exchange-unavailable",
      args: { venueCode: "110013" },
    });
  });

  it("are read of perpetuals alone", async () => {
    const emulator = await startEmulator(BYBIT);
    await connectTo(BYBIT, emulator);
    const categories = emulator.log.flatMap((each) => (each.type === "http" ? each.query.category : []));
    expect(new Set(categories.filter((category) => category !== undefined))).toEqual(new Set(["linear"]));
  });
});

describe("a Bybit account in hedge mode", () => {
  it("names the flag of every exit, so that none can open", async () => {
    const emulator = await startEmulator(BYBIT);
    emulator.trading.hedged = true;
    const exchange = await connectTo(BYBIT, emulator);
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
    const emulator = await startEmulator(BYBIT, { symbols: [COINUSDT, ETHUSDT] });
    emulator.trading.hedged = true;
    emulator.user.oneWaySymbols = ["ETHUSDT"];
    await expect(connectTo(BYBIT, emulator, { symbols: [COIN, "ETH/USDT"] })).rejects.toMatchObject({
      code: "config-invalid",
      args: { value: "COIN/USDT, ETH/USDT", problem: expect.stringContaining("hedge mode") },
    });
    expect((await connectTo(BYBIT, emulator, { symbols: ["ETH/USDT"] })).start.positionMode).toBe("one-way");
  });

  it("takes an exit that is larger than its position, and turns nothing", async () => {
    const emulator = await startEmulator(BYBIT);
    emulator.trading.hedged = true;
    const exchange = await connectTo(BYBIT, emulator);
    await exchange.place(entry("in1", { side: "sell", quantity: "2" }));
    expect(await exchange.place(exit("out1", { side: "buy", quantity: "3" }))).toMatchObject({
      status: "accepted",
    });
    expect(await exchange.positions()).toEqual([]);
  });
});

describe("the pace of the clients at Bybit", () => {
  it("stays within what every endpoint takes in a second while a desk polls", async () => {
    const emulator = await startBybitEmulator({ startMs: START, symbols: [COINUSDT], limitsRate: true });
    onTestFinished(() => emulator.close());
    const exchange = await connectTo(BYBIT, emulator);
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
