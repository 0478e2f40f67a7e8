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
import { EMULATED_BYBIT_KEY, startBybitEmulator } from "../emulators/bybit/bybit-emulator.ts";
import { COINUSDT } from "../emulators/exchange/symbols.ts";
import { virtualWait } from "../exchange/ccxt/emulated-desk.ts";
import { makeTestFolder, testRedisBinary } from "../redis/test-redis.ts";

const START = Date.UTC(2026, 2, 3, 14);
const TOTP_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const ANNA = { userId: "headless:anna", name: "anna" };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const SIGNAL: Signal = {
  id: `COIN/USDT|15m|live|1|${START}`,
  symbol: "COIN/USDT",
  timeframe: "15m",
  strategy: "order-block-touch",
  direction: "long",
  knownAt: START,
  expiresAt: START + 3_600_000,
  entryType: "market",
  entry: 100,
  stop: 98,
  targets: [102, 104],
  score: 60,
  grade: "B",
  parts: [],
  reasons: [],
  evidence: [],
  features: {},
};

/** A live desk whose market and account are an emulated Bybit. */
async function aDesk() {
  const dir = makeTestFolder();
  closers.push(() => rmSync(dir, { recursive: true, force: true }));
  const emulator = await startBybitEmulator({ startMs: START, symbols: [COINUSDT] });
  closers.push(() => emulator.close());
  const wait = virtualWait(emulator);
  const parts: { control?: Control; chats?: HeadlessDesk } = {};
  const desk = await startDesk({
    config: bootConfigSchema.parse({
      mode: "live",
      instance: "live",
      dataDir: join(dir, "data"),
      market: { kind: "ccxt", exchange: "bybit", symbols: ["COIN/USDT"] },
      live: { leverage: 5, marginMode: "isolated" },
    }),
    secrets: {
      redisServerBin: await testRedisBinary(),
      live: { keys: EMULATED_BYBIT_KEY, totpSecret: TOTP_SECRET },
    },
    root: dir,
    log: pino({ level: "silent" }),
    durable: false,
    reach: { server: emulator, wait, throttleReads: false },
    market: async () => ({
      name: "bybit",
      data: await createCcxtMarket({ exchange: "bybit", clock: emulator.market, wait, server: emulator }),
      clock: emulator.market,
      symbols: ["COIN/USDT"],
    }),
    chats: async (given) => {
      parts.control = given.control;
      parts.chats = await createHeadlessChats(given, () => undefined);
      return parts.chats;
    },
  });
  closers.push(() => desk.stop());
  const { control, chats } = parts;
  if (control === undefined || chats === undefined) throw new Error("the desk built no chats");
  return { desk, emulator, control, chats };
}

const soon = { timeout: 20_000, interval: 20 };

describe("a live desk at Bybit", () => {
  it("hears prices, sends one entry and a stop, and books the stop that closed it", async () => {
    const { desk, emulator, control, chats } = await aDesk();
    const { ledger } = desk.context;
    void desk.run();
    const isListening = () =>
      emulator.log.some(
        (each) => each.type === "socket-request" && each.streams.some((name) => name === "kline.1.COINUSDT"),
      );
    await vi.waitFor(() => expect(isListening()).toBe(true), soon);
    emulator.market.trade(COINUSDT.id, 100, 1000);
    await vi.waitFor(
      async () => expect(await desk.context.candles.price("COIN/USDT")).toMatchObject({ price: 100 }),
      soon,
    );
    const code = totpCode(decodeBase32(TOTP_SECRET), totpStep(emulator.market.now()));
    expect(await control.unlockLive(code, ANNA)).toEqual({ status: "open" });

    await takeSignal(desk.context, SIGNAL);
    const [proposal] = await ledger.inState(["proposed"]);
    await vi.waitFor(async () => expect(await chats.approveNext()).toBe(true), soon);
    await vi.waitFor(async () => {
      const trade = await ledger.load(proposal?.id ?? "");
      expect(trade?.state).toBe("open");
      expect(trade?.orders.find(({ leg }) => leg === "stop")?.confirmedPrice).toBe("98");
    }, soon);
    // A tenth of the account is the most: 10 coins.
    const entries = emulator.trading.journal.filter(
      ({ type, reduceOnly }) => type === "order-accepted" && !reduceOnly,
    );
    expect(entries).toMatchObject([{ symbol: "COINUSDT", side: "BUY", quantity: "10" }]);
    expect([...emulator.trading.leverage]).toEqual([["COINUSDT", 5]]);
    expect(emulator.user.marginMode).toBe("ISOLATED_MARGIN");

    emulator.market.trade(COINUSDT.id, 97.5, 1000);
    await vi.waitFor(async () => expect((await ledger.load(proposal?.id ?? ""))?.state).toBe("closed"), soon);
    expect(emulator.trading.journal.at(-1)?.position).toBe("0");
    await vi.waitFor(
      () => expect(emulator.trading.algos.filter(({ status }) => status === "NEW")).toEqual([]),
      soon,
    );
    expect(await control.status()).toMatchObject({ mode: "live", market: "bybit" });
  });
});
