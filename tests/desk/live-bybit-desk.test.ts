import { BYBIT } from "../exchange/ccxt/bybit/bybit-venue.ts";
import { describeLiveDesk } from "./live-venue-desk.ts";

describeLiveDesk(BYBIT, {
  tenCoins: "10",
  settings: ({ trading, user }) => [[...trading.leverage], user.marginMode],
  isolatedByFive: [[["COINUSDT", 5]], "ISOLATED_MARGIN"],
});
