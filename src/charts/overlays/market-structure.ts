import { type Drawing, NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { drawLevel } from "./level.ts";
import { neverEnds, type Overlay, type Story } from "./overlay.ts";
import { knownX, middleX } from "./places.ts";

/** A broken swing: its level from the swing to the candle that closed beyond it. */
export const marketStructure: Overlay = { limit: 6, prefer: "newest", endedAt: neverEnds, draw: drawBreak };

function drawBreak({ born, evidence }: Story, frame: Frame): Drawing {
  if (born.level === undefined || frame.slots.isBefore(born.knownAt - 1)) return NOTHING;
  const bullish = born.bias === "bullish";
  return drawLevel(
    {
      at: born.level,
      from: middleX(born.openTime, frame),
      to: knownX(born.knownAt, frame),
      tag: breakTag(born.event, born.facts?.displacement === true),
      token: bullish ? "structureUp" : "structureDown",
      strong: evidence,
      ...(born.layer === "internal" ? { dash: [6, 4] } : {}),
      tagSide: bullish ? "above" : "below",
      priority: evidence ? 75 : 40,
    },
    frame,
  );
}

/** A change of character with displacement is a market structure shift. */
function breakTag(event: string, displaced: boolean): string {
  if (event === "bos") return "BOS";
  return displaced ? "MSS" : "CHoCH";
}
