import { BINANCE } from "../exchange/ccxt/binance/binance-venue.ts";
import { describeLiveDesk } from "./live-venue-desk.ts";

describeLiveDesk(BINANCE, {
  tenCoins: "10",
  settings: ({ trading }) => [[...trading.leverage], [...trading.isolated]],
  isolatedByFive: [[["COINUSDT", 5]], ["COINUSDT"]],
});
