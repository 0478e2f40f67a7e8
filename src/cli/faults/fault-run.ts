import { drawsFor } from "../../exchange/simulated/draws.ts";
import { venueOverHttp } from "./emulated-venue.ts";
import { reachExchange } from "./exchange-way.ts";
import { startFaultDesk } from "./fault-desk.ts";
import { INSTRUMENTS, START_AT } from "./fault-market.ts";
import type { Finding } from "./fault-report.ts";
import { venueInProcess } from "./fault-venue.ts";
import { HeldQueues } from "./held-queues.ts";
import { countOf } from "./invariants.ts";
import { Life } from "./life.ts";
import { MovedClock } from "./moved-clock.ts";
import type { RunOptions, RunOutcome, SpawnDesk } from "./run-options.ts";
import { RunStory } from "./run-story.ts";
import { drawnScenario, scenarioOf } from "./scenarios.ts";
import { Venue } from "./venue.ts";

/** Of real time; the longest run waits one minute for a Redis that is gone. */
const PATIENCE_MS = 240_000;

/** One run: signals, taps, a market and faults, all drawn from the seed; then the promises are checked. */
export async function runFault(options: RunOptions): Promise<RunOutcome> {
  const { seed, emulator } = options;
  const draws = drawsFor("faults", seed);
  const drawn = drawnScenario(draws, emulator === undefined ? "in-process" : "emulated");
  const name = options.only ?? drawn;
  const scenario = scenarioOf(name);
  const clock = new MovedClock(START_AT);
  const venue =
    emulator === undefined
      ? venueInProcess(
          new Venue({
            instruments: INSTRUMENTS,
            clock,
            draws,
            faultOf: (order) => scenario.faultOf?.(order, draws),
            scramblesFills: scenario.scramblesFills ?? false,
          }),
        )
      : await venueOverHttp({ emulator, scenario, draws });
  const spawn = options.spawn ?? deskInProcess(options);
  const story = new RunStory({ ...options, spawn, scenario, draws, clock, venue });
  const details = await withinPatience(story.play());
  return {
    scenario: name,
    findings: { ...countOf(details), worstRecoveryMs: story.worstRecoveryMs },
    details: details.map(([finding, text]) => `${finding}: ${text}`),
    kills: story.kills,
    ...(await story.activity()),
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

/** Desks that live and die inside of this process. */
function deskInProcess({ redis, texts, charts, log }: RunOptions): SpawnDesk {
  return async (world, cutAt) => {
    const life = new Life(cutAt, undefined, world.stall);
    const desk = await startFaultDesk({
      ...world,
      ...(await reachExchange(world.way, world.clock, world.instance)),
      redis: redis.client,
      texts,
      charts,
      log,
      life,
      queues: () => new HeldQueues(world.clock, log),
    });
    return { desk, cut: life.cut };
  };
}
