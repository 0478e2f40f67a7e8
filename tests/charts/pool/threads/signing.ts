import { parentPort, threadId } from "node:worker_threads";
import { type DrawOrder, END } from "../../../../src/charts/pool/worker-message.ts";

/** Answers every order with its own number instead of a picture. */
parentPort?.on("message", (order: DrawOrder | typeof END) => {
  if (order === END) parentPort?.close();
  else parentPort?.postMessage({ type: "drawn", id: order.id, image: Uint8Array.of(threadId % 256) });
});
