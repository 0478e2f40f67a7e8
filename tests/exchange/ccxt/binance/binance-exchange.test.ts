import { describe } from "vitest";
import { describeExchangeContract } from "../../../contracts/exchange-contract.ts";
import { COIN } from "../suite/sample-orders.ts";
import { aVenue } from "../suite/venue-under-test.ts";
import { BINANCE } from "./binance-venue.ts";

describe.each([
  ["with ids of its own", false],
  ["with the client's ids", true],
])("triggered orders %s:", (_, keepTheirId) => {
  describeExchangeContract("ccxt at the emulated Binance futures", async () => {
    const { emulator, exchange, trade } = await aVenue(BINANCE);
    emulator.faults.triggeredOrdersKeepTheirId = keepTheirId;
    return {
      exchange,
      symbol: COIN,
      endsOrphans: false,
      setPrice: async (price) => trade(price),
    };
  });
});
