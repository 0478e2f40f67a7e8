import { rmSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { onTestFinished, vi } from "vitest";
import { type Desk, startDesk } from "../../src/app.ts";
import { createHeadlessChats, type HeadlessDesk } from "../../src/app-chats.ts";
import { bootConfigSchema } from "../../src/config/boot-config.ts";
import type { Control } from "../../src/engine/ports.ts";
import type { Signal } from "../../src/engine/signal.ts";
import { createCcxtMarket } from "../../src/exchange/ccxt/ccxt-market.ts";
import { marketTypeOf } from "../../src/exchange/ccxt/venues/venue-table.ts";
import { decodeBase32, totpCode, totpStep } from "../../src/jobs/live/totp.ts";
import type { EmulatedExchange } from "../emulators/exchange/emulated-exchange.ts";
import { virtualWait } from "../exchange/ccxt/emulated-desk.ts";
import { COIN } from "../exchange/ccxt/suite/sample-orders.ts";
import { startEmulator, type VenueUnderTest } from "../exchange/ccxt/suite/venue-under-test.ts";
import { makeTestFolder, testRedisBinary } from "../redis/test-redis.ts";

const START = Date.UTC(2026, 2, 3, 14);
const TOTP_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

export const ANNA = { userId: "headless:anna", name: "anna" };
/** For what a desk does in its own time. */
export const soon = { timeout: 20_000, interval: 20 };

/** A folder and an emulated exchange that outlive the desks of a test. */
export interface LiveWorld<E extends EmulatedExchange = EmulatedExchange> {
  readonly venue: VenueUnderTest<E>;
  readonly emulator: E;
  readonly dir: string;
}

/** A desk that was built and does not run yet. */
export interface BuiltDesk {
  readonly desk: Desk;
  readonly control: Control;
  readonly chats: HeadlessDesk;
  stop(): Promise<void>;
}

export interface LiveDeskOptions {
  readonly mode?: "paper" | "live";
  /** Settings of the account. */
  readonly live?: { readonly leverage: number; readonly marginMode: "isolated" };
}

export async function aLiveWorld<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
): Promise<LiveWorld<E>> {
  const dir = makeTestFolder();
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return { venue, dir, emulator: await startEmulator(venue, { startMs: START }) };
}

/** Builds a desk whose market and account are the emulated exchange; it is stopped when the test ends. */
export async function buildDesk(
  { venue, emulator, dir }: LiveWorld,
  { mode = "live", live }: LiveDeskOptions = {},
): Promise<BuiltDesk> {
  const parts: { control?: Control; chats?: HeadlessDesk } = {};
  const { exchange, keys } = venue;
  const reach = { server: emulator, wait: virtualWait(emulator) };
  const clock = emulator.market;
  const marketType = marketTypeOf(exchange) ?? "swap";
  const desk = await startDesk({
    config: bootConfigSchema.parse({
      mode,
      instance: "live",
      dataDir: join(dir, "data"),
      market: { kind: "ccxt", exchange, symbols: [COIN] },
      ...(live && { live }),
    }),
    secrets: { redisServerBin: await testRedisBinary(), live: { keys, totpSecret: TOTP_SECRET } },
    root: dir,
    log: pino({ level: "silent" }),
    durable: false,
    reach: { ...reach, throttleReads: false },
    market: async () => ({
      source: { kind: "exchange", name: exchange } as const,
      data: await createCcxtMarket({ exchange, marketType, clock, ...reach }),
      clock,
      symbols: [COIN],
    }),
    chats: async (given) => {
      parts.control = given.control;
      parts.chats = await createHeadlessChats(given, () => undefined);
      return parts.chats;
    },
  });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= desk.stop();
    return stopped;
  };
  onTestFinished(stop);
  const { control, chats } = parts;
  if (control === undefined || chats === undefined) throw new Error("the desk built no chats");
  return { desk, control, chats, stop };
}

/** Runs a desk and resolves when it has heard that the symbol trades at 100. */
export async function runDesk({ venue, emulator }: LiveWorld, { desk }: BuiltDesk): Promise<void> {
  void desk.run();
  const isListening = () =>
    emulator.log.some(
      (each) => each.type === "socket-request" && each.streams.some((name) => /kline|candle/.test(name)),
    );
  await vi.waitFor(() => {
    if (!isListening()) throw new Error("nobody listens to candles");
  }, soon);
  emulator.market.trade(venue.coin.id, 100, 1000);
  await vi.waitFor(async () => {
    const heard = await desk.context.candles.price(COIN);
    if (heard?.price !== 100) throw new Error("no price was heard");
  }, soon);
}

/** The code that opens live trading now. */
export function codeNow({ market }: EmulatedExchange): string {
  return totpCode(decodeBase32(TOTP_SECRET), totpStep(market.now()));
}

/** A signal at 100 with its stop two below, or above for a short. */
export function liveSignal(direction: "long" | "short" = "long"): Signal {
  const isLong = direction === "long";
  return {
    id: `${COIN}|15m|live|${direction}|${START}`,
    symbol: COIN,
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
