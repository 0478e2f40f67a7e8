import { type Drawing, NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { drawLevel } from "./level.ts";
import { endsWith, type Overlay, type Story } from "./overlay.ts";
import { knownX, middleX } from "./places.ts";
import { poolTag } from "./pool-tag.ts";

/** Resting liquidity above a high or below a low, until it is taken. */
export const liquidityPool: Overlay = { limit: 3, prefer: "nearest", endedAt: takenAt, draw: drawPool };

const endEvent = endsWith("swept", "broken", "expired");

/** Its own last event, or the sweep of the same level: that is a detection of another kind. */
function takenAt(story: Story, { input }: Frame): number | undefined {
  const { level, side, knownAt } = latest(story);
  const sweep = input.detections.find(
    (other) =>
      other.kind === "liquidity-sweep" &&
      other.level === level &&
      other.side === side &&
      other.knownAt >= knownAt,
  );
  return endEvent(story) ?? sweep?.knownAt;
}

/** A pool of equal highs moves to the more extreme one as members join. */
function latest({ events, born }: Story): Story["born"] {
  return events.findLast(({ event }) => event === "detected" || event === "equal") ?? born;
}

function drawPool(story: Story, frame: Frame): Drawing {
  const { level, side, source } = latest(story);
  if (level === undefined) return NOTHING;
  const end = takenAt(story, frame);
  return drawLevel(
    {
      at: level,
      from: middleX(story.born.openTime, frame),
      to: end === undefined ? frame.nowX : knownX(end, frame),
      tag: poolTag(source, side),
      token: "liquidity",
      strong: story.evidence,
      dash: [2, 4],
      tagSide: side === "low" ? "below" : "above",
      priority: story.evidence ? 70 : 25,
    },
    frame,
  );
}
