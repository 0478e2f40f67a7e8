import { z } from "zod";
import type { Signal } from "../signal.ts";
import { defineStrategy, type StrategyContext, type TimeframeView } from "./contract.ts";
import { type Leg, type LegEntry, legEntry, legOf } from "./parts/leg.ts";
import { entryZonePhrase, shiftPhrase, sweepPhrase } from "./parts/phrases.ts";
import { gapSettings, planSettings, switchSettings } from "./parts/plan-settings.ts";
import {
  isKnownWithin,
  lastBreak,
  newestIndex,
  SETUP_LAYER,
  type Structure,
  sweepsSince,
} from "./parts/reading.ts";
import { evidenceOf, setupSignal, zoneEnd } from "./parts/setup.ts";
import { SIDES, type TradeSide } from "./parts/side.ts";

const NAME = "sweep-reversal";

const settingsSchema = z.strictObject({
  ...switchSettings(true),
  ...planSettings("limit"),
  ...gapSettings(),
  entryPlace: z
    .enum(["discount", "ote"])
    .default("discount")
    .describe("Part of the leg for the entry: its cheaper half (for shorts its dearer half) or the OTE"),
  sweepWithin: z
    .int()
    .min(1)
    .max(100)
    .default(20)
    .describe("The shift in structure comes at most this many candles after the sweep"),
  displacement: z
    .boolean()
    .default(true)
    .describe("Structure must break with a displacement, not only with a close"),
});

type SweepReversalSettings = z.output<typeof settingsSchema>;

/**
 * The "2022 model". Price takes the liquidity beyond a low and closes back above it; then structure turns up with
 * displacement. I wait for the return: into the gap that the turn left, or the block it came from, in the cheaper
 * half of the leg. I am wrong below the swept low, and I take profit at the liquidity above. Mirror for shorts.
 *
 * Known at the close that shifts structure, or one candle later when the shifting candle leaves the gap.
 */
export const sweepReversal = defineStrategy({
  name: NAME,
  settingsKey: "sweepReversal",
  help: "A pool is swept, structure turns with displacement: enter at the gap or block the turn left",
  settings: settingsSchema,
  isDue: (view) => isKnownWithin(view, 1, "market-structure", SETUP_LAYER),
  evaluate: (view, settings, context) =>
    SIDES.flatMap((side) => signalOf(view, side, settings, context) ?? []),
});

function signalOf(
  view: TimeframeView,
  side: TradeSide,
  settings: SweepReversalSettings,
  context: StrategyContext,
): Signal | undefined {
  const shift = lastBreak(view, (found) => isShift(found, side, settings, newestIndex(view) - 1));
  const sweep = shift && sweepBefore(view, shift, side, settings);
  if (shift === undefined || sweep === undefined) return undefined;
  const leg = legOf(view, sweep.index, shift, side);
  const found = legEntry(view, leg, side, { ...settings, blocks: true });
  if (found === undefined) return undefined;
  const { zone, entry } = found;
  const setup = {
    side,
    entry,
    protection: leg.origin,
    zone,
    sweep,
    story: [sweepPhrase(sweep), shiftPhrase(shift), entryZonePhrase(zone)],
    evidence: evidenceOf(sweep, shift, zone),
    endsOn: [zoneEnd(zone), { kind: "swing-broken" as const, level: leg.origin }],
    features: features(view, leg, found, sweep),
  };
  return setupSignal(NAME, view, setup, settings, context);
}

function isShift(
  { event, bias, knownIndex, facts }: Structure,
  side: TradeSide,
  { displacement }: SweepReversalSettings,
  since: number,
): boolean {
  const isStrong = !displacement || facts?.displacement === true;
  return event === "choch" && bias === side.bias && knownIndex >= since && isStrong;
}

/** The newest sweep of the other side before the shift, or on its candle. */
function sweepBefore(
  view: TimeframeView,
  shift: Structure,
  side: TradeSide,
  { sweepWithin }: SweepReversalSettings,
): Structure | undefined {
  return sweepsSince(view, side, shift.knownIndex - sweepWithin).findLast(
    ({ knownIndex }) => knownIndex <= shift.knownIndex,
  );
}

function features(
  { atr = 0 }: TimeframeView,
  { structure, span }: Leg,
  { entry }: LegEntry,
  sweep: Structure,
) {
  const height = span.top - span.bottom;
  return {
    shiftAfterSweepCandles: structure.knownIndex - sweep.knownIndex,
    legHeightAtr: atr > 0 ? height / atr : 0,
    retracement: structure.bias === "bullish" ? (span.top - entry) / height : (entry - span.bottom) / height,
  };
}
