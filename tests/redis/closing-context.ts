import type { Logger } from "pino";
import type { Ledger } from "../../src/engine/ports/ledger.ts";
import type { DeskContext } from "../../src/jobs/desk-context.ts";
import { BTC } from "../engine/trade/trade-fixtures.ts";

/** As much of a desk as closing trades takes: a ledger, one symbol, a clock, and jobs that nobody works. */
export function closingContext(ledger: Ledger, log: Logger): DeskContext {
  const parts = {
    instance: "desk",
    instruments: new Map([[BTC.symbol, BTC]]),
    clock: { now: () => 2_000_000_000_000 },
    ledger,
    queues: {
      enqueue: async () => undefined,
      enqueueAndWait: async () => undefined,
      ask: async () => undefined,
      idle: async () => undefined,
    },
    log,
  };
  return parts as unknown as DeskContext;
}
