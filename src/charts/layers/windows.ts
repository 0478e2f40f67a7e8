import type { ChartWindow } from "../chart-input.ts";
import { type Drawing, NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { paint } from "../palette.ts";
import { rect } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { textWidth } from "../text/text-width.ts";
import { box, clamp, pixelX, pixelY } from "../units.ts";

/** Kill zones as bands with their names in the strip above the candles; the latest keep their name first. */
export function drawWindows(frame: Frame): readonly Drawing[] {
  const oldestFirst = [...frame.input.windows].sort((a, b) => a.fromMs - b.fromMs);
  return oldestFirst.map((window, at) => drawWindow(window, at / oldestFirst.length, frame));
}

function drawWindow(window: ChartWindow, recency: number, { slots, plot }: Frame): Drawing {
  const half = slots.slotWidth / 2;
  const left = clamp(slots.toX(slots.from(window.fromMs)) - half, plot.left, plot.right);
  const right = clamp(slots.toX(slots.from(window.toMs)) - half, plot.left, plot.right);
  if (right - left < NARROWEST) return NOTHING;
  const y = pixelY(plot.top + STYLE.windowStrip / 2 + 2);
  const name = fittingName(window, right - left);
  const overhangs = name !== undefined && nameWidth(name) > right - left;
  const middle = pixelX((left + right) / 2);
  return {
    shapes: [
      rect("bands", box(left, plot.top, right, plot.bottom), { fill: paint("session", 0.07) }),
      rect("volume", box(left + 1, plot.top, right - 1, plot.top + 4), { fill: paint("session", 0.85) }),
    ],
    labels:
      name === undefined
        ? []
        : [
            {
              text: name,
              token: "session",
              size: STYLE.windowSize,
              // A name that keeps to its band goes before one that leans over the next.
              priority: (overhangs ? 80 : 90) + recency,
              ground: false,
              places: [
                { x: middle, y, align: "center" },
                { x: pixelX(left + 6), y, align: "left" },
                { x: pixelX(right - 6), y, align: "right" },
              ],
            },
          ],
  };
}

/**
 * The name inside its band, or the short one, or one of them a little over its band. On a large timeframe the bands
 * are a few candles wide: then it is the first letter of the short name, and below that nothing.
 */
function fittingName({ name, shortName = name }: ChartWindow, width: number): string | undefined {
  const inside = [name, shortName].find((written) => nameWidth(written) <= width);
  if (inside !== undefined) return inside;
  const [initial = ""] = shortName;
  if (width < LEANING_FROM) return nameWidth(initial) <= width ? initial : undefined;
  return [shortName, name].find((written) => nameWidth(written) <= width * OVERHANG);
}

function nameWidth(written: string): number {
  return textWidth(written, "strong", STYLE.windowSize);
}

const OVERHANG = 1.6;
/** Names over narrower bands would stand beside them. */
const LEANING_FROM = 44;
/** Many narrower bands are stripes, not information. */
const NARROWEST = 12;
