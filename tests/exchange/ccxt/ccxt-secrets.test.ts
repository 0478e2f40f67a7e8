import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { loadClientFactory } from "../../../src/exchange/ccxt/load-client.ts";
import type { BinanceEmulator } from "../../emulators/binance/binance-emulator.ts";
import { anEmulator, COIN, connect, entry } from "./emulated-exchange.ts";

/** Words that must be seen nowhere outside of the request itself. */
const KEYS = { apiKey: "canarykey0000000001", secret: "canarysecret0000001" };
const CANARIES = [KEYS.apiKey, KEYS.secret, "signature="];

const running: BinanceEmulator[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const emulator of running.splice(0)) await emulator.close();
});

/** Everything that a logger could make of a value: message, stack, causes, hidden properties. */
function allOf(value: unknown): string {
  const shown = inspect(value, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null });
  return `${shown} ${JSON.stringify(value)} ${String(value)}`;
}

function expectNoSecret(text: string): void {
  for (const canary of CANARIES) expect(text).not.toContain(canary);
}

async function caught(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

async function anExchange() {
  const emulator = await anEmulator({ credentials: KEYS });
  running.push(emulator);
  const exchange = await connect(emulator, { keys: KEYS, requestTimeoutMs: 150 });
  return { emulator, exchange };
}

describe("secrets of an account", () => {
  it.each([
    ["a timeout, whose ccxt error holds the signed address", { status: "hang" }],
    ["a cut connection", { status: "drop" }],
    ["a server error", { status: 502 }],
    ["a ban", { status: 418, retryAfterSeconds: 1 }],
  ] as const)("are not in the fault after %s", async (_, fault) => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.failHttp("/fapi/v3/account", fault);
    const error = await caught(exchange.account());
    expect(error).toMatchObject({ code: "exchange-unavailable" });
    expectNoSecret(allOf(error));
  });

  it("would be in ccxt's own error, so that these tests can fail", async () => {
    const emulator = await anEmulator({ credentials: KEYS });
    running.push(emulator);
    const newClient = await loadClientFactory({
      exchange: "binanceusdm",
      requestTimeoutMs: 1000,
      server: emulator,
    });
    const client = await newClient({ ...KEYS, enableRateLimit: false });
    await client.loadMarkets();
    emulator.faults.failHttp("/fapi", { status: "drop" });
    expect(allOf(await caught(client.fetchPositions()))).toContain("signature=");
  });

  it("are not in the outcome of an order that has no answer", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.failHttp("/fapi/v1/order", { status: "hang" });
    expectNoSecret(allOf(await exchange.place(entry("in1"))));
  });

  it("are not in the fault of a start with a key that is refused", async () => {
    const emulator = await anEmulator();
    running.push(emulator);
    expectNoSecret(allOf(await caught(connect(emulator, { keys: KEYS }))));
  });

  it("are not in the fault of a look-up or a cancellation", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.failHttp("/fapi/v1/order", { status: "hang" }, { status: "hang" });
    expectNoSecret(allOf(await caught(exchange.find(COIN, "in1"))));
    expectNoSecret(allOf(await caught(exchange.cancel(COIN, "in1"))));
  });

  it("are not in the exchange itself when somebody logs it", async () => {
    const { exchange } = await anExchange();
    expectNoSecret(allOf(exchange));
  });

  it("are not printed by a client that is told to be verbose", async () => {
    const emulator = await anEmulator({ credentials: KEYS });
    running.push(emulator);
    const printed: unknown[] = [];
    for (const name of ["log", "info", "warn", "error", "debug"] as const) {
      vi.spyOn(console, name).mockImplementation((...words) => void printed.push(words));
    }
    const newClient = await loadClientFactory({
      exchange: "binanceusdm",
      requestTimeoutMs: 1000,
      server: emulator,
    });
    const client = await newClient({ ...KEYS, verbose: true, enableRateLimit: false });
    client.milliseconds = () => emulator.market.now();
    await client.fetchPositions();
    expect(emulator.log.at(-1)).toMatchObject({ path: "/fapi/v3/positionRisk", status: 200 });
    expectNoSecret(allOf(printed));
  });
});
