import type { Detection } from "../../engine/detect/detection.ts";
import { type Drawing, NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { type PixelX, pixelX } from "../units.ts";
import { drawLevel } from "./level.ts";
import { neverEnds, type Overlay, type Story } from "./overlay.ts";
import { middleX } from "./places.ts";
import { poolTag } from "./pool-tag.ts";

/** Where nothing drawn says where the pool began, the line reaches back this many pixels. */
const REACH = 110;

/** A pool that was traded through and closed back: its level, ending at the sweeping candle. */
export const liquiditySweep: Overlay = { limit: 2, prefer: "newest", endedAt: neverEnds, draw: drawSweep };

function drawSweep({ born, evidence }: Story, frame: Frame): Drawing {
  if (born.level === undefined || frame.slots.isBefore(born.openTime)) return NOTHING;
  const at = middleX(born.openTime, frame);
  return drawLevel(
    {
      at: born.level,
      from: poolStart(born, frame) ?? pixelX(Math.max(frame.plot.left, at - REACH)),
      to: pixelX(Math.min(frame.plot.right, at + frame.slots.slotWidth)),
      tag: `${poolTag(born.source, born.side)} ×`,
      token: "liquidity",
      strong: evidence,
      tagSide: born.side === "low" ? "below" : "above",
      priority: evidence ? 78 : 35,
    },
    frame,
  );
}

/** The newest swing or pool of the same level and side before the sweep. */
function poolStart(sweep: Detection, frame: Frame): PixelX | undefined {
  const origin = frame.input.detections.findLast(
    ({ kind, level, side, knownAt }) =>
      (kind === "swing" || kind === "liquidity-pool") &&
      level === sweep.level &&
      side === sweep.side &&
      knownAt < sweep.knownAt,
  );
  return origin === undefined ? undefined : middleX(origin.openTime, frame);
}
