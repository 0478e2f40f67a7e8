import { afterEach, describe, expect, it, vi } from "vitest";
import type { DeskError } from "../../../src/engine/errors.ts";
import type { BinanceEmulator } from "../../emulators/binance/binance-emulator.ts";
import { until } from "./emulated-desk.ts";
import { anEmulatedExchange, entry, exit } from "./emulated-exchange.ts";

const running: BinanceEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function aFollowedExchange() {
  const { emulator, exchange, trade } = await anEmulatedExchange();
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
  const sockets = () => emulator.log.filter(({ type }) => type === "socket-opened").length;
  await until(() => sockets() === 1);
  return {
    emulator,
    exchange,
    trade,
    faults,
    sockets,
    /** Does something and resolves when the stream told of it. */
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

describe("the stream of an account", () => {
  it("tells that an order was placed, filled, triggered and cancelled by hand", async () => {
    const { emulator, exchange, trade, afterNews, faults, stop } = await aFollowedExchange();
    await afterNews(() => exchange.place(entry("in1", { type: "limit", price: "96" })));
    await afterNews(() => trade(96));
    await afterNews(() => exchange.place(exit("sl1", { type: "stop", price: "95" })));
    await afterNews(() => emulator.trading.cancelByHand("sl1"));
    await afterNews(() => exchange.place(exit("sl2", { type: "stop", price: "95" })));
    await afterNews(() => trade(94));
    expect(faults).toEqual([]);
    expect((await exchange.fillsSince("")).fills.map(({ clientOrderId }) => clientOrderId)).toEqual([
      "in1",
      "sl2",
    ]);
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

  it("connects again after it was cut, and says that something may have been missed", async () => {
    const { emulator, exchange, faults, sockets, afterNews, stop } = await aFollowedExchange();
    await afterNews(() => emulator.streams.drop());
    expect(faults).toMatchObject([{ code: "exchange-unavailable" }]);
    await until(() => sockets() === 2);
    await afterNews(() => exchange.place(entry("in1")));
    await stop();
  });

  it("tries again when it gets no listen key", async () => {
    const { emulator, exchange } = await anEmulatedExchange();
    running.push(emulator);
    emulator.faults.failHttp("/fapi/v1/listenKey", { status: 502 }, { status: "drop" });
    const stop = new AbortController();
    const faults: DeskError[] = [];
    const ended = exchange.follow({
      onNews: () => undefined,
      onFault: (fault) => faults.push(fault),
      stop: stop.signal,
    });
    await until(() => emulator.log.some(({ type }) => type === "socket-opened"));
    expect(faults.map(({ code }) => code)).toEqual(["exchange-unavailable", "exchange-unavailable"]);
    stop.abort();
    await ended;
  });

  it("leaves no timer behind that would keep the process alive", async () => {
    const timers = vi.spyOn(globalThis, "setTimeout");
    const cleared = vi.spyOn(globalThis, "clearTimeout");
    const { stop } = await aFollowedExchange();
    const renewals = timers.mock.results.filter((_, index) => Number(timers.mock.calls[index]?.[1]) > 60_000);
    expect(renewals).toHaveLength(1);
    await stop();
    expect(cleared).toHaveBeenCalledWith(renewals[0]?.value);
    vi.restoreAllMocks();
  });
});
