import { afterEach, describe, expect, it } from "vitest";
import type { CcxtExchangeOptions } from "../../../../src/exchange/ccxt/ccxt-exchange.ts";
import type { BybitEmulator } from "../../../emulators/bybit/bybit-emulator.ts";
import { entry, exit, START } from "../emulated-exchange.ts";
import { anEmulatedBybit, connectBybit } from "./emulated-bybit.ts";

const DAY = 86_400_000;

const running: BybitEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function anExchange(change: Partial<CcxtExchangeOptions> = {}) {
  const under = await anEmulatedBybit(change);
  running.push(under.emulator);
  return under;
}

describe("fills at Bybit", () => {
  it("come once, with the time of each symbol in the cursor, also after a restart", async () => {
    const { emulator, exchange } = await anExchange();
    await exchange.place(entry("in1"));
    const first = await exchange.fillsSince("");
    expect(first.fills).toMatchObject([
      { fillId: expect.stringMatching(/^COIN\/USDT-[0-9a-f-]{36}$/), fee: "0.055", price: "100", at: START },
    ]);
    emulator.market.advance(120_000);
    await exchange.place(exit("out1"));
    const restarted = await connectBybit(emulator);
    const second = await restarted.fillsSince(first.cursor);
    expect(second.fills).toMatchObject([{ clientOrderId: "out1", side: "sell" }]);
    expect(second.fills[0]?.fillId).not.toBe(first.fills[0]?.fillId);
    expect((await restarted.fillsSince(second.cursor)).fills).toEqual([]);
    const seen = { [second.fills[0]?.fillId.slice(10) ?? ""]: START + 120_000 };
    expect(JSON.parse(second.cursor)).toEqual({ "COIN/USDT": { upToMs: START + 60_000, seen } });
  });

  it("are read in pages of a hundred, all of them", async () => {
    const { emulator, exchange, calls } = await anExchange();
    for (let count = 0; count < 250; count += 1) emulator.trading.tradeByHand("COINUSDT", "BUY", "1");
    const { fills } = await exchange.fillsSince("");
    expect(new Set(fills.map(({ fillId }) => fillId)).size).toBe(250);
    expect(calls("GET /v5/execution/list")).toBe(4);
  });

  it("of three weeks are asked for in spans of a week", async () => {
    const { emulator, exchange } = await anExchange();
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

  it("that become visible after later ones are not passed over", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.hideNextOrder(8000);
    await exchange.place(entry("in1"));
    await exchange.place(entry("in2"));
    const first = await exchange.fillsSince("");
    expect(first.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in2"]);
    emulator.market.advance(8000);
    const second = await exchange.fillsSince(first.cursor);
    expect(second.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in1"]);
    emulator.market.advance(120_000);
    expect((await exchange.fillsSince(second.cursor)).fills).toEqual([]);
  });

  it("of a stop name the stop without a look-up", async () => {
    const { exchange, trade, calls } = await anExchange();
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    trade(94);
    const { fills } = await exchange.fillsSince("");
    expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in1", "sl1"]);
    expect(calls("GET /v5/order/realtime")).toBe(0);
  });

  it("of somebody else are told with the name that they have", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.trading.tradeByHand("COINUSDT", "BUY", "1");
    const { fills } = await exchange.fillsSince("");
    expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual([expect.stringMatching(/^web_/)]);
  });

  it("paid in another coin count the taker fee of the symbol", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.user.feeCurrency = "MNT";
    await exchange.place(entry("in1"));
    expect((await exchange.fillsSince("")).fills).toMatchObject([{ fee: "0.06" }]);
  });

  it("are not the payments for funding, but are what a liquidation took, which has no order to look up", async () => {
    const { emulator, exchange, calls } = await anExchange();
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

  it.each(["nonsense", "{}", '{"COIN/USDT":{"upTo":"1","seen":[]}}', "[1]"])(
    "are all given again for the cursor %s",
    async (cursor) => {
      const { exchange } = await anExchange();
      await exchange.place(entry("in1"));
      expect((await exchange.fillsSince(cursor)).fills).toHaveLength(1);
    },
  );
});
