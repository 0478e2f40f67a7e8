import { describe, expect, it } from "vitest";
import type { EmulatedExchange } from "../../../emulators/exchange/emulated-exchange.ts";
import type { HttpFault } from "../../../emulators/exchange/faults.ts";
import { CANARY_KEYS, caught, expectNoSecret } from "./canaries.ts";
import { COIN, entry } from "./sample-orders.ts";
import { faultsOfStream } from "./venue-account-stream.ts";
import { connectTo, startEmulator, type VenueUnderTest } from "./venue-under-test.ts";

/** Where a venue's requests have what must stay secret. */
export interface Secrets {
  /** What stands before a signature. */
  readonly signature: string;
  /** The path that an account's money is read from. */
  readonly account: string;
  /** What every path of an order begins with. */
  readonly orders: string;
  /** Failures that only this venue has. */
  readonly failures?: readonly HttpFault[];
}

const FAILURES = [
  { status: "hang" },
  { status: "drop" },
  { status: 502 },
] as const satisfies readonly HttpFault[];
const HANG = { status: "hang" } as const;

/** Keys and signatures leave the client in requests alone. */
export function describeSecrets<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
  { signature, account, orders, failures = [] }: Secrets,
): void {
  const connected = async () => {
    const emulator = await startEmulator(venue, { credentials: CANARY_KEYS });
    const exchange = await connectTo(venue, emulator, { keys: CANARY_KEYS, requestTimeoutMs: 1000 });
    return { emulator, exchange };
  };
  const expectNone = (value: unknown) => expectNoSecret(value, signature);

  describe(`secrets of an account at ${venue.name}`, () => {
    it.each([...FAILURES, ...failures])("are not in the fault of a read that ends with %j", async (fault) => {
      const { emulator, exchange } = await connected();
      emulator.faults.failHttp(account, fault);
      const error = await caught(exchange.account());
      expect(error).toMatchObject({ code: "exchange-unavailable" });
      expectNone(error);
    });

    it("are not in the outcome of an order that has no answer, nor in a look-up or a cancellation", async () => {
      const { emulator, exchange } = await connected();
      emulator.faults.failHttp(orders, HANG, HANG, HANG, HANG);
      const outcome = await exchange.place(entry("in1"));
      expect(outcome).toEqual({ status: "unknown", code: "no-answer" });
      expectNone(outcome);
      expectNone(await caught(exchange.find(COIN, "in1")));
      expectNone(await caught(exchange.cancel(COIN, "in1")));
    });

    it("are not in the fault of a start with a key that is refused", async () => {
      const emulator = await startEmulator(venue);
      expectNone(await caught(connectTo(venue, emulator, { keys: CANARY_KEYS })));
    });

    it("are not in the exchange itself when somebody logs it", async () => {
      const { exchange } = await connected();
      expectNone(exchange);
    });

    it("are not in the faults of the stream", async () => {
      const world = await connected();
      world.emulator.faults.refuseSockets = true;
      const faults = await faultsOfStream(world, 1);
      expect(faults.length).toBeGreaterThan(0);
      expectNone(faults);
    });
  });
}
