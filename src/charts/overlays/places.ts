import type { Frame } from "../frame.ts";
import { type PixelX, pixelX } from "../units.ts";

/** Left edge of the candle that holds the instant; the plot's own edge for what is older than the picture. */
export function startX(timeMs: number, { slots, plot }: Frame): PixelX {
  if (slots.isBefore(timeMs)) return plot.left;
  return pixelX(slots.toX(slots.holding(timeMs)) - slots.slotWidth / 2);
}

/** Middle of the candle that holds the instant, kept inside the plot. */
export function middleX(timeMs: number, { slots, plot }: Frame): PixelX {
  if (slots.isBefore(timeMs)) return plot.left;
  return pixelX(Math.min(plot.right, slots.toX(slots.holding(timeMs))));
}

/** Middle of the candle whose close made something known. */
export function knownX(knownAt: number, frame: Frame): PixelX {
  return middleX(knownAt - 1, frame);
}
