import { describe, expect, it } from "vitest";
import { COIN, entry } from "../suite/sample-orders.ts";
import { describeFills } from "../suite/venue-fills.ts";
import { connectTo, startEmulator } from "../suite/venue-under-test.ts";
import { SPOT } from "./spot-venue.ts";

describeFills(SPOT, {
  // Paid in BNB, and counted at the taker's rate.
  fee: "0.1",
  fillIds: ["COIN/USDT-1", "COIN/USDT-2"],
  cursorAfter: () => ({ upTo: "1", seen: ["2"] }),
  wrongCursor: '{"COIN/USDT":{"upTo":"-1","seen":[]}}',
});

describe("fills at Binance spot", () => {
  it("of an order whose trades are not all shown are kept back until they are, and no other symbol waits for them", async () => {
    const gold = { ...SPOT.coin, id: "GOLDUSDT", base: "GOLD" };
    const emulator = await startEmulator(SPOT, { symbols: [SPOT.coin, gold] });
    const exchange = await connectTo(SPOT, emulator, { symbols: [COIN, "GOLD/USDT"] });
    emulator.faults.tradesLateMs = 5000;
    await exchange.place({ ...entry("in2"), symbol: "GOLD/USDT" });
    emulator.faults.fillFractions(0.5);
    await exchange.place(entry("in1", { type: "limit", price: "100", quantity: "2" }));
    emulator.market.advance(4000);
    emulator.market.trade(SPOT.coin.id, 100, 1000);
    emulator.market.advance(1000);
    const first = await exchange.fillsSince("");
    expect(first.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in2"]);
    emulator.market.advance(4000);
    const second = await exchange.fillsSince(first.cursor);
    expect(second.fills.map(({ clientOrderId, quantity }) => [clientOrderId, quantity])).toEqual([
      ["in1", "1"],
      ["in1", "1"],
    ]);
    expect((await exchange.fillsSince(second.cursor)).fills).toEqual([]);
  });
});
