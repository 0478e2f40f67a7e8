import { z } from "zod";
import type { Detection } from "../detect/detection.ts";
import type { Signal } from "../signal.ts";
import { defineStrategy, type StrategyContext, type TimeframeView } from "./contract.ts";
import { sweepPhrase } from "./parts/phrases.ts";
import { planSettings, switchSettings } from "./parts/plan-settings.ts";
import { isFresh, newestIndex, type Structure, sweepsSince } from "./parts/reading.ts";
import { evidenceOf, setupSignal } from "./parts/setup.ts";
import { SIDES, type TradeSide, worstPrice } from "./parts/side.ts";
import { turnPhrase, turnsSince } from "./parts/turn.ts";

const NAME = "judas-swing";
/** Liquidity that a Judas swing raids. */
const RAIDED = ["session", "previous-day"];

const settingsSchema = z.strictObject({
  ...switchSettings(true),
  ...planSettings("market"),
});

type JudasSwingSettings = z.output<typeof settingsSchema>;

/**
 * The first move of the morning is often a lie: price trades beyond the midnight open, raids the Asian range or
 * the previous day and comes back through the open with a turn in structure or delivery. I trade the true
 * direction. I am wrong beyond the raid, and I take profit at the liquidity on the other side of the range.
 *
 * Known at the close of the turn. Its windows are settings of the detector.
 */
export const judasSwing = defineStrategy({
  name: NAME,
  settingsKey: "judasSwing",
  help: "A false move of the morning raids a range and turns back through the open",
  settings: settingsSchema,
  isDue: (view) => isFresh(view, NAME, "detected"),
  evaluate: (view, settings, context) =>
    SIDES.flatMap((side) => {
      const judas = view.fresh(NAME).find(({ bias }) => bias === side.bias);
      return (judas && signalOf(view, side, judas, settings, context)) ?? [];
    }),
});

function signalOf(
  view: TimeframeView,
  side: TradeSide,
  judas: Detection,
  settings: JudasSwingSettings,
  context: StrategyContext,
): Signal | undefined {
  const newest = newestIndex(view);
  const sweep = raidOf(view, side, judas);
  const turn = turnsSince(view, side, newest)[0];
  const origin = worstPrice(view.series, judas.index, newest, side);
  const setup = {
    side,
    entry: view.series.close(newest),
    protection: origin,
    sweep,
    story: [
      { key: "reason-judas-swing", args: { bias: side.bias, level: origin } },
      ...(sweep === undefined ? [] : [sweepPhrase(sweep)]),
      ...(turn === undefined ? [] : [turnPhrase(view, turn)]),
    ],
    evidence: evidenceOf(judas, sweep, turn),
    endsOn: [{ kind: "swing-broken" as const, level: origin }],
    features: { turnAfterRaidCandles: newest - judas.index },
  };
  return setupSignal(NAME, view, setup, settings, context);
}

/** The raid that the detection is drawn at. */
function raidOf(view: TimeframeView, side: TradeSide, judas: Detection): Structure | undefined {
  return sweepsSince(view, side, judas.index).find(
    ({ index, source = "" }) => index === judas.index && RAIDED.includes(source),
  );
}
