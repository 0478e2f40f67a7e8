import { parentPort } from "node:worker_threads";

/** Dies on the first order. */
parentPort?.on("message", () => {
  throw new Error("crashed");
});
