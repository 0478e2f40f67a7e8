import type { Candle } from "../candles/candle.ts";
import { type Timeframe, timeframeMs } from "../candles/timeframe.ts";
import type { Signal } from "../signal.ts";
import { endOfSetup, supersedes } from "../strategy/setup-end.ts";

/** Candles of the timeframe of the signals, oldest first, with all that came after the first signal. */
interface Judged {
  readonly timeframe: Timeframe;
  readonly candles: readonly Candle[];
  /** A signal with a lower score is not proposed. */
  readonly minScore: number;
}

/**
 * Those of the signals of one symbol and timeframe whose setup would still wait for a person, had each been proposed
 * when it became known: no newer one took its place, and no fact of the candles since has ended it.
 */
export function standingSetups(
  signals: readonly Signal[],
  { timeframe, candles, minScore }: Judged,
): readonly Signal[] {
  const newest = candles.at(-1);
  if (newest === undefined) return [];
  const now = newest.openTime + timeframeMs(timeframe);
  const traded = { base: candles, baseTimeframe: timeframe, own: candles };
  return notSuperseded(signals, minScore).filter((signal) => endOfSetup(signal, traded, now) === undefined);
}

/**
 * Setups of several timeframes in the order in which they are to be proposed: first those that take the place of others,
 * then those others, which are proposed only where risk denied the newer one.
 */
export function inOrderOfProposal(signals: readonly Signal[], minScore: number): readonly Signal[] {
  const standing = new Set(notSuperseded(signals, minScore));
  return [...standing, ...signals.filter((signal) => !standing.has(signal))];
}

/** Without those whose place a newer one takes; one with less than `minScore` is not proposed and takes nobody's. */
function notSuperseded(signals: readonly Signal[], minScore: number): readonly Signal[] {
  const proposed = signals.filter(({ score }) => score >= minScore);
  return signals.filter((signal) => !proposed.some((newer) => supersedes(newer, signal)));
}
