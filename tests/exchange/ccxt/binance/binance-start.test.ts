import { describe, expect, it } from "vitest";
import { describeClients } from "../suite/venue-clients.ts";
import { describeClock } from "../suite/venue-clock.ts";
import { describeHedgeMode } from "../suite/venue-hedge-mode.ts";
import { describeStart } from "../suite/venue-start.ts";
import { connectTo, startEmulator } from "../suite/venue-under-test.ts";
import { BINANCE } from "./binance-venue.ts";

describeStart(BINANCE, {
  requests: [
    "GET /fapi/v1/time",
    "GET /fapi/v1/exchangeInfo",
    "GET /sapi/v1/account/apiRestrictions",
    "GET /fapi/v1/positionSide/dual",
  ],
  allowWithdrawals: ({ keyPermissions }) => {
    keyPermissions.enableWithdrawals = true;
  },
  forbidTrading: [
    [
      "without futures",
      ({ keyPermissions }) => {
        keyPermissions.enableFutures = false;
      },
    ],
  ],
  loosen: ({ keyPermissions }) =>
    Object.assign(keyPermissions, { ipRestrict: false, permitsUniversalTransfer: true }),
});

describeClock(BINANCE, {
  venueCode: "-1021",
  jumps: [
    [-4000, "rejected", "accepted"],
    [-2000, "rejected", "accepted"],
    [-1000, "rejected", "accepted"],
    [-999, "accepted", "accepted"],
    [2000, "accepted", "accepted"],
    [5000, "accepted", "accepted"],
    [5001, "rejected", "rejected"],
  ],
});

describeHedgeMode(BINANCE);

describeClients(BINANCE, 21);

describe("the settings of an account at Binance futures", () => {
  it("sets leverage and margin mode of its symbols, also when they are set already", async () => {
    const emulator = await startEmulator(BINANCE);
    for (const _ of ["first", "second"]) {
      await connectTo(BINANCE, emulator, { leverage: 5, marginMode: "isolated" });
      expect(emulator.trading.leverage.get("COINUSDT")).toBe(5);
      expect(emulator.trading.isolated.has("COINUSDT")).toBe(true);
    }
  });

  it("fails when the margin mode cannot be what it should be", async () => {
    const emulator = await startEmulator(BINANCE);
    emulator.trading.tradeByHand("COINUSDT", "BUY", "1");
    await expect(connectTo(BINANCE, emulator, { marginMode: "isolated" })).rejects.toMatchObject({
      code: "exchange-unavailable",
      args: { venueCode: "-4048" },
    });
  });

  it.each(["kraken", "constructor"])(
    "are those of a venue that the desk knows, not of %s",
    async (exchange) => {
      await expect(connectTo(BINANCE, await startEmulator(BINANCE), { exchange })).rejects.toMatchObject({
        code: "config-invalid",
      });
    },
  );
});
