import type { DelayedCloses } from "./delayed-closes.ts";
import type { Delivery } from "./delivery.ts";
import type { DeskContext } from "./desk-context.ts";
import type { JobHandlers } from "./job-kinds.ts";
import type { Reconciliation } from "./reconciliation.ts";
import { sweep } from "./sweeper.ts";
import type { TradeExecution } from "./trade-execution.ts";

/** What a process does of the desk's work; `all` is everything in one. */
export type Role = "all" | "engine" | "worker" | "bot";

/** What the jobs are done with. */
export interface WorkParts {
  readonly context: DeskContext;
  readonly execution: TradeExecution;
  readonly reconciliation: Reconciliation;
  readonly delivery: Delivery;
  readonly closes: DelayedCloses;
}

/** The jobs that a role works off; `worker` holds those of the scans. Orders are placed where the engine runs, cards are sent where the chat is. */
export function handlersOf(
  role: Role,
  { context, execution, reconciliation, delivery, closes }: WorkParts,
  worker: JobHandlers = {},
): JobHandlers {
  const engine: JobHandlers = {
    "advance-trade": ({ tradeId }) => execution.advance(tradeId),
    "close-soon": () => closes.run(),
    sweep: async () => {
      await sweep(context, reconciliation);
      await closes.run();
    },
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
