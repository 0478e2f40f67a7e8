import { type Drawing, NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { paint } from "../palette.ts";
import { rect } from "../shapes.ts";
import { box, price } from "../units.ts";
import { drawLevel } from "./level.ts";
import { neverEnds, type Overlay, type Story } from "./overlay.ts";
import { startX } from "./places.ts";

/** Premium above and discount below the middle of the range that price deals in. Only the newest one. */
export const dealingRange: Overlay = { limit: 1, prefer: "newest", endedAt: neverEnds, draw: drawRange };

function drawRange({ events, born }: Story, frame: Frame): Drawing {
  const { top, bottom, openTime } = events.at(-1) ?? born;
  if (top === undefined || bottom === undefined) return NOTHING;
  const { prices, plot } = frame;
  const left = startX(openTime, frame);
  const middle = (top + bottom) / 2;
  const y = (value: number): number => prices.toNearestY(price(value));
  const line = drawLevel(
    {
      at: middle,
      from: left,
      to: plot.right,
      tag: "EQ",
      token: "swing",
      strong: false,
      dash: [8, 6],
      tagSide: "above",
      priority: 20,
    },
    frame,
  );
  return {
    ...line,
    shapes: [
      rect("shading", box(left, y(top), plot.right, y(middle)), { fill: paint("premium", 0.05) }),
      rect("shading", box(left, y(middle), plot.right, y(bottom)), { fill: paint("discount", 0.05) }),
      ...(line.shapes ?? []),
    ],
  };
}
