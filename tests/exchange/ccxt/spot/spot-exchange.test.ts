import { afterEach } from "vitest";
import { describeExchangeContract } from "../../../contracts/exchange-contract.ts";
import { SPOT_COIN_BNB, type SpotEmulator } from "../../../emulators/binance-spot/spot-emulator.ts";
import { COIN } from "../emulated-exchange.ts";
import { anEmulatedSpot } from "./emulated-spot.ts";

const running: SpotEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

describeExchangeContract("ccxt at the emulated Binance spot", async () => {
  const { emulator, exchange, trade } = await anEmulatedSpot(SPOT_COIN_BNB);
  running.push(emulator);
  return {
    exchange,
    symbol: COIN,
    endsOrphans: false,
    locksExits: true,
    setPrice: async (price) => trade(price),
  };
});
