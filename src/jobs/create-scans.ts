import { watchlistSymbols } from "../engine/universe/choose-symbols.ts";
import { DayReplays } from "./day-replays.ts";
import type { DeskContext } from "./desk-context.ts";
import type { JobHandlers } from "./job-kinds.ts";
import type { JobQueues } from "./job-queues.ts";
import { ScanClock, type ScanClockParts } from "./scan-clock.ts";
import { ScanMessages } from "./scan-messages.ts";
import { Scans } from "./scans.ts";
import { type ScanParts, SymbolScan } from "./symbol-scan.ts";

export interface DeskScans {
  readonly scans: Scans;
  readonly messages: ScanMessages;
  readonly scanClock: ScanClock;
  /** Past days are read from the same market. */
  readonly replays: DayReplays;
  /** The jobs of a worker. */
  readonly handlers: JobHandlers;
}

/** Everything that scans need, joined. */
export function createScans(
  context: DeskContext,
  queues: Pick<JobQueues, "schedule" | "enqueue">,
  parts: ScanParts,
): DeskScans {
  const scans = new Scans(context, parts.claims);
  const symbolsOf: ScanClockParts["symbolsOf"] = (watchlist, { universe }) =>
    watchlistSymbols(watchlist, universe, [...context.instruments.keys()]);
  const scanClock = new ScanClock({ context, scans, queues, symbolsOf });
  const worker = new SymbolScan(context, parts);
  return {
    scans,
    messages: new ScanMessages(context),
    scanClock,
    replays: new DayReplays(context, parts),
    handlers: {
      "scan-symbols": (payload) => worker.run(payload),
      "start-scan": (payload) => scanClock.start(payload),
      "sync-scans": () => scanClock.sync(),
    },
  };
}
