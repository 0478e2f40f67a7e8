import { setTimeout as wait } from "node:timers/promises";
import { DeskError } from "../../engine/errors.ts";
import type { DeskContext } from "../desk-context.ts";
import type { TradeExecution } from "../trade-execution.ts";

/** What a stream may bring at once is compared with the ledger after this. */
const COMPARE_AFTER_MS = 1000;
/** Rest after a reading of fills, for each symbol: half of what Binance allows (5 of 2400 in a minute each). */
const REST_MS = 250;

/**
 * What the desk does whenever its exchange says that something happened: fills are booked at once, and a second
 * later ledger and exchange are compared. News that come meanwhile are one.
 */
export function createAccountNews(
  { queues, clock, log, instruments }: DeskContext,
  execution: Pick<TradeExecution, "readFills">,
): () => void {
  let running = false;
  let again = false;
  let comparedAt = Number.NEGATIVE_INFINITY;
  const tellFault = (error: unknown) => {
    // The sweep reads again, and closes the gate when it cannot.
    if (error instanceof DeskError && error.retryable) log.warn({ err: error }, "fills not read");
    else log.error({ err: error }, "fills not booked");
  };
  const work = async () => {
    while (again) {
      again = false;
      const { booked } = await execution.readFills();
      void booked.then((outcome) => {
        if (!outcome.isBooked) tellFault(outcome.fault);
      });
      if (clock.now() - comparedAt >= COMPARE_AFTER_MS) {
        comparedAt = clock.now();
        await queues.enqueue("sweep", {}, COMPARE_AFTER_MS);
      }
      await wait(REST_MS * instruments.size, undefined, { ref: false });
    }
  };
  return () => {
    again = true;
    if (running) return;
    running = true;
    work()
      .catch(tellFault)
      .finally(() => {
        running = false;
      });
  };
}
