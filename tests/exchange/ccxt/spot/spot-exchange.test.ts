import { describeExchangeContract } from "../../../contracts/exchange-contract.ts";
import { COIN } from "../suite/sample-orders.ts";
import { aVenue } from "../suite/venue-under-test.ts";
import { SPOT } from "./spot-venue.ts";

describeExchangeContract("ccxt at the emulated Binance spot", async () => {
  const { exchange, trade } = await aVenue(SPOT);
  return {
    exchange,
    symbol: COIN,
    endsOrphans: false,
    locksExits: true,
    setPrice: async (price) => trade(price),
  };
});
