import { describe } from "vitest";
import { describeExchangeContract } from "../../../contracts/exchange-contract.ts";
import { COIN } from "../suite/sample-orders.ts";
import { aVenue } from "../suite/venue-under-test.ts";
import { BYBIT } from "./bybit-venue.ts";

describe.each(["cross", "isolated"] as const)("margin mode %s:", (marginMode) => {
  describeExchangeContract("ccxt at the emulated Bybit", async () => {
    const { exchange, trade } = await aVenue(BYBIT, { marginMode });
    return { exchange, symbol: COIN, endsOrphans: false, setPrice: async (price) => trade(price) };
  });
});
