import { DeskError } from "../../engine/errors.ts";
import type { Wait } from "../wait.ts";
import type { CcxtClient } from "./load-client.ts";
import { exchangeFault, type Trace, type Traced } from "./request-trace.ts";
import { createRetryPause } from "./retry-pause.ts";
import type { Venue } from "./venue.ts";

export interface AccountNews {
  /**
   * Something of the symbol may have been filled, or an order of it failed: read it. Without a symbol it may be of
   * any, as after the stream was lost.
   */
  readonly onNews: (symbol?: string) => void;
  /** Told of every lost connection. */
  readonly onFault: (fault: DeskError) => void;
  readonly stop: AbortSignal;
}

export interface AccountStream {
  /** Of its own: what it hears is watched before the client itself looks at it. */
  readonly client: CcxtClient;
  readonly trace: Trace;
  readonly venue: Pick<Venue, "watches" | "marketsIn">;
  /** The desk's symbols by the venue's ids of their markets. */
  readonly symbols: ReadonlyMap<string, string>;
  readonly wait: Wait;
}

/**
 * Listens to the exchange's stream of the account until `stop`, and reconnects by itself. The stream only says
 * when to look: what it tells may come twice, late or never, so orders and fills are always read by request.
 */
export async function followAccount(stream: AccountStream, news: AccountNews): Promise<void> {
  const { client, trace, venue } = stream;
  const timers = ownTimers(client, news.onFault);
  const close = () => {
    timers.clear();
    // A server that is gone never says goodbye: nobody waits for it.
    void client.close().catch(() => undefined);
  };
  news.stop.addEventListener("abort", close, { once: true });
  const heard = tellSymbols(stream, news);
  await Promise.all(
    venue.watches.map((watch) => follow(stream, () => trace(() => watch(client)), heard, news)),
  );
}

/** Counts the messages about orders whose form the venue's row knows. */
interface Heard {
  known: number;
}

/**
 * Tells of every message that calls for a reading. The client's own promise tells of one while somebody waits for it, and
 * of what comes before the next wait only with a later message.
 */
function tellSymbols({ client, venue, symbols }: AccountStream, { onNews, stop }: AccountNews): Heard {
  const heard: Heard = { known: 0 };
  const handleMessage = client.handleMessage.bind(client);
  client.handleMessage = (socket, message) => {
    const markets = venue.marketsIn(message);
    if (markets !== undefined) heard.known += 1;
    // Of a market that the desk does not know another program speaks.
    const named = [...new Set(markets)].flatMap((id) => symbols.get(id) ?? []);
    if (!stop.aborted) for (const symbol of named) onNews(symbol);
    handleMessage(socket, message);
  };
  return heard;
}

async function follow(
  { client, wait }: AccountStream,
  listen: () => Promise<Traced<unknown>>,
  heard: Heard,
  { onNews, onFault, stop }: AccountNews,
): Promise<void> {
  const pause = createRetryPause();
  while (!stop.aborted) {
    const { known } = heard;
    const told = await listen();
    if (stop.aborted) return;
    if (told.ok) {
      pause.reset();
      // In a form that the venue's row does not know: it may be of any symbol.
      if (heard.known === known) onNews();
      continue;
    }
    const fault = exchangeFault(client.id, told.failure);
    onFault(fault);
    await wait(pause.next(fault.retryAfterMs), stop);
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
