import { setImmediate as nextTurn } from "node:timers/promises";
import type { Timeframe } from "../engine/candles/timeframe.ts";
import type { Signal } from "../engine/signal.ts";
import type { MarketMoment } from "../engine/trade/manage.ts";

/** A symbol whose candle closed, and how its timeframes stand, for the plans of open trades. */
export interface SymbolClosing {
  readonly symbol: string;
  readonly momentOf: (timeframe: Timeframe) => MarketMoment;
}

/** What one closed candle led to. */
export interface Decision extends SymbolClosing {
  /** Brings the candle to the store. */
  readonly write: () => Promise<void>;
  readonly signals: readonly Signal[];
  readonly closedAt: number;
}

/** What is done with the candles that closed together. */
export interface DecisionWork {
  /** Once for all of them, after their candles are in the store and before the first signal. */
  readonly before: (symbols: readonly string[]) => Promise<unknown>;
  /** Moves what the plans of open trades want moved. */
  readonly manage: (closings: readonly SymbolClosing[]) => Promise<void>;
  /** Best first. */
  readonly take: (signals: readonly Signal[]) => Promise<unknown>;
  readonly after: (closedAt: number) => Promise<void>;
}

/**
 * Gathers what is decided in one turn of the event loop, so that hundreds of symbols that close together cost one
 * round of writes, and the best setup of them all is posted first.
 */
export class Decisions {
  private readonly work: DecisionWork;
  private pending: Decision[] = [];
  private round: Promise<void> | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(work: DecisionWork) {
    this.work = work;
  }

  /** Resolves when everything that the decision asks for is done. Rounds never overlap. */
  add(decision: Decision): Promise<void> {
    this.pending.push(decision);
    if (this.round === undefined) {
      const before = this.last;
      this.round = nextTurn().then(() => this.run(before));
      // Whoever added a decision hears of its failure; the next round only has to come after it.
      this.last = this.round.catch(() => undefined);
    }
    return this.round;
  }

  private async run(before: Promise<void>): Promise<void> {
    await before;
    const decisions = this.pending;
    this.pending = [];
    this.round = undefined;
    await Promise.all(decisions.map(({ write }) => write()));
    await this.work.before([...new Set(decisions.map(({ symbol }) => symbol))]);
    await this.work.manage(decisions);
    const signals = decisions.flatMap((decision) => decision.signals);
    if (signals.length > 0) await this.work.take(signals.sort(bestFirst));
    await this.work.after(Math.max(...decisions.map(({ closedAt }) => closedAt)));
  }
}

function bestFirst(one: Signal, other: Signal): number {
  return other.score - one.score || one.knownAt - other.knownAt || (one.id < other.id ? -1 : 1);
}
