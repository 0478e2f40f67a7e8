import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import type { OkxEmulator } from "../../../emulators/okx/okx-emulator.ts";
import { COIN, entry } from "../emulated-exchange.ts";
import { anOkxEmulator, connectOkx } from "./emulated-okx.ts";

/** Words that must be seen nowhere outside of the request itself. */
const KEYS = {
  apiKey: "canarykey0000000001",
  secret: "canarysecret0000001",
  passphrase: "canarypassphrase001",
};

const running: OkxEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

/** Everything that a logger could make of a value: message, stack, causes, hidden properties. */
function expectNoSecret(value: unknown): void {
  const shown = inspect(value, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null });
  const text = `${shown} ${JSON.stringify(value)} ${String(value)}`;
  for (const canary of [...Object.values(KEYS), "OK-ACCESS-SIGN"]) expect(text).not.toContain(canary);
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
  const emulator = await anOkxEmulator({ credentials: KEYS });
  running.push(emulator);
  return { emulator, exchange: await connectOkx(emulator, { keys: KEYS, requestTimeoutMs: 1000 }) };
}

describe("secrets of an OKX account, the passphrase among them", () => {
  it.each([{ status: "hang" }, { status: "drop" }, { status: 502 }] as const)(
    "are not in the fault of a read that ends with %j",
    async (fault) => {
      const { emulator, exchange } = await anExchange();
      emulator.faults.failHttp("/api/v5/account/balance", fault);
      const error = await caught(exchange.account());
      expect(error).toMatchObject({ code: "exchange-unavailable" });
      expectNoSecret(error);
    },
  );

  it("are not in the outcome of an order that has no answer, nor in a look-up or a cancellation", async () => {
    const { emulator, exchange } = await anExchange();
    const hang = { status: "hang" } as const;
    emulator.faults.failHttp("/api/v5/trade", hang, hang, hang, hang);
    expectNoSecret(await exchange.place(entry("in1")));
    expectNoSecret(await caught(exchange.find(COIN, "in1")));
    expectNoSecret(await caught(exchange.cancel(COIN, "in1")));
  });

  it("are not in the fault of a start with a key or a passphrase that is refused", async () => {
    const emulator = await anOkxEmulator();
    running.push(emulator);
    expectNoSecret(await caught(connectOkx(emulator, { keys: KEYS })));
  });

  it("are not in the exchange itself when somebody logs it", async () => {
    const { exchange } = await anExchange();
    expectNoSecret(exchange);
  });

  it("are not in the faults of the streams", async () => {
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
