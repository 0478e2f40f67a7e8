import { type Drawing, NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { drawLevel } from "./level.ts";
import { neverEnds, type Overlay, type Story } from "./overlay.ts";
import { knownX, startX } from "./places.ts";

/** Open of a run of candles, from its first candle to the close beyond it. */
export const changeInDelivery: Overlay = { limit: 1, prefer: "newest", endedAt: neverEnds, draw: drawChange };

function drawChange({ born, evidence }: Story, frame: Frame): Drawing {
  if (born.level === undefined) return NOTHING;
  return drawLevel(
    {
      at: born.level,
      from: startX(born.openTime, frame),
      to: knownX(born.knownAt, frame),
      tag: "CISD",
      token: born.bias === "bearish" ? "structureDown" : "structureUp",
      strong: evidence,
      dash: [3, 3],
      tagSide: born.bias === "bearish" ? "below" : "above",
      priority: evidence ? 73 : 28,
    },
    frame,
  );
}
