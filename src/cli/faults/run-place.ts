import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Logger } from "pino";
import { readLocales } from "../../bot/locales.ts";
import { createTexts } from "../../bot/texts.ts";
import { drawsFor } from "../../exchange/simulated/draws.ts";
import { connectRedis } from "../../store/connect.ts";
import { startEmbeddedRedis } from "../../store/embedded-redis.ts";
import { type EmulatorProcess, startEmulatorProcess } from "./emulator-process.ts";
import { runFault } from "./fault-run.ts";
import type { RunOutcome } from "./run-options.ts";
import { type ScenarioName, scenarioOf } from "./scenarios.ts";
import { deskSpawner } from "./spawn-desk.ts";

/** What a seed leaves open of a run. */
export interface RunPlan {
  readonly only?: ScenarioName | undefined;
  /** Share of the runs whose desk is a process of its own; they take ten times as long. */
  readonly processes: number;
  /** Share of the runs that trade at an emulated exchange, over HTTP. */
  readonly live: number;
  /** Which exchange that is. */
  readonly exchange: string;
  readonly redisBinary: string;
}

export interface PlayedRun {
  readonly seed: number;
  readonly outcome: RunOutcome;
  readonly isProcess: boolean;
  readonly isLive: boolean;
}

export interface RunPlace {
  play(seed: number): Promise<PlayedRun>;
  close(): Promise<void>;
}

/** Pictures prove nothing here, and the time they take would say when a desk dies. */
const CHARTS = { render: async () => new Uint8Array([1]) };

/** A Redis that syncs every write and an emulated exchange, started once for one run after the other. */
export async function openRunPlace(plan: RunPlan, log: Logger): Promise<RunPlace> {
  const dir = mkdtempSync(join(tmpdir(), "killzone-faults-"));
  const server = await startEmbeddedRedis({ dir, binary: plan.redisBinary });
  const redis = await connectRedis(server);
  const texts = createTexts({ sources: await readLocales(), report: () => undefined });
  let emulator: Promise<EmulatorProcess> | undefined;
  return {
    play: async (seed) => {
      const isProcess = drawsFor("process", seed).uniform() < plan.processes;
      const isLive = tradesLive(plan, seed);
      if (isLive) emulator ??= startEmulatorProcess(plan.exchange);
      const outcome = await runFault({
        seed,
        only: plan.only,
        redis: { client: redis, dir, pid: () => server.pid },
        emulator: isLive ? await emulator : undefined,
        texts,
        charts: CHARTS,
        log,
        spawn: isProcess ? deskSpawner(server.socketPath) : undefined,
      });
      await redis.flushdb();
      return { seed, outcome, isProcess, isLive };
    },
    close: async () => {
      redis.disconnect();
      await (await emulator)?.stop();
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Whether a run trades at the emulated exchange: drawn, unless its scenario needs it. */
function tradesLive({ only, live }: RunPlan, seed: number): boolean {
  if (only !== undefined && scenarioOf(only).venue === "emulated") return true;
  return drawsFor("live", seed).uniform() < live;
}
