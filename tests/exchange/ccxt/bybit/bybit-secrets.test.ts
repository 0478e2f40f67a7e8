import { describe, expect, it } from "vitest";
import { loadClientFactory } from "../../../../src/exchange/ccxt/load-client.ts";
import { allOf, CANARY_KEYS } from "../suite/canaries.ts";
import { describeSecrets } from "../suite/venue-secrets.ts";
import { startEmulator } from "../suite/venue-under-test.ts";
import { BYBIT } from "./bybit-venue.ts";

describeSecrets(BYBIT, {
  signature: "X-BAPI-SIGN",
  account: "/v5/account/wallet-balance",
  orders: "/v5/order",
  failures: [{ status: 403 }],
});

describe("secrets of an account at Bybit", () => {
  it("would be in the answer to an API key's own question, so that these tests can fail", async () => {
    const emulator = await startEmulator(BYBIT, { credentials: CANARY_KEYS });
    const newClient = await loadClientFactory({
      exchange: "bybit",
      requestTimeoutMs: 1000,
      server: emulator,
    });
    expect(allOf(await newClient(CANARY_KEYS))).toContain(CANARY_KEYS.secret);
  });
});
