import { rmSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Desk, startDesk } from "../../src/app.ts";
import { createHeadlessChats, type HeadlessDesk } from "../../src/app-chats.ts";
import { bootConfigSchema } from "../../src/config/boot-config.ts";
import type { Control } from "../../src/engine/ports.ts";
import type { Signal } from "../../src/engine/signal.ts";
import { createCcxtMarket } from "../../src/exchange/ccxt/ccxt-market.ts";
import { decodeBase32, totpCode, totpStep } from "../../src/jobs/live/totp.ts";
import { takeSignal } from "../../src/jobs/signal-intake.ts";
import {
  type BinanceEmulator,
  EMULATED_KEY,
  startBinanceEmulator,
} from "../emulators/binance/binance-emulator.ts";
import { COINUSDT } from "../emulators/exchange/symbols.ts";
import { virtualWait } from "../exchange/ccxt/emulated-desk.ts";
import { makeTestFolder, testRedisBinary } from "../redis/test-redis.ts";

const START = Date.UTC(2026, 2, 3, 14);
const TOTP_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const ANNA = { userId: "headless:anna", name: "anna" };
const log = pino({ level: "silent" });

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  vi.restoreAllMocks();
});

function signalOf(symbol: string): Signal {
  return {
    id: `${symbol}|15m|live|1|${START}`,
    symbol,
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
}

/** A folder and an emulated exchange that outlive the desks of a test. */
async function aWorld() {
  const dir = makeTestFolder();
  closers.push(() => rmSync(dir, { recursive: true, force: true }));
  const emulator = await startBinanceEmulator({ startMs: START, symbols: [COINUSDT] });
  closers.push(() => emulator.close());
  return { dir, emulator };
}

async function aDesk(
  { dir, emulator }: { dir: string; emulator: BinanceEmulator },
  mode: "paper" | "live" = "live",
) {
  const parts: { control?: Control; chats?: HeadlessDesk } = {};
  const desk: Desk = await startDesk({
    config: bootConfigSchema.parse({
      mode,
      instance: "live",
      dataDir: join(dir, "data"),
      market: { kind: "ccxt", symbols: ["COIN/USDT"] },
      live: { leverage: 5, marginMode: "isolated" },
    }),
    secrets: {
      redisServerBin: await testRedisBinary(),
      live: { keys: EMULATED_KEY, totpSecret: TOTP_SECRET },
    },
    root: dir,
    log,
    durable: false,
    reach: { server: emulator, wait: virtualWait(emulator), throttleReads: false },
    market: async () => ({
      name: "binanceusdm",
      data: await createCcxtMarket({
        exchange: "binanceusdm",
        clock: emulator.market,
        wait: virtualWait(emulator),
        server: emulator,
      }),
      clock: emulator.market,
      symbols: ["COIN/USDT"],
    }),
    chats: async (given) => {
      parts.control = given.control;
      parts.chats = await createHeadlessChats(given, () => undefined);
      return parts.chats;
    },
  });
  let isStopped = false;
  const stop = async () => {
    if (isStopped) return;
    isStopped = true;
    await desk.stop();
  };
  closers.push(stop);
  const { control, chats } = parts;
  if (control === undefined || chats === undefined) throw new Error("the desk built no chats");
  return { desk, control, chats, stop };
}

const codeNow = (emulator: BinanceEmulator) =>
  totpCode(decodeBase32(TOTP_SECRET), totpStep(emulator.market.now()));

const kinds = (emulator: BinanceEmulator) =>
  emulator.trading.journal.map(({ type, side, reduceOnly }) => [type, side, reduceOnly].join(" "));

const soon = { timeout: 20_000, interval: 20 };

describe("a desk in live mode", () => {
  it("sends one entry and one stop after code and approval, and closes flat", async () => {
    const hosts = new Set<string>();
    const connect = Socket.prototype.connect;
    vi.spyOn(Socket.prototype, "connect").mockImplementation(function (this: Socket, ...args: unknown[]) {
      for (const each of args.flat()) {
        if (typeof each === "object" && each !== null && "port" in each && "host" in each)
          hosts.add(String(each.host));
      }
      return Reflect.apply(connect, this, args);
    });
    const world = await aWorld();
    const { emulator } = world;
    const { desk, control, chats } = await aDesk(world);
    const { ledger } = desk.context;
    void desk.run();
    const subscribed = () =>
      emulator.log.filter((entry) => entry.type === "socket-request" && entry.method === "SUBSCRIBE").length;
    await vi.waitFor(() => expect(subscribed()).toBeGreaterThanOrEqual(1), soon);
    emulator.market.trade(COINUSDT.id, 100, 1000);
    await vi.waitFor(
      async () => expect(await desk.context.candles.price("COIN/USDT")).toMatchObject({ price: 100 }),
      soon,
    );
    expect(await control.status()).toMatchObject({ mode: "live", liveLocked: true, balance: "10000" });

    await takeSignal(desk.context, signalOf("COIN/USDT"));
    const proposal = (await ledger.inState(["proposed"]))[0];
    if (proposal === undefined) throw new Error("no proposal");
    expect(await control.approve(proposal.id, proposal.version, 1, ANNA)).toMatchObject({
      status: "denied",
      denials: [{ code: "live-locked" }],
    });
    expect(await control.unlockLive(codeNow(emulator), ANNA)).toEqual({ status: "open" });
    expect(await control.status()).toMatchObject({ liveLocked: false });

    await vi.waitFor(async () => expect(await chats.approveNext()).toBe(true), soon);
    await vi.waitFor(async () => {
      const trade = await ledger.load(proposal.id);
      expect(trade?.state).toBe("open");
      expect(trade?.orders.find(({ leg }) => leg === "stop")?.confirmedPrice).toBe("98");
    }, soon);
    const [entry, ...others] = emulator.trading.journal.filter(
      ({ type, reduceOnly }) => type === "order-accepted" && !reduceOnly,
    );
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ symbol: "COINUSDT", side: "BUY", position: "0" });
    const stops = emulator.trading.algos.filter(
      ({ orderType, status }) => orderType === "STOP_MARKET" && status === "NEW",
    );
    expect(stops).toMatchObject([{ triggerPrice: "98", reduceOnly: true, quantity: entry?.quantity }]);
    expect([emulator.trading.leverage.get("COINUSDT"), emulator.trading.isolated.has("COINUSDT")]).toEqual([
      5,
      true,
    ]);

    expect(await control.close(proposal.id, ANNA)).toMatchObject({ status: "done" });
    await vi.waitFor(async () => expect((await ledger.load(proposal.id))?.state).toBe("closed"), soon);
    expect(emulator.trading.journal.at(-1)?.position ?? "0").toBe("0");
    await vi.waitFor(
      () => expect(emulator.trading.algos.filter(({ status }) => status === "NEW")).toEqual([]),
      soon,
    );
    expect(kinds(emulator).filter((kind) => kind === "order-accepted BUY false")).toHaveLength(1);
    expect([...hosts].filter((host) => host !== "127.0.0.1")).toEqual([]);
    expect(hosts.size).toBe(1);
  });

  it("starts locked again, goes on protecting what is open, and sends no entry", async () => {
    const world = await aWorld();
    const { emulator } = world;
    const first = await aDesk(world);
    void first.desk.run();
    emulator.market.trade(COINUSDT.id, 100, 1000);
    await first.desk.context.candles.setPrice("COIN/USDT", 100, START);
    await first.control.unlockLive(codeNow(emulator), ANNA);
    await takeSignal(first.desk.context, signalOf("COIN/USDT"));
    await vi.waitFor(async () => expect(await first.chats.approveNext()).toBe(true), soon);
    const standing = () =>
      emulator.trading.algos.filter(
        ({ orderType, status }) => orderType === "STOP_MARKET" && status === "NEW",
      );
    await vi.waitFor(() => expect(standing()).toHaveLength(1), soon);
    await first.stop();
    emulator.trading.cancelByHand(standing()[0]?.clientAlgoId ?? "");

    const second = await aDesk(world);
    void second.desk.run();
    await vi.waitFor(() => expect(standing()).toHaveLength(1), soon);
    expect(await second.control.status()).toMatchObject({ liveLocked: true });
    expect(
      emulator.trading.journal.filter(({ type, reduceOnly }) => type === "order-accepted" && !reduceOnly),
    ).toHaveLength(1);
  });

  it("refuses the ledger of a paper desk", async () => {
    const world = await aWorld();
    await (await aDesk(world, "paper")).stop();
    await expect(aDesk(world)).rejects.toMatchObject({ code: "config-invalid" });
  });

  it("refuses a key that may withdraw and a clock that is an hour off", async () => {
    const world = await aWorld();
    world.emulator.keyPermissions.enableWithdrawals = true;
    await expect(aDesk(world)).rejects.toMatchObject({ code: "exchange-key-unsafe" });
    world.emulator.keyPermissions.enableWithdrawals = false;
    world.emulator.faults.clockAheadMs = 3_600_000;
    await expect(aDesk(world)).rejects.toMatchObject({ code: "exchange-clock-off" });
  });
});

describe("a desk in paper mode", () => {
  it("never builds an account, even when it is handed keys", async () => {
    const world = await aWorld();
    const { desk, control } = await aDesk(world, "paper");
    expect(desk.context.exchange.name).toBe("paper");
    expect(await control.status()).toMatchObject({ mode: "paper" });
    expect(await control.unlockLive(codeNow(world.emulator), ANNA)).toEqual({ status: "not-live" });
    const signed = world.emulator.log.filter((entry) => entry.type === "http" && "signature" in entry.query);
    expect(signed).toEqual([]);
  });
});
