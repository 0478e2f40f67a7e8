import type { Logger } from "pino";
import type { Clock } from "../../engine/ports.ts";
import type { JobHandlers, JobName, JobPayloads } from "../../jobs/job-kinds.ts";
import { JobQueues } from "../../jobs/job-queues.ts";

interface HeldJob {
  readonly name: JobName;
  readonly payload: unknown;
  readonly due: number;
}

/**
 * Queues in the memory of one life, on the run's own time: jobs die with the desk, so that a run of it shows
 * that nothing hangs on a job. Different kinds of jobs run side by side, as their workers do.
 */
export class HeldQueues extends JobQueues {
  private jobs: HeldJob[] = [];
  private handlers: JobHandlers = {};
  private readonly clock: Clock;
  private readonly log: Logger;
  private running: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(clock: Clock, log: Logger) {
    super({ prefix: "held", producer: {}, consumer: {}, log });
    this.clock = clock;
    this.log = log;
  }

  override async enqueue<N extends JobName>(name: N, payload: JobPayloads[N], delayMs = 0): Promise<void> {
    this.jobs.push({ name, payload, due: this.clock.now() + delayMs });
  }

  override enqueueAndWait<N extends JobName>(name: N, payload: JobPayloads[N]): Promise<void> {
    return this.enqueue(name, payload);
  }

  override async every(): Promise<void> {
    // The run itself decides when it is time for a sweep.
  }

  override work(handlers: JobHandlers): void {
    this.handlers = handlers;
  }

  /** Works off every job whose time has come, and those they lead to. */
  override async idle(): Promise<void> {
    while (!this.closed) {
      const due = this.jobs.filter((job) => job.due <= this.clock.now());
      if (due.length === 0) return;
      this.jobs = this.jobs.filter((job) => job.due > this.clock.now());
      const names = [...new Set(due.map(({ name }) => name))];
      const sides = names.map((name) => this.runAll(due.filter((job) => job.name === name)));
      this.running = Promise.all(sides).then(() => undefined);
      await this.running;
    }
  }

  /** What runs is finished, what waits is left. */
  override async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private async runAll(jobs: readonly HeldJob[]): Promise<void> {
    for (const { name, payload } of jobs) {
      if (this.closed) return;
      const handler = this.handlers[name] as ((payload: unknown) => Promise<unknown>) | undefined;
      try {
        await handler?.(payload);
      } catch (error) {
        this.log.error({ err: error, job: name }, "job failed");
      }
    }
  }
}
