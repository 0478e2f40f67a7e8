import { describe, expect, it } from "vitest";
import type { DeskError } from "../../../../src/engine/errors.ts";
import type { EmulatedExchange } from "../../../emulators/exchange/emulated-exchange.ts";
import { until } from "../emulated-desk.ts";
import { COIN, entry, exit } from "./sample-orders.ts";
import { aVenue, type VenueUnderTest, type VenueWorld } from "./venue-under-test.ts";

/** A venue with the stream of its account followed. */
export interface FollowedVenue<E extends EmulatedExchange> extends VenueWorld<E> {
  readonly faults: readonly DeskError[];
  /** The symbol of each news; undefined for one that may be of any. */
  readonly told: readonly (string | undefined)[];
  /** How many streams of the account were opened so far. */
  streams(): number;
  /** Does something and resolves when the stream told of it. */
  afterNews(act: () => unknown): Promise<void>;
  stop(): Promise<void>;
}

/** How a venue streams an account. */
export interface AccountStream<E extends EmulatedExchange> {
  /** Names of the streams that were opened so far; those that were asked for on the sockets by default. */
  readonly opened?: (emulator: E) => readonly string[];
  /** Those of one desk, and the paths of the sockets that they come over; both in alphabetical order. */
  readonly streams: readonly string[];
  readonly sockets: readonly string[];
}

function askedFor({ log }: EmulatedExchange): readonly string[] {
  return log.flatMap((each) => (each.type === "socket-request" ? each.streams : []));
}

/** Follows the account and resolves when the venue has every stream of it. */
export async function aFollowedVenue<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
  { opened = askedFor, streams }: Pick<AccountStream<E>, "opened" | "streams">,
): Promise<FollowedVenue<E>> {
  const world = await aVenue(venue);
  const stop = new AbortController();
  const faults: DeskError[] = [];
  const told: (string | undefined)[] = [];
  const ended = world.exchange.follow({
    onNews: (symbol) => told.push(symbol),
    onFault: (fault) => faults.push(fault),
    stop: stop.signal,
  });
  const count = () => opened(world.emulator).length;
  await until(() => count() === streams.length);
  return {
    ...world,
    faults,
    told,
    streams: count,
    afterNews: async (act) => {
      const before = told.length;
      await act();
      await until(() => told.length > before);
    },
    stop: async () => {
      stop.abort();
      await ended;
    },
  };
}

/** Follows the account until there were so many faults, and gives them. */
export async function faultsOfStream(
  { exchange }: Pick<VenueWorld, "exchange">,
  count: number,
): Promise<readonly DeskError[]> {
  const stop = new AbortController();
  const faults: DeskError[] = [];
  await exchange.follow({
    onNews: () => undefined,
    onFault: (fault) => {
      faults.push(fault);
      if (faults.length >= count) stop.abort();
    },
    stop: stop.signal,
  });
  return faults;
}

/** The stream tells that something happened; what happened is read. */
export function describeAccountStream<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
  stream: AccountStream<E>,
): void {
  const { opened = askedFor, streams, sockets } = stream;

  describe(`the stream of an account at ${venue.name}`, () => {
    it("is opened once, where the account alone is told of", async () => {
      const { emulator, stop } = await aFollowedVenue(venue, stream);
      const paths = emulator.log.flatMap((each) => (each.type === "socket-opened" ? [each.path] : []));
      expect(paths.sort()).toEqual(sockets);
      expect([...opened(emulator)].sort()).toEqual(streams);
      await stop();
    });

    it("tells where something was filled or a stop was cancelled, and nothing of other orders that were not filled", async () => {
      const { emulator, exchange, trade, afterNews, faults, told, stop } = await aFollowedVenue(
        venue,
        stream,
      );
      await exchange.place(entry("in1", { type: "limit", price: "96" }));
      await afterNews(() => trade(96));
      await exchange.place(exit("sl1", { type: "stop", price: "95" }));
      await afterNews(() => emulator.trading.cancelByHand("sl1"));
      await exchange.place(entry("in2", { type: "limit", price: "90" }));
      await exchange.cancel(COIN, "in2");
      await exchange.place(exit("sl2", { type: "stop", price: "95" }));
      await afterNews(() => trade(94));
      expect(faults).toEqual([]);
      // What a stream still holds comes before the end of its socket.
      emulator.streams.drop();
      await until(() => faults.length === streams.length);
      expect(told.slice(0, told.indexOf(undefined))).toEqual([COIN, COIN, COIN]);
      const { fills } = await exchange.fillsSince("");
      expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in1", "sl2"]);
      await stop();
    });

    it.each(["twice", "reversed"] as const)("changes no fill when it tells of them %s", async (way) => {
      const { emulator, exchange, trade, afterNews, stop } = await aFollowedVenue(venue, stream);
      emulator.faults.streamFills = way;
      emulator.faults.fillFractions(0.5);
      await exchange.place(entry("in1", { type: "limit", price: "96" }));
      await afterNews(() => {
        trade(96);
        trade(95);
        emulator.market.advance(1);
      });
      const { fills, cursor } = await exchange.fillsSince("");
      expect(fills.map(({ quantity }) => quantity)).toEqual(["0.5", "0.5"]);
      expect((await exchange.fillsSince(cursor)).fills).toEqual([]);
      await stop();
    });

    it("comes back after it was cut, and says that something may have been missed", async () => {
      const followed = await aFollowedVenue(venue, stream);
      await followed.afterNews(() => followed.emulator.streams.drop());
      expect(new Set(followed.told)).toEqual(new Set([undefined]));
      await until(() => followed.streams() === 2 * streams.length);
      expect(followed.faults.map(({ code }) => code)).toEqual(streams.map(() => "exchange-unavailable"));
      await followed.afterNews(() => followed.exchange.place(entry("in1")));
      await followed.stop();
    });

    it("tells the fault and is tried again when sockets are refused", async () => {
      const world = await aVenue(venue);
      world.emulator.faults.refuseSockets = true;
      const faults = await faultsOfStream(world, 3);
      expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(["exchange-unavailable"]));
      expect(faults.length).toBeGreaterThanOrEqual(3);
    });
  });
}
