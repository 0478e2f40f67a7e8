import { type Drawing, NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { paint } from "../palette.ts";
import { rect } from "../shapes.ts";
import { box, slot } from "../units.ts";
import { bodyWidth } from "./candles.ts";

/** Share of the candles whose volume is drawn to scale; the few above are cut, so that one burst hides nothing. */
const TO_SCALE = 0.97;

/** Bars at the foot of the plot. Nothing for a market without volume. */
export function drawVolume({ input, slots, volume }: Frame): Drawing {
  const rising = input.candles.map((candle) => candle.volume).sort((a, b) => a - b);
  const full = rising[Math.floor((rising.length - 1) * TO_SCALE)] || rising.at(-1);
  if (!full) return NOTHING;
  const width = bodyWidth(slots.slotWidth);
  const bars = input.candles.map((candle, at) => {
    const left = Math.round(slots.toX(slot(at))) - Math.floor(width / 2);
    const height = Math.min(1, candle.volume / full) * (volume.bottom - volume.top);
    return rect("volume", box(left, volume.bottom - height, left + width, volume.bottom), {
      fill: paint(candle.close >= candle.open ? "volumeUp" : "volumeDown", 0.32),
    });
  });
  return { shapes: bars };
}
