import { afterEach, describe } from "vitest";
import { describeExchangeContract } from "../../../contracts/exchange-contract.ts";
import type { BybitEmulator } from "../../../emulators/bybit/bybit-emulator.ts";
import { COIN } from "../emulated-exchange.ts";
import { anEmulatedBybit } from "./emulated-bybit.ts";

const running: BybitEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

describe.each(["cross", "isolated"] as const)("margin mode %s:", (marginMode) => {
  describeExchangeContract("ccxt at the emulated Bybit", async () => {
    const { emulator, exchange, trade } = await anEmulatedBybit({ marginMode });
    running.push(emulator);
    return { exchange, symbol: COIN, endsOrphans: false, setPrice: async (price) => trade(price) };
  });
});
