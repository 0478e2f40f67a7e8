import { followLive, type LiveParts } from "./app-exchange.ts";
import type { DeskMarket } from "./app-market.ts";
import type { Instrument } from "./engine/instrument.ts";
import type { Clock } from "./engine/ports.ts";
import type { DeskScans } from "./jobs/create-scans.ts";
import type { DeskContext } from "./jobs/desk-context.ts";
import { EngineShare } from "./jobs/engine-share.ts";
import type { Role } from "./jobs/job-handlers.ts";
import type { JobQueues } from "./jobs/job-queues.ts";
import type { LiveEngine } from "./jobs/live-engine.ts";
import type { TradeExecution } from "./jobs/trade-execution.ts";
import { Universe } from "./jobs/universe.ts";
import type { Stores } from "./store/stores.ts";
import { wallClock } from "./wall-clock.ts";

/** How often the schedulers of scans are compared with the settings. */
const SYNC_SCANS_EVERY_MS = 5000;

/** Job schedulers live in the machine's time; a market with a time of its own is scanned by hand only. */
export async function scanByTheClock(
  queues: JobQueues,
  { scanClock }: DeskScans,
  clock: Clock,
): Promise<void> {
  if (clock === wallClock) await queues.every("sync-scans", SYNC_SCANS_EVERY_MS, {});
  else await scanClock.stop();
}

interface UniverseInput {
  readonly context: DeskContext;
  readonly market: DeskMarket;
  readonly instruments: Map<string, Instrument>;
  readonly role: Role;
  readonly engine: LiveEngine;
}

/** Engines that share symbols look at the map themselves when they renew their leases. */
export function universeOf({ context, market, instruments, role, engine }: UniverseInput): Universe {
  const { data, symbols: fixed } = market;
  const onChange = async (symbols: readonly string[]) => {
    if (role === "all") await engine.follow({ judged: symbols, watched: symbols });
  };
  return new Universe({ context, market: data, fixed, instruments, onChange, wall: wallClock });
}

interface EngineRun {
  readonly context: DeskContext;
  readonly execution: TradeExecution;
  readonly stores: Stores;
  readonly engine: LiveEngine;
  /** The account at a real exchange, whose news are followed by the process that works the orders. */
  readonly live: LiveParts | undefined;
  /** Brings ledger and exchange together before anything is traded. */
  readonly onLead: () => Promise<void>;
}

/** How a process follows the market: all of it, or as one engine of several the symbols that it holds leases of. */
export function engineRun(role: Role, parts: EngineRun): (stop: AbortSignal) => Promise<void> {
  const { context, stores, engine, onLead } = parts;
  const symbols = () => [...context.instruments.keys()];
  if (role !== "engine") {
    return async (stop) => {
      await onLead();
      await withAccount(parts, stop, (until) => engine.run(symbols(), until));
    };
  }
  const { leases } = stores;
  const share = new EngineShare({
    leases,
    engine,
    symbols,
    onLead,
    leaderWatchesAll: true,
    log: context.log,
  });
  return (stop) => withAccount(parts, stop, (until) => share.run(until));
}

/** Follows the live account, where there is one, as long as the market is followed. */
async function withAccount(
  { context, execution, live }: EngineRun,
  stop: AbortSignal,
  followMarket: (stop: AbortSignal) => Promise<void>,
): Promise<void> {
  const ended = new AbortController();
  const end = () => ended.abort();
  stop.addEventListener("abort", end, { once: true });
  const account = live ? followLive(context, live, execution, ended.signal) : Promise.resolve();
  await Promise.all([followMarket(stop).finally(end), account]);
}
