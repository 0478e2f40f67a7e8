import { describe, expect, it } from "vitest";
import { describeClients } from "../suite/venue-clients.ts";
import { describeClock } from "../suite/venue-clock.ts";
import { describeStart } from "../suite/venue-start.ts";
import { connectTo, startEmulator } from "../suite/venue-under-test.ts";
import { SPOT } from "./spot-venue.ts";

describeStart(SPOT, {
  requests: ["GET /api/v3/time", "GET /api/v3/exchangeInfo", "GET /sapi/v1/account/apiRestrictions"],
  allowWithdrawals: ({ keyPermissions }) => {
    keyPermissions.enableWithdrawals = true;
  },
  forbidTrading: [
    [
      "without spot",
      ({ keyPermissions }) => {
        keyPermissions.enableSpotAndMarginTrading = false;
      },
    ],
  ],
  loosen: ({ keyPermissions }) =>
    Object.assign(keyPermissions, { ipRestrict: false, permitsUniversalTransfer: true }),
});

describeClock(SPOT, {
  venueCode: "-1021",
  jumps: [
    [-1000, "rejected", "accepted"],
    [-999, "accepted", "accepted"],
    [5000, "accepted", "accepted"],
    [5001, "rejected", "rejected"],
  ],
});

describeClients(SPOT, 21);

describe("the settings of an account at Binance spot", () => {
  it.each([
    [{ leverage: 3 }, "live.leverage"],
    [{ marginMode: "isolated" as const }, "live.marginMode"],
  ])("refuses what a spot market does not have: %j", async (settings, field) => {
    await expect(connectTo(SPOT, await startEmulator(SPOT), settings)).rejects.toMatchObject({
      code: "config-invalid",
      args: { field },
    });
  });

  it("takes a leverage of one for what it is", async () => {
    const exchange = await connectTo(SPOT, await startEmulator(SPOT), { leverage: 1 });
    expect(exchange.name).toBe("binance");
  });
});
