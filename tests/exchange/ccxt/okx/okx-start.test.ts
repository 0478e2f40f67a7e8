import { describe, expect, it, onTestFinished } from "vitest";
import { COIN_SWAP } from "../../../emulators/okx/instruments.ts";
import { EMULATED_OKX_KEY, startOkxEmulator } from "../../../emulators/okx/okx-emulator.ts";
import { entry, exit, START } from "../suite/sample-orders.ts";
import { describeClients } from "../suite/venue-clients.ts";
import { describeClock } from "../suite/venue-clock.ts";
import { describeHedgeMode } from "../suite/venue-hedge-mode.ts";
import { describeStart } from "../suite/venue-start.ts";
import { aVenue, connectTo, startEmulator } from "../suite/venue-under-test.ts";
import { OKX } from "./okx-venue.ts";

describeStart(OKX, {
  // A key that trades may always move money.
  warnings: ["key-may-transfer"],
  requests: [
    "GET /api/v5/public/time",
    "GET /api/v5/public/instruments",
    "GET /api/v5/account/config",
    "GET /api/v5/account/config",
    "GET /api/v5/account/positions",
  ],
  allowWithdrawals: ({ key }) => {
    key.perm = "read_only,trade,withdraw";
  },
  forbidTrading: [
    [
      "read only",
      ({ key }) => {
        key.perm = "read_only";
      },
    ],
  ],
  loosen: ({ key }) => {
    key.ip = "";
  },
  wrongKeys: [[{ passphrase: "another" }, "key-refused"]],
});

describeClock(OKX, {
  venueCode: "50102",
  jumps: [
    [-2000, "accepted", "accepted"],
    [5000, "accepted", "accepted"],
    [5001, "rejected", "rejected"],
  ],
});

describeHedgeMode(OKX);

// One for requests and one for streams.
describeClients(OKX, 2);

describe("the settings of an account at OKX", () => {
  it("says at once that a passphrase is missing", async () => {
    const { apiKey, secret } = EMULATED_OKX_KEY;
    const emulator = await startEmulator(OKX);
    await expect(connectTo(OKX, emulator, { keys: { apiKey, secret } })).rejects.toMatchObject({
      code: "config-invalid",
      args: { field: "EXCHANGE_API_PASSPHRASE" },
    });
    expect(emulator.log).toEqual([]);
  });

  it("fails in an account that has spot only", async () => {
    const emulator = await startEmulator(OKX);
    emulator.key.acctLv = "1";
    await expect(connectTo(OKX, emulator)).rejects.toMatchObject({
      code: "exchange-unavailable",
      args: { reason: "AccountOfSpotOnly" },
    });
  });

  it.each([
    ["isolated", "COIN-USDT-SWAP isolated"],
    ["cross", "COIN-USDT-SWAP cross"],
  ] as const)("sets the leverage of %s orders, and only when it is another", async (marginMode, key) => {
    const emulator = await startEmulator(OKX);
    const set = () =>
      emulator.log.filter((each) => each.type === "http" && each.path === "/api/v5/account/set-leverage")
        .length;
    await connectTo(OKX, emulator, { leverage: 5, marginMode });
    expect([emulator.trading.leverage.get(key), emulator.trading.leverage.size, set()]).toEqual([5, 1, 1]);
    await connectTo(OKX, emulator, { leverage: 5, marginMode });
    expect(set()).toBe(1);
  });

  it("sets both leverages where each side of a position has its own", async () => {
    const emulator = await startEmulator(OKX);
    emulator.trading.hedged = true;
    await connectTo(OKX, emulator, { leverage: 7, marginMode: "isolated" });
    expect([...emulator.trading.leverage]).toEqual([
      [`${COIN_SWAP.id} isolated long`, 7],
      [`${COIN_SWAP.id} isolated short`, 7],
    ]);
  });

  it("goes on with an open position and its stop, whose leverage the venue would not let it set", async () => {
    const { emulator, exchange } = await aVenue(OKX, { leverage: 5, marginMode: "isolated" });
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    const restarted = await connectTo(OKX, emulator, { leverage: 5, marginMode: "isolated" });
    expect(await restarted.openOrders()).toMatchObject([{ clientOrderId: "sl1" }]);
    await expect(connectTo(OKX, emulator, { leverage: 6, marginMode: "isolated" })).rejects.toMatchObject({
      args: { venueCode: "59101" },
    });
  });

  it("fails when a position is in another margin mode than the orders would be", async () => {
    const emulator = await startEmulator(OKX);
    emulator.trading.tradeByHand(COIN_SWAP.id, "BUY", "10");
    await connectTo(OKX, emulator);
    await expect(connectTo(OKX, emulator, { marginMode: "isolated" })).rejects.toMatchObject({
      code: "exchange-unavailable",
      args: { reason: "PositionInOtherMarginMode" },
    });
  });
});

describe("the money of an OKX account", () => {
  it.each(["cross", "isolated"] as const)("counts what is bound in a position, %s", async (marginMode) => {
    const { exchange, trade } = await aVenue(OKX, { marginMode });
    await exchange.place(entry("in1", { quantity: "10" }));
    trade(103);
    expect(await exchange.account()).toEqual({ balance: "9999.5", equity: "10029.5" });
  });
});

describe("the pace of the clients at OKX", () => {
  it("stays within what every endpoint takes in two seconds while a desk polls", async () => {
    const emulator = await startOkxEmulator({ startMs: START, symbols: [COIN_SWAP], limitsRate: true });
    onTestFinished(() => emulator.close());
    const exchange = await connectTo(OKX, emulator);
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
