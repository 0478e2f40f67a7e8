import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Logger } from "pino";
import { readLocales } from "../../bot/locales.ts";
import { createTexts } from "../../bot/texts.ts";
import { createChartRenderer } from "../../charts/chart-renderer.ts";
import { drawsFor } from "../../exchange/simulated/draws.ts";
import { connectRedis } from "../../store/connect.ts";
import { startEmbeddedRedis } from "../../store/embedded-redis.ts";
import { startEmulatorProcess } from "./emulator-process.ts";
import { addedUp, type FaultReport, isClean, NO_FINDINGS } from "./fault-report.ts";
import { runFault } from "./fault-run.ts";
import type { RunOutcome } from "./run-options.ts";
import { type ScenarioName, scenarioOf } from "./scenarios.ts";
import { deskSpawner } from "./spawn-desk.ts";

export interface CampaignOptions {
  readonly runs: number;
  /** Run `i` is the run of the seed `seed + i`. */
  readonly seed: number;
  readonly only?: ScenarioName | undefined;
  /** Share of the runs whose desk is a process of its own; they take ten times as long. */
  readonly processes: number;
  /** Share of the runs that trade at an emulated exchange, over HTTP. */
  readonly live: number;
  /** Which exchange that is. */
  readonly exchange: string;
  readonly redisBinary: string;
  readonly log: Logger;
  readonly onRun: (seed: number, outcome: RunOutcome) => void;
}

/** Runs on one real Redis that syncs every write, each run under an instance name of its own. */
export async function runCampaign(options: CampaignOptions): Promise<FaultReport> {
  const dir = mkdtempSync(join(tmpdir(), "killzone-faults-"));
  const server = await startEmbeddedRedis({ dir, binary: options.redisBinary });
  const redis = await connectRedis(server);
  const texts = createTexts({ sources: await readLocales(), report: () => undefined });
  const charts = createChartRenderer();
  const emulator = await startEmulatorProcess(options.exchange);
  let findings = NO_FINDINGS;
  const totals = { processRuns: 0, liveRuns: 0, kills: 0, entries: 0, fills: 0 };
  const failedSeeds: number[] = [];
  try {
    for (let run = 0; run < options.runs; run += 1) {
      const seed = options.seed + run;
      const { only, log } = options;
      const isProcess = drawsFor("process", seed).uniform() < options.processes;
      const isLive = trades(options, seed);
      const spawn = isProcess ? deskSpawner(server.socketPath) : undefined;
      const outcome = await runFault({
        seed,
        only,
        redis: { client: redis, dir, pid: () => server.pid },
        emulator: isLive ? emulator : undefined,
        texts,
        charts,
        log,
        spawn,
      });
      totals.processRuns += isProcess ? 1 : 0;
      totals.liveRuns += isLive ? 1 : 0;
      options.onRun(seed, outcome);
      findings = addedUp(findings, outcome.findings);
      totals.kills += outcome.kills;
      totals.entries += outcome.entries;
      totals.fills += outcome.fills;
      if (!isClean(outcome.findings)) failedSeeds.push(seed);
      await redis.flushdb();
    }
  } finally {
    redis.disconnect();
    await charts.close();
    await emulator.stop();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
  return { runs: options.runs, ...findings, ...totals, failedSeeds };
}

/** Whether a run trades at the emulated exchange: drawn, unless its scenario needs it. */
function trades({ only, live }: CampaignOptions, seed: number): boolean {
  if (only !== undefined && scenarioOf(only).venue === "emulated") return true;
  return drawsFor("live", seed).uniform() < live;
}
