import { afterEach, describe, expect, it } from "vitest";
import type { DeskError } from "../../../../src/engine/errors.ts";
import type { BybitEmulator } from "../../../emulators/bybit/bybit-emulator.ts";
import { until } from "../emulated-desk.ts";
import { entry, exit } from "../emulated-exchange.ts";
import { anEmulatedBybit } from "./emulated-bybit.ts";

const running: BybitEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function aFollowedExchange() {
  const { emulator, exchange, trade } = await anEmulatedBybit();
  running.push(emulator);
  const stop = new AbortController();
  const faults: DeskError[] = [];
  let news = 0;
  const ended = exchange.follow({
    onNews: () => {
      news += 1;
    },
    onFault: (fault) => faults.push(fault),
    stop: stop.signal,
  });
  const subscribed = () =>
    emulator.log.flatMap((each) => (each.type === "socket-request" ? each.streams : [])).length;
  await until(() => subscribed() === 1);
  return {
    emulator,
    exchange,
    trade,
    faults,
    subscribed,
    afterNews: async (act: () => unknown) => {
      const before = news;
      await act();
      await until(() => news > before);
    },
    stop: async () => {
      stop.abort();
      await ended;
    },
  };
}

describe("the stream of a Bybit account", () => {
  it("is the private socket, signed in, with orders of every kind", async () => {
    const { emulator, stop } = await aFollowedExchange();
    const opened = emulator.log.flatMap((each) => (each.type === "socket-opened" ? [each.path] : []));
    expect(opened).toEqual(["/v5/private"]);
    const streams = emulator.log.flatMap((each) => (each.type === "socket-request" ? each.streams : []));
    expect(streams).toEqual(["order"]);
    await stop();
  });

  it("tells that an order was placed, filled, triggered and cancelled by hand", async () => {
    const { emulator, exchange, trade, afterNews, faults, stop } = await aFollowedExchange();
    await afterNews(() => exchange.place(entry("in1", { type: "limit", price: "96" })));
    await afterNews(() => trade(96));
    await afterNews(() => exchange.place(exit("sl1", { type: "stop", price: "95" })));
    await afterNews(() => emulator.trading.cancelByHand("sl1"));
    await afterNews(() => exchange.place(exit("sl2", { type: "stop", price: "95" })));
    await afterNews(() => trade(94));
    expect(faults).toEqual([]);
    const { fills } = await exchange.fillsSince("");
    expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in1", "sl2"]);
    await stop();
  });

  it.each(["twice", "reversed"] as const)("changes no fill when it tells of them %s", async (way) => {
    const { emulator, exchange, trade, afterNews, stop } = await aFollowedExchange();
    emulator.faults.streamFills = way;
    emulator.faults.fillFractions(0.5);
    await afterNews(() => exchange.place(entry("in1", { type: "limit", price: "96" })));
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

  it("connects and signs in again after it was cut, and says that something may have been missed", async () => {
    const { emulator, exchange, faults, subscribed, afterNews, stop } = await aFollowedExchange();
    await afterNews(() => emulator.streams.drop());
    await until(() => subscribed() === 2);
    expect(faults.map(({ code }) => code)).toEqual(["exchange-unavailable"]);
    await afterNews(() => exchange.place(entry("in1")));
    await stop();
  });

  it.each([
    ["sockets are refused", { refuseSockets: true }],
    ["the clock is an hour off", { clockAheadMs: 3_600_000 }],
  ])("tells the fault and tries on when %s", async (_, switches) => {
    const { emulator, exchange } = await anEmulatedBybit();
    running.push(emulator);
    Object.assign(emulator.faults, switches);
    const stop = new AbortController();
    const faults: DeskError[] = [];
    await exchange.follow({
      onNews: () => undefined,
      onFault: (fault) => {
        faults.push(fault);
        if (faults.length === 3) stop.abort();
      },
      stop: stop.signal,
    });
    expect(faults.map(({ code }) => code)).toEqual(Array(3).fill("exchange-unavailable"));
  });
});
