import { describe, expect, it } from "vitest";
import { entry, exit, START } from "../suite/sample-orders.ts";
import { describeFills } from "../suite/venue-fills.ts";
import { aVenue } from "../suite/venue-under-test.ts";
import { OKX } from "./okx-venue.ts";

describeFills(OKX, {
  fee: "0.05",
  fillIds: ["COIN/USDT-1", "COIN/USDT-2"],
  cursorAfter: (ownId) => ({ upToMs: START + 60_000, seen: { [ownId]: START + 120_000 } }),
  wrongCursor: '{"COIN/USDT":{"upTo":"1","seen":[]}}',
});

describe("fills at OKX", () => {
  it("are read in pages of a hundred, from the quick list within three days and from the long one before", async () => {
    const { emulator, exchange, calls, byHand } = await aVenue(OKX);
    for (let count = 0; count < 250; count += 1) byHand("BUY", 0.1);
    const first = await exchange.fillsSince("");
    expect(new Set(first.fills.map(({ fillId }) => fillId)).size).toBe(250);
    expect(calls("GET /api/v5/trade/fills-history")).toBe(3);
    emulator.market.advance(1000);
    byHand("BUY", 0.1);
    expect((await exchange.fillsSince(first.cursor)).fills).toHaveLength(1);
    expect([calls("GET /api/v5/trade/fills-history"), calls("GET /api/v5/trade/fills")]).toEqual([3, 3]);
  });

  it("of a stop name the stop, though the order that it became has another name", async () => {
    const { emulator, exchange, trade } = await aVenue(OKX);
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    trade(94);
    expect(emulator.trading.orders.at(-1)?.clientOrderId).toMatch(/^O\d+$/);
    const { fills } = await exchange.fillsSince("");
    expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in1", "sl1"]);
  });
});
