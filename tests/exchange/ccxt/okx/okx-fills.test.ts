import { afterEach, describe, expect, it } from "vitest";
import type { CcxtExchangeOptions } from "../../../../src/exchange/ccxt/ccxt-exchange.ts";
import type { OkxEmulator } from "../../../emulators/okx/okx-emulator.ts";
import { entry, exit, START } from "../emulated-exchange.ts";
import { anEmulatedOkx, connectOkx } from "./emulated-okx.ts";

const running: OkxEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function anExchange(change: Partial<CcxtExchangeOptions> = {}) {
  const under = await anEmulatedOkx(change);
  running.push(under.emulator);
  return under;
}

describe("fills at OKX", () => {
  it("come once, with the position of each symbol in the cursor, also after a restart", async () => {
    const { emulator, exchange } = await anExchange();
    await exchange.place(entry("in1"));
    const first = await exchange.fillsSince("");
    expect(first.fills).toMatchObject([{ fillId: "COIN/USDT-1", fee: "0.05", price: "100", at: START }]);
    emulator.market.advance(120_000);
    await exchange.place(exit("out1"));
    const restarted = await connectOkx(emulator);
    const second = await restarted.fillsSince(first.cursor);
    expect(second.fills).toMatchObject([{ fillId: "COIN/USDT-2", clientOrderId: "out1", side: "sell" }]);
    expect((await restarted.fillsSince(second.cursor)).fills).toEqual([]);
  });

  it("are read in pages of a hundred, from the quick list within three days and from the long one before", async () => {
    const { emulator, exchange, calls } = await anExchange();
    for (let count = 0; count < 250; count += 1) emulator.trading.tradeByHand("COIN-USDT-SWAP", "BUY", "1");
    const first = await exchange.fillsSince("");
    expect(new Set(first.fills.map(({ fillId }) => fillId)).size).toBe(250);
    expect(calls("GET /api/v5/trade/fills-history")).toBe(3);
    emulator.market.advance(1000);
    emulator.trading.tradeByHand("COIN-USDT-SWAP", "BUY", "1");
    expect((await exchange.fillsSince(first.cursor)).fills).toHaveLength(1);
    expect([calls("GET /api/v5/trade/fills-history"), calls("GET /api/v5/trade/fills")]).toEqual([3, 3]);
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

  it("of a stop name the stop, though the order that it became has another name", async () => {
    const { emulator, exchange, trade } = await anExchange();
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    trade(94);
    expect(emulator.trading.orders.at(-1)?.clientOrderId).toMatch(/^O\d+$/);
    const { fills } = await exchange.fillsSince("");
    expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in1", "sl1"]);
  });

  it("of somebody else are told with the id that they have", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.trading.tradeByHand("COIN-USDT-SWAP", "BUY", "1");
    const { fills } = await exchange.fillsSince("");
    expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual([expect.stringMatching(/^web_/)]);
  });
});
