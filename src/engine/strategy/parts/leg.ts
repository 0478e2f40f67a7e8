import { equilibrium, optimalTradeEntry, type PriceSpan } from "../../model/dealing.ts";
import type { TimeframeView } from "../contract.ts";
import type { Zone } from "../zone.ts";
import { isGapOf, isUntouched, newestIndex, type Structure, zonesFor } from "./reading.ts";
import { bestPrice, farEdge, isAhead, nearEdge, type TradeSide, worstPrice } from "./side.ts";

/** The move that broke structure: from its origin to the best price since. */
export interface Leg {
  /** Candle it began with. */
  readonly from: number;
  /** The break that ended it. */
  readonly structure: Structure;
  readonly span: PriceSpan;
  /** Low it came from for a long, high for a short. */
  readonly origin: number;
}

export function legOf(view: TimeframeView, from: number, structure: Structure, side: TradeSide): Leg {
  const newest = newestIndex(view);
  const origin = worstPrice(view.series, from, newest, side);
  const end = bestPrice(view.series, from, newest, side);
  const span = { top: Math.max(origin, end), bottom: Math.min(origin, end) };
  return { from, structure, span, origin };
}

/** Part of a leg in which an entry is worth it. */
export type EntryPlace = "any" | "discount" | "ote";

/** What to wait at. */
export interface WantedEntry {
  readonly entryPlace: EntryPlace;
  readonly minGapAtr: number;
  /** Take a block when the leg left no gap. */
  readonly blocks: boolean;
}

/** An untouched zone of a leg with the price at which to wait in it. */
export interface LegEntry {
  readonly zone: Zone;
  readonly entry: number;
}

/**
 * Where to enter the leg, once: at the close that breaks structure when a gap of the leg is there, otherwise at
 * the next close, when the gap that the breaking candle itself left is known; failing that at a block, if `blocks`
 * are wanted. Of several the one that price meets first.
 */
export function legEntry(
  view: TimeframeView,
  leg: Leg,
  side: TradeSide,
  wanted: WantedEntry,
): LegEntry | undefined {
  const broken = leg.structure.knownIndex;
  const newest = newestIndex(view);
  const gaps = (until: number) =>
    entries(view, leg, "fair-value-gap", side, wanted, until).filter(({ zone }) =>
      isGapOf(wanted.minGapAtr, zone),
    );
  if (newest === broken) return nearest(gaps(newest), side);
  if (newest !== broken + 1 || gaps(broken).length > 0) return undefined;
  const late = nearest(gaps(newest), side);
  if (late !== undefined || !wanted.blocks) return late;
  return nearest(entries(view, leg, "order-block", side, wanted, newest), side);
}

/** Zones of the leg that were known and untouched at the close of `until`, with their prices. */
function entries(
  view: TimeframeView,
  leg: Leg,
  kind: "fair-value-gap" | "order-block",
  side: TradeSide,
  { entryPlace }: WantedEntry,
  until: number,
): readonly LegEntry[] {
  return zonesFor(view, kind, side)
    .filter((zone) => zone.index >= leg.from && zone.knownIndex <= until)
    .filter((zone) => isUntouched(view, zone, side, until))
    .flatMap((zone) => {
      const entry = entryIn(zone, leg.span, entryPlace, side);
      return entry === undefined ? [] : { zone, entry };
    });
}

/** The first price of the zone that lies in the wanted part of the leg; nothing when they do not share any. */
export function entryIn(
  zone: PriceSpan,
  leg: PriceSpan,
  place: EntryPlace,
  side: TradeSide,
): number | undefined {
  const near = nearEdge(zone, side);
  if (place === "any") return near;
  const part = partOf(leg, place, side);
  const entry = isAhead(near, nearEdge(part, side), side) ? nearEdge(part, side) : near;
  const isInside = isAhead(entry, farEdge(zone, side), side) && isAhead(entry, farEdge(part, side), side);
  return isInside ? entry : undefined;
}

function partOf(leg: PriceSpan, place: "discount" | "ote", side: TradeSide): PriceSpan {
  if (place === "ote") return optimalTradeEntry(leg, side.direction);
  const middle = equilibrium(leg);
  return side.sign > 0 ? { top: middle, bottom: leg.bottom } : { top: leg.top, bottom: middle };
}

function nearest(found: readonly LegEntry[], side: TradeSide): LegEntry | undefined {
  return found.reduce<LegEntry | undefined>(
    (best, one) => (best === undefined || !isAhead(best.entry, one.entry, side) ? one : best),
    undefined,
  );
}
