import { OKX } from "../exchange/ccxt/okx/okx-venue.ts";
import { describeLiveDesk } from "./live-venue-desk.ts";

describeLiveDesk(OKX, {
  // Contracts of a tenth.
  tenCoins: "100",
  settings: ({ trading }) => [...trading.leverage],
  isolatedByFive: [["COIN-USDT-SWAP isolated", 5]],
});
