import { setTimeout as pause } from "node:timers/promises";
import { type TransferListItem, Worker } from "node:worker_threads";
import { END, type ThreadMessage, type ThreadOrder } from "./thread-message.ts";

/** How long the end of a thread waits for its start, and then for the work that it does. */
const START_PATIENCE_MS = 5000;
const WORK_PATIENCE_MS = 1000;

export interface ThreadOptions {
  /** Its file, which calls `serveOrders` when it is warm. */
  readonly entry: URL;
  /** Loaded while the code of the thread is bundled. */
  readonly packages: readonly string[];
  /** More than a thread needs is a leak and ends it. */
  readonly mostHeapMb: number;
  /** Room for young objects; the engine's own when unset. */
  readonly youngHeapMb?: number;
}

/** One thread that does one order at a time. It never keeps the process alive while it is idle. */
export class WorkThread<Work, Answer> {
  /** Fulfilled when the first order will not wait for a start; also when the thread dies before. */
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  readonly #gone: Promise<void>;
  readonly #onDeath: (thread: WorkThread<Work, Answer>) => void;
  #orders = 0;
  #isEnding = false;
  #current: { readonly id: number; settle(message: ThreadMessage<Answer>): void } | undefined;

  constructor(options: ThreadOptions, onDeath: (thread: WorkThread<Work, Answer>) => void) {
    const { entry, packages, mostHeapMb, youngHeapMb } = options;
    this.#onDeath = onDeath;
    this.#worker = new Worker(new URL("./start-thread.mjs", import.meta.url), {
      workerData: { entry: entry.href, packages },
      // Without the loaders of the process: they cost a tenth of a second and nothing here needs them.
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: mostHeapMb,
        ...(youngHeapMb !== undefined && { maxYoungGenerationSizeMb: youngHeapMb }),
      },
    });
    this.ready = new Promise((resolve) => {
      this.#worker.once("message", () => resolve());
      this.#worker.once("exit", () => resolve());
    });
    this.#gone = new Promise((resolve) => this.#worker.once("exit", () => resolve()));
    this.#worker.on("message", (message: ThreadMessage<Answer>) => this.#hear(message));
    this.#worker.on("error", (error) => this.#die(error));
    this.#worker.on("exit", () => this.#die(new Error("the thread ended")));
  }

  get isIdle(): boolean {
    return this.#current === undefined;
  }

  /** Rejects with what the work threw, and when the thread dies. `moved` memory is gone here afterwards. */
  run(work: Work, moved: readonly TransferListItem[] = []): Promise<Answer> {
    const id = ++this.#orders;
    return new Promise((resolve, reject) => {
      const settle = (message: ThreadMessage<Answer>): void => {
        if (message.type === "done") resolve(message.answer);
        if (message.type === "failed") reject(message.error);
      };
      const order: ThreadOrder<Work> = { id, work };
      this.#worker.postMessage(order, moved);
      this.#worker.ref();
      this.#current = { id, settle };
    });
  }

  /**
   * Lets it start and finish its work first, within limits: cut off inside of a package's machine code, it can take
   * the whole process with it.
   */
  async end(): Promise<void> {
    // An idle thread keeps no process alive, but a process that waits for its end must not be over before.
    this.#isEnding = true;
    this.#worker.ref();
    await Promise.race([this.ready, pause(START_PATIENCE_MS, undefined, { ref: false })]);
    this.#worker.postMessage(END);
    await Promise.race([this.#gone, pause(WORK_PATIENCE_MS, undefined, { ref: false })]);
    await this.kill();
  }

  /** At once, whatever it does. */
  async kill(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(message: ThreadMessage<Answer>): void {
    const current = this.#current;
    if (message.type !== "ready" && current !== undefined && message.id === current.id) {
      this.#current = undefined;
      current.settle(message);
    }
    if (this.isIdle && !this.#isEnding) this.#worker.unref();
  }

  #die(error: unknown): void {
    const current = this.#current;
    this.#current = undefined;
    this.#onDeath(this);
    current?.settle({ type: "failed", id: current.id, error });
  }
}
