import type { TransferListItem } from "node:worker_threads";
import { DeskError, type ErrorCode } from "../engine/errors.ts";
import { type ThreadOptions, WorkThread } from "./work-thread.ts";

export interface ThreadPoolOptions extends ThreadOptions {
  /** Most threads at one time. */
  readonly threads: number;
  /** From the order to the answer, the wait for a thread included. */
  readonly timeLimitMs: number;
  /** What an order rejects with that took too long, and one that comes after the end. */
  readonly codes: { readonly timedOut: ErrorCode; readonly closed: ErrorCode };
  /** Threads end after this long without any order; unset: never, and the first one starts at once. */
  readonly idleMs?: number;
}

interface Order<Work, Answer> {
  readonly work: Work;
  readonly moved: readonly TransferListItem[];
  readonly timer: NodeJS.Timeout;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * A bounded number of threads with one queue before them. More start when there is more work than threads; those of
 * a pool that is always used are kept, so that the first is warm when the first order comes.
 */
export class ThreadPool<Work, Answer> {
  readonly #options: ThreadPoolOptions;
  readonly #threads = new Set<WorkThread<Work, Answer>>();
  readonly #queue: Order<Work, Answer>[] = [];
  readonly #running = new Map<Order<Work, Answer>, WorkThread<Work, Answer>>();
  /** Ends of threads that are not over yet. */
  readonly #ending = new Set<Promise<void>>();
  #idleTimer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: ThreadPoolOptions) {
    this.#options = options;
    if (options.idleMs === undefined) this.#start();
  }

  /** Threads that live now. */
  get size(): number {
    return this.#threads.size;
  }

  /** Threads whose end is not over yet. */
  get ending(): number {
    return this.#ending.size;
  }

  /** Fulfilled when every thread that was started is warm. */
  async ready(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.ready));
  }

  /** Rejects with `timedOut` of the codes, and with what the work threw. The pool goes on in either case. */
  run(work: Work, moved: readonly TransferListItem[] = []): Promise<Answer> {
    const { codes, timeLimitMs } = this.#options;
    if (this.#closed) return Promise.reject(new DeskError(codes.closed));
    clearTimeout(this.#idleTimer);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(order), timeLimitMs);
      const order: Order<Work, Answer> = { work, moved, timer, resolve, reject };
      this.#queue.push(order);
      this.#dispatch();
    });
  }

  /** Ends the threads; what is not done yet is rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idleTimer);
    for (const order of this.#queue.splice(0)) {
      clearTimeout(order.timer);
      order.reject(new DeskError(this.#options.codes.closed));
    }
    await this.#endThreads();
  }

  #start(): WorkThread<Work, Answer> {
    const thread = new WorkThread<Work, Answer>(this.#options, (dead) => this.#threads.delete(dead));
    this.#threads.add(thread);
    return thread;
  }

  #dispatch(): void {
    const free = this.#queue.length > 0 && !this.#closed ? this.#freeThread() : undefined;
    const order = free && this.#queue.shift();
    if (free !== undefined && order !== undefined) void this.#run(order, free);
  }

  #freeThread(): WorkThread<Work, Answer> | undefined {
    const idle = [...this.#threads].find((thread) => thread.isIdle);
    if (idle !== undefined) return idle;
    return this.#threads.size < this.#options.threads ? this.#start() : undefined;
  }

  /** A thread that does not come back in time is ended: nothing else stops what it does. */
  async #run(order: Order<Work, Answer>, thread: WorkThread<Work, Answer>): Promise<void> {
    this.#running.set(order, thread);
    try {
      order.resolve(await thread.run(order.work, order.moved));
    } catch (error) {
      order.reject(error);
    } finally {
      clearTimeout(order.timer);
      this.#running.delete(order);
      this.#dispatch();
      this.#rest();
    }
  }

  #giveUp(order: Order<Work, Answer>): void {
    const { codes, timeLimitMs } = this.#options;
    order.reject(new DeskError(codes.timedOut, { limitMs: timeLimitMs }));
    const waiting = this.#queue.indexOf(order);
    if (waiting >= 0) this.#queue.splice(waiting, 1);
    void this.#running.get(order)?.kill();
  }

  /** With nothing to do, the threads give their memory back after a while. */
  #rest(): void {
    const { idleMs } = this.#options;
    if (idleMs === undefined || this.#running.size > 0 || this.#closed) return;
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => void this.#endThreads(), idleMs).unref();
  }

  async #endThreads(): Promise<void> {
    for (const thread of this.#threads) {
      const end: Promise<void> = thread.end().finally(() => this.#ending.delete(end));
      this.#ending.add(end);
    }
    this.#threads.clear();
    await Promise.all(this.#ending);
  }
}
