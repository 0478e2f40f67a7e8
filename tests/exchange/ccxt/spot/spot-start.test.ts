import { afterEach, describe, expect, it } from "vitest";
import { createPrivateClients } from "../../../../src/exchange/ccxt/private-client.ts";
import { addressesOf } from "../../../../src/exchange/ccxt/rewrite-urls.ts";
import { BINANCE_SPOT } from "../../../../src/exchange/ccxt/venues/binance-spot.ts";
import {
  SPOT_KEY,
  type SpotEmulator,
  startSpotEmulator,
} from "../../../emulators/binance-spot/spot-emulator.ts";
import { until } from "../emulated-desk.ts";
import { START } from "../emulated-exchange.ts";
import { anEmulatedSpot, buy, connectSpot, sell } from "./emulated-spot.ts";

const running: SpotEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function started(): Promise<SpotEmulator> {
  const emulator = await startSpotEmulator({ startMs: START });
  running.push(emulator);
  return emulator;
}

describe("the start at a spot exchange", () => {
  it("reads the key and the clock", async () => {
    const { start } = await connectSpot(await started());
    expect(start).toEqual({ clockOffsetMs: 0, positionMode: "one-way", warnings: [] });
  });

  it("refuses a key that may withdraw, and one that may not trade spot", async () => {
    const emulator = await started();
    emulator.keyPermissions.enableWithdrawals = true;
    await expect(connectSpot(emulator)).rejects.toMatchObject({ code: "exchange-key-unsafe" });
    Object.assign(emulator.keyPermissions, { enableWithdrawals: false, enableSpotAndMarginTrading: false });
    await expect(connectSpot(emulator)).rejects.toMatchObject({ args: { code: "may-not-trade" } });
  });

  it.each([
    [{ leverage: 3 }, "live.leverage"],
    [{ marginMode: "isolated" as const }, "live.marginMode"],
  ])("refuses what a spot market does not have: %j", async (settings, field) => {
    await expect(connectSpot(await started(), settings)).rejects.toMatchObject({
      code: "config-invalid",
      args: { field },
    });
  });

  it("takes a leverage of one for what it is", async () => {
    const exchange = await connectSpot(await started(), { leverage: 1 });
    expect(exchange.name).toBe("binance");
  });

  it("leaves no address of a real server in the clients", async () => {
    const clients = await createPrivateClients({
      venue: BINANCE_SPOT,
      keys: SPOT_KEY,
      requestTimeoutMs: 1000,
      throttleReads: false,
      server: await started(),
    });
    const { client: stream } = await clients.newStream();
    for (const client of [clients.reads, clients.orders, stream]) {
      const addresses = addressesOf(client.urls.api);
      expect(addresses.length).toBeGreaterThan(20);
      expect(addresses.filter((address) => new URL(address).hostname !== "127.0.0.1")).toEqual([]);
    }
  });
});

describe("the stream of a spot account", () => {
  it("tells that orders were placed, filled and cancelled, and comes back after a cut", async () => {
    const { emulator, exchange, trade } = await anEmulatedSpot();
    running.push(emulator);
    const stop = new AbortController();
    const faults: string[] = [];
    let news = 0;
    const ended = exchange.follow({
      onNews: () => {
        news += 1;
      },
      onFault: ({ code }) => faults.push(code),
      stop: stop.signal,
    });
    const subscriptions = () => emulator.log.filter((entry) => entry.type === "socket-request").length;
    const afterNews = async (act: () => unknown) => {
      const before = news;
      await act();
      await until(() => news > before);
    };
    await until(() => subscriptions() === 1);
    await afterNews(() => exchange.place(buy("in1")));
    await afterNews(() => exchange.place(sell("sl1", { type: "stop", price: "95", quantity: "0.99" })));
    await afterNews(() => trade(94));
    await afterNews(() => emulator.streams.drop());
    await until(() => subscriptions() === 2);
    await afterNews(() => exchange.place(buy("in2")));
    expect(faults).toEqual(["exchange-unavailable"]);
    stop.abort();
    await ended;
  });
});
