import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { loadClientFactory } from "../../../../src/exchange/ccxt/load-client.ts";
import type { BybitEmulator } from "../../../emulators/bybit/bybit-emulator.ts";
import { COIN, entry } from "../emulated-exchange.ts";
import { aBybitEmulator, connectBybit } from "./emulated-bybit.ts";

/** Words that must be seen nowhere outside of the request itself. */
const KEYS = { apiKey: "canarykey0000000001", secret: "canarysecret0000001" };

const running: BybitEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

/** Everything that a logger could make of a value: message, stack, causes, hidden properties. */
function allOf(value: unknown): string {
  const shown = inspect(value, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null });
  return `${shown} ${JSON.stringify(value)} ${String(value)}`;
}

function expectNoSecret(value: unknown): void {
  const text = allOf(value);
  for (const canary of [...Object.values(KEYS), "X-BAPI-SIGN"]) expect(text).not.toContain(canary);
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
  const emulator = await aBybitEmulator({ credentials: KEYS });
  running.push(emulator);
  return { emulator, exchange: await connectBybit(emulator, { keys: KEYS, requestTimeoutMs: 1000 }) };
}

describe("secrets of a Bybit account", () => {
  it.each([{ status: "hang" }, { status: "drop" }, { status: 502 }, { status: 403 }] as const)(
    "are not in the fault of a read that ends with %j",
    async (fault) => {
      const { emulator, exchange } = await anExchange();
      emulator.faults.failHttp("/v5/account/wallet-balance", fault);
      const error = await caught(exchange.account());
      expect(error).toMatchObject({ code: "exchange-unavailable" });
      expectNoSecret(error);
    },
  );

  it("would be in the answer to an API key's own question, so that these tests can fail", async () => {
    const emulator = await aBybitEmulator({ credentials: KEYS });
    running.push(emulator);
    const newClient = await loadClientFactory({
      exchange: "bybit",
      requestTimeoutMs: 1000,
      server: emulator,
    });
    expect(allOf(await newClient(KEYS))).toContain(KEYS.secret);
  });

  it("are not in the outcome of an order that has no answer, nor in a look-up or a cancellation", async () => {
    const { emulator, exchange } = await anExchange();
    const hang = { status: "hang" } as const;
    emulator.faults.failHttp("/v5/order", hang, hang, hang);
    expectNoSecret(await exchange.place(entry("in1")));
    expectNoSecret(await caught(exchange.find(COIN, "in1")));
    expectNoSecret(await caught(exchange.cancel(COIN, "in1")));
  });

  it("are not in the fault of a start with a key that is refused", async () => {
    const emulator = await aBybitEmulator();
    running.push(emulator);
    expectNoSecret(await caught(connectBybit(emulator, { keys: KEYS })));
  });

  it("are not in the exchange itself when somebody logs it", async () => {
    const { exchange } = await anExchange();
    expectNoSecret(exchange);
  });

  it("are not in the faults of the stream", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.refuseSockets = true;
    const stop = new AbortController();
    const faults: unknown[] = [];
    await exchange.follow({
      onNews: () => stop.abort(),
      onFault: (fault) => faults.push(fault),
      stop: stop.signal,
    });
    expect(faults.length).toBeGreaterThan(0);
    expectNoSecret(faults);
  });
});
