import { collect, type Drawing } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { drawLevel } from "./level.ts";
import { neverEnds, type Overlay, type Story } from "./overlay.ts";
import { startX } from "./places.ts";
import { poolTag } from "./pool-tag.ts";

/** High and low of the day, week or month before, from the first candle of the new one. */
export const previousRange: Overlay = {
  limit: 3,
  prefer: "newest",
  replaces: ({ name = "" }) => name,
  endedAt: neverEnds,
  draw: drawPreviousRange,
};

function drawPreviousRange({ born, evidence }: Story, frame: Frame): Drawing {
  const side = (at: number | undefined, high: boolean): Drawing =>
    at === undefined
      ? {}
      : drawLevel(
          {
            at,
            from: startX(born.openTime, frame),
            to: frame.nowX,
            tag: poolTag(born.name, high ? "high" : "low"),
            token: "level",
            strong: evidence,
            tagSide: high ? "above" : "below",
            priority: evidence ? 72 : 45,
          },
          frame,
        );
  return collect([side(born.top, true), side(born.bottom, false)]);
}
