import { describe, expect, it } from "vitest";
import type { StartWarning } from "../../../../src/exchange/ccxt/start-checks.ts";
import type { Credentials, EmulatedExchange } from "../../../emulators/exchange/emulated-exchange.ts";
import { COIN } from "./sample-orders.ts";
import { connectTo, pathOf, startEmulator, type VenueUnderTest } from "./venue-under-test.ts";

/** What a venue says of a key, and what it is asked. */
export interface Start<E extends EmulatedExchange> {
  /** What is told of a key that is as it should be; nothing by default. */
  readonly warnings?: readonly StartWarning[];
  /** Everything that is asked at the start, in this order; first the time. */
  readonly requests: readonly string[];
  readonly allowWithdrawals: (emulator: E) => void;
  readonly forbidTrading: readonly (readonly [what: string, forbid: (emulator: E) => void])[];
  /** Makes a key that is bound to no address and may move money. */
  readonly loosen: (emulator: E) => void;
  /** Keys that are refused beside those with another name or another secret. */
  readonly wrongKeys?: readonly (readonly [change: Partial<Credentials>, code: string])[];
}

const WRONG_KEYS = [
  [{ apiKey: "another" }, "key-refused"],
  [{ secret: "another" }, "signature-invalid"],
] as const;

/** What is checked before the first order. */
export function describeStart<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
  { warnings = [], requests, allowWithdrawals, forbidTrading, loosen, wrongKeys = [] }: Start<E>,
): void {
  describe(`the start at ${venue.name}`, () => {
    it("reads the key, the clock and the position mode", async () => {
      const { start } = await connectTo(venue, await startEmulator(venue));
      expect(start).toEqual({ clockOffsetMs: 0, positionMode: "one-way", warnings });
    });

    it("asks for nothing that it does not need", async () => {
      const emulator = await startEmulator(venue);
      await connectTo(venue, emulator);
      const asked = emulator.log.flatMap((each) =>
        each.type === "http" ? [`${each.method} ${each.path} ${each.status}`] : [],
      );
      expect(asked).toEqual(requests.map((call) => `${call} 200`));
    });

    it("refuses a key that may withdraw", async () => {
      const emulator = await startEmulator(venue);
      allowWithdrawals(emulator);
      await expect(connectTo(venue, emulator)).rejects.toMatchObject({ code: "exchange-key-unsafe" });
    });

    it.each(forbidTrading)("refuses a key that is %s", async (_, forbid) => {
      const emulator = await startEmulator(venue);
      forbid(emulator);
      await expect(connectTo(venue, emulator)).rejects.toMatchObject({
        code: "exchange-key-refused",
        args: { code: "may-not-trade" },
      });
    });

    it("warns of a key that is not bound to an address and of one that may move money", async () => {
      const emulator = await startEmulator(venue);
      loosen(emulator);
      const { start } = await connectTo(venue, emulator);
      expect(start.warnings).toEqual(["key-not-bound-to-address", "key-may-transfer"]);
    });

    it.each([...WRONG_KEYS, ...wrongKeys])(
      "refuses to go on when the key is refused: %j",
      async (change, code) => {
        const keys = { ...venue.keys, ...change };
        await expect(connectTo(venue, await startEmulator(venue), { keys })).rejects.toMatchObject({
          code: "exchange-key-refused",
          args: { code },
        });
      },
    );

    // The first asks for the time, which is asked for again before an order.
    it.each([...new Set(requests.slice(1).map(pathOf))])("fails when %s cannot be read", async (path) => {
      const emulator = await startEmulator(venue);
      emulator.faults.failHttp(path, { status: 502 });
      await expect(connectTo(venue, emulator)).rejects.toMatchObject({ code: "exchange-unavailable" });
    });

    it("refuses symbols that it does not have", async () => {
      const symbols = [COIN, "NOPE/USDT"];
      await expect(connectTo(venue, await startEmulator(venue), { symbols })).rejects.toMatchObject({
        code: "config-invalid",
        args: { value: "NOPE/USDT" },
      });
    });
  });
}
