import { z } from "zod";
import type { Signal } from "../signal.ts";
import { defineStrategy, type StrategyContext, type TimeframeView } from "./contract.ts";
import { openWindow, sessionEnd } from "./parts/clock.ts";
import { sweepPhrase, windowPhrase } from "./parts/phrases.ts";
import { planSettings, switchSettings } from "./parts/plan-settings.ts";
import { isKnownWithin, newestIndex, SETUP_LAYER, type Structure, sweepsSince } from "./parts/reading.ts";
import { evidenceOf, setupSignal } from "./parts/setup.ts";
import { SIDES, type TradeSide, worstPrice } from "./parts/side.ts";
import { turnPhrase, turnsSince } from "./parts/turn.ts";

const NAME = "reversal";

const settingsSchema = z.strictObject({
  ...switchSettings(false),
  ...planSettings("market"),
});

type ReversalSettings = z.output<typeof settingsSchema>;

/**
 * Half past the last hour, New York time (15:30-15:50): price runs one more pool before the close and fails. When
 * the sweep and the turn after it (a change of character or a change in delivery) both happen inside the window, I
 * trade the way back. I am wrong beyond the sweep, and I take profit at the liquidity on the other side.
 *
 * Known at the close of the first turn after the sweep.
 */
export const reversal = defineStrategy({
  name: NAME,
  settingsKey: "reversal",
  help: "In the reversal window a pool is swept and price turns",
  settings: settingsSchema,
  isDue: (view) =>
    isKnownWithin(view, 0, "market-structure", SETUP_LAYER) || isKnownWithin(view, 0, "change-in-delivery"),
  evaluate: (view, settings, context) => {
    const window = openWindow(view, [NAME]);
    if (window === undefined) return [];
    return SIDES.flatMap((side) => signalOf(view, side, window.opensAt, settings, context) ?? []);
  },
});

function signalOf(
  view: TimeframeView,
  side: TradeSide,
  opensAt: number,
  settings: ReversalSettings,
  context: StrategyContext,
): Signal | undefined {
  const newest = newestIndex(view);
  const [sweep] = sweepsSince(view, side, firstIndexAt(view, opensAt));
  const turn = sweep && firstTurn(view, side, sweep);
  if (sweep === undefined || turn === undefined) return undefined;
  const origin = worstPrice(view.series, sweep.index, newest, side);
  const setup = {
    side,
    entry: view.series.close(newest),
    protection: origin,
    sweep,
    story: [windowPhrase(NAME), sweepPhrase(sweep), turnPhrase(view, turn)],
    evidence: evidenceOf(sweep, turn),
    endsOn: [{ kind: "swing-broken" as const, level: origin }, ...sessionEnd(view)],
    features: { turnAfterSweepCandles: newest - sweep.knownIndex },
  };
  return setupSignal(NAME, view, setup, settings, context);
}

/** The turn at the newest candle, when it is the first one since the sweep. */
function firstTurn(view: TimeframeView, side: TradeSide, sweep: Structure) {
  const [first] = turnsSince(view, side, sweep.knownIndex);
  return first?.knownIndex === newestIndex(view) ? first : undefined;
}

/** The oldest candle that opened at `time` or later. */
function firstIndexAt({ series }: TimeframeView, time: number): number {
  let at = series.length - 1;
  while (at > series.firstIndex && series.openTime(at - 1) >= time) at -= 1;
  return at;
}
