import { describe, expect, it } from "vitest";
import type { SpotEmulator } from "../../../emulators/binance-spot/spot-emulator.ts";
import { COIN, entry, exit } from "../suite/sample-orders.ts";
import { aVenue, connectTo } from "../suite/venue-under-test.ts";
import { SPOT, SPOT_FEE_IN_COIN } from "./spot-venue.ts";

const own = { owns: (id: string) => id.startsWith("own") };
const sold = ({ trading }: SpotEmulator) =>
  trading.journal.filter(({ type, side }) => type === "order-filled" && side === "SELL");

describe("a spot buy whose fee is taken from the coin", () => {
  it("counts the whole steps that arrived, everywhere the same, and the rest as fee", async () => {
    const { exchange, emulator } = await aVenue(SPOT_FEE_IN_COIN);
    await exchange.place(entry("in1", { quantity: "2" }));
    expect(emulator.trading.positions.net("COINUSDT").toFixed()).toBe("1.998");
    const { fills } = await exchange.fillsSince("");
    expect(fills).toMatchObject([{ clientOrderId: "in1", quantity: "1.99", price: "100", fee: "1" }]);
    expect(await exchange.find(COIN, "in1")).toMatchObject({ filledQuantity: "1.99", status: "cancelled" });
    expect(await exchange.positions()).toEqual([{ symbol: COIN, quantity: "1.99", entryPrice: "100" }]);
  });

  it("is sold to exactly nothing, whatever dust stays in the account", async () => {
    const { exchange, emulator } = await aVenue(SPOT_FEE_IN_COIN);
    await exchange.place(entry("in1", { quantity: "2" }));
    await exchange.place(exit("out1", { quantity: "2" }));
    expect(sold(emulator)).toMatchObject([{ quantity: "1.99" }]);
    expect(await exchange.positions()).toEqual([]);
    expect(emulator.trading.positions.net("COINUSDT").toFixed()).toBe("0.008");
  });

  it("counts part by part what a slow fill leaves", async () => {
    const { exchange, emulator, trade } = await aVenue(SPOT_FEE_IN_COIN);
    emulator.faults.fillFractions(0.5);
    await exchange.place(entry("in1", { type: "limit", price: "100", quantity: "2" }));
    const first = await exchange.fillsSince("");
    trade(100);
    const second = await exchange.fillsSince(first.cursor);
    const counted = [...first.fills, ...second.fills].map(({ quantity }) => quantity);
    expect(counted).toEqual(["0.99", "1"]);
    expect(await exchange.positions()).toMatchObject([{ quantity: "1.99" }]);
  });
});

describe("a spot exit", () => {
  it("never sells coins that own orders did not buy", async () => {
    const { exchange, emulator } = await aVenue(SPOT, own);
    emulator.trading.tradeByHand("COINUSDT", "BUY", "5");
    await exchange.place(entry("own-in", { quantity: "1" }));
    expect(await exchange.positions()).toMatchObject([{ quantity: "1" }]);
    await exchange.place(exit("own-out", { quantity: "3" }));
    expect(sold(emulator)).toMatchObject([{ quantity: "1" }]);
    const stray = await exchange.place(exit("own-again", { quantity: "3" }));
    expect(stray).toEqual({ status: "rejected", code: "reduce-only-without-position" });
    expect(emulator.trading.positions.net("COINUSDT").toFixed()).toBe("5");
  });

  it("is no larger than what the account still has of them", async () => {
    const { exchange, emulator } = await aVenue(SPOT, own);
    await exchange.place(entry("own-in", { quantity: "2" }));
    emulator.trading.tradeByHand("COINUSDT", "SELL", "1.5");
    expect(await exchange.positions()).toMatchObject([{ quantity: "0.5" }]);
    await exchange.place(exit("own-out", { quantity: "2" }));
    expect(sold(emulator).map(({ quantity }) => quantity)).toEqual(["1.5", "0.5"]);
  });

  it("leaves alone what another own order sells already, also when the account has more", async () => {
    const { exchange, emulator } = await aVenue(SPOT, own);
    emulator.trading.tradeByHand("COINUSDT", "BUY", "5");
    await exchange.place(entry("own-in", { quantity: "1" }));
    await exchange.place(exit("own-stop", { type: "stop", price: "95" }));
    const second = await exchange.place(exit("own-out"));
    expect(second).toEqual({ status: "rejected", code: "reduce-only-without-position" });
    expect(await exchange.cancel(COIN, "own-stop")).toBe("cancelled");
    expect(await exchange.place(exit("own-out2"))).toMatchObject({ status: "accepted" });
    expect(sold(emulator)).toMatchObject([{ quantity: "1" }]);
  });

  it("is not sent while nobody knows what is held, and can be tried again with the same id", async () => {
    const { exchange, emulator } = await aVenue(SPOT);
    await exchange.place(entry("in1"));
    emulator.faults.failHttp("/api/v3/account", { status: 503 });
    expect(await exchange.place(exit("out1"))).toEqual({ status: "unknown", code: "holdings-unread" });
    expect(sold(emulator)).toEqual([]);
    expect(await exchange.place(exit("out1"))).toMatchObject({ status: "accepted" });
    expect(sold(emulator)).toMatchObject([{ clientOrderId: "out1", quantity: "1" }]);
  });

  it("whose answer was lost is found, and sells once", async () => {
    const { exchange, emulator } = await aVenue(SPOT);
    emulator.trading.tradeByHand("COINUSDT", "BUY", "5");
    await exchange.place(entry("in1"));
    emulator.faults.failAfterwards("POST /api/v3/order", { status: "drop" });
    expect(await exchange.place(exit("out1"))).toEqual({ status: "unknown", code: "no-answer" });
    expect(await exchange.place(exit("out1"))).toMatchObject({ status: "accepted" });
    expect(sold(emulator)).toHaveLength(1);
  });

  it("is found by its name when nothing can be sold because it stands already", async () => {
    const { exchange, emulator } = await aVenue(SPOT);
    await exchange.place(entry("in1"));
    const stop = exit("sl1", { type: "stop", price: "95" });
    const placed = await exchange.place(stop);
    const again = await connectTo(SPOT, emulator);
    expect(await again.place({ ...stop, createdAt: emulator.market.now() })).toEqual(placed);
    expect(emulator.trading.algos).toHaveLength(1);
  });

  it("of an earlier process that is not shown yet is never sent again, and is found when it is shown", async () => {
    const { exchange, emulator } = await aVenue(SPOT_FEE_IN_COIN);
    await exchange.place(entry("in1", { quantity: "2" }));
    emulator.faults.hideNextOrder(8000);
    await exchange.place(exit("out1", { quantity: "1" }));
    emulator.market.advance(1000);
    const restarted = await connectTo(SPOT, emulator);
    const unproven = { status: "unknown", code: "sent-before-restart" };
    expect(await restarted.place(exit("out1", { quantity: "1" }))).toEqual(unproven);
    expect(await restarted.place(exit("out1", { quantity: "1" }))).toEqual(unproven);
    emulator.market.advance(7000);
    expect(await restarted.place(exit("out1", { quantity: "1" }))).toMatchObject({ status: "accepted" });
    expect(sold(emulator)).toHaveLength(1);
  });

  it("of an earlier process that is a stop is sent at once: the exchange takes its name only once", async () => {
    const { exchange, emulator } = await aVenue(SPOT_FEE_IN_COIN);
    await exchange.place(entry("in1", { quantity: "2" }));
    emulator.market.advance(1000);
    const restarted = await connectTo(SPOT, emulator);
    const stop = exit("sl1", { type: "stop", price: "95", quantity: "1" });
    expect(await restarted.place(stop)).toMatchObject({ status: "accepted" });
  });

  it("keeps its number and its name when it is a stop that was triggered", async () => {
    const { exchange, trade } = await aVenue(SPOT);
    await exchange.place(entry("in1"));
    const placed = await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    const waiting = { type: "stop", price: "95", status: "working", reduceOnly: true };
    expect(await exchange.find(COIN, "sl1")).toMatchObject(waiting);
    trade(94);
    const found = await exchange.find(COIN, "sl1");
    expect(found).toMatchObject({ type: "stop", status: "filled", filledQuantity: "1" });
    expect(placed).toEqual({ status: "accepted", exchangeOrderId: found?.exchangeOrderId });
  });
});

describe("what spot cannot do", () => {
  it.each([
    ["an entry that sells", entry("in1", { side: "sell" })],
    ["an exit that buys", exit("out1", { side: "buy" })],
  ])("is refused before anything is sent: %s", async (_, order) => {
    const { exchange, emulator } = await aVenue(SPOT_FEE_IN_COIN);
    expect(await exchange.place(order)).toEqual({ status: "rejected", code: "short-impossible" });
    expect(emulator.log.filter((each) => each.type === "http" && each.method === "POST")).toEqual([]);
  });

  it("is refused by the exchange with a reason that is certain", async () => {
    const { exchange } = await aVenue(SPOT_FEE_IN_COIN);
    const tooMuch = await exchange.place(entry("in1", { quantity: "110" }));
    expect(tooMuch).toEqual({ status: "rejected", code: "balance-insufficient" });
    await exchange.place(entry("in2"));
    const passed = await exchange.place(exit("sl1", { type: "stop", price: "101", quantity: "0.5" }));
    expect(passed).toEqual({ status: "rejected", code: "would-trigger-at-once" });
  });
});

describe("a desk that starts again", () => {
  it("knows from the exchange alone what it holds and what it cost", async () => {
    const { exchange, emulator, trade } = await aVenue(SPOT, own);
    emulator.trading.tradeByHand("COINUSDT", "BUY", "5");
    await exchange.place(entry("own-1", { quantity: "2" }));
    trade(110);
    await exchange.place(entry("own-2", { quantity: "1" }));
    await exchange.place(exit("own-out", { quantity: "1" }));
    const again = await connectTo(SPOT, emulator, own);
    expect(await again.positions()).toEqual([
      { symbol: COIN, quantity: "2", entryPrice: "103.333333333333" },
    ]);
    const { balance, equity } = await again.account();
    expect(Number(equity) - Number(balance)).toBeCloseTo(2 * (110 - 103.333333333333), 9);
  });

  it("reads on from more orders and trades than a page holds", async () => {
    const { exchange, emulator } = await aVenue(SPOT, own);
    for (let count = 0; count < 520; count += 1) {
      emulator.trading.tradeByHand("COINUSDT", "BUY", "0.1");
      emulator.trading.tradeByHand("COINUSDT", "SELL", "0.1");
    }
    await exchange.place(entry("own-in"));
    expect(await exchange.positions()).toMatchObject([{ quantity: "1" }]);
  });
});
