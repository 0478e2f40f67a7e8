import { describe } from "vitest";
import { describeExchangeContract } from "../../../contracts/exchange-contract.ts";
import { COIN } from "../suite/sample-orders.ts";
import { aVenue } from "../suite/venue-under-test.ts";
import { OKX } from "./okx-venue.ts";

describe.each([
  ["cross, triggered orders with names of the exchange", { keepTheirId: false, marginMode: "cross" }],
  ["isolated, triggered orders with the stop's name", { keepTheirId: true, marginMode: "isolated" }],
] as const)("%s:", (_, { keepTheirId, marginMode }) => {
  describeExchangeContract("ccxt at the emulated OKX", async () => {
    const { emulator, exchange, trade } = await aVenue(OKX, { marginMode });
    emulator.faults.triggeredOrdersKeepTheirId = keepTheirId;
    return { exchange, symbol: COIN, endsOrphans: false, setPrice: async (price) => trade(price) };
  });
});
