import type { Side } from "../../src/engine/detect/detection.ts";
import { at, type Candles, realPrice, seenAs, span } from "./candle-shape.ts";
import type { Draft } from "./draft.ts";
import type { LayerOption, OracleSettings } from "./options.ts";

export interface Swing {
  readonly side: Side;
  readonly layer: string;
  readonly index: number;
  readonly knownIndex: number;
  readonly level: number;
}

/** Every swing of every layer of section 1, a layer's own in the order of their confirmation. */
export function swings(candles: Candles, settings: OracleSettings): Swing[] {
  const plain = settings.layers.flatMap((layer) => layerSwings(candles, layer));
  const hierarchy = settings.hierarchy.flatMap((name) => hierarchySwings(candles, name));
  return [...plain, ...hierarchy];
}

export function layerSwings(candles: Candles, layer: LayerOption): Swing[] {
  return [...swingsOnSide(candles, layer, "high"), ...swingsOnSide(candles, layer, "low")];
}

function swingsOnSide(candles: Candles, { name, left, right }: LayerOption, side: Side): Swing[] {
  // A low is the high of the mirrored series.
  const bias = side === "high" ? "bullish" : "bearish";
  const view = seenAs(bias, candles);
  return span(left, candles.length - 1 - right)
    .filter((p) => isSwingHigh(view, p, left, right))
    .map((p) => ({
      side,
      layer: name,
      index: p,
      knownIndex: p + right,
      level: realPrice(bias, at(view, p).high),
    }));
}

// Section 1: H[p] > H[p-j] for j=1..left and H[p] >= H[p+j] for j=1..right.
function isSwingHigh(candles: Candles, p: number, left: number, right: number): boolean {
  const high = at(candles, p).high;
  return (
    span(1, left).every((j) => high > at(candles, p - j).high) &&
    span(1, right).every((j) => high >= at(candles, p + j).high)
  );
}

// Section 1, hierarchy: STH = 1/1; ITH over STHs; LTH over ITHs.
function hierarchySwings(candles: Candles, name: "sth" | "ith" | "lth"): Swing[] {
  if (name === "sth") return layerSwings(candles, { name, left: 1, right: 1 });
  const lower = hierarchySwings(candles, name === "ith" ? "sth" : "ith");
  return [...peaksOf(lower, "high", name), ...peaksOf(lower, "low", name)];
}

// "Strictly above the one before it and at or above the one after, known when the latter is."
function peaksOf(lower: readonly Swing[], side: Side, layer: string): Swing[] {
  const own = lower.filter((swing) => swing.side === side);
  const height = (swing: Swing): number => (side === "high" ? swing.level : 0 - swing.level);
  return span(1, own.length - 2)
    .filter((k) => height(at(own, k)) > height(at(own, k - 1)))
    .filter((k) => height(at(own, k)) >= height(at(own, k + 1)))
    .map((k) => ({ ...at(own, k), layer, knownIndex: at(own, k + 1).knownIndex }));
}

export function swingDrafts(candles: Candles, all: readonly Swing[]): Draft[] {
  return all.map((swing) => ({
    step: 2,
    kind: "swing",
    event: "confirmed",
    thing: `${swing.layer}:${swing.side}:${at(candles, swing.index).openTime}`,
    ...swing,
  }));
}
