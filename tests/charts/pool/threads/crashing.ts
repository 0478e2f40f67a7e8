import { parentPort } from "node:worker_threads";
import { type DrawOrder, END } from "../../../../src/charts/pool/worker-message.ts";

/** Dies on the first order. */
parentPort?.on("message", (order: DrawOrder | typeof END) => {
  if (order !== END) throw new Error("crashed");
  parentPort?.close();
});
