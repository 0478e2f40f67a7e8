import { parentPort, threadId } from "node:worker_threads";
import type { DrawOrder } from "../../../../src/charts/pool/worker-message.ts";

/** Answers every order with its own number instead of a picture. */
parentPort?.on("message", ({ id }: DrawOrder) => {
  parentPort?.postMessage({ type: "drawn", id, image: Uint8Array.of(threadId % 256) });
});
