import { describeFills } from "../suite/venue-fills.ts";
import { SPOT } from "./spot-venue.ts";

describeFills(SPOT, {
  // Paid in BNB, and counted at the taker's rate.
  fee: "0.1",
  fillIds: ["COIN/USDT-1", "COIN/USDT-2"],
  cursorAfter: () => ({ upTo: "1", seen: ["2"] }),
  wrongCursor: '{"COIN/USDT":{"upTo":"-1","seen":[]}}',
});
