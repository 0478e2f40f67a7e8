import { parentPort } from "node:worker_threads";
import { END, type ThreadOrder } from "../../../src/threads/thread-message.ts";

/** Dies on the first order. */
parentPort?.on("message", (order: ThreadOrder<unknown> | typeof END) => {
  if (order !== END) throw new Error("crashed");
  parentPort?.close();
});
