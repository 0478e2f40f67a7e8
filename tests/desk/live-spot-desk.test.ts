import { rmSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startDesk } from "../../src/app.ts";
import { createHeadlessChats, type HeadlessDesk } from "../../src/app-chats.ts";
import { bootConfigSchema } from "../../src/config/boot-config.ts";
import type { Control } from "../../src/engine/ports.ts";
import type { Signal } from "../../src/engine/signal.ts";
import { createCcxtMarket } from "../../src/exchange/ccxt/ccxt-market.ts";
import { decodeBase32, totpCode, totpStep } from "../../src/jobs/live/totp.ts";
import { takeSignal } from "../../src/jobs/signal-intake.ts";
import {
  SPOT_COIN,
  SPOT_KEY,
  type SpotEmulator,
  startSpotEmulator,
} from "../emulators/binance-spot/spot-emulator.ts";
import { virtualWait } from "../exchange/ccxt/emulated-desk.ts";
import { makeTestFolder, testRedisBinary } from "../redis/test-redis.ts";

const START = Date.UTC(2026, 2, 3, 14);
const TOTP_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const ANNA = { userId: "headless:anna", name: "anna" };
const SYMBOL = "COIN/USDT";
const soon = { timeout: 20_000, interval: 20 };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function signalOf(direction: "long" | "short"): Signal {
  const isLong = direction === "long";
  return {
    id: `${SYMBOL}|15m|live|${direction}|${START}`,
    symbol: SYMBOL,
    timeframe: "15m",
    strategy: "order-block-touch",
    direction,
    knownAt: START,
    expiresAt: START + 3_600_000,
    entryType: "market",
    entry: 100,
    stop: isLong ? 98 : 102,
    targets: isLong ? [102, 104] : [98, 96],
    score: 60,
    grade: "B",
    parts: [],
    reasons: [],
    evidence: [],
    features: {},
  };
}

/** A live desk at the emulated spot market, unlocked, with a known price. */
async function aSpotDesk() {
  const dir = makeTestFolder();
  closers.push(() => rmSync(dir, { recursive: true, force: true }));
  const emulator = await startSpotEmulator({ startMs: START });
  closers.push(() => emulator.close());
  const parts: { control?: Control; chats?: HeadlessDesk } = {};
  const wait = virtualWait(emulator);
  const clock = emulator.market;
  const desk = await startDesk({
    config: bootConfigSchema.parse({
      mode: "live",
      instance: "spot",
      dataDir: join(dir, "data"),
      market: { kind: "ccxt", exchange: "binance", symbols: [SYMBOL] },
    }),
    secrets: {
      redisServerBin: await testRedisBinary(),
      live: { keys: SPOT_KEY, totpSecret: TOTP_SECRET },
    },
    root: dir,
    log: pino({ level: "silent" }),
    durable: false,
    reach: { server: emulator, wait, throttleReads: false },
    market: async () => ({
      name: "binance",
      data: await createCcxtMarket({
        exchange: "binance",
        marketType: "spot",
        clock,
        wait,
        server: emulator,
      }),
      clock,
      symbols: [SYMBOL],
    }),
    chats: async (given) => {
      parts.control = given.control;
      parts.chats = await createHeadlessChats(given, () => undefined);
      return parts.chats;
    },
  });
  closers.push(() => desk.stop());
  void desk.run();
  const { control, chats } = parts;
  if (control === undefined || chats === undefined) throw new Error("the desk built no chats");
  const subscribed = () =>
    emulator.log.some((entry) => entry.type === "socket-request" && entry.method === "SUBSCRIBE");
  await vi.waitFor(() => expect(subscribed()).toBe(true), soon);
  emulator.market.trade(SPOT_COIN.id, 100, 1000);
  await vi.waitFor(
    async () => expect(await desk.context.candles.price(SYMBOL)).toMatchObject({ price: 100 }),
    soon,
  );
  await control.unlockLive(totpCode(decodeBase32(TOTP_SECRET), totpStep(clock.now())), ANNA);
  return { desk, control, chats, emulator };
}

const stops = ({ trading }: SpotEmulator) =>
  trading.algos
    .filter(({ status }) => status === "NEW")
    .map(({ quantity, triggerPrice }) => [quantity, triggerPrice]);
const fills = ({ trading }: SpotEmulator) =>
  trading.journal.filter(({ type }) => type === "order-filled").map(({ side, quantity }) => [side, quantity]);

describe("a live desk at a spot market", () => {
  it("holds what arrived behind one stop, sells the reached target itself, and ends flat", async () => {
    const { desk, chats, emulator } = await aSpotDesk();
    const { ledger } = desk.context;
    await takeSignal(desk.context, signalOf("long"));
    const proposal = (await ledger.inState(["proposed"]))[0];
    if (proposal === undefined) throw new Error("no proposal");
    await vi.waitFor(async () => expect(await chats.approveNext()).toBe(true), soon);
    const trade = async () => ledger.load(proposal.id);
    await vi.waitFor(async () => expect((await trade())?.protectedAt).toBe("98"), soon);
    const bought = emulator.trading.orders[0]?.quantity ?? "0";
    const arrived = (await trade())?.entryQuantity ?? "0";
    expect(Number(arrived)).toBeLessThan(Number(bought));
    expect(Number(arrived)).toBeGreaterThan(Number(bought) * 0.998);
    expect(stops(emulator)).toEqual([[arrived, "98"]]);
    expect(emulator.trading.orders).toHaveLength(1);

    emulator.market.playMinute(SPOT_COIN.id, { open: 100, high: 102, low: 99.5, close: 101.5 });
    // The first trade of the next minute shows that this one has closed.
    emulator.market.trade(SPOT_COIN.id, 101.5, 1);
    await vi.waitFor(async () => expect(Number((await trade())?.exitQuantity)).toBeGreaterThan(0), soon);
    const sold = (await trade())?.exitQuantity ?? "0";
    expect(Number(sold)).toBeCloseTo(Number(arrived) / 2, 1);
    const rest = String(Number((Number(arrived) - Number(sold)).toFixed(2)));
    await vi.waitFor(() => expect(stops(emulator)).toEqual([[rest, "98"]]), soon);

    emulator.market.trade(SPOT_COIN.id, 97.9, 1000);
    await vi.waitFor(async () => expect((await trade())?.state).toBe("closed"), soon);
    expect(fills(emulator)).toEqual([
      ["BUY", bought],
      ["SELL", sold],
      ["SELL", rest],
    ]);
    expect(stops(emulator)).toEqual([]);
    expect(await desk.context.exchange.positions()).toEqual([]);
  });

  it("closes by hand after the stop is gone", async () => {
    const { desk, control, chats, emulator } = await aSpotDesk();
    const { ledger } = desk.context;
    await takeSignal(desk.context, signalOf("long"));
    const id = (await ledger.inState(["proposed"]))[0]?.id ?? "";
    await vi.waitFor(async () => expect(await chats.approveNext()).toBe(true), soon);
    await vi.waitFor(async () => expect((await ledger.load(id))?.protectedAt).toBe("98"), soon);
    expect(await control.close(id, ANNA)).toMatchObject({ status: "done" });
    await vi.waitFor(async () => expect((await ledger.load(id))?.state).toBe("closed"), soon);
    const after = emulator.trading.journal.map(({ type, side }) => `${type} ${side}`).slice(-3);
    expect(after).toEqual(["algo-cancelled SELL", "order-accepted SELL", "order-filled SELL"]);
    expect(await desk.context.exchange.positions()).toEqual([]);
  });

  it("denies a short before anybody is asked", async () => {
    const { desk, emulator } = await aSpotDesk();
    await takeSignal(desk.context, signalOf("short"));
    expect(await desk.context.ledger.inState(["proposed"])).toEqual([]);
    expect(await desk.context.ledger.inState(["denied"])).toMatchObject([
      { denials: expect.arrayContaining([{ code: "short-impossible" }]) },
    ]);
    expect(emulator.trading.journal).toEqual([]);
  });
});
