import { beforeEach, describe, expect, it } from "vitest";
import { expireProposals } from "../../src/jobs/expiry.ts";
import { ANNA, createDeskBench, type DeskBench, longSignal, NOW } from "./desk-bench.ts";

const QUARTER = 900_000;

let desk: DeskBench;

beforeEach(async () => {
  desk = await createDeskBench();
});

/** The next 15m candle closes. */
async function close(low: number, high: number, close = high): Promise<void> {
  const openTime = desk.clock.now();
  const candle = { openTime, open: low, high, low, close, volume: 1 };
  await desk.context.candles.append("BTC/USDT", "15m", [candle]);
  desk.clock.advance(QUARTER);
  await expireProposals(desk.context, ["BTC/USDT"]);
  await desk.settle();
}

async function load(id: string) {
  return desk.context.ledger.load(id);
}

const waiting = longSignal({
  endsOn: [
    { kind: "gap-filled", top: 100, bottom: 99.5 },
    { kind: "swing-broken", level: 98.5 },
  ],
});

describe("a proposal", () => {
  it("ends with the fact that ended its setup, and its card says so", async () => {
    const id = await desk.raise(waiting);
    await close(99.6, 101);
    expect((await load(id))?.state).toBe("proposed");
    await close(99.4, 101);
    expect(await load(id)).toMatchObject({
      state: "expired",
      ended: { key: "expired-gap-filled", args: { top: 100, bottom: 99.5 } },
    });
    expect(desk.chat.shown.get("1")?.content).toMatchObject({ trade: { state: "expired" } });
  });

  it("ends when price reached its target before anybody entered", async () => {
    const id = await desk.raise();
    await close(100, 104);
    expect((await load(id))?.ended).toEqual({ key: "expired-target-reached", args: { price: 104 } });
  });

  it("ends with its window rather than with its time, when both come at once", async () => {
    const at = NOW + QUARTER;
    const end = { kind: "kill-zone-over", name: "silver-bullet-am", at } as const;
    const id = await desk.raise(longSignal({ expiresAt: at, endsOn: [end] }));
    await close(100, 101);
    expect((await load(id))?.ended).toEqual({
      key: "expired-kill-zone-over",
      args: { name: "silver-bullet-am" },
    });
  });

  it("ends by time when no fact came first", async () => {
    const id = await desk.raise();
    desk.clock.advance(3_600_000);
    expect(await expireProposals(desk.context)).toBe(1);
    expect((await load(id))?.ended).toEqual({ key: "expired-time" });
    expect(await expireProposals(desk.context)).toBe(0);
  });

  it("finds facts from while the desk was away, also without new candles", async () => {
    const id = await desk.raise(waiting);
    await desk.context.candles.append("BTC/USDT", "15m", [
      { openTime: NOW, open: 100, high: 100.5, low: 98.2, close: 98.4, volume: 1 },
    ]);
    desk.clock.advance(2 * QUARTER);
    await desk.sweep();
    expect((await load(id))?.state).toBe("expired");
  });

  it("is left alone by candles of another symbol", async () => {
    const id = await desk.raise(waiting);
    await desk.context.candles.append("BTC/USDT", "15m", [
      { openTime: NOW, open: 100, high: 100.5, low: 99, close: 100, volume: 1 },
    ]);
    desk.clock.advance(QUARTER);
    expect(await expireProposals(desk.context, ["ETH/USDT"])).toBe(0);
    expect((await load(id))?.state).toBe("proposed");
  });
});

describe("a newer setup", () => {
  it("takes the place of an older proposal of the same symbol and direction", async () => {
    const older = await desk.raise();
    desk.clock.advance(QUARTER);
    const newer = await desk.raise(longSignal({ id: "newer", knownAt: NOW + QUARTER }));
    expect(await load(older)).toMatchObject({ state: "expired", ended: { key: "expired-superseded" } });
    expect((await load(newer))?.state).toBe("proposed");
    expect(desk.chat.shown.size).toBe(2);
  });

  it("does not take the place of one that goes the other way", async () => {
    const long = await desk.raise();
    const short = longSignal({
      id: "short",
      direction: "short",
      stop: 102,
      targets: [96],
      knownAt: NOW + QUARTER,
    });
    const denied = await desk.raise(short);
    expect((await load(denied))?.denials).toMatchObject([{ code: "symbol-busy" }]);
    expect((await load(long))?.state).toBe("proposed");
  });

  it("leaves the older one standing when risk denies the newer one", async () => {
    const older = await desk.raise();
    await desk.raise(longSignal({ id: "newer", knownAt: NOW + QUARTER, stop: 101 }));
    expect((await load(older))?.state).toBe("proposed");
  });

  it("does not touch what a person approved", async () => {
    const older = await desk.raise();
    await desk.control.approve(older, 1, 1, ANNA);
    await desk.settle();
    const newer = await desk.raise(longSignal({ id: "newer", knownAt: NOW + QUARTER }));
    expect((await load(newer))?.state).toBe("denied");
    expect((await load(older))?.state).not.toBe("expired");
  });
});

describe("a limit entry that works at the exchange", () => {
  async function workingEntry(changes = {}): Promise<string> {
    await desk.context.candles.setPrice("BTC/USDT", 101, NOW);
    const id = await desk.raise(longSignal({ entryType: "limit", ...changes }));
    await desk.context.candles.setPrice("BTC/USDT", 101, NOW);
    await desk.paper.onEvent({ type: "price", symbol: "BTC/USDT", price: 101, at: NOW });
    await desk.control.approve(id, 1, 1, ANNA);
    await desk.settle();
    expect((await load(id))?.state).toBe("working");
    return id;
  }

  it("is cancelled when price reached the target without it, and the card says why", async () => {
    const id = await workingEntry();
    await close(101, 104);
    expect(await load(id)).toMatchObject({
      state: "closed",
      entryQuantity: "0",
      closing: {
        reason: "entry-cancelled",
        why: { key: "expired-target-reached", args: { price: 104 } },
      },
    });
    expect(await desk.paper.openOrders()).toEqual([]);
  });

  it("is cancelled when its time has come", async () => {
    const id = await workingEntry();
    desk.clock.advance(3_600_000);
    await expireProposals(desk.context);
    await desk.settle();
    expect(await load(id)).toMatchObject({ state: "closed", closing: { why: { key: "expired-time" } } });
    expect(await desk.paper.openOrders()).toEqual([]);
  });

  it("stays when it was filled before the fact came", async () => {
    const id = await workingEntry();
    await desk.trade(100);
    await close(97, 104);
    expect((await load(id))?.state).toBe("open");
  });
});
