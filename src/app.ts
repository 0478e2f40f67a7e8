import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { Logger } from "pino";
import { type BuiltChats, type ChatParts, createChats, personsOf, readTexts } from "./app-chats.ts";
import { engineRun, scanByTheClock, universeOf } from "./app-engine.ts";
import { beginLive, createDeskExchange, type DeskExchange, type ExchangeReach } from "./app-exchange.ts";
import { createMarket, type DeskMarket, followedInstruments } from "./app-market.ts";
import type { Texts } from "./bot/texts.ts";
import { type ChartStudio, createChartRenderer } from "./charts/chart-renderer.ts";
import type { BootConfig } from "./config/boot-config.ts";
import type { Secrets } from "./config/load-config.ts";
import { TimeZones } from "./engine/clock/time-zone.ts";
import type { Instrument } from "./engine/instrument.ts";
import type { RecentLog } from "./engine/ports/recent-log.ts";
import { createScans } from "./jobs/create-scans.ts";
import { Delivery } from "./jobs/delivery.ts";
import type { DeskContext } from "./jobs/desk-context.ts";
import { DeskControl } from "./jobs/desk-control.ts";
import { handlersOf } from "./jobs/job-handlers.ts";
import { JobQueues } from "./jobs/job-queues.ts";
import type { Judge } from "./jobs/judge.ts";
import { createJudgeThreads } from "./jobs/judge-threads/judge-threads.ts";
import { createLiveControl } from "./jobs/live/live-control.ts";
import { LiveEngine } from "./jobs/live-engine.ts";
import { Reconciliation } from "./jobs/reconciliation.ts";
import { sweep } from "./jobs/sweeper.ts";
import { TradeExecution } from "./jobs/trade-execution.ts";
import { TradingGate } from "./jobs/trading-gate.ts";
import { connectRedis, type RedisAddress, redisOptions } from "./store/connect.ts";
import { startEmbeddedRedis } from "./store/embedded-redis.ts";
import { createStores, type Stores } from "./store/stores.ts";
import { wallClock } from "./wall-clock.ts";

const SWEEP_EVERY_MS = 5000;
/** A comparison with a real exchange costs about 100 of the 2400 that Binance allows in a minute. */
const LIVE_SWEEP_EVERY_MS = 10_000;
/** About two days of 1m candles: enough for every age limit that matters to a first chart. */
const WARM_UP_CANDLES = 3000;

export interface DeskOptions {
  readonly config: BootConfig;
  readonly secrets: Secrets;
  /** Relative paths of the configuration start here. */
  readonly root: string;
  readonly log: Logger;
  /** What `/logs` shows. Default: nothing. */
  readonly recentLog?: RecentLog;
  /** A run of a file without a person: nothing is kept, and everything happens in the same order on every run. */
  readonly rehearsal?: boolean;
  /** Whether a write is on disk before its reply. Default: yes, except in a rehearsal. */
  readonly durable?: boolean;
  /** Takes the place of the market that the configuration names. */
  readonly market?: (stores: Stores) => Promise<DeskMarket>;
  /** Takes the place of the chats that the configuration names. */
  readonly chats?: (parts: ChatParts) => Promise<BuiltChats>;
  /** Another way to the exchange of live mode, for tests against an emulator. */
  readonly reach?: ExchangeReach;
  /** Runs after each event of the market, before the next one. */
  readonly afterEvent?: () => Promise<void>;
}

export interface Desk {
  readonly context: DeskContext;
  readonly engine: LiveEngine;
  /** One-time link to the web chat, when this process serves it. */
  readonly webUrl: string | undefined;
  /** Follows the market until it ends or the desk is stopped. Rejects when the engine cannot go on. */
  run(): Promise<void>;
  /** Ends everything in the reverse order of its start. */
  stop(): Promise<void>;
}

type Closer = () => unknown;

/** Builds the desk and starts its chats and workers: the only place where adapters are made. */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const closers: Closer[] = [];
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= closeAll(closers, options.log);
    return stopped;
  };
  try {
    return await build(options, closers, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The reverse order of the start, one after another; a part that fails to close does not keep the others open. */
async function closeAll(closers: Closer[], log: Logger): Promise<void> {
  for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
    try {
      await close();
    } catch (error) {
      log.warn({ err: error }, "a part of the desk did not close well");
    }
  }
}

async function build(options: DeskOptions, closers: Closer[], stop: () => Promise<void>): Promise<Desk> {
  const { config, log } = options;
  const foundations = await openFoundations(options, closers);
  const { stores, queues, market, texts, judge } = foundations;
  const leadership = { leads: config.role === "all" };
  const { context, desk, instruments } = await buildContext(options, foundations, leadership);
  const { live } = desk;
  const gate = new TradingGate(false, live?.lock);
  const execution = new TradeExecution(context, gate);
  const reconciliation = new Reconciliation(context, execution, gate);
  const scanning = createScans(context, queues, { claims: stores.scanClaims, market: market.data, judge });
  const control = new DeskControl(context, scanning, wallClock);
  const chats = await (options.chats ?? chatsOf(options))({
    context,
    control: live ? createLiveControl(control, context, live.lock) : control,
    stores,
    texts,
    recentLog: options.recentLog ?? { newest: () => [] },
    ...(live && { oneTimeCodes: { verify: (_userId, code) => live.lock.verify(code) } }),
  });
  closers.push(() => chats.stop());
  for (const shows of [scanning.messages, scanning.replays]) shows.serve(chats.chats);
  const delivery = new Delivery(context, chats.chats, stores.subscriptions, wallClock, stores.preferences);
  const work = { context, execution, reconciliation, delivery, closes: control.closes };
  const handlers = handlersOf(config.role, work, scanning.handlers);
  // Of several engines only the one that leads works the orders.
  if (config.role !== "engine") queues.work(handlers);
  const engine = new LiveEngine(context, market.data, execution, {
    warmUpCandles: WARM_UP_CANDLES,
    // No rule speaks before a person confirmed live trading.
    onProposed: async (tradeId) => {
      if (live?.lock.isOpen ?? true) await control.approveByRule(tradeId);
    },
    onMarketEvent: async (event) => leadership.leads && (await desk.onMarketEvent?.(event)) === true,
    ...(options.afterEvent && { afterEvent: options.afterEvent }),
  });
  const stopping = new AbortController();
  let running = Promise.resolve();
  closers.push(async () => {
    stopping.abort();
    await running.catch(() => log.debug("engine stopped with a fault that its caller has seen"));
  });
  const follow = engineRun(config.role, {
    context,
    execution,
    stores,
    engine,
    live,
    onLead: async () => {
      leadership.leads = true;
      if (config.role === "engine") queues.work(handlers);
      await sweep(context, reconciliation);
    },
  });
  const runsEngine = config.role === "all" || config.role === "engine";
  if (runsEngine && !options.rehearsal)
    await queues.every("sweep", live ? LIVE_SWEEP_EVERY_MS : SWEEP_EVERY_MS, {});
  if (!options.rehearsal) await scanByTheClock(queues, scanning, market.clock);
  if (runsEngine && live) await beginLive(context, live);
  const universe = universeOf({ context, market, instruments, role: config.role, engine });
  return {
    context,
    engine,
    webUrl: chats.webUrl,
    run: () => {
      running = runsEngine ? follow(stopping.signal) : untilAborted(stopping.signal);
      if (market.clock === wallClock) void universe.run(stopping.signal);
      return running;
    },
    stop,
  };
}

interface Foundations {
  readonly stores: Stores;
  readonly queues: JobQueues;
  readonly market: DeskMarket;
  readonly charts: ChartStudio;
  readonly judge: Judge;
  readonly texts: Texts;
}

async function openFoundations(options: DeskOptions, closers: Closer[]): Promise<Foundations> {
  const { config, log } = options;
  // First, so that the drawing thread is warm when the rest has started.
  const charts = createChartRenderer();
  const judges = createJudgeThreads(availableParallelism());
  closers.push(() => Promise.all([charts.close(), judges.close()]));
  const address = await openRedis(options, closers);
  const redis = await connectRedis(address, (error) => log.warn({ err: error }, "redis"));
  closers.push(() => redis.disconnect());
  const stores = createStores(redis, config.instance, wallClock);
  await stores.settings.seed(config.settings);
  closers.push(await stores.settings.watch((version) => log.info({ version }, "the settings were changed")));
  const queues = openQueues(address, stores.queuePrefix, options);
  closers.push(() => queues.close());
  const market = await (options.market ?? marketOf(options))(stores);
  return { stores, queues, market, charts, judge: judges.judge, texts: await readTexts(log) };
}

interface Built {
  readonly context: DeskContext;
  readonly desk: DeskExchange;
  /** By symbol; grows when the desk follows more. */
  readonly instruments: Map<string, Instrument>;
}

/** `leadership` tells whether this process fills and works the orders of the desk. */
async function buildContext(
  { root, config, secrets, log, reach }: DeskOptions,
  { stores, queues, market, charts, texts }: Foundations,
  leadership: { readonly leads: boolean },
): Promise<Built> {
  const instruments = new Map((await followedInstruments(market)).map((each) => [each.symbol, each]));
  const desk = await createDeskExchange({
    root,
    config,
    secrets,
    stores,
    market,
    instruments,
    isOwner: () => leadership.leads,
    log,
    ...(reach && { reach }),
  });
  const context: DeskContext = {
    instance: config.instance,
    mode: config.mode,
    market: market.source,
    baseTimeframe: market.data.baseTimeframe,
    timeZone: config.chat.timeZone,
    locale: config.chat.locale,
    writePhrase: (reader, phrase) => texts.for(reader).phrase(phrase),
    personOf: personsOf(config),
    timeZones: new TimeZones(),
    instruments,
    clock: market.clock,
    ledger: stores.ledger,
    exchange: desk.exchange,
    candles: stores.candles,
    ...(market.data.spread && { spread: market.data.spread }),
    settings: stores.settings,
    charts,
    queues,
    log,
  };
  return { context, desk, instruments };
}

async function openRedis(
  { config, secrets, root, log, rehearsal = false, durable = !rehearsal }: DeskOptions,
  closers: Closer[],
): Promise<RedisAddress> {
  if (secrets.redisUrl !== undefined) return { url: secrets.redisUrl };
  const server = await startEmbeddedRedis({
    dir: resolve(root, config.dataDir),
    binary: secrets.redisServerBin ?? "redis-server",
    durable,
    onCrash: (lastWords) => log.error({ lastWords }, "redis ended by itself and was started again"),
  });
  closers.push(() => server.stop());
  return { socketPath: server.socketPath };
}

function openQueues(
  address: RedisAddress,
  prefix: string,
  { log, rehearsal = false }: DeskOptions,
): JobQueues {
  return new JobQueues({
    prefix,
    producer: redisOptions(address, "producer"),
    consumer: redisOptions(address, "worker"),
    inOrder: rehearsal,
    log,
  });
}

function marketOf({ config, root, log }: DeskOptions): (stores: Stores) => Promise<DeskMarket> {
  return (stores) => createMarket(config.market, { root, stores, log, isLive: config.mode === "live" });
}

function chatsOf({ config, secrets }: DeskOptions): (parts: ChatParts) => Promise<BuiltChats> {
  return (parts) => createChats(config, secrets, parts);
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
