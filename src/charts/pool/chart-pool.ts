import { DeskError } from "../../engine/errors.ts";
import type { ChartRequest } from "../kinds/chart-kinds.ts";
import { DrawingThread } from "./drawing-thread.ts";

export interface ChartPoolOptions {
  /** Most threads at one time. */
  readonly threads: number;
  /** From the order to the picture, the wait for a thread included. */
  readonly timeLimitMs: number;
  /** Entry of a drawing thread. */
  readonly entry: URL;
}

interface Order {
  readonly request: ChartRequest;
  readonly timer: NodeJS.Timeout;
  resolve(image: Uint8Array): void;
  reject(error: unknown): void;
}

/**
 * A bounded number of drawing threads with one queue before them. The first starts at once, so that it is warm
 * when the first picture is asked for; the others when there is more work than threads.
 */
export class ChartPool {
  readonly #options: ChartPoolOptions;
  readonly #threads = new Set<DrawingThread>();
  readonly #queue: Order[] = [];
  readonly #running = new Map<Order, DrawingThread>();
  #closed = false;

  constructor(options: ChartPoolOptions) {
    this.#options = options;
    this.#start();
  }

  /** Fulfilled when every thread that was started is warm. */
  async ready(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.ready));
  }

  /** Rejects with `chart-timed-out`, and with what the model threw. The pool goes on in either case. */
  draw(request: ChartRequest): Promise<Uint8Array> {
    if (this.#closed) return Promise.reject(new DeskError("chart-pool-closed"));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(order), this.#options.timeLimitMs);
      const order: Order = { request, timer, resolve, reject };
      this.#queue.push(order);
      this.#dispatch();
    });
  }

  /** Ends the threads; what is not drawn yet is rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const order of this.#queue.splice(0)) {
      clearTimeout(order.timer);
      order.reject(new DeskError("chart-pool-closed"));
    }
    await Promise.all([...this.#threads].map((thread) => thread.end()));
  }

  #start(): DrawingThread {
    const thread = new DrawingThread(this.#options.entry, (dead) => this.#threads.delete(dead));
    this.#threads.add(thread);
    return thread;
  }

  #dispatch(): void {
    const free = this.#queue.length > 0 && !this.#closed ? this.#freeThread() : undefined;
    const order = free && this.#queue.shift();
    if (free !== undefined && order !== undefined) void this.#run(order, free);
  }

  #freeThread(): DrawingThread | undefined {
    const idle = [...this.#threads].find((thread) => thread.isIdle);
    if (idle !== undefined) return idle;
    return this.#threads.size < this.#options.threads ? this.#start() : undefined;
  }

  /** A thread that does not come back in time is ended: nothing else stops a picture that is being drawn. */
  async #run(order: Order, thread: DrawingThread): Promise<void> {
    this.#running.set(order, thread);
    try {
      order.resolve(await thread.draw(order.request));
    } catch (error) {
      order.reject(error);
    } finally {
      clearTimeout(order.timer);
      this.#running.delete(order);
      this.#dispatch();
    }
  }

  #giveUp(order: Order): void {
    order.reject(new DeskError("chart-timed-out", { limitMs: this.#options.timeLimitMs }));
    const waiting = this.#queue.indexOf(order);
    if (waiting >= 0) this.#queue.splice(waiting, 1);
    void this.#running.get(order)?.kill();
  }
}
