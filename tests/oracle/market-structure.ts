import type { Bias } from "../../src/engine/detect/detection.ts";
import { at, type Candles } from "./candle-shape.ts";
import { displaces } from "./displacement.ts";
import type { Draft } from "./draft.ts";
import type { Sweep } from "./liquidity-pool.ts";
import type { OracleSettings } from "./options.ts";
import type { Swing } from "./swing.ts";

export interface StructureBreak {
  readonly event: "bos" | "choch";
  readonly bias: Bias;
  readonly layer: string;
  readonly index: number;
  readonly knownIndex: number;
  readonly level: number;
}

/** Section 2: one state for each layer. */
export function structureBreaks(
  candles: Candles,
  all: readonly Swing[],
  breakOn: "close" | "wick",
): StructureBreak[] {
  const layers = [...new Set(all.map((swing) => swing.layer))];
  return layers.flatMap((layer) =>
    layerBreaks(
      candles,
      all.filter((swing) => swing.layer === layer),
      breakOn,
    ),
  );
}

function layerBreaks(candles: Candles, own: readonly Swing[], breakOn: "close" | "wick"): StructureBreak[] {
  const breaks: StructureBreak[] = [];
  let bias: Bias | "none" = "none";
  let activeHigh: Swing | undefined;
  let activeLow: Swing | undefined;
  for (let i = 0; i < candles.length; i += 1) {
    // A swing confirmed at i replaces the active level before candle i is tested.
    activeHigh = own.find((swing) => swing.side === "high" && swing.knownIndex === i) ?? activeHigh;
    activeLow = own.find((swing) => swing.side === "low" && swing.knownIndex === i) ?? activeLow;
    const candle = at(candles, i);
    const upPrice = breakOn === "close" ? candle.close : candle.high;
    const downPrice = breakOn === "close" ? candle.close : candle.low;
    // Both on one candle: the high is handled first. A broken level is consumed.
    if (activeHigh !== undefined && upPrice > activeHigh.level) {
      breaks.push(broken(activeHigh, i, "bullish", bias === "bearish" ? "choch" : "bos"));
      bias = "bullish";
      activeHigh = undefined;
    }
    if (activeLow !== undefined && downPrice < activeLow.level) {
      breaks.push(broken(activeLow, i, "bearish", bias === "bullish" ? "choch" : "bos"));
      bias = "bearish";
      activeLow = undefined;
    }
  }
  return breaks;
}

function broken(swing: Swing, i: number, bias: Bias, event: "bos" | "choch"): StructureBreak {
  return { event, bias, layer: swing.layer, index: swing.index, knownIndex: i, level: swing.level };
}

/** The flag that makes a `choch` an MSS: the break's candle or one of the two before displaces its way. */
export function breakDisplaces(
  candles: Candles,
  atr: readonly (number | undefined)[],
  { knownIndex, bias }: StructureBreak,
  settings: OracleSettings,
): boolean {
  return [knownIndex - 2, knownIndex - 1, knownIndex]
    .filter((i) => i >= 0)
    .some((i) => displaces(candles, atr, i, bias, settings.displacement));
}

/** Candles since the last sweep of the opposite side (bullish: of a low), 0 to 20. */
function sweptWithin({ knownIndex, bias }: StructureBreak, sweeps: readonly Sweep[]): number | undefined {
  const side = bias === "bullish" ? "low" : "high";
  const ages = sweeps
    .filter((sweep) => sweep.side === side && sweep.index <= knownIndex)
    .map((sweep) => knownIndex - sweep.index);
  const youngest = Math.min(...ages);
  return youngest <= 20 ? youngest : undefined;
}

export function structureDrafts(
  candles: Candles,
  atr: readonly (number | undefined)[],
  breaks: readonly StructureBreak[],
  sweeps: readonly Sweep[],
  settings: OracleSettings,
): Draft[] {
  return breaks.map((found) => {
    const since = sweptWithin(found, sweeps);
    return {
      step: 4,
      kind: "market-structure",
      thing: `${found.layer}:${found.bias}:${at(candles, found.index).openTime}`,
      ...found,
      facts: {
        displacement: breakDisplaces(candles, atr, found, settings),
        ...(since === undefined ? {} : { sweptWithin: since }),
      },
    };
  });
}
