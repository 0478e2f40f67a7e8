import type { Drawing } from "../drawing.ts";
import { NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { paint } from "../palette.ts";
import { polygon } from "../shapes.ts";
import { price } from "../units.ts";
import { neverEnds, type Overlay, type Story } from "./overlay.ts";
import { middleX } from "./places.ts";

const AWAY = 7;

/** Confirmed turning points as small arrow heads beyond the wick, larger for the outer layer. */
export const swing: Overlay = { limit: 40, prefer: "newest", endedAt: neverEnds, draw: drawSwing };

function drawSwing({ born, evidence }: Story, frame: Frame): Drawing {
  const level = born.level ?? (born.side === "low" ? born.bottom : born.top);
  if (level === undefined || frame.slots.isBefore(born.openTime) || !frame.prices.shows(price(level))) {
    return NOTHING;
  }
  const size = born.layer === "internal" ? 4.5 : 6.5;
  const out = born.side === "low" ? 1 : -1;
  const x = middleX(born.openTime, frame);
  const y = frame.prices.toY(price(level)) + AWAY * out;
  return {
    shapes: [
      polygon(
        "marks",
        [
          [x, y],
          [x - size, y + size * 1.5 * out],
          [x + size, y + size * 1.5 * out],
        ],
        paint(evidence ? "text" : "swing", evidence ? 1 : 0.75),
      ),
    ],
  };
}
