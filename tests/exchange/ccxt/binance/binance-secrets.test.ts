import { describe, expect, it, onTestFinished, vi } from "vitest";
import { loadClientFactory } from "../../../../src/exchange/ccxt/load-client.ts";
import { allOf, CANARY_KEYS, caught, expectNoSecret } from "../suite/canaries.ts";
import { describeSecrets } from "../suite/venue-secrets.ts";
import { startEmulator } from "../suite/venue-under-test.ts";
import { BINANCE } from "./binance-venue.ts";

describeSecrets(BINANCE, {
  signature: "signature=",
  account: "/fapi/v3/account",
  orders: "/fapi/v1/order",
  failures: [{ status: 418, retryAfterSeconds: 1 }],
});

describe("secrets of an account at Binance futures", () => {
  it("would be in ccxt's own error, so that these tests can fail", async () => {
    const emulator = await startEmulator(BINANCE, { credentials: CANARY_KEYS });
    const newClient = await loadClientFactory({
      exchange: "binanceusdm",
      requestTimeoutMs: 1000,
      server: emulator,
    });
    const client = await newClient({ ...CANARY_KEYS, enableRateLimit: false });
    await client.loadMarkets();
    emulator.faults.failHttp("/fapi", { status: "drop" });
    expect(allOf(await caught(client.fetchPositions()))).toContain("signature=");
  });

  it("are not printed by a client that is told to be verbose", async () => {
    const emulator = await startEmulator(BINANCE, { credentials: CANARY_KEYS });
    onTestFinished(() => void vi.restoreAllMocks());
    const printed: unknown[] = [];
    for (const name of ["log", "info", "warn", "error", "debug"] as const) {
      vi.spyOn(console, name).mockImplementation((...words) => void printed.push(words));
    }
    const newClient = await loadClientFactory({
      exchange: "binanceusdm",
      requestTimeoutMs: 1000,
      server: emulator,
    });
    const client = await newClient({ ...CANARY_KEYS, verbose: true, enableRateLimit: false });
    client.milliseconds = () => emulator.market.now();
    await client.fetchPositions();
    expect(emulator.log.at(-1)).toMatchObject({ path: "/fapi/v3/positionRisk", status: 200 });
    expectNoSecret(printed, "signature=");
  });
});
