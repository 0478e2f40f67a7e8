import { rmSync } from "node:fs";
import { join } from "node:path";
import { tradeId } from "../../engine/trade/propose.ts";
import type { Draws } from "../../exchange/simulated/draws.ts";
import { createStores, type Stores } from "../../store/stores.ts";
import { People } from "./drawn-taps.ts";
import type { FaultDesk, Tap } from "./fault-desk.ts";
import { drawnPrices, drawnSignal, TRADED } from "./fault-market.ts";
import type { FaultVenue } from "./fault-venue.ts";
import { brokenPromises, type Finding, flatFindings } from "./invariants.ts";
import type { MovedClock } from "./moved-clock.ts";
import { disturbRedis } from "./redis-faults.ts";
import type { LivingDesk, RunOptions, SpawnDesk } from "./run-options.ts";
import type { Scenario } from "./scenarios.ts";
import { ShownCards } from "./screen.ts";

/** Crossings of a whole undisturbed run are fewer than this, so that every place to die is drawn. */
const LAST_CROSSING = 110;
const MAX_LIVES = 12;
/** Tries of a supervisor to start a desk that refuses, one every five seconds. */
const MAX_STARTS = 40;
const START_AGAIN_MS = 5000;
/** No desk is started again within the millisecond of its death. */
const RESTART_MS = 40;
/** Steps of time in which everything must come to rest: questions first, then whatever must end within a minute. */
const FIRST_MS = [0, 250, 250, 500, 1000, 2000, 5000, 5000];
const PATIENT_MS = Array.from({ length: 10 }, () => 5000);
/** Long enough that whatever was at rest shows whether it stays so, beyond the escalation after 60 s. */
const LAST_MS = [35_000, 15_000, 15_000];

export interface StoryOptions extends RunOptions {
  readonly spawn: SpawnDesk;
  readonly scenario: Scenario;
  readonly draws: Draws;
  readonly clock: MovedClock;
  readonly venue: FaultVenue;
}

/** The course of one run: desks live and die, people tap, the market moves, and in the end everything is looked at. */
export class RunStory {
  worstRecoveryMs = 0;
  kills = 0;
  private readonly options: StoryOptions;
  private readonly instance: string;
  private readonly anchorPath: string;
  private readonly screen: ShownCards;
  private readonly stores: Stores;
  private readonly people: People;
  private readonly acknowledged = new Set<string>();
  private readonly falseCards: Finding[] = [];
  private readonly lastPrice = new Map<string, number>();
  private living: LivingDesk | undefined;
  private lives = 0;

  constructor(options: StoryOptions) {
    const { clock, draws, redis, seed } = options;
    this.options = options;
    this.instance = `faults-${seed}`;
    this.anchorPath = join(redis.dir, `sent-${this.instance}.jsonl`);
    this.stores = createStores(redis.client, this.instance, clock);
    this.screen = new ShownCards(async (shown) => {
      const standing = await this.stores.ledger.load(shown.id);
      if (standing === undefined || standing.version < shown.version)
        this.falseCards.push(["falseCards", `${shown.id} version ${shown.version}`]);
    });
    this.people = new People(this.screen, draws, () => clock.now());
  }

  async play(): Promise<readonly Finding[]> {
    const { draws } = this.options;
    const symbols = draws.uniform() < 0.5 ? TRADED.slice(0, 1) : TRADED;
    for (const symbol of symbols) this.lastPrice.set(symbol, 100);
    // Of a run of the same seed on a Redis that was emptied since.
    rmSync(this.anchorPath, { force: true });
    await this.start();
    await this.market(0);
    for (const symbol of symbols) {
      const signal = drawnSignal(symbol, draws);
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
    const afterClose = [...(await this.check()), ...flatFindings(await this.options.venue.evidence())];
    await this.living?.desk.stop();
    const falseCards = this.options.scenario.forgets ? [] : this.falseCards;
    return [...findings, ...afterClose, ...falseCards];
  }

  async activity() {
    const { log } = await this.options.venue.evidence();
    return {
      entries: log.filter((entry) => entry.type === "order" && !entry.order.reduceOnly).length,
      fills: log.filter((entry) => entry.type === "filled").length,
    };
  }

  private async start(): Promise<void> {
    this.lives += 1;
    const cutAt = this.lives < MAX_LIVES ? this.drawnCut() : undefined;
    await this.pass(RESTART_MS);
    const startedAt = performance.now();
    this.living = await this.startUntilItLives(cutAt);
    await this.during(async (desk) => {
      await desk.recover();
      await desk.idle();
      this.worstRecoveryMs = Math.max(this.worstRecoveryMs, Math.round(performance.now() - startedAt));
    });
  }

  /** A desk that refuses to start, because its exchange is away or its clock is wrong, is started again. */
  private async startUntilItLives(cutAt: number | undefined): Promise<LivingDesk> {
    const { instance, screen } = this;
    const { clock, spawn, venue, log } = this.options;
    const { anchorPath } = this;
    const onApproved = (id: string) => void this.acknowledged.add(id);
    for (let tries = 1; ; tries += 1) {
      try {
        return await spawn({ instance, clock, way: venue.way, anchorPath, screen, onApproved }, cutAt);
      } catch (error) {
        if (tries >= MAX_STARTS) throw error;
        log.info({ err: error, tries }, "the desk did not start");
        await this.pass(START_AGAIN_MS);
      }
    }
  }

  private drawnCut(): number | undefined {
    const { scenario, draws } = this.options;
    const { cuts } = scenario;
    const isFirst = this.lives === 1;
    if (cuts === undefined || (cuts === "once" && !isFirst)) return undefined;
    if (cuts === "often" && !isFirst && draws.uniform() < 0.3) return undefined;
    return draws.whole(1, isFirst ? LAST_CROSSING : 40);
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
    const { scenario, draws, clock, venue } = this.options;
    if (scenario.taps === "after-expiry")
      await this.pass(Math.max(0, expiresAt + draws.whole(0, 1000) - clock.now()));
    await venue.arm();
    const taps = this.people.drawn(scenario.taps, id, expiresAt);
    if (scenario.terminatesInSubmit) return this.terminateDuring(taps);
    const isDone = await this.during(async (desk) => {
      await Promise.all(taps.map((tap) => desk.tap(tap)));
      await desk.idle();
    });
    await venue.afterTap();
    if (isDone) return;
    // Whoever got no answer taps again: the other copy of the card, as long as it has buttons.
    await this.during((desk) => desk.idle());
    const again = this.people.genuine(id, expiresAt, "ben");
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

  private async liveOn(symbols: readonly string[]): Promise<void> {
    const { draws } = this.options;
    const prices = drawnPrices(draws);
    for (const [step, price] of prices.entries()) {
      for (const symbol of symbols) this.lastPrice.set(symbol, price);
      await this.market(draws.whole(100, 6000));
      if (draws.uniform() < 0.4) await this.sweep();
      if (step === 1) await this.disturb();
    }
  }

  /** Time goes on everywhere at once. */
  private async pass(ms: number): Promise<void> {
    await this.options.venue.advance(ms);
    this.options.clock.advance(ms);
  }

  /** Time goes on, and every market trades at its price. */
  private async market(ms: number): Promise<void> {
    await this.pass(ms);
    for (const [symbol, price] of this.lastPrice) {
      await this.options.venue.price(symbol, price);
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
    const { scenario, redis, draws, venue } = this.options;
    const { middle } = scenario;
    switch (middle) {
      case undefined:
        return;
      case "terminated":
        await this.living?.desk.stop();
        await this.start();
        return;
      case "redis-log-cut":
      case "redis-emptied":
        // A power cut: the desk is gone too, and starts on what is left.
        await this.living?.desk.stop();
        await disturbRedis(middle, redis, draws, async () => undefined);
        return this.start();
      case "redis-gone":
      case "redis-gone-long":
      case "redis-killed":
      case "disk-full":
        return disturbRedis(middle, redis, draws, () => this.sweep());
      default:
        return venue.disturb(middle);
    }
  }

  /** As long as everything may take. A desk that dies meanwhile gets the whole time again. */
  private async settle(): Promise<void> {
    const kills = this.kills;
    for (const ms of FIRST_MS) await this.step(ms);
    for (const ms of PATIENT_MS) {
      if ((await this.check()).length === 0) break;
      await this.step(ms);
    }
    for (const ms of LAST_MS) await this.step(ms);
    if (this.kills !== kills) await this.settle();
  }

  private async step(ms: number): Promise<void> {
    await this.market(ms);
    await this.sweep();
  }

  private async check(): Promise<readonly Finding[]> {
    const { instance, acknowledged } = this;
    const { audit, ledger } = this.stores;
    const evidence = await this.options.venue.evidence();
    const taps = this.people.taps;
    const findings = await brokenPromises({ instance, ...evidence, taps, acknowledged, ledger, audit });
    return this.options.scenario.forgets ? findings.filter(keptAnyway) : findings;
  }
}

/** What holds even when the ledger itself forgot something; what it forgot cannot be told. */
function keptAnyway([name]: Finding): boolean {
  return name === "duplicates" || name === "unapproved" || name === "unprotected" || name === "auditBroken";
}
