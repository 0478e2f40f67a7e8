import { afterEach, describe } from "vitest";
import { describeExchangeContract } from "../../contracts/exchange-contract.ts";
import type { BinanceEmulator } from "../../emulators/binance/binance-emulator.ts";
import { anEmulatedExchange, COIN } from "./emulated-exchange.ts";

const running: BinanceEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

describe.each([
  ["with ids of its own", false],
  ["with the client's ids", true],
])("triggered orders %s:", (_, keepTheirId) => {
  describeExchangeContract("ccxt at the emulated Binance futures", async () => {
    const { emulator, exchange, trade } = await anEmulatedExchange();
    running.push(emulator);
    emulator.faults.triggeredOrdersKeepTheirId = keepTheirId;
    return {
      exchange,
      symbol: COIN,
      endsOrphans: false,
      setPrice: async (price) => trade(price),
    };
  });
});
