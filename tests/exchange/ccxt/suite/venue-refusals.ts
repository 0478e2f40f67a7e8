import { describe, expect, it } from "vitest";
import type { SubmittableOrder } from "../../../../src/engine/trade/order.ts";
import type { EmulatedExchange } from "../../../emulators/exchange/emulated-exchange.ts";
import { VenueError } from "../../../emulators/exchange/venue-error.ts";
import { entry, exit } from "./sample-orders.ts";
import {
  aVenue,
  pathOf,
  type VenueUnderTest,
  type VenueWorld,
  type WrongAnswer,
} from "./venue-under-test.ts";

/** What a venue refuses beside what every one does, and its words for it. */
export interface Refusals<E extends EmulatedExchange> {
  /** Orders beyond its own limits, each with the code of the refusal. */
  readonly limits: readonly (readonly [what: string, order: SubmittableOrder, code: string])[];
  /** Answers to an order for which the account asked too often. */
  readonly tooOften: readonly (readonly [what: string, answer: WrongAnswer])[];
  /** Brings it about that the venue takes no further stop. */
  readonly fillUpStops: (world: VenueWorld<E>) => unknown;
}

const EVERYWHERE = [
  ["more than the margin", entry("in1", { quantity: "900" }), "margin-insufficient"],
  ["a stop beyond the market", exit("sl1", { type: "stop", price: "101" }), "would-trigger-at-once"],
  ["a target below the market", exit("tp1", { type: "take-profit", price: "99" }), "would-trigger-at-once"],
  ["nothing to reduce", exit("out1"), "reduce-only-without-position"],
] as const;

/** What a venue refuses is rejected with a reason that is certain: the order does not exist. For perpetuals. */
export function describeRefusals<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
  { limits, tooOften, fillUpStops }: Refusals<E>,
): void {
  const { order, lookUps } = { order: venue.calls.order, lookUps: venue.lookUps };

  describe(`an order that ${venue.name} refuses`, () => {
    it.each([...EVERYWHERE, ...limits])("for %s is rejected and does not exist", async (_, refused, code) => {
      const { exchange, emulator } = await aVenue(venue, { leverage: 1 });
      expect(await exchange.place(refused)).toEqual({ status: "rejected", code });
      expect(emulator.trading.orders).toEqual([]);
      expect(emulator.trading.algos).toEqual([]);
      expect(emulator.trading.journal).toMatchObject([{ clientOrderId: refused.clientOrderId }]);
    });

    it.each(tooOften)("for its rate is rejected when the answer comes %s", async (_, answer) => {
      const { emulator, exchange, taken } = await aVenue(venue);
      if (answer instanceof VenueError) emulator.faults.refuse(order, answer);
      else emulator.faults.failHttp(pathOf(order), answer);
      expect(await exchange.place(entry("in1"))).toEqual({ status: "rejected", code: "rate-limited" });
      expect(taken()).toEqual([]);
    });

    it("is rejected with the reason when it is the stop of a position", async () => {
      const world = await aVenue(venue);
      await world.exchange.place(entry("in1"));
      await fillUpStops(world);
      const stop = exit("sl1", { type: "stop", price: "95" });
      expect(await world.exchange.place(stop)).toEqual({ status: "rejected", code: "too-many-open-orders" });
    });

    it("is neither sent nor asked about again, as one that was taken", async () => {
      const { exchange, calls } = await aVenue(venue);
      const accepted = await exchange.place(entry("in1"));
      const refused = await exchange.place(exit("out1", { side: "buy" }));
      expect(refused).toEqual({ status: "rejected", code: "reduce-only-without-position" });
      expect(await exchange.place(entry("in1"))).toEqual(accepted);
      expect(await exchange.place(exit("out1", { side: "buy" }))).toEqual(refused);
      expect([calls(order), ...lookUps.map((path) => calls(`GET ${path}`))]).toEqual([
        2,
        ...lookUps.map(() => 0),
      ]);
    });
  });
}

/** What would be refused for certain never leaves this machine; `names` are client order ids that the venue does not take. */
export function describeUnsentOrders<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
  names: readonly string[],
): void {
  const { order, stop } = venue.calls;

  describe(`an order for ${venue.name}`, () => {
    it.each([
      ["off the lot", { quantity: "1.005" }, "quantity-off-step"],
      ["below the smallest lot", { quantity: "0.04" }, "quantity-too-small"],
      ["off the tick", { type: "limit", price: "95.05" }, "price-off-tick"],
      ["of no quantity", { quantity: "0" }, "quantity-invalid"],
      ["of an endless quantity", { quantity: "1e309" }, "quantity-invalid"],
      ["without a limit", { type: "limit" }, "price-missing"],
      ["of an unknown symbol", { symbol: "NOPE/USDT" }, "instrument-unknown"],
    ] as const)("%s never leaves this machine, because ccxt would round it", async (_, change, code) => {
      const { exchange, calls } = await aVenue(venue);
      expect(await exchange.place(entry("in1", change))).toEqual({ status: "rejected", code });
      expect(calls(order) + calls(stop)).toBe(0);
    });

    it.each(names)("with the name %j never leaves this machine", async (clientOrderId) => {
      const { exchange, calls } = await aVenue(venue);
      const refused = await exchange.place(entry("in1", { clientOrderId }));
      expect(refused).toEqual({ status: "rejected", code: "client-order-id-invalid" });
      expect(calls(order) + calls(stop)).toBe(0);
    });
  });
}
