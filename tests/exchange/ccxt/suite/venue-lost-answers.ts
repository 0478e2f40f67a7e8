import { describe, expect, it } from "vitest";
import type { EmulatedExchange } from "../../../emulators/exchange/emulated-exchange.ts";
import type { VenueError } from "../../../emulators/exchange/venue-error.ts";
import { COIN, entry, exit, START } from "./sample-orders.ts";
import { aVenue, connectTo, pathOf, type VenueUnderTest, type WrongAnswer } from "./venue-under-test.ts";

/** How a venue fails to say what became of an order. */
export interface LostAnswers {
  /** Answers that leave it open, each with the code that it is told with. */
  readonly unclear: readonly (readonly [what: string, answer: WrongAnswer, code: string])[];
  /** Its own word for a request that took too long, with its code. */
  readonly timedOut: readonly [answer: VenueError, code: string];
  /** The code of its answers while it is in maintenance. */
  readonly maintenance: string;
}

/** An order whose answer is lost is sent once, never taken for absent, and found. */
export function describeLostAnswers<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
  { unclear, timedOut, maintenance }: LostAnswers,
): void {
  const { order, stop } = venue.calls;

  describe(`an order at ${venue.name} whose answer is lost`, () => {
    it.each(unclear)("is unknown when the answer %s, exists once, and is found", async (_, answer, code) => {
      const { emulator, exchange, calls, taken } = await aVenue(venue);
      emulator.faults.failAfterwards(order, answer);
      expect(await exchange.place(entry("in1"))).toEqual({ status: "unknown", code });
      expect(calls(order)).toBe(1);
      expect(taken()).toHaveLength(1);
      expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "filled", filledQuantity: "1" });
    });

    it("is unknown when no answer comes in time", async () => {
      const { emulator, exchange, calls } = await aVenue(venue, { requestTimeoutMs: 1000 });
      emulator.faults.failAfterwards(order, { status: "hang" });
      expect(await exchange.place(entry("in1"))).toEqual({ status: "unknown", code: "no-answer" });
      expect(calls(order)).toBe(1);
    });

    it("is unknown when the exchange cannot be reached or is in maintenance", async () => {
      const { emulator, exchange, taken } = await aVenue(venue);
      emulator.faults.maintenance = true;
      expect(await exchange.place(entry("in1"))).toEqual({ status: "unknown", code: maintenance });
      await emulator.close();
      expect(await exchange.place(entry("in2"))).toEqual({ status: "unknown", code: "no-answer" });
      expect(taken()).toEqual([]);
    });

    it("is never sent again: a second try only asks what became of it", async () => {
      const { emulator, exchange, calls, taken } = await aVenue(venue);
      emulator.faults.failAfterwards(order, { status: "drop" });
      await exchange.place(entry("in1"));
      expect(await exchange.place(entry("in1"))).toMatchObject({ status: "accepted" });
      emulator.faults.failHttp(pathOf(order), { status: 503 });
      await exchange.place(entry("in2"));
      expect(await exchange.place(entry("in2"))).toEqual({ status: "unknown", code: "http-503" });
      expect(calls(order)).toBe(2);
      expect(taken().map(({ clientOrderId }) => clientOrderId)).toEqual(["in1"]);
    });

    it("is not found until the exchange shows it, 8 seconds later", async () => {
      const { emulator, exchange } = await aVenue(venue);
      emulator.faults.hideNextOrder(8000);
      emulator.faults.failAfterwards(order, { status: "drop" });
      await exchange.place(entry("in1"));
      emulator.market.advance(7999);
      expect(await exchange.find(COIN, "in1")).toBeUndefined();
      expect((await exchange.fillsSince("")).fills).toEqual([]);
      emulator.market.advance(1);
      expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "filled" });
      expect((await exchange.fillsSince("")).fills).toMatchObject([{ clientOrderId: "in1" }]);
    });

    it.each([
      [5000, ["in1"]],
      [5001, []],
    ])("and that arrives %i ms after it was signed is taken or not: %j", async (lateMs, expected) => {
      const { emulator, exchange } = await aVenue(venue);
      emulator.faults.delay(order, lateMs);
      expect(await exchange.place(entry("in1"))).toEqual({ status: "unknown", code: "no-answer" });
      emulator.market.advance(60_000);
      expect(emulator.trading.orders.map(({ clientOrderId }) => clientOrderId)).toEqual(expected);
    });

    it("is a stop that is found under its own name", async () => {
      const { emulator, exchange, calls } = await aVenue(venue);
      await exchange.place(entry("in1"));
      const before = calls(stop);
      const [answer, code] = timedOut;
      emulator.faults.failAfterwards(stop, answer);
      const protection = exit("sl1", { type: "stop", price: "95" });
      expect(await exchange.place(protection)).toEqual({ status: "unknown", code });
      expect(await exchange.place(protection)).toMatchObject({ status: "accepted" });
      expect(calls(stop)).toBe(before + 1);
      expect(await exchange.find(COIN, "sl1")).toMatchObject({
        status: "working",
        type: "stop",
        price: "95",
      });
    });

    it("of an earlier process is looked up and not sent again", async () => {
      const { emulator, exchange, calls } = await aVenue(venue);
      const before = await exchange.place(entry("in1"));
      emulator.market.advance(60_000);
      const restarted = await connectTo(venue, emulator);
      expect(await restarted.place(entry("in1"))).toEqual(before);
      expect(calls(order)).toBe(1);
    });

    it.each(venue.lookUps)("of an earlier process is unknown when %s cannot be read", async (path) => {
      const { emulator, exchange, calls } = await aVenue(venue);
      emulator.faults.failHttp(path, { status: 503 });
      const old = entry("in1", { createdAt: START - 1 });
      expect(await exchange.place(old)).toEqual({ status: "unknown", code: "look-up-failed" });
      expect(calls(order)).toBe(0);
    });
  });

  describe(`an order at ${venue.name} that is placed twice`, () => {
    it("at the same moment is sent once", async () => {
      const { exchange, calls } = await aVenue(venue);
      const [one, two] = await Promise.all([exchange.place(entry("in1")), exchange.place(entry("in1"))]);
      expect(one).toEqual(two);
      expect(calls(order)).toBe(1);
    });
  });
}
