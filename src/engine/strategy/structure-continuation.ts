import { z } from "zod";
import type { Signal } from "../signal.ts";
import { defineStrategy, type StrategyContext, type TimeframeView } from "./contract.ts";
import { largerBias } from "./parts/larger-bias.ts";
import { legEntry, legOf } from "./parts/leg.ts";
import { breakPhrase, entryZonePhrase } from "./parts/phrases.ts";
import { gapSettings, planSettings, switchSettings } from "./parts/plan-settings.ts";
import { isKnownWithin, lastBreak, lastSwing, newestIndex, SETUP_LAYER } from "./parts/reading.ts";
import { evidenceOf, setupSignal, zoneEnd } from "./parts/setup.ts";
import { SIDES, type TradeSide } from "./parts/side.ts";

const NAME = "structure-continuation";

const settingsSchema = z.strictObject({
  ...switchSettings(false),
  ...planSettings("limit"),
  ...gapSettings(),
  entryPlace: z
    .enum(["any", "discount", "ote"])
    .default("any")
    .describe(
      "Part of the leg for the entry: anywhere, its cheaper half (shorts: its dearer half) or the OTE",
    ),
});

type StructureContinuationSettings = z.output<typeof settingsSchema>;

/**
 * The larger timeframe points up and price breaks a high of the smaller one in the same direction. I do not chase
 * the break: I wait at the gap that the breaking leg left and nobody has filled. I am wrong below the low the leg
 * came from, and I take profit at the liquidity above. Mirror for shorts.
 *
 * Known at the close that breaks structure, or one candle later when the breaking candle leaves the gap.
 */
export const structureContinuation = defineStrategy({
  name: NAME,
  settingsKey: "structureContinuation",
  help: "Structure breaks in the direction of the higher timeframe: enter at the gap the break left",
  settings: settingsSchema,
  isDue: (view) => isKnownWithin(view, 1, "market-structure", SETUP_LAYER),
  evaluate: (view, settings, context) =>
    SIDES.flatMap((side) => signalOf(view, side, settings, context) ?? []),
});

function signalOf(
  view: TimeframeView,
  side: TradeSide,
  settings: StructureContinuationSettings,
  context: StrategyContext,
): Signal | undefined {
  const since = newestIndex(view) - 1;
  const structure = lastBreak(
    view,
    ({ event, bias, knownIndex }) => event === "bos" && bias === side.bias && knownIndex >= since,
  );
  if (structure === undefined || largerBias(view).structure?.bias !== side.bias) return undefined;
  const behind = side.sign > 0 ? "low" : "high";
  const swing = lastSwing(
    view,
    ({ side: at, knownIndex }) => at === behind && knownIndex <= structure.knownIndex,
  );
  if (swing === undefined) return undefined;
  const leg = legOf(view, swing.index, structure, side);
  const found = legEntry(view, leg, side, { ...settings, blocks: false });
  if (found === undefined) return undefined;
  const setup = {
    side,
    entry: found.entry,
    protection: leg.origin,
    zone: found.zone,
    story: [breakPhrase(structure), entryZonePhrase(found.zone)],
    evidence: evidenceOf(swing, structure, found.zone),
    endsOn: [zoneEnd(found.zone), { kind: "swing-broken" as const, level: leg.origin }],
    features: { legCandles: newestIndex(view) - leg.from },
  };
  return setupSignal(NAME, view, setup, settings, context);
}
