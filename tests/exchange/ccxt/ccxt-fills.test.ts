import { afterEach, describe, expect, it } from "vitest";
import type { CcxtExchangeOptions } from "../../../src/exchange/ccxt/ccxt-exchange.ts";
import type { BinanceEmulator } from "../../emulators/binance/binance-emulator.ts";
import { anEmulatedExchange, connect, entry, exit, START } from "./emulated-exchange.ts";

const running: BinanceEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function anExchange(change: Partial<CcxtExchangeOptions> = {}) {
  const under = await anEmulatedExchange(change);
  running.push(under.emulator);
  return under;
}

describe("fills", () => {
  it("come once, with the position of each symbol in the cursor, also after a restart", async () => {
    const { emulator, exchange } = await anExchange();
    await exchange.place(entry("in1"));
    const first = await exchange.fillsSince("");
    expect(first.fills).toMatchObject([{ fillId: "COIN/USDT-1", fee: "0.05", price: "100", at: START }]);
    emulator.market.advance(120_000);
    await exchange.place(exit("out1"));
    const restarted = await connect(emulator);
    const second = await restarted.fillsSince(first.cursor);
    expect(second.fills).toMatchObject([{ fillId: "COIN/USDT-2", clientOrderId: "out1", side: "sell" }]);
    expect((await restarted.fillsSince(second.cursor)).fills).toEqual([]);
    expect(JSON.parse(second.cursor)).toEqual({ "COIN/USDT": { upTo: "1", seen: ["2"] } });
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

  it("of somebody else are told with the id that they have", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.trading.tradeByHand("COINUSDT", "BUY", "1");
    const { fills } = await exchange.fillsSince("");
    expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual([expect.stringMatching(/^web_/)]);
  });

  it("of a stop whose record is not shown yet are kept back until it is, and nothing else is", async () => {
    const { emulator, exchange, trade } = await anExchange({ owns: (id) => id.startsWith("own") });
    await exchange.place(entry("own1"));
    const first = await exchange.fillsSince("");
    emulator.faults.hideNextOrder(8000);
    await exchange.place(exit("own2", { type: "stop", price: "95" }));
    trade(94);
    await exchange.place(entry("own3"));
    const second = await exchange.fillsSince(first.cursor);
    expect(second.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["own3"]);
    expect(second.cursor).toBe(first.cursor);
    emulator.market.advance(8000);
    const third = await exchange.fillsSince(second.cursor);
    expect(third.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["own2", "own3"]);
    expect((await exchange.fillsSince(third.cursor)).fills).toEqual([]);
  });

  it("of somebody else who closes a position are told a minute later", async () => {
    const { emulator, exchange } = await anExchange({ owns: (id) => id.startsWith("own") });
    await exchange.place(entry("own1"));
    await exchange.place(exit("web1"));
    const first = await exchange.fillsSince("");
    expect(first.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["own1"]);
    emulator.market.advance(60_001);
    const second = await exchange.fillsSince(first.cursor);
    expect(second.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["own1", "web1"]);
  });

  it.each(["nonsense", "{}", '{"COIN/USDT":{"upTo":"-1","seen":[]}}', "[1]"])(
    "are all given again for the cursor %s",
    async (cursor) => {
      const { exchange } = await anExchange();
      await exchange.place(entry("in1"));
      expect((await exchange.fillsSince(cursor)).fills).toHaveLength(1);
    },
  );
});
