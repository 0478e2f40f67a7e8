import { z } from "zod";
import type { Signal } from "../signal.ts";
import { defineStrategy, type StrategyContext, type TimeframeView } from "./contract.ts";
import { openWindow, sessionEnd } from "./parts/clock.ts";
import { breakPhrase, entryZonePhrase, shiftPhrase, windowPhrase } from "./parts/phrases.ts";
import { planSettings, switchSettings } from "./parts/plan-settings.ts";
import { isFresh, lastBreak, newestIndex } from "./parts/reading.ts";
import { evidenceOf, setupSignal, zoneEnd } from "./parts/setup.ts";
import { adverse, farEdge, isAhead, nearEdge, SIDES, type TradeSide } from "./parts/side.ts";
import { isZone, type Zone } from "./zone.ts";

const NAME = "continuation";

const settingsSchema = z.strictObject({
  ...switchSettings(false),
  ...planSettings("market"),
});

type ContinuationSettings = z.output<typeof settingsSchema>;

/**
 * Quarter past the last hour, New York time (15:00-15:15): the day has its direction, and price takes a breath.
 * When it comes back to an open gap or a living order block in that direction and the candle closes away from it
 * again, I go with the day. I am wrong behind the zone, I take profit at the next liquidity, and I am not in it
 * for the night: what is not entered when the session ends is off.
 *
 * Direction is that of the last break of structure. Known at the close of a candle that opens in the window.
 */
export const continuation = defineStrategy({
  name: NAME,
  settingsKey: "continuation",
  help: "In the continuation window price comes back to a gap or block of the day's direction and turns away",
  settings: settingsSchema,
  isDue: (view) => isFresh(view, "fair-value-gap", "touched") || isFresh(view, "order-block", "touched"),
  evaluate: (view, settings, context) =>
    openWindow(view, [NAME]) === undefined
      ? []
      : SIDES.flatMap((side) => signalOf(view, side, settings, context) ?? []),
});

function signalOf(
  view: TimeframeView,
  side: TradeSide,
  settings: ContinuationSettings,
  context: StrategyContext,
): Signal | undefined {
  const structure = lastBreak(view, () => true);
  const zone = rejectedZone(view, side);
  if (structure?.bias !== side.bias || zone === undefined) return undefined;
  const far = farEdge(zone, side);
  const wick = adverse(view.series, newestIndex(view), side);
  const setup = {
    side,
    entry: nearEdge(zone, side),
    protection: isAhead(far, wick, side) ? wick : far,
    zone,
    story: [
      windowPhrase(NAME),
      structure.event === "bos" ? breakPhrase(structure) : shiftPhrase(structure),
      entryZonePhrase(zone),
    ],
    evidence: evidenceOf(structure, zone),
    endsOn: [zoneEnd(zone), ...sessionEnd(view)],
    features: { structureAgeCandles: newestIndex(view) - structure.knownIndex },
  };
  return setupSignal(NAME, view, setup, settings, context);
}

/** The latest zone that the newest candle touched and left again with a close in the direction of the trade. */
function rejectedZone(view: TimeframeView, side: TradeSide): Zone | undefined {
  const newest = newestIndex(view);
  const close = view.series.close(newest);
  if (!isAhead(close, view.series.open(newest), side)) return undefined;
  return view
    .fresh("fair-value-gap", "order-block")
    .filter(isZone)
    .filter((zone) => zone.event === "touched" && zone.bias === side.bias)
    .filter((zone) => isAhead(close, nearEdge(zone, side), side))
    .findLast(() => true);
}
