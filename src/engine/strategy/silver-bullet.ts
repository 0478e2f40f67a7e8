import { z } from "zod";
import type { WindowState } from "../clock/windows.ts";
import type { Detection } from "../detect/detection.ts";
import type { Signal } from "../signal.ts";
import { defineStrategy, type StrategyContext, type TimeframeView } from "./contract.ts";
import { openWindow, windowEnd } from "./parts/clock.ts";
import { entryZonePhrase, windowPhrase } from "./parts/phrases.ts";
import { gapSettings, planSettings, switchSettings } from "./parts/plan-settings.ts";
import { isFresh, isGapOf, lastDisplacement, newestIndex } from "./parts/reading.ts";
import { evidenceOf, setupSignal, zoneEnd } from "./parts/setup.ts";
import { nearEdge, SIDES, type TradeSide, worstPrice } from "./parts/side.ts";
import { isZone, type Zone } from "./zone.ts";

const NAME = "silver-bullet";
const WINDOWS = ["silver-bullet-london", "silver-bullet-am", "silver-bullet-pm"] as const;

const settingsSchema = z.strictObject({
  ...switchSettings(true),
  ...planSettings("limit"),
  ...gapSettings(),
  windows: z
    .array(z.enum(WINDOWS))
    .min(1)
    .default([...WINDOWS])
    .describe("Windows in which the gap may form"),
  firstOnly: z.boolean().default(true).describe("Only the first gap of a direction in a window counts"),
  displacement: z.boolean().default(false).describe("The candle that leaves the gap must be a displacement"),
});

type SilverBulletSettings = z.output<typeof settingsSchema>;

/**
 * Three hours of the day, New York time: 03-04, 10-11 and 14-15. In each I look for one thing: the first fair
 * value gap that price leaves on its way to a pool of liquidity. I wait at the edge of the gap, I am wrong behind
 * the three candles that made it, and I take profit at the pool. What is not filled when the hour ends is off.
 *
 * Known at the close of the gap's third candle; its middle and its third candle open inside the window.
 */
export const silverBullet = defineStrategy({
  name: NAME,
  settingsKey: "silverBullet",
  help: "The first gap of a silver bullet hour on the way to the next pool; best on 1m to 5m",
  settings: settingsSchema,
  isDue: (view) => isFresh(view, "fair-value-gap", "detected"),
  evaluate: (view, settings, context) => {
    const window = openWindow(view, settings.windows);
    if (window === undefined) return [];
    return SIDES.flatMap((side) => signalOf(view, side, window, settings, context) ?? []);
  },
});

function signalOf(
  view: TimeframeView,
  side: TradeSide,
  window: WindowState,
  settings: SilverBulletSettings,
  context: StrategyContext,
): Signal | undefined {
  const gap = freshGap(view, side, window, settings);
  if (gap === undefined) return undefined;
  const origin = worstPrice(view.series, gap.index - 1, newestIndex(view), side);
  const setup = {
    side,
    entry: nearEdge(gap, side),
    protection: origin,
    zone: gap,
    story: [windowPhrase(window.name), entryZonePhrase(gap)],
    evidence: evidenceOf(gap),
    endsOn: [zoneEnd(gap), { kind: "swing-broken" as const, level: origin }, windowEnd(window)],
    features: { minutesIntoWindow: (gap.knownAt - window.opensAt) / 60_000 },
  };
  return setupSignal(NAME, view, setup, settings, context);
}

/** Its middle candle went the same way, and it is large enough. */
function isClear(gap: Detection, minGapAtr: number): boolean {
  return gap.facts?.middleAgrees !== false && isGapOf(minGapAtr, gap);
}

function freshGap(
  view: TimeframeView,
  side: TradeSide,
  { opensAt }: WindowState,
  { firstOnly, displacement, minGapAtr }: SilverBulletSettings,
): Zone | undefined {
  const isOfWindow = ({ bias, openTime }: Detection) => bias === side.bias && openTime >= opensAt;
  const isWanted = (one: Detection) => isOfWindow(one) && isClear(one, minGapAtr);
  const gap = view
    .fresh("fair-value-gap")
    .filter(({ event }) => event === "detected")
    .filter(isZone)
    .find(isWanted);
  if (gap === undefined) return undefined;
  const earlier = (view.recent?.("fair-value-gap") ?? []).filter(isWanted);
  if (firstOnly && earlier.some(({ id }) => id !== gap.id)) return undefined;
  if (displacement && lastDisplacement(view, side, gap.index)?.index !== gap.index) return undefined;
  return gap;
}
