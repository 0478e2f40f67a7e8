import { type Drawing, NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { type ColourToken, paint } from "../palette.ts";
import { horizontal } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { type PixelX, pixelX, pixelY, price } from "../units.ts";

export interface Level {
  readonly at: number;
  readonly from: PixelX;
  readonly to: PixelX;
  readonly tag: string;
  readonly token: ColourToken;
  readonly strong: boolean;
  readonly dash?: readonly number[];
  /** The side of the line on which the tag stands if it can. */
  readonly tagSide: "above" | "below";
  readonly priority: number;
}

/** A price line from one candle to another with a short tag on it. */
export function drawLevel(level: Level, { prices }: Frame): Drawing {
  const at = price(level.at);
  if (!prices.shows(at) || level.to - level.from < 2) return NOTHING;
  const y = Math.round(prices.toY(at));
  const offset = STYLE.labelSize * 0.8;
  const sides = level.tagSide === "above" ? [-offset, offset] : [offset, -offset];
  const middle = (level.from + level.to) / 2;
  return {
    shapes: [
      horizontal("levels", level.from, level.to, y, {
        stroke: paint(level.token, level.strong ? 1 : 0.75),
        lineWidth: level.strong ? 2 : 1.5,
        ...(level.dash === undefined ? {} : { dash: level.dash }),
      }),
    ],
    labels: [
      {
        text: level.tag,
        token: level.token,
        size: STYLE.labelSize,
        priority: level.priority,
        ground: true,
        places: sides.flatMap((side) => [
          { x: pixelX(middle), y: pixelY(y + side), align: "center" as const },
          { x: level.from, y: pixelY(y + side), align: "left" as const },
          { x: level.to, y: pixelY(y + side), align: "right" as const },
        ]),
      },
    ],
  };
}
