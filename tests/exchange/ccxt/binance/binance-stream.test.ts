import { describe, expect, it, vi } from "vitest";
import type { DeskError } from "../../../../src/engine/errors.ts";
import type { BinanceEmulator } from "../../../emulators/binance/binance-emulator.ts";
import { until } from "../emulated-desk.ts";
import { type AccountStream, aFollowedVenue, describeAccountStream } from "../suite/venue-account-stream.ts";
import { aVenue } from "../suite/venue-under-test.ts";
import { BINANCE } from "./binance-venue.ts";

const PATH = "/private/ws?listenKey=listenkey000000000000000000000001";

/** A key in the address is all that is asked for. */
const STREAM: AccountStream<BinanceEmulator> = {
  opened: ({ log }) => log.flatMap((each) => (each.type === "socket-opened" ? [each.path] : [])),
  streams: [PATH],
  sockets: [PATH],
};

describeAccountStream(BINANCE, STREAM);

describe("the stream of an account at Binance futures", () => {
  it("tries again when it gets no listen key", async () => {
    const { emulator, exchange } = await aVenue(BINANCE);
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
    const { stop } = await aFollowedVenue(BINANCE, STREAM);
    const renewals = timers.mock.results.filter((_, index) => Number(timers.mock.calls[index]?.[1]) > 60_000);
    expect(renewals).toHaveLength(1);
    await stop();
    expect(cleared).toHaveBeenCalledWith(renewals[0]?.value);
    vi.restoreAllMocks();
  });
});
