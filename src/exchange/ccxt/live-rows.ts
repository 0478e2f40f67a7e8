import { setImmediate as nextTurn } from "node:timers/promises";
import type { DeskError } from "../../engine/errors.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { Wait } from "../wait.ts";
import type { CcxtClient } from "./load-client.ts";
import { marketFault } from "./market-fault.ts";
import { createRetryPause } from "./retry-pause.ts";

/** Silence on every symbol for this long means that the connection is dead, whatever it says. */
const SILENCE_MS = 90_000;

export type Rows = readonly (readonly unknown[])[];

/** A forming minute as the stream tells it, and when it last spoke of it: epoch ms of the exchange's time. */
export interface HeardRow {
  readonly row: readonly unknown[];
  readonly heardAtMs: number;
}

export interface LiveNews {
  /** What was told since the last news, in the order in which ccxt learnt of the minutes. */
  readonly rows: readonly HeardRow[];
  /** The stream was lost since the last news. */
  readonly resumed: boolean;
}

/** The stream of one symbol's forming minutes; it reconnects by itself. */
export interface LiveRows {
  /** Resolves when there is something to take. Never rejects. */
  ready(): Promise<"news">;
  /** What came since it was last taken. */
  take(): LiveNews;
  /** Cuts a connection that has been silent for too long, so that the next rows come over a new one. */
  checkSilence(): void;
}

/** One connection for the symbols of one stream. */
export interface LiveConnection {
  rows(ccxtSymbol: string): LiveRows;
  close(): void;
}

export interface LiveConnectionOptions {
  readonly client: CcxtClient;
  /** The exchange's time. */
  readonly time: Clock;
  readonly wait: Wait;
  readonly stop: AbortSignal;
  readonly onFault: (fault: DeskError) => void;
}

export function createLiveConnection(options: LiveConnectionOptions): LiveConnection {
  const { client, time, wait, stop, onFault } = options;
  let heardAt = time.now();
  const close = () => {
    // A server that is gone never says goodbye: nobody waits for it.
    void client.close().catch(() => undefined);
  };
  const watch = async (ccxtSymbol: string, buffer: NewsBuffer): Promise<void> => {
    const changed = createChangeFilter();
    const pause = createRetryPause();
    while (!stop.aborted) {
      try {
        const watching = client.watchOHLCV(ccxtSymbol, "1m");
        // What came after the last rows and before this call woke nobody, but it is in the cache.
        const [rows] = await Promise.all([
          watching,
          nextTurn().then(() => buffer.add(changed(cached(client, ccxtSymbol)), time.now())),
        ]);
        heardAt = time.now();
        pause.reset();
        // The newest minute was told even where nothing of it changed: so its end is seen in a quiet market.
        buffer.add([...changed(rows), ...rows.slice(-1)], heardAt);
      } catch (error) {
        if (stop.aborted) return;
        buffer.markResumed();
        const fault = marketFault(client, error);
        onFault(fault);
        await wait(pause.next(fault.retryAfterMs), stop);
      }
    }
  };
  return {
    close,
    rows: (ccxtSymbol) => {
      const buffer = createNewsBuffer();
      const isLive = Boolean(client.has.watchOHLCV);
      if (isLive) void watch(ccxtSymbol, buffer);
      return {
        ready: buffer.ready,
        take: buffer.take,
        checkSilence: () => {
          if (!isLive || time.now() - heardAt < SILENCE_MS) return;
          heardAt = time.now();
          close();
        },
      };
    },
  };
}

/** All that ccxt holds of the forming minutes of a symbol. */
function cached(client: CcxtClient, ccxtSymbol: string): Rows {
  return client.ohlcvs?.[ccxtSymbol]?.["1m"] ?? [];
}

/** Rows between the stream that brings and the reader that takes; of each minute only the latest. */
interface NewsBuffer extends Pick<LiveRows, "ready" | "take"> {
  add(rows: Rows, heardAtMs: number): void;
  markResumed(): void;
}

function createNewsBuffer(): NewsBuffer {
  let rows = new Map<unknown, HeardRow>();
  let resumed = false;
  let waiting: Array<(news: "news") => void> = [];
  return {
    add: (more, heardAtMs) => {
      for (const row of more) rows.set(row[0], { row: [...row], heardAtMs });
      if (rows.size === 0) return;
      for (const resolve of waiting) resolve("news");
      waiting = [];
    },
    markResumed: () => {
      resumed = true;
    },
    ready: () => (rows.size > 0 ? Promise.resolve("news") : new Promise((resolve) => waiting.push(resolve))),
    take: () => {
      const news = { rows: [...rows.values()], resumed };
      rows = new Map();
      resumed = false;
      return news;
    },
  };
}

/**
 * Passes rows that are new or different. ccxt's own choice of what is new counts rows from the end of its cache,
 * which one late or impossible row spoils for good; so the client gives the whole cache and this one chooses.
 */
function createChangeFilter(): (rows: Rows) => Rows {
  let known = new Map<unknown, string>();
  return (rows) => {
    const now = new Map(rows.map((row) => [row[0], JSON.stringify(row)] as const));
    const changed = rows.filter((row) => known.get(row[0]) !== now.get(row[0]));
    known = now;
    return changed;
  };
}
