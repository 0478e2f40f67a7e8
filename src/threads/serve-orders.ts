import { parentPort } from "node:worker_threads";
import { END, type ThreadMessage, type ThreadOrder } from "./thread-message.ts";

/**
 * The whole life of a thread once it is warm: says so, answers each order and ends when it is told to. The memory that
 * `movedOf` names is not copied; it is gone here afterwards.
 */
export function serveOrders<Work, Answer>(
  work: (order: Work) => Answer | Promise<Answer>,
  movedOf: (answer: Answer) => readonly ArrayBuffer[] = () => [],
): void {
  const say = (message: ThreadMessage<Answer>, moved: readonly ArrayBuffer[] = []): void => {
    parentPort?.postMessage(message, moved);
  };
  const serve = async ({ id, work: order }: ThreadOrder<Work>): Promise<void> => {
    try {
      const answer = await work(order);
      say({ type: "done", id, answer }, movedOf(answer));
    } catch (error) {
      say({ type: "failed", id, error });
    }
  };
  parentPort?.on("message", (order: ThreadOrder<Work> | typeof END) => {
    if (order === END) parentPort?.close();
    else void serve(order);
  });
  say({ type: "ready" });
}
