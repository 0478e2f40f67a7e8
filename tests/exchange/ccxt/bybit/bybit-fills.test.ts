import { describe, expect, it } from "vitest";
import { entry, exit, START } from "../suite/sample-orders.ts";
import { describeFills } from "../suite/venue-fills.ts";
import { aVenue } from "../suite/venue-under-test.ts";
import { BYBIT } from "./bybit-venue.ts";

const DAY = 86_400_000;
const id = expect.stringMatching(/^COIN\/USDT-[0-9a-f-]{36}$/);

describeFills(BYBIT, {
  fee: "0.055",
  fillIds: [id, id],
  cursorAfter: (ownId) => ({ upToMs: START + 60_000, seen: { [ownId]: START + 120_000 } }),
  wrongCursor: '{"COIN/USDT":{"upTo":"1","seen":[]}}',
});

describe("fills at Bybit", () => {
  it("are read in pages of a hundred, all of them", async () => {
    const { exchange, calls, byHand } = await aVenue(BYBIT);
    for (let count = 0; count < 250; count += 1) byHand("BUY", 1);
    const { fills } = await exchange.fillsSince("");
    expect(new Set(fills.map(({ fillId }) => fillId)).size).toBe(250);
    expect(calls("GET /v5/execution/list")).toBe(4);
  });

  it("of three weeks are asked for in spans of a week", async () => {
    const { emulator, exchange } = await aVenue(BYBIT);
    const first = await exchange.fillsSince("");
    for (const name of ["in1", "in2", "in3"]) {
      emulator.market.advance(6.5 * DAY);
      await exchange.place(entry(name, { createdAt: emulator.market.now() }));
    }
    const from = emulator.log.length;
    const { fills } = await exchange.fillsSince(first.cursor);
    expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in1", "in2", "in3"]);
    const asked = emulator.log.slice(from).flatMap((each) => (each.type === "http" ? [each.query] : []));
    expect(new Set(asked.map(({ startTime }) => startTime)).size).toBe(3);
    const longest = Math.max(...asked.map(({ startTime, endTime }) => Number(endTime) - Number(startTime)));
    expect(longest).toBe(7 * DAY - 60_000);
  });

  it("of a stop name the stop without a look-up", async () => {
    const { exchange, trade, calls } = await aVenue(BYBIT);
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    trade(94);
    const { fills } = await exchange.fillsSince("");
    expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in1", "sl1"]);
    expect(calls("GET /v5/order/realtime")).toBe(0);
  });

  it("paid in another coin count the taker fee of the symbol", async () => {
    const { emulator, exchange } = await aVenue(BYBIT);
    emulator.user.feeCurrency = "MNT";
    await exchange.place(entry("in1"));
    expect((await exchange.fillsSince("")).fills).toMatchObject([{ fee: "0.06" }]);
  });

  it("are not the payments for funding, but are what a liquidation took, which has no order to look up", async () => {
    const { emulator, exchange, calls } = await aVenue(BYBIT);
    await exchange.place(entry("in1"));
    const other = { symbol: "COINUSDT", side: "Sell", execQty: "1", execPrice: "100", at: START } as const;
    emulator.user.otherExecutions.push(
      { ...other, execType: "Funding" },
      { ...other, execType: "BustTrade", execPrice: "91" },
    );
    const { fills } = await exchange.fillsSince("");
    expect(fills.map(({ clientOrderId, side }) => [clientOrderId, side])).toEqual([
      ["in1", "buy"],
      [expect.stringMatching(/^exchange-[0-9a-f-]{36}$/), "sell"],
    ]);
    expect(calls("GET /v5/order/history")).toBe(0);
  });
});
