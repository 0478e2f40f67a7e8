import { z } from "zod";
import type { Detection } from "../detect/detection.ts";
import type { Signal } from "../signal.ts";
import { defineStrategy, type StrategyContext, type TimeframeView } from "./contract.ts";
import { planSettings, switchSettings } from "./parts/plan-settings.ts";
import { isKnownWithin, newestIndex } from "./parts/reading.ts";
import { evidenceOf, setupSignal } from "./parts/setup.ts";
import { SIDES, type TradeSide, worstPrice } from "./parts/side.ts";
import { turnPhrase, turnsSince } from "./parts/turn.ts";

const NAME = "smt-divergence";

const settingsSchema = z.strictObject({
  ...switchSettings(false),
  ...planSettings("market"),
  turnWithin: z
    .int()
    .min(0)
    .max(50)
    .default(10)
    .describe("Price must turn at most this many candles after the divergence is known"),
});

type SmtDivergenceSettings = z.output<typeof settingsSchema>;

/**
 * Two markets that move together disagree: one makes a lower low, the other does not. Somebody is buying. I wait
 * until price turns up here too (a change of character or a change in delivery) and trade with it. I am wrong
 * below the low of the divergence, and I take profit at the liquidity above. Mirror for shorts.
 *
 * Needs a second series beside the model; without one it is silent. Known when divergence and turn both are.
 */
export const smtDivergence = defineStrategy({
  name: NAME,
  settingsKey: "smtDivergence",
  help: "Two markets that move together disagree at a swing and price turns; needs a second market",
  settings: settingsSchema,
  isDue: (view, { turnWithin }) => isKnownWithin(view, turnWithin, NAME),
  evaluate: (view, settings, context) =>
    SIDES.flatMap((side) => signalOf(view, side, settings, context) ?? []),
});

function signalOf(
  view: TimeframeView,
  side: TradeSide,
  settings: SmtDivergenceSettings,
  context: StrategyContext,
): Signal | undefined {
  const newest = newestIndex(view);
  const divergence = (view.recent?.(NAME) ?? []).findLast(
    ({ bias, knownIndex }) => bias === side.bias && knownIndex >= newest - settings.turnWithin,
  );
  const turn = divergence && turnNow(view, side, divergence);
  if (divergence === undefined || turn === undefined) return undefined;
  const origin = worstPrice(view.series, divergence.index, newest, side);
  const setup = {
    side,
    entry: view.series.close(newest),
    protection: origin,
    story: [
      { key: "reason-smt-divergence", args: { bias: side.bias, level: origin } },
      turnPhrase(view, turn),
    ],
    evidence: evidenceOf(divergence, turn),
    endsOn: [{ kind: "swing-broken" as const, level: origin }],
    features: { divergenceAgeCandles: newest - divergence.index },
  };
  return setupSignal(NAME, view, setup, settings, context);
}

/** The turn that completes the setup at the newest candle: the last one so far, or the first one after. */
function turnNow(view: TimeframeView, side: TradeSide, divergence: Detection): Detection | undefined {
  const newest = newestIndex(view);
  const turns = turnsSince(view, side, divergence.index + 1);
  if (divergence.knownIndex === newest) return turns.at(-1);
  return turns[0]?.knownIndex === newest ? turns[0] : undefined;
}
