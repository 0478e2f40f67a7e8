import { describe, expect, it } from "vitest";
import { VenueError } from "../../../emulators/exchange/venue-error.ts";
import { COIN, entry, exit } from "../suite/sample-orders.ts";
import { describeFills } from "../suite/venue-fills.ts";
import { aVenue, connectTo, startEmulator } from "../suite/venue-under-test.ts";
import { BINANCE } from "./binance-venue.ts";

describeFills(BINANCE, {
  fee: "0.05",
  fillIds: ["COIN/USDT-1", "COIN/USDT-2"],
  cursorAfter: () => ({ upTo: "1", seen: ["2"] }),
  wrongCursor: '{"COIN/USDT":{"upTo":"-1","seen":[]}}',
});

describe("fills at Binance futures", () => {
  it("of a stop whose record is not shown yet are kept back until it is, and nothing else is", async () => {
    const { emulator, exchange, trade } = await aVenue(BINANCE, { owns: (id) => id.startsWith("own") });
    await exchange.place(entry("own1"));
    const first = await exchange.fillsSince("");
    emulator.faults.hideNextOrder(8000);
    await exchange.place(exit("own2", { type: "stop", price: "95" }));
    trade(94);
    await exchange.place(entry("own3"));
    const second = await exchange.fillsSince(first.cursor);
    expect(second.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["own3"]);
    expect(second.cursor).toBe(first.cursor);
    expect(second.keptBack).toEqual([COIN]);
    emulator.market.advance(8000);
    const third = await exchange.fillsSince(second.cursor);
    expect(third.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["own2", "own3"]);
    expect(third.keptBack).toBeUndefined();
    expect((await exchange.fillsSince(third.cursor)).fills).toEqual([]);
  });

  it("of an order that is not shown yet are kept back until it is, and no other symbol waits for them", async () => {
    const gold = { ...BINANCE.coin, id: "GOLDUSDT", base: "GOLD" };
    const emulator = await startEmulator(BINANCE, { symbols: [BINANCE.coin, gold] });
    const exchange = await connectTo(BINANCE, emulator, { symbols: [COIN, "GOLD/USDT"] });
    await exchange.place({ ...entry("in2"), symbol: "GOLD/USDT" });
    // Only the order of the other symbol is to be looked up afterwards.
    await exchange.fillsSince("");
    await exchange.place(entry("in1"));
    const notShown = new VenueError(-2013, "Order does not exist.");
    emulator.faults.refuse("GET /fapi/v1/order", notShown, notShown);
    const first = await exchange.fillsSince("");
    expect(first.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in2"]);
    expect(first.keptBack).toEqual([COIN]);
    const second = await exchange.fillsSince(first.cursor);
    expect(second).toEqual({ fills: [], cursor: first.cursor, keptBack: [COIN] });
    const third = await exchange.fillsSince(second.cursor);
    expect(third.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in1"]);
    expect((await exchange.fillsSince(third.cursor)).fills).toEqual([]);
  });

  it("of somebody else who closes a position are told a minute later", async () => {
    const { emulator, exchange } = await aVenue(BINANCE, { owns: (id) => id.startsWith("own") });
    await exchange.place(entry("own1"));
    await exchange.place(exit("web1"));
    const first = await exchange.fillsSince("");
    expect(first.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["own1"]);
    emulator.market.advance(60_001);
    const second = await exchange.fillsSince(first.cursor);
    expect(second.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["own1", "web1"]);
  });
});
