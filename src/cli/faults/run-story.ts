import { rmSync } from "node:fs";
import { join } from "node:path";
import { tradeId } from "../../engine/trade/propose.ts";
import { createStores, type Stores } from "../../store/stores.ts";
import { stallOf } from "./blocked-desk.ts";
import { disturbRun } from "./disturb-run.ts";
import { drawnActs } from "./drawn-acts.ts";
import { People } from "./drawn-taps.ts";
import { locksExits } from "./exchange-way.ts";
import type { FaultDesk, Tap } from "./fault-desk.ts";
import { drawnPrices, drawnSignal, TRADED } from "./fault-market.ts";
import type { Finding } from "./fault-report.ts";
import { brokenPromises, flatFindings } from "./invariants.ts";
import type { Stall } from "./life.ts";
import type { LivingDesk } from "./run-options.ts";
import { ShownCards } from "./screen.ts";
import type { ToldStop } from "./stop-invariants.ts";
import type { StoryOptions } from "./story-options.ts";

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
  private readonly toldStops: ToldStop[] = [];
  private readonly falseCards: Finding[] = [];
  private readonly lastPrice = new Map<string, number>();
  private living: LivingDesk | undefined;
  private lives = 0;
  /** The desk that took over while the living one was blocked. */
  private successor: LivingDesk | undefined;

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
    // Of an earlier run of the same seed.
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
    const { instance, screen, anchorPath } = this;
    const { clock, spawn, venue, log } = this.options;
    const onApproved = (id: string) => void this.acknowledged.add(id);
    const onStopMoved = (tradeId: string, stop: string) => void this.toldStops.push({ tradeId, stop });
    const world = { instance, clock, way: venue.way, anchorPath, screen, onApproved, onStopMoved };
    const stall = this.drawnStall();
    for (let tries = 1; ; tries += 1) {
      try {
        return await spawn({ ...world, stall }, cutAt);
      } catch (error) {
        if (tries >= MAX_STARTS) throw error;
        log.info({ err: error, tries }, "the desk did not start");
        await this.pass(START_AGAIN_MS);
      }
    }
  }

  /** Where the first desk is blocked; whoever comes after it is not. */
  private drawnStall(): Stall | undefined {
    const { scenario, draws, venue } = this.options;
    if (scenario.blocks === undefined || this.lives > 1) return undefined;
    const takeOver = () => {
      this.lives += 1;
      return this.startUntilItLives(undefined);
    };
    return stallOf({
      draws,
      pass: (ms) => this.pass(ms),
      price: (symbol, price) => venue.price(symbol, price),
      successor: scenario.blocks === "taken-over" ? takeOver : undefined,
      onEnd: (successor) => {
        this.successor = successor;
      },
    });
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
    if (place === undefined) return this.leaveToSuccessor();
    this.kills += 1;
    this.options.log.info({ place, seed: this.options.seed }, "cut");
    await this.start();
    return false;
  }

  /** A desk that wakes up without its leases finishes its step, finds out and ends. */
  private async leaveToSuccessor(): Promise<boolean> {
    const { living, successor } = this;
    this.successor = undefined;
    this.living = successor ?? living;
    if (successor !== undefined) await living?.desk.stop();
    return true;
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
      if (this.options.scenario.acts) await this.act(symbols);
      if (draws.uniform() < 0.4) await this.sweep();
      if (step === 1) await this.disturb();
    }
  }

  private async act(symbols: readonly string[]): Promise<void> {
    const acts = drawnActs(symbols, this.options.draws);
    await this.during(async (desk) => {
      await Promise.all(acts.map(({ chatId, text }) => desk.type(chatId, text)));
      await desk.idle();
    });
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
    const stop = async () => this.living?.desk.stop();
    await disturbRun(this.options, { stop, start: () => this.start(), sweep: () => this.sweep() });
  }

  /** As long as everything may take. A desk that dies meanwhile gets the whole time again. */
  private async settle(): Promise<void> {
    const { kills } = this;
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
    const { instance, acknowledged, toldStops } = this;
    const { scenario, venue } = this.options;
    const mayUncover = locksExits(venue.way) || scenario.middle === "stops-cancelled";
    const { audit, ledger } = this.stores;
    const evidence = await venue.evidence();
    const taps = this.people.taps;
    const findings = await brokenPromises({
      instance,
      ...evidence,
      taps,
      acknowledged,
      toldStops,
      mayUncover,
      ledger,
      audit,
    });
    return scenario.forgets ? findings.filter(keptAnyway) : findings;
  }
}

/** What holds even when the ledger itself forgot something; what it forgot cannot be told. */
function keptAnyway([name]: Finding): boolean {
  return name === "duplicates" || name === "unapproved" || name === "unprotected" || name === "auditBroken";
}
