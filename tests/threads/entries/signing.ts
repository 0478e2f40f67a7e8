import { parentPort, threadId } from "node:worker_threads";
import { END, type ThreadOrder } from "../../../src/threads/thread-message.ts";

/** Answers every order with its own number instead of a picture. */
parentPort?.on("message", (order: ThreadOrder<unknown> | typeof END) => {
  if (order === END) parentPort?.close();
  else parentPort?.postMessage({ type: "done", id: order.id, answer: Uint8Array.of(threadId % 256) });
});
