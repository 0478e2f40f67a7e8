import { type Drawing, NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { STYLE } from "../style.ts";
import { pixelY, price } from "../units.ts";
import { neverEnds, type Overlay, type Story } from "./overlay.ts";
import { knownX } from "./places.ts";

/** A short tag at the candle that made something known: below it when bullish, above it when bearish, if there is room. */
export function candleTagOverlay(tag: string): Overlay {
  return {
    limit: 1,
    prefer: "newest",
    endedAt: neverEnds,
    draw: (story, frame) => drawCandleTag(tag, story, frame),
  };
}

function drawCandleTag(tag: string, { born, evidence }: Story, frame: Frame): Drawing {
  const { slots, prices, input } = frame;
  const candle = input.candles[slots.holding(born.knownAt - 1)];
  if (candle === undefined) return NOTHING;
  const bearish = born.bias === "bearish";
  const x = knownX(born.knownAt, frame);
  const above = (rows: number): number => prices.toNearestY(price(candle.high)) - STYLE.labelSize * rows;
  const below = (rows: number): number => prices.toNearestY(price(candle.low)) + STYLE.labelSize * rows;
  const sides = bearish ? [above, below] : [below, above];
  return {
    labels: [
      {
        text: tag,
        token: bearish ? "structureDown" : "structureUp",
        size: STYLE.labelSize,
        priority: evidence ? 74 : 27,
        ground: true,
        places: sides.flatMap((away) =>
          [1.4, 2.6, 3.8].map((rows) => ({ x, y: pixelY(away(rows)), align: "center" as const })),
        ),
      },
    ],
  };
}
