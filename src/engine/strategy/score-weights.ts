import { z } from "zod";
import { broken } from "../settings/setting-rules.ts";

function weight(points: number, what: string) {
  return z.number().min(0).max(100).default(points).describe(what);
}

/** How much each part of the confluence score counts. The score is in percent of their sum. */
export const scoreWeightsSchema = z
  .strictObject({
    higherTimeframeBias: weight(20, "Structure of the higher timeframe points the same way"),
    premiumDiscount: weight(15, "The entry is cheap for a long, dear for a short, within the dealing range"),
    sweep: weight(15, "Liquidity on the other side was swept before"),
    displacement: weight(15, "A strong candle went in the direction of the trade"),
    gapInBlock: weight(10, "A fair value gap and an order block lie over each other at the entry"),
    killZone: weight(10, "The setup came inside a kill zone"),
    targetDistance: weight(10, "How far the last target is; full at three times the risk"),
    relativeVolume: weight(5, "Volume of the deciding candle; full at one and a half times the usual"),
  })
  .refine((weights) => Object.values(weights).some((points) => points > 0), broken("some-weight"));

export type ScoreWeights = z.output<typeof scoreWeightsSchema>;
