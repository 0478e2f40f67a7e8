import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { addedUp, type FaultReport, type FaultTotals, isClean, NO_FINDINGS } from "./fault-report.ts";
import type { RunOutcome } from "./run-options.ts";
import type { PlayedRun, RunPlan } from "./run-place.ts";

export interface CampaignOptions extends RunPlan {
  readonly runs: number;
  /** Run `i` is the run of the seed `seed + i`. */
  readonly seed: number;
  /** Processes that play runs side by side, each with a Redis and an emulated exchange of its own. */
  readonly jobs: number;
  readonly onRun: (seed: number, outcome: RunOutcome) => void;
  /** Ends the campaign; what runs then does not count. */
  readonly stop?: AbortSignal;
}

const WORKER = fileURLToPath(new URL("campaign-worker.ts", import.meta.url));

/** Plays every run, or those that are finished when `stop` comes, and adds up what they found. */
export async function runCampaign(options: CampaignOptions): Promise<FaultReport> {
  const campaign = new Campaign(options);
  const jobs = Math.min(options.jobs, options.runs);
  await Promise.all(Array.from({ length: jobs }, () => campaign.work()));
  return campaign.report();
}

class Campaign {
  private readonly options: CampaignOptions;
  private readonly startedAt = performance.now();
  private handedOut = 0;
  private runs = 0;
  private findings = NO_FINDINGS;
  private totals: FaultTotals = { processRuns: 0, liveRuns: 0, kills: 0, entries: 0, fills: 0 };
  private readonly failedSeeds: number[] = [];

  constructor(options: CampaignOptions) {
    this.options = options;
  }

  /** One worker after the other in one place: a worker that ends by itself takes its run with it, as a loss. */
  async work(): Promise<void> {
    while (!this.isOver()) {
      const { only, processes, live, exchange, redisBinary } = this.options;
      const plan: RunPlan = { only, processes, live, exchange, redisBinary };
      const worker = fork(WORKER, [JSON.stringify(plan)], { execArgv: ["--import", "tsx"] });
      const ended = once(worker, "exit").then(() => undefined);
      const stopped = this.whenStopped();
      const opened = await Promise.race([once(worker, "message"), ended, stopped.came]);
      if (opened === undefined && !this.isOver()) throw new Error("a process of the campaign did not start");
      while (!this.isOver()) {
        const seed = this.options.seed + this.handedOut;
        this.handedOut += 1;
        const played = await Promise.race([runBy(worker, seed), ended.then(() => died(seed)), stopped.came]);
        if (played === undefined) break;
        this.count(played);
        if (!worker.connected) break;
      }
      stopped.forget();
      // It clears its place up, which nobody needs to wait for who wants to know what was found.
      if (worker.connected) worker.disconnect();
    }
  }

  report(): FaultReport {
    const minutes = (performance.now() - this.startedAt) / 60_000;
    const failedSeeds = [...this.failedSeeds].sort((one, other) => one - other);
    const pace = { minutes: Math.round(minutes * 100) / 100, runsPerMinute: Math.round(this.runs / minutes) };
    return { runs: this.runs, ...this.findings, ...this.totals, ...pace, failedSeeds };
  }

  private isOver(): boolean {
    return this.options.stop?.aborted === true || this.handedOut >= this.options.runs;
  }

  private whenStopped(): { readonly came: Promise<undefined>; readonly forget: () => void } {
    const forgetting = new AbortController();
    const { stop } = this.options;
    const came = new Promise<undefined>((resolve) => {
      stop?.addEventListener("abort", () => resolve(undefined), { signal: forgetting.signal });
    });
    return { came, forget: () => forgetting.abort() };
  }

  private count({ seed, outcome, isProcess, isLive }: PlayedRun): void {
    this.runs += 1;
    this.findings = addedUp(this.findings, outcome.findings);
    const { processRuns, liveRuns, kills, entries, fills } = this.totals;
    this.totals = {
      processRuns: processRuns + (isProcess ? 1 : 0),
      liveRuns: liveRuns + (isLive ? 1 : 0),
      kills: kills + outcome.kills,
      entries: entries + outcome.entries,
      fills: fills + outcome.fills,
    };
    if (!isClean(outcome.findings)) this.failedSeeds.push(seed);
    this.options.onRun(seed, outcome);
  }
}

async function runBy(worker: ChildProcess, seed: number): Promise<PlayedRun> {
  const answer = once(worker, "message");
  worker.send(seed);
  const [played] = await answer;
  return played;
}

/** Nobody knows what became of this run: that is no success. */
function died(seed: number): PlayedRun {
  const details = ["lost: the process of the run ended"];
  const outcome = { findings: { ...NO_FINDINGS, lost: 1 }, details, kills: 0, entries: 0, fills: 0 };
  return { seed, isProcess: false, isLive: false, outcome: { scenario: "kill", ...outcome } };
}
