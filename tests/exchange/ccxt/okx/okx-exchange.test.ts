import { afterEach, describe } from "vitest";
import { describeExchangeContract } from "../../../contracts/exchange-contract.ts";
import type { OkxEmulator } from "../../../emulators/okx/okx-emulator.ts";
import { COIN } from "../emulated-exchange.ts";
import { anEmulatedOkx } from "./emulated-okx.ts";

const running: OkxEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

describe.each([
  ["cross, triggered orders with names of the exchange", { keepTheirId: false, marginMode: "cross" }],
  ["isolated, triggered orders with the stop's name", { keepTheirId: true, marginMode: "isolated" }],
] as const)("%s:", (_, { keepTheirId, marginMode }) => {
  describeExchangeContract("ccxt at the emulated OKX", async () => {
    const { emulator, exchange, trade } = await anEmulatedOkx({ marginMode });
    running.push(emulator);
    emulator.faults.triggeredOrdersKeepTheirId = keepTheirId;
    return { exchange, symbol: COIN, endsOrphans: false, setPrice: async (price) => trade(price) };
  });
});
