import { describe, expect, it } from "vitest";
import { createPrivateClients } from "../../../../src/exchange/ccxt/private-client.ts";
import { addressesOf } from "../../../../src/exchange/ccxt/rewrite-urls.ts";
import { VENUES } from "../../../../src/exchange/ccxt/venues/venue-table.ts";
import type { EmulatedExchange } from "../../../emulators/exchange/emulated-exchange.ts";
import { entry } from "./sample-orders.ts";
import { aVenue, pathOf, startEmulator, type VenueUnderTest } from "./venue-under-test.ts";

/** The clients of an account reach one server and repeat nothing; `addresses` is how many each has at least. */
export function describeClients<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
  addresses: number,
): void {
  const row = VENUES[venue.exchange];
  if (row === undefined) throw new Error(`no row for ${venue.exchange}`);

  describe(`the clients of an account at ${venue.name}`, () => {
    it("have no address of a real server left, repeat nothing, and pace what is polled alone", async () => {
      const clients = await createPrivateClients({
        venue: row,
        keys: venue.keys,
        requestTimeoutMs: 1000,
        throttleReads: true,
        server: await startEmulator(venue),
      });
      const { client: stream } = await clients.newStream();
      for (const client of [clients.reads, clients.orders, stream]) {
        const reached = addressesOf(client.urls.api);
        expect(reached.length).toBeGreaterThanOrEqual(addresses);
        expect(reached.filter((address) => new URL(address).hostname !== "127.0.0.1")).toEqual([]);
        expect(client.options.maxRetriesOnFailure).toBe(0);
      }
      expect([clients.reads.enableRateLimit, clients.orders.enableRateLimit]).toEqual([true, false]);
    });

    it("send an order once and none to a test endpoint", async () => {
      const { emulator, exchange } = await aVenue(venue);
      const path = pathOf(venue.calls.order);
      emulator.faults.failHttp(path, { status: 503 }, { status: 503 });
      await exchange.place(entry("in1"));
      const sent = emulator.log.filter((each) => each.type === "http" && each.method === "POST");
      expect(sent).toMatchObject([{ path }]);
      expect(sent).not.toMatchObject([{ query: { test: expect.anything() } }]);
    });
  });
}
