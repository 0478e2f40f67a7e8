import type { Delivery } from "./delivery.ts";
import type { DeskContext } from "./desk-context.ts";
import type { JobHandlers } from "./job-queues.ts";
import type { Reconciliation } from "./reconciliation.ts";
import { sweep } from "./sweeper.ts";
import type { TradeExecution } from "./trade-execution.ts";

/** What a process does of the desk's work; `all` is everything in one. */
export type Role = "all" | "engine" | "worker" | "bot";

/** The jobs that a role works off; `worker` holds those of the scans. Orders are placed where the engine runs, cards are sent where the chat is. */
export function handlersOf(
  role: Role,
  context: DeskContext,
  execution: TradeExecution,
  reconciliation: Reconciliation,
  delivery: Delivery,
  worker: JobHandlers = {},
): JobHandlers {
  const engine: JobHandlers = {
    "advance-trade": ({ tradeId }) => execution.advance(tradeId),
    sweep: () => sweep(context, reconciliation),
  };
  const bot: JobHandlers = { "deliver-outbox": () => delivery.run() };
  switch (role) {
    case "all":
      return { ...engine, ...worker, ...bot };
    case "engine":
      return engine;
    case "worker":
      return worker;
    case "bot":
      return bot;
  }
}
