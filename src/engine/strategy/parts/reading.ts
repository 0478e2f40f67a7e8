import type { Detection, DetectionKind } from "../../detect/detection.ts";
import type { EventOf } from "../../detect/event-codes.ts";
import type { StructureView, TimeframeView } from "../contract.ts";
import { type AreaKind, isZone, overlaps, type Zone } from "../zone.ts";
import { adverse, farEdge, isAhead, nearEdge, type TradeSide } from "./side.ts";

/** Layer of swings on which setups are built; the wider one gives the larger direction. */
export const SETUP_LAYER = "internal";

export type Structure = Detection & { readonly level: number };

export function newestIndex({ series }: TimeframeView): number {
  return series.length - 1;
}

/** Whether such an event became known at the newest candle; true when the view cannot tell without its objects. */
export function isFresh<Kind extends DetectionKind>(
  view: TimeframeView,
  kind: Kind,
  event: EventOf<Kind>,
): boolean {
  return view.isFresh?.(kind, event) ?? true;
}

/** Whether one of `recent` became known within the last `candles` before the newest; true when the view cannot tell. */
export function isKnownWithin(
  view: TimeframeView,
  candles: number,
  kind: DetectionKind,
  layer?: string,
): boolean {
  const known = view.lastKnownIndex?.(kind, layer);
  return known === undefined || (known >= 0 && known >= newestIndex(view) - candles);
}

/** The newest remembered break of structure for which `fits` holds. */
export function lastBreak(
  view: StructureView,
  fits: (structure: Structure) => boolean,
  layer = SETUP_LAYER,
): Structure | undefined {
  return (view.recent?.("market-structure", layer) ?? []).filter(isLevel).findLast(fits);
}

/** The newest sweep of liquidity that the trade goes away from (lows for a long), known at `since` or later. */
export function lastSweep(view: TimeframeView, side: TradeSide, since: number): Structure | undefined {
  return sweepsSince(view, side, since).at(-1);
}

/** Every remembered sweep of liquidity behind the trade that became known at `since` or later, oldest first. */
export function sweepsSince(view: TimeframeView, side: TradeSide, since: number): readonly Structure[] {
  return (view.recent?.("liquidity-sweep") ?? [])
    .filter(isLevel)
    .filter(({ bias, knownIndex }) => bias === side.bias && knownIndex >= since);
}

/** The newest displacement in the direction of the trade that became known at `since` or later. */
export function lastDisplacement(view: TimeframeView, side: TradeSide, since: number): Detection | undefined {
  return (view.recent?.("displacement") ?? []).findLast(
    ({ bias, knownIndex }) => bias === side.bias && knownIndex >= since,
  );
}

/** The newest confirmed swing of the setup layer for which `fits` holds: a low for a long when it protects one. */
export function lastSwing(view: TimeframeView, fits: (swing: Structure) => boolean): Structure | undefined {
  return (view.recent?.("swing", SETUP_LAYER) ?? []).filter(isLevel).findLast(fits);
}

/** Living zones of the kind in the direction of the trade, oldest first. */
export function zonesFor(view: TimeframeView, kind: AreaKind, side: TradeSide): readonly Zone[] {
  return view
    .zones(kind)
    .filter(isZone)
    .filter(({ bias }) => bias === side.bias);
}

/** Those of them that lie over `zone`, by more than an edge. */
export function zonesOver(view: TimeframeView, kind: AreaKind, zone: Zone, side: TradeSide): readonly Zone[] {
  return view
    .zones(kind, zone)
    .filter(isZone)
    .filter((other) => other.bias === side.bias && overlaps(other, zone));
}

/** Whether a gap is at least so many ATR high; true while that is not known. */
export function isGapOf(minGapAtr: number, { facts }: Detection): boolean {
  const size = facts?.sizeAtr;
  return typeof size !== "number" || size >= minGapAtr;
}

/** True when no candle after the one that made the zone known, up to `until`, came back to its near edge. */
export function isUntouched(
  view: TimeframeView,
  zone: Zone,
  side: TradeSide,
  until = newestIndex(view),
): boolean {
  return !cameBackTo(nearEdge(zone, side), view, zone, side, until);
}

/** True when price came back through the whole gap before the newest candle: little is left in it to trade at. */
export function isFilled(view: TimeframeView, gap: Zone, side: TradeSide): boolean {
  return cameBackTo(farEdge(gap, side), view, gap, side, newestIndex(view) - 1);
}

function cameBackTo(
  price: number,
  { series }: TimeframeView,
  { knownIndex }: Zone,
  side: TradeSide,
  until: number,
): boolean {
  for (let at = until; at > knownIndex && at >= series.firstIndex; at -= 1) {
    if (!isAhead(adverse(series, at, side), price, side)) return true;
  }
  return false;
}

/**
 * The living order block and gap that lie over each other where `zone` is, if they do. A gap that was filled is none,
 * though it lives until it is inverted.
 */
export function gapInBlock(view: TimeframeView, zone: Zone, side: TradeSide): Zone | undefined {
  if (zone.kind !== "fair-value-gap") {
    const gaps = zonesOver(view, "fair-value-gap", zone, side);
    return gaps.findLast((gap) => !isFilled(view, gap, side));
  }
  if (isFilled(view, zone, side)) return undefined;
  return zonesOver(view, "order-block", zone, side).at(-1);
}

export function isLevel(detection: Detection): detection is Structure {
  return detection.level !== undefined;
}
