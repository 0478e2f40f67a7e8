import { setTimeout } from "node:timers/promises";
import { DeskError } from "../../engine/errors.ts";
import type { DeskContext } from "../desk-context.ts";
import { SYMBOLS_AT_ONCE } from "../fill-booking.ts";
import type { TradeExecution } from "../trade-execution.ts";

/** What a stream may bring at once is compared with the ledger after this. */
const COMPARE_AFTER_MS = 1000;
/** What reading a symbol costs of the time: half of what Binance allows (5 of 2400 in a minute each). */
const COST_MS = 250;
/** So much may be spent at once after a rest: the fills of a busy moment are read without a pause. */
const SAVED_MS = 10_000;

export interface AccountNewsParts {
  readonly context: Pick<DeskContext, "queues" | "clock" | "log" | "exchange" | "instruments">;
  readonly execution: Pick<TradeExecution, "readFills">;
  /** Resolves after so many milliseconds; of the machine's timers by default. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/**
 * What the desk does whenever its exchange says that something happened to a symbol, or to any of them: its fills are
 * read and booked at once, a few symbols at a time and those first that were named, and a second later ledger and
 * exchange are compared. News of a symbol that come before it is read are one.
 */
export function createAccountNews(parts: AccountNewsParts): (symbol?: string) => void {
  const { clock, exchange, instruments } = parts.context;
  /** Those that news named, and those that news of any symbol may be of. */
  const named = new Set<string>();
  const others = new Set<string>();
  const compare = comparing(parts);
  let paidUntil = Number.NEGATIVE_INFINITY;
  let isRunning = false;
  const work = async () => {
    while (named.size + others.size > 0) {
      const symbols = [...new Set([...named, ...others])].slice(0, SYMBOLS_AT_ONCE);
      for (const symbol of symbols) {
        named.delete(symbol);
        others.delete(symbol);
      }
      await readAndTell(parts, symbols);
      await compare();
      paidUntil = Math.max(paidUntil, clock.now() - SAVED_MS) + COST_MS * symbols.length;
      if (paidUntil > clock.now()) await (parts.wait ?? unheldWait)(paidUntil - clock.now());
    }
    isRunning = false;
  };
  return (symbol) => {
    const known = exchange.tradedSymbols ?? [...instruments.keys()];
    if (symbol === undefined) for (const each of known) others.add(each);
    else if (known.includes(symbol)) named.add(symbol);
    if (isRunning) return;
    isRunning = true;
    void work();
  };
}

/** Not what keeps a process alive. */
function unheldWait(ms: number): Promise<unknown> {
  return setTimeout(ms, undefined, { ref: false });
}

/** What could not be read or booked is read again by the next comparison, which closes the gate when it cannot. */
async function readAndTell({ context: { log }, execution }: AccountNewsParts, symbols: readonly string[]) {
  const tell = (error: unknown) => {
    if (error instanceof DeskError && error.retryable) log.warn({ err: error }, "fills not read");
    else log.error({ err: error }, "fills not booked");
  };
  try {
    const { booked } = await execution.readFills(symbols);
    void booked.then((outcome) => {
      if (!outcome.isBooked) tell(outcome.fault);
    });
  } catch (error) {
    tell(error);
  }
}

/** A comparison reads every symbol: it comes no more often than the pace allows that. */
function comparing({ context: { queues, clock, instruments } }: AccountNewsParts): () => Promise<void> {
  let comparedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (clock.now() - comparedAt < Math.max(COMPARE_AFTER_MS, COST_MS * instruments.size)) return;
    comparedAt = clock.now();
    await queues.enqueue("sweep", {}, COMPARE_AFTER_MS);
  };
}
