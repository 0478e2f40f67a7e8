import { DeskError } from "../../engine/errors.ts";
import type { Wait } from "../wait.ts";
import type { CcxtClient } from "./load-client.ts";
import { exchangeFault, type Trace, type Traced } from "./request-trace.ts";
import { createRetryPause } from "./retry-pause.ts";
import type { Venue } from "./venue.ts";

export interface AccountNews {
  /** Something about an order changed, or may have changed while the stream was lost: read it. */
  readonly onNews: () => void;
  /** Told of every lost connection. */
  readonly onFault: (fault: DeskError) => void;
  readonly stop: AbortSignal;
}

/**
 * Listens to the exchange's stream of the account until `stop`, and reconnects by itself. The stream only says
 * when to look: what it tells may come twice, late or never, so orders and fills are always read by request.
 */
export async function followAccount(
  client: CcxtClient,
  trace: Trace,
  watches: Venue["watches"],
  wait: Wait,
  news: AccountNews,
): Promise<void> {
  const timers = ownTimers(client, news.onFault);
  const close = () => {
    timers.clear();
    // A server that is gone never says goodbye: nobody waits for it.
    void client.close().catch(() => undefined);
  };
  news.stop.addEventListener("abort", close, { once: true });
  await Promise.all(watches.map((watch) => follow(client.id, () => trace(() => watch(client)), wait, news)));
}

async function follow(
  exchange: string,
  listen: () => Promise<Traced<unknown>>,
  wait: Wait,
  { onNews, onFault, stop }: AccountNews,
): Promise<void> {
  const pause = createRetryPause();
  while (!stop.aborted) {
    const heard = await listen();
    if (stop.aborted) return;
    if (heard.ok) {
      pause.reset();
    } else {
      const fault = exchangeFault(exchange, heard.failure);
      onFault(fault);
      await wait(pause.next(fault.retryAfterMs), stop);
    }
    onNews();
  }
}

/**
 * The client renews its key to the stream on timers that nobody can stop, and swallows what fails there. Here
 * they end with the stream, and a failure is told.
 */
function ownTimers(client: CcxtClient, onFault: (fault: DeskError) => void): { clear(): void } {
  const running = new Set<NodeJS.Timeout>();
  client.delay = (ms: number, method: (...words: unknown[]) => Promise<unknown>, ...words: unknown[]) => {
    const timer = setTimeout(() => {
      running.delete(timer);
      method.apply(client, words).catch((error: unknown) => {
        const reason = error instanceof Error ? error.name : typeof error;
        onFault(new DeskError("exchange-unavailable", { exchange: client.id, reason }));
      });
    }, ms);
    running.add(timer);
  };
  return {
    clear: () => {
      for (const timer of running) clearTimeout(timer);
      running.clear();
    },
  };
}
