import type { Redis } from "ioredis";
import type { Logger } from "pino";
import type { Texts } from "../../bot/texts.ts";
import type { OrderRequest } from "../../engine/trade/order.ts";
import { tradeId } from "../../engine/trade/propose.ts";
import { type Draws, drawsFor } from "../../exchange/simulated/draws.ts";
import type { DeskContext } from "../../jobs/desk-context.ts";
import { createStores, type Stores } from "../../store/stores.ts";
import { CHAT_IDS, type FaultDesk, startFaultDesk, type Tap } from "./fault-desk.ts";
import { drawnPrices, drawnSignal, INSTRUMENTS, START_AT } from "./fault-market.ts";
import type { RunFindings } from "./fault-report.ts";
import { HeldQueues } from "./held-queues.ts";
import { brokenPromises, countOf, type Finding, type TapRecord } from "./invariants.ts";
import { Life } from "./life.ts";
import { MovedClock } from "./moved-clock.ts";
import { drawnScenario, SCENARIOS, type Scenario, type ScenarioName } from "./scenarios.ts";
import { ShownCards } from "./screen.ts";
import { Venue } from "./venue.ts";

/** Crossings of a whole undisturbed run are fewer than this, so that every place to die is drawn. */
const LAST_CROSSING = 110;
const MAX_LIVES = 12;
/** Of real time; the longest run takes a tenth of it. */
const PATIENCE_MS = 120_000;
/** Steps of time in which everything must come to rest: questions first, then the escalation after 60 s. */
const SETTLING_MS = [0, 250, 250, 500, 1000, 2000, ...Array.from({ length: 24 }, () => 2500), 15_000, 15_000];

export interface RunOptions {
  readonly seed: number;
  readonly only?: ScenarioName | undefined;
  readonly redis: Redis;
  /** Process id of the Redis server, for scenarios in which it goes away. */
  readonly redisPid: () => number;
  readonly texts: Texts;
  readonly charts: DeskContext["charts"];
  readonly log: Logger;
  /** Starts a desk as a process of its own; unset, the desk lives and dies inside of this process. */
  readonly spawn?: SpawnDesk | undefined;
}

/** What a desk process needs of its world. */
export interface DeskWorld {
  readonly instance: string;
  readonly clock: MovedClock;
  readonly venue: Venue;
  readonly screen: ShownCards;
  readonly onApproved: (tradeId: string) => void;
}

export type SpawnDesk = (world: DeskWorld, cutAt: number | undefined) => Promise<LivingDesk>;

/** A desk with the promise of its death. */
export interface LivingDesk {
  readonly desk: FaultDesk;
  readonly cut: Promise<string>;
}

export interface RunOutcome {
  readonly scenario: ScenarioName;
  readonly findings: RunFindings;
  readonly details: readonly string[];
  readonly kills: number;
  readonly entries: number;
  readonly fills: number;
}

/** One run: signals, taps, a market and faults, all drawn from the seed; then the promises are checked. */
export async function runFault(options: RunOptions): Promise<RunOutcome> {
  const draws = drawsFor("faults", options.seed);
  const drawn = drawnScenario(draws);
  const scenario = options.only ?? drawn;
  const run = new FaultRun(options, SCENARIOS[scenario], draws);
  const details = await withinPatience(run.play());
  return {
    scenario,
    findings: { ...countOf(details), worstRecoveryMs: run.worstRecoveryMs },
    details: details.map(([name, text]) => `${name}: ${text}`),
    kills: run.kills,
    ...run.activity(),
  };
}

/** A desk that hangs is lost too. */
async function withinPatience(play: Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<readonly Finding[]>((resolve) => {
    timer = setTimeout(() => resolve([["lost", `the run hangs after ${PATIENCE_MS} ms`]]), PATIENCE_MS);
  });
  try {
    return await Promise.race([play, hung]);
  } finally {
    clearTimeout(timer);
  }
}

class FaultRun {
  worstRecoveryMs = 0;
  kills = 0;
  private readonly options: RunOptions;
  private readonly scenario: Scenario;
  private readonly draws: Draws;
  private readonly clock = new MovedClock(START_AT);
  private readonly instance: string;
  private readonly venue: Venue;
  private readonly screen: ShownCards;
  private readonly stores: Stores;
  private readonly taps: TapRecord[] = [];
  private readonly acknowledged = new Set<string>();
  private readonly foreignIds: string[] = [];
  private readonly falseCards: Finding[] = [];
  private readonly lastPrice = new Map<string, number>();
  private living: LivingDesk | undefined;
  private lives = 0;

  constructor(options: RunOptions, scenario: Scenario, draws: Draws) {
    this.options = options;
    this.scenario = scenario;
    this.draws = draws;
    this.instance = `faults-${options.seed}`;
    this.stores = createStores(options.redis, this.instance, this.clock);
    this.venue = new Venue({
      instruments: INSTRUMENTS,
      clock: this.clock,
      draws,
      faultOf: (order) => scenario.faultOf?.(order, draws),
      scramblesFills: scenario.scramblesFills ?? false,
    });
    this.screen = new ShownCards(async (shown) => {
      const standing = await this.stores.ledger.load(shown.id);
      if (standing === undefined || standing.version < shown.version)
        this.falseCards.push(["falseCards", `${shown.id} version ${shown.version}`]);
    });
  }

  async play(): Promise<readonly Finding[]> {
    const symbols = this.draws.uniform() < 0.5 ? ["BTC/USDT"] : ["BTC/USDT", "ETH/USDT"];
    for (const symbol of symbols) this.lastPrice.set(symbol, 100);
    await this.start();
    await this.market(0);
    for (const symbol of symbols) {
      const signal = drawnSignal(symbol, this.draws);
      await this.during((desk) => desk.signal(signal));
      await this.during((desk) => desk.idle());
      await this.tapCards(tradeId(signal.id, 0), signal.expiresAt);
    }
    await this.liveOn(symbols);
    await this.settle();
    const findings = await this.check();
    // Whoever got no answer asks again.
    while (!(await this.during((desk) => desk.closeAll())));
    await this.settle();
    const afterClose = await this.checkFlat();
    await this.living?.desk.stop();
    return [...findings, ...afterClose, ...this.falseCards];
  }

  activity() {
    const { log } = this.venue;
    return {
      entries: log.filter((entry) => entry.type === "order" && !entry.order.reduceOnly).length,
      fills: log.filter((entry) => entry.type === "filled").length,
    };
  }

  private async start(): Promise<void> {
    const startedAt = performance.now();
    this.lives += 1;
    const cutAt = this.lives < MAX_LIVES ? this.drawnCut() : undefined;
    this.living = await (this.options.spawn ?? this.inProcess)(this.world(), cutAt);
    await this.during(async (desk) => {
      await desk.recover();
      await desk.idle();
      this.worstRecoveryMs = Math.max(this.worstRecoveryMs, Math.round(performance.now() - startedAt));
    });
  }

  private drawnCut(): number | undefined {
    const { cuts } = this.scenario;
    const isFirst = this.lives === 1;
    if (cuts === undefined || (cuts === "once" && !isFirst)) return undefined;
    if (cuts === "often" && !isFirst && this.draws.uniform() < 0.3) return undefined;
    return this.draws.whole(1, isFirst ? LAST_CROSSING : 40);
  }

  private readonly inProcess: SpawnDesk = async (world, cutAt) => {
    const { redis, texts, charts, log } = this.options;
    const life = new Life(cutAt);
    const desk = await startFaultDesk({
      ...world,
      redis,
      texts,
      charts,
      log,
      life,
      exchange: world.venue,
      instruments: INSTRUMENTS,
      queues: () => new HeldQueues(world.clock, log),
    });
    return { desk, cut: life.cut };
  };

  private world(): DeskWorld {
    const { instance, clock, venue, screen } = this;
    return { instance, clock, venue, screen, onApproved: (id) => this.acknowledged.add(id) };
  }

  /** Does something with the desk; when it dies of it, another one is started and goes on. */
  private async during(step: (desk: FaultDesk) => Promise<void>): Promise<boolean> {
    const { living } = this;
    if (living === undefined) return false;
    const place = await Promise.race([step(living.desk), living.cut]);
    if (place === undefined) return true;
    this.kills += 1;
    this.options.log.info({ place, seed: this.options.seed }, "cut");
    await this.start();
    return false;
  }

  private async tapCards(id: string, expiresAt: number): Promise<void> {
    const taps = this.drawnTaps(id, expiresAt);
    if (this.scenario.terminatesInSubmit) return this.terminateDuring(taps);
    const isDone = await this.during(async (desk) => {
      await Promise.all(taps.map((tap) => desk.tap(tap)));
      await desk.idle();
    });
    if (isDone) return;
    // Whoever got no answer taps again: the other copy of the card, as long as it has buttons.
    await this.during((desk) => desk.idle());
    const again = this.genuine(id, expiresAt, "ben");
    await this.during(async (desk) => {
      for (const tap of again) await desk.tap(tap);
      await desk.idle();
    });
  }

  private async terminateDuring(taps: readonly Tap[]): Promise<void> {
    const { living } = this;
    if (living === undefined) return;
    for (const tap of taps) await living.desk.tap(tap);
    const working = living.desk.idle();
    await living.desk.stop();
    await Promise.race([working, living.cut]);
    await this.start();
  }

  private genuine(id: string, expiresAt: number, chatId: string, type = "approve"): Tap[] {
    const token = this.screen.tokens(id, chatId, type).at(-1);
    if (token === undefined) return [];
    if (type === "approve") this.taps.push({ tradeId: id, at: this.clock.now(), expiresAt, isGenuine: true });
    return [{ token, chatId, role: "trader" }];
  }

  private drawnTaps(id: string, expiresAt: number): readonly Tap[] {
    const token = (chatId: string) => this.screen.tokens(id, chatId, "approve").at(-1) ?? "";
    switch (this.scenario.taps ?? "once") {
      case "once":
        return this.genuine(id, expiresAt, "anna");
      case "fifty-times":
        return Array.from({ length: 50 }, () => this.genuine(id, expiresAt, "anna")).flat();
      case "two-approvers":
        return CHAT_IDS.flatMap((chatId) => this.genuine(id, expiresAt, chatId));
      case "approve-against-skip":
        return [...this.genuine(id, expiresAt, "anna"), ...this.genuine(id, expiresAt, "ben", "skip")].sort(
          () => this.draws.uniform() - 0.5,
        );
      case "after-expiry":
        this.clock.set(expiresAt + this.draws.whole(0, 1000));
        return this.genuine(id, expiresAt, "anna");
      case "stale-card":
        return [
          { token: this.screen.tokens(id, "anna", "approve")[0] ?? "", chatId: "anna", role: "viewer" },
        ];
      case "forged-token":
        return [{ token: "A".repeat(32), chatId: "anna", role: "admin" }];
      case "viewer":
        return [{ token: token("anna"), chatId: "anna", role: "viewer" }];
      case "foreign-chat":
        return [{ token: token("anna"), chatId: "ben", role: "trader" }];
    }
  }

  private async liveOn(symbols: readonly string[]): Promise<void> {
    const prices = drawnPrices(this.draws);
    for (const [step, price] of prices.entries()) {
      for (const symbol of symbols) this.lastPrice.set(symbol, price);
      await this.market(this.draws.whole(100, 6000));
      if (this.draws.uniform() < 0.4) await this.sweep();
      if (step === 1) await this.disturb();
    }
  }

  /** Time goes on, and every market trades at its price. */
  private async market(ms: number): Promise<void> {
    this.clock.advance(ms);
    for (const [symbol, price] of this.lastPrice) {
      this.venue.price(symbol, price);
      await this.during((desk) => desk.price(symbol, price));
    }
    await this.during((desk) => desk.idle());
  }

  private async sweep(): Promise<void> {
    await this.during(async (desk) => {
      await desk.sweep();
      await desk.idle();
    });
  }

  private async disturb(): Promise<void> {
    switch (this.scenario.middle) {
      case "stops-cancelled":
        this.venue.cancelStopsByHand();
        return;
      case "venue-down":
        this.venue.goDown(30_000);
        return;
      case "foreign-order":
        this.foreignIds.push("web_1");
        this.venue.placeByHand(FOREIGN);
        return;
      case "terminated":
        await this.living?.desk.stop();
        await this.start();
        return;
      case "redis-gone":
        await this.withoutRedis(5000);
        return;
      default:
        return;
    }
  }

  /** The server answers nobody for a while; what was asked meanwhile waits. */
  private async withoutRedis(ms: number): Promise<void> {
    const pid = this.options.redisPid();
    process.kill(pid, "SIGSTOP");
    setTimeout(() => process.kill(pid, "SIGCONT"), ms);
    await this.sweep();
  }

  /** As long as everything may take. A desk that dies meanwhile gets the whole time again. */
  private async settle(): Promise<void> {
    const kills = this.kills;
    for (const ms of SETTLING_MS) {
      await this.market(ms);
      await this.sweep();
    }
    if (this.kills !== kills) await this.settle();
  }

  private async check(): Promise<readonly Finding[]> {
    const { instance, taps, acknowledged, foreignIds } = this;
    const { log } = this.venue;
    const truth = this.venue.truth();
    const { audit, ledger } = this.stores;
    return brokenPromises({ instance, log, truth, taps, acknowledged, foreignIds, ledger, audit });
  }

  /** After `close all` nothing may be left but what is not ours. */
  private async checkFlat(): Promise<readonly Finding[]> {
    const { positions, working } = this.venue.truth();
    const left = working.filter(({ clientOrderId }) => !this.foreignIds.includes(clientOrderId));
    return [
      ...(await this.check()),
      ...positions.map(({ symbol }): Finding => ["unprotected", `${symbol} is open after close all`]),
      ...left.map((order): Finding => ["ledgerMismatch", `${order.clientOrderId} is left after close all`]),
    ];
  }
}

const FOREIGN: OrderRequest = {
  clientOrderId: "web_1",
  symbol: "SOL/USDT",
  side: "buy",
  type: "limit",
  quantity: "1",
  price: "50",
  reduceOnly: false,
  createdAt: START_AT,
};
