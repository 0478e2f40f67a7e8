import { DETECTION_KINDS, type Detection, type DetectionKind } from "../detect/detection.ts";
import type { TimeframeView } from "../strategy/contract.ts";
import {
  type DealingPlace,
  dealingPlace,
  dealingPosition,
  equilibrium,
  optimalTradeEntry,
  type PriceSpan,
} from "./dealing.ts";

/** One price or area that is alive: zones, intact pools, ranges and what is made of them. */
export interface PriceLevel {
  /** Where it lies as seen from the price; `at` when the price stands on it or inside of it. */
  readonly side: "above" | "below" | "at";
  readonly kind: DetectionKind;
  /** What it is, from the general to the particular, such as `session`, `asian`, `high`; keys, no sentence. */
  readonly label: readonly string[];
  /** Equal for a single price. */
  readonly top: number;
  readonly bottom: number;
  /** From the price to the nearer edge, never negative; unset when the price is zero. */
  readonly distancePercent?: number;
  /** In ATR(14); unset while that is undefined. */
  readonly distanceAtr?: number;
  /** What it comes from. */
  readonly detection: Detection;
}

/** What is near a price, as one timeframe knows it. */
export interface LevelSnapshot {
  readonly price: number;
  /** Nearest first; what is equally near in the order of the definitions. */
  readonly levels: readonly PriceLevel[];
  /** Where the price stands in the dealing range, if there is one. */
  readonly dealing?: { readonly position: number; readonly place: DealingPlace };
}

interface Part extends PriceSpan {
  readonly label: readonly string[];
}

/**
 * Everything alive around `price`. Asks the view for the living things of every kind, so a kind joins as soon as
 * its detector tells what lives: a price, an area with a direction, or a range whose edges are prices.
 */
export function levelsOf(view: TimeframeView, price: number): LevelSnapshot {
  const levels = DETECTION_KINDS.flatMap((kind) => view.zones(kind))
    .flatMap((detection) => partsOf(detection, view).map((part) => levelOf(part, detection, view, price)))
    .sort((one, other) => distanceTo(one, price) - distanceTo(other, price));
  const range = view.zones("dealing-range").find(isSpan);
  if (range === undefined) return { price, levels };
  const dealing = { position: dealingPosition(range, price), place: dealingPlace(range, price) };
  return { price, levels, dealing };
}

function levelOf(
  { label, top, bottom }: Part,
  detection: Detection,
  view: TimeframeView,
  price: number,
): PriceLevel {
  const distance = distanceTo({ top, bottom }, price);
  const { atr } = view;
  return {
    side: sideOf({ top, bottom }, price),
    kind: detection.kind,
    label,
    top,
    bottom,
    ...(price === 0 ? {} : { distancePercent: (100 * distance) / Math.abs(price) }),
    ...(atr === undefined || atr === 0 ? {} : { distanceAtr: distance / atr }),
    detection,
  };
}

function sideOf({ top, bottom }: PriceSpan, price: number): PriceLevel["side"] {
  if (bottom > price) return "above";
  return top < price ? "below" : "at";
}

function distanceTo({ top, bottom }: PriceSpan, price: number): number {
  return Math.max(bottom - price, price - top, 0);
}

function partsOf(detection: Detection, view: TimeframeView): Part[] {
  const { level, bias, source, name, side } = detection;
  if (level !== undefined) return [line(level, source, name, side)];
  if (!isSpan(detection)) return [];
  const { top, bottom } = detection;
  if (bias !== undefined) return [{ label: [bias], top, bottom }];
  const edges = [line(top, name, "high"), line(bottom, name, "low")];
  return detection.kind === "dealing-range" ? [...edges, ...partsOfDealing(detection, view)] : edges;
}

function partsOfDealing(range: Detection & PriceSpan, view: TimeframeView): Part[] {
  const entries = legsOf(range, view).map((direction): Part => {
    const { top, bottom } = optimalTradeEntry(range, direction);
    return { label: ["optimal-trade-entry", direction], top, bottom };
  });
  return [line(equilibrium(range), "equilibrium"), ...entries];
}

/** An up leg ends at the high and is for longs; the later swing, at which the range is drawn, tells which it is. */
function legsOf(
  { index, top, bottom }: Detection & PriceSpan,
  { series }: TimeframeView,
): ("long" | "short")[] {
  if (index < series.firstIndex) return [];
  return [
    ...(series.high(index) === top ? (["long"] as const) : []),
    ...(series.low(index) === bottom ? (["short"] as const) : []),
  ];
}

function line(price: number, ...label: readonly (string | undefined)[]): Part {
  return { label: label.filter((part) => part !== undefined), top: price, bottom: price };
}

function isSpan(detection: Detection): detection is Detection & PriceSpan {
  return detection.top !== undefined && detection.bottom !== undefined;
}
