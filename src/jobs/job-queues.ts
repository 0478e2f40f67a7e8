import { randomUUID } from "node:crypto";
import { type ConnectionOptions, type Job, Queue, QueueEvents, Worker } from "bullmq";
import type { Logger } from "pino";
import {
  AT_ONCE,
  type ClockJob,
  IN_ORDER,
  type JobHandlers,
  type JobName,
  type JobPayloads,
  QUEUE_OF,
  type QueueName,
} from "./job-kinds.ts";

/** How often who waits for the end of the jobs asks whether another process finished some. */
const ASK_OTHERS_MS = 200;

export interface JobQueuesOptions {
  /** Prefix of the keys of all queues. */
  readonly prefix: string;
  /** For adding jobs: must fail fast while Redis is away. Options of ioredis. */
  readonly producer: object;
  /** For workers: must wait for Redis however long it is away. Options of ioredis. */
  readonly consumer: object;
  readonly log: Logger;
  /** One job at a time, in the order in which they were enqueued: slower, but every run is the same. */
  readonly inOrder?: boolean;
}

/** Queues of the desk on BullMQ: producers always, workers for the jobs that this process has handlers for. */
export class JobQueues {
  private readonly queues = new Map<QueueName, Queue>();
  private readonly events = new Map<QueueName, QueueEvents>();
  private readonly workers: Worker[] = [];
  private readonly options: JobQueuesOptions;
  /** Jobs that are not known to be finished, and the queue of each once it is there. */
  private readonly inFlight = new Map<string, Queue | undefined>();
  private whenIdle: (() => void)[] = [];
  /** Called when a job is done, for those who wait for one. */
  private readonly whenDone = new Map<string, () => void>();

  constructor(options: JobQueuesOptions) {
    this.options = options;
  }

  /**
   * Enqueues a job, to be run after `delayMs`. A failure to do so is logged, not thrown: the sweeper finds the
   * work in the ledger. `idle` does not wait for jobs whose time has not come.
   */
  async enqueue<N extends JobName>(name: N, payload: JobPayloads[N], delayMs = 0): Promise<void> {
    await this.add(randomUUID(), name, payload, delayMs);
  }

  /**
   * Enqueues a job; where this process works it off, waits until that is done, at most `patienceMs` of machine time.
   */
  async enqueueAndWait<N extends JobName>(
    name: N,
    payload: JobPayloads[N],
    patienceMs: number,
  ): Promise<void> {
    const jobId = randomUUID();
    await this.add(jobId, name, payload);
    const isWorkedHere = this.workers.some((worker) => worker.name === this.queueOf(name));
    if (!this.inFlight.has(jobId) || !isWorkedHere) return;
    let patience: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.whenDone.set(jobId, resolve);
      patience = setTimeout(resolve, patienceMs);
    });
    clearTimeout(patience);
    this.whenDone.delete(jobId);
  }

  private async add<N extends JobName>(
    jobId: string,
    name: N,
    payload: JobPayloads[N],
    delayMs = 0,
  ): Promise<void> {
    const queue = this.queue(this.queueOf(name));
    if (delayMs === 0) this.inFlight.set(jobId, undefined);
    try {
      await queue.add(name, payload, {
        jobId,
        delay: delayMs,
        removeOnComplete: true,
        removeOnFail: 100,
      });
      if (this.inFlight.has(jobId)) this.inFlight.set(jobId, queue);
    } catch (error) {
      this.finished(jobId);
      this.options.log.warn({ err: error, job: name }, "job not enqueued; the sweeper will find it");
    }
  }

  /**
   * Enqueues a job and waits for its answer. Rejects when the job fails or takes longer than `timeoutMs`. Jobs
   * without a priority go first, then those with a low number.
   */
  async ask<N extends JobName>(
    name: N,
    payload: JobPayloads[N],
    timeoutMs: number,
    priority = 0,
  ): Promise<unknown> {
    const queueName = this.queueOf(name);
    const events = await this.eventsOf(queueName);
    const opts = { removeOnComplete: 100, removeOnFail: 100, priority };
    const job = await this.queue(queueName).add(name, payload, opts);
    return job.waitUntilFinished(events, timeoutMs);
  }

  /**
   * Makes the jobs of one name that come by the clock exactly these: what is new or changed is set, what is not
   * among them ends. Every process of the desk may ask for the same ones.
   */
  async schedule<N extends JobName>(name: N, wanted: readonly ClockJob<N>[]): Promise<void> {
    const queue = this.queue(this.queueOf(name));
    const prefix = `clock-${name}-`;
    const names = new Set(wanted.map(({ id }) => prefix + id));
    for (const { key } of await queue.getJobSchedulers()) {
      if (key.startsWith(prefix) && !names.has(key)) await queue.removeJobScheduler(key);
    }
    for (const { id, cron, timeZone, payload } of wanted) {
      const opts = { removeOnComplete: true, removeOnFail: 100 };
      await queue.upsertJobScheduler(
        prefix + id,
        { pattern: cron, tz: timeZone },
        { name, data: payload, opts },
      );
    }
  }

  /** When jobs of one name come next by the clock, by the id of their schedule. Epoch ms. */
  async scheduled(name: JobName): Promise<ReadonlyMap<string, number>> {
    const prefix = `clock-${name}-`;
    const all = await this.queue(this.queueOf(name)).getJobSchedulers();
    return new Map(
      all
        .filter(({ key }) => key.startsWith(prefix))
        .map(({ key, next }) => [key.slice(prefix.length), next ?? 0]),
    );
  }

  /** Adds a job every `everyMs`, once for the desk however many processes ask for it. */
  async every<N extends JobName>(name: N, everyMs: number, payload: JobPayloads[N]): Promise<void> {
    await this.queue(this.queueOf(name)).upsertJobScheduler(
      `every-${name}`,
      { every: everyMs },
      {
        name,
        data: payload,
        opts: { removeOnComplete: true, removeOnFail: 100 },
      },
    );
  }

  /** Starts a worker for each queue that has a handler here. */
  work(handlers: JobHandlers): void {
    const names = (Object.keys(handlers) as JobName[]).map((name) => this.queueOf(name));
    for (const queueName of new Set(names)) this.startWorker(queueName, handlers);
  }

  /**
   * Resolves when every job that this process enqueued with `enqueue` has been worked off, by it or by another
   * process on the same queues.
   */
  async idle(): Promise<void> {
    if (this.inFlight.size === 0) return;
    const asking = setInterval(() => void this.askOthers(), ASK_OTHERS_MS);
    await new Promise<void>((resolve) => this.whenIdle.push(resolve));
    clearInterval(asking);
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.events.values()].map((events) => events.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private queueOf(name: JobName): QueueName {
    return this.options.inOrder ? IN_ORDER : QUEUE_OF[name];
  }

  private startWorker(queueName: QueueName, handlers: JobHandlers): void {
    const worker = new Worker(queueName, (job) => this.handle(job, handlers), {
      connection: connectionOf(this.options.consumer),
      prefix: this.options.prefix,
      concurrency: AT_ONCE[queueName] ?? 1,
    });
    worker.on("error", (error) =>
      this.options.log.warn({ err: error, queue: queueName }, "queue connection"),
    );
    this.workers.push(worker);
  }

  private async handle(job: Job, handlers: JobHandlers): Promise<unknown> {
    const handler = handlers[job.name as JobName] as ((payload: unknown) => Promise<unknown>) | undefined;
    try {
      if (handler === undefined) throw new Error(`no handler for job ${job.name}`);
      return await handler(job.data);
    } catch (error) {
      this.options.log.error({ err: error, job: job.name }, "job failed");
      throw error;
    } finally {
      this.finished(job.id);
    }
  }

  /** A job that is gone from its queue, or failed, was worked off. While Redis is away nobody can say. */
  private async askOthers(): Promise<void> {
    for (const [jobId, queue] of [...this.inFlight]) {
      const state = await queue?.getJobState(jobId).catch(() => undefined);
      if (state === "unknown" || state === "failed") this.finished(jobId);
    }
  }

  private finished(jobId: string | undefined): void {
    if (jobId === undefined || !this.inFlight.delete(jobId)) return;
    this.whenDone.get(jobId)?.();
    if (this.inFlight.size > 0) return;
    const waiting = this.whenIdle;
    this.whenIdle = [];
    for (const resolve of waiting) resolve();
  }

  private queue(name: QueueName): Queue {
    const known = this.queues.get(name);
    if (known) return known;
    const queue = new Queue(name, {
      connection: connectionOf(this.options.producer),
      prefix: this.options.prefix,
    });
    queue.on("error", (error) => this.options.log.warn({ err: error, queue: name }, "queue connection"));
    this.queues.set(name, queue);
    return queue;
  }

  private async eventsOf(name: QueueName): Promise<QueueEvents> {
    let events = this.events.get(name);
    if (events === undefined) {
      events = new QueueEvents(name, {
        connection: connectionOf(this.options.consumer),
        prefix: this.options.prefix,
      });
      this.events.set(name, events);
    }
    await events.waitUntilReady();
    return events;
  }
}

/** ioredis and BullMQ name the same options in types that do not fit each other under exact optional properties. */
function connectionOf(options: object): ConnectionOptions {
  return { ...options };
}
