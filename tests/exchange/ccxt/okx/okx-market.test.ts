import { describe, expect, it } from "vitest";
import { createCcxtMarket } from "../../../../src/exchange/ccxt/ccxt-market.ts";
import { describeMarketDataContract } from "../../../contracts/market-data-contract.ts";
import { COIN_SWAP } from "../../../emulators/okx/instruments.ts";
import { risingMinutes } from "../../candles.ts";
import { virtualWait } from "../emulated-desk.ts";
import { COIN, START } from "../suite/sample-orders.ts";
import { startEmulator } from "../suite/venue-under-test.ts";
import { OKX } from "./okx-venue.ts";

const MINUTE = 60_000;

async function aMarket() {
  const emulator = await startEmulator(OKX);
  const market = await createCcxtMarket({
    exchange: "okx",
    clock: emulator.market,
    wait: virtualWait(emulator),
    requestTimeoutMs: 2000,
    server: emulator,
  });
  return { emulator, market };
}

describeMarketDataContract("the ccxt market on the OKX emulator", async () => {
  const { emulator, market } = await aMarket();
  const isHeard = () => {
    const lastClosed = emulator.log.findLastIndex((entry) => entry.type === "socket-closed");
    return emulator.log
      .slice(lastClosed + 1)
      .some((entry) => entry.type === "socket-request" && entry.method === "subscribe");
  };
  let playing = true;
  const play = async () => {
    for (let price = 100; playing; price = price === 104 ? 100 : price + 0.5) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      // Time passes while somebody listens.
      if (!isHeard()) continue;
      emulator.market.trade(COIN_SWAP.id, price, 0.5);
      emulator.market.advance(10_000);
    }
  };
  const played = play();
  return {
    market,
    symbol: COIN,
    now: emulator.market.now,
    dispose: async () => {
      playing = false;
      await played;
      await emulator.close();
    },
  };
});

describe("the ccxt market of OKX", () => {
  it("tells the rules of a perpetual in coins, though the venue counts contracts", async () => {
    const { market } = await aMarket();
    expect(await market.instruments()).toEqual([
      {
        symbol: COIN,
        kind: "crypto",
        priceTick: "0.1",
        quantityStep: "0.01",
        minQuantity: "0.05",
        minNotional: "0",
        makerFee: 0.0002,
        takerFee: 0.0005,
      },
    ]);
  });

  it("reads history page by page, three hundred candles each, with the volume in coins", async () => {
    const { emulator, market } = await aMarket();
    const minutes = risingMinutes(START - 700 * MINUTE, 700);
    emulator.market.seed(COIN_SWAP.id, minutes);
    const candles = await market.history(COIN, "1m", START - 700 * MINUTE, 700);
    expect(candles).toEqual(minutes);
    const pages = emulator.log.filter((entry) => entry.type === "http" && entry.path.endsWith("candles"));
    expect(pages).toHaveLength(3);
  });

  it("tells the volume of a day in money, which the venue tells in contracts", async () => {
    const { market } = await aMarket();
    expect(await market.tickers?.()).toEqual([{ symbol: COIN, quoteVolume: 100_000, bid: 100, ask: 100 }]);
  });
});
