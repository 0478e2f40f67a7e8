import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { ChartRequest } from "../kinds/chart-kinds.ts";
import { type DrawOrder, END, type WorkerMessage } from "./worker-message.ts";

/** A drawing thread holds the model and one picture; more is a leak and ends it. */
const MOST_HEAP_MB = 192;

/**
 * Little room for young objects, so that the pixels of a picture (4 MB outside of the heap) are given back after a few
 * pictures and by the cheap collection. With more room the whole heap is marked every ten pictures instead.
 */
const YOUNG_HEAP_MB = 3;

/** How long the end of a thread waits for its start, and then for the picture that it draws. */
const START_PATIENCE_MS = 5000;
const DRAW_PATIENCE_MS = 1000;

/** Loaded while the code of the thread is bundled. */
const PACKAGES = ["@napi-rs/canvas", "chartjs-node-canvas", "chart.js/auto"];

/** One thread that draws one picture at a time. It never keeps the process alive while it is idle. */
export class DrawingThread {
  /** Fulfilled when the first picture will not wait for a start; also when the thread dies before. */
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  readonly #gone: Promise<void>;
  readonly #onDeath: (thread: DrawingThread) => void;
  #orders = 0;
  #isEnding = false;
  #current: { readonly id: number; settle(message: WorkerMessage): void } | undefined;

  constructor(entry: URL, onDeath: (thread: DrawingThread) => void) {
    this.#onDeath = onDeath;
    this.#worker = new Worker(new URL("./start-thread.mjs", import.meta.url), {
      workerData: { entry: entry.href, packages: PACKAGES },
      // Without the loaders of the process: they cost a tenth of a second and nothing here needs them.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
    });
    this.ready = new Promise((resolve) => {
      this.#worker.once("message", () => resolve());
      this.#worker.once("exit", () => resolve());
    });
    this.#gone = new Promise((resolve) => this.#worker.once("exit", () => resolve()));
    this.#worker.on("message", (message: WorkerMessage) => this.#hear(message));
    this.#worker.on("error", (error) => this.#die(error));
    this.#worker.on("exit", () => this.#die(new Error("the drawing thread ended")));
  }

  get isIdle(): boolean {
    return this.#current === undefined;
  }

  /** Rejects with what the model or the rasteriser threw, and when the thread dies. */
  draw(request: ChartRequest): Promise<Uint8Array> {
    const id = ++this.#orders;
    return new Promise((resolve, reject) => {
      const settle = (message: WorkerMessage): void => {
        if (message.type === "drawn") resolve(message.image);
        if (message.type === "failed") reject(message.error);
      };
      const order: DrawOrder = { id, request };
      this.#worker.postMessage(order);
      this.#worker.ref();
      this.#current = { id, settle };
    });
  }

  /**
   * Lets it start and draw to the end first, within limits: cut off inside of a package's machine code, it can take
   * the whole process with it.
   */
  async end(): Promise<void> {
    // An idle thread keeps no process alive, but a process that waits for its end must not be over before.
    this.#isEnding = true;
    this.#worker.ref();
    await Promise.race([this.ready, pause(START_PATIENCE_MS, undefined, { ref: false })]);
    this.#worker.postMessage(END);
    await Promise.race([this.#gone, pause(DRAW_PATIENCE_MS, undefined, { ref: false })]);
    await this.kill();
  }

  /** At once, whatever it does. */
  async kill(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(message: WorkerMessage): void {
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
