import type { Shape } from "../display-list.ts";
import type { LabelPlace, LabelRequest } from "../drawing.ts";
import { paint } from "../palette.ts";
import { rect, text } from "../shapes.ts";
import { textWidth } from "../text/text-width.ts";
import { type Box, box, contains, overlaps, sharedArea } from "../units.ts";

const PADDING = 5;

export interface LabelRoom {
  /** Labels stay inside. */
  readonly within: Box;
  /** Never covered. */
  readonly taken: readonly Box[];
  /** Covered only when there is nothing better: the candles. */
  readonly avoided: readonly Box[];
}

/** Gives every label, the most important first, its best free place. One without a free place is left out. */
export function placeLabels(requests: readonly LabelRequest[], room: LabelRoom): readonly Shape[] {
  const taken = [...room.taken];
  const ordered = [...requests].sort((a, b) => b.priority - a.priority);
  return ordered.flatMap((request) => {
    const best = bestPlace(request, { ...room, taken });
    if (best === undefined) return [];
    taken.push(best.area);
    return draw(request, best);
  });
}

interface Placed {
  readonly place: LabelPlace;
  readonly area: Box;
}

function bestPlace(request: LabelRequest, { within, taken, avoided }: LabelRoom): Placed | undefined {
  let best: Placed | undefined;
  let leastCovered = Number.POSITIVE_INFINITY;
  for (const place of request.places) {
    const area = areaOf(request, place);
    if (!contains(within, area) || taken.some((other) => overlaps(other, area))) continue;
    const covered = avoided.reduce((sum, candle) => sum + sharedArea(candle, area), 0);
    if (covered < leastCovered) {
      best = { place, area };
      leastCovered = covered;
    }
    if (covered === 0) break;
  }
  return best;
}

/** The room a label needs: its text, and the ground with its padding. */
function areaOf({ text: written, size }: LabelRequest, { x, y, align }: LabelPlace): Box {
  const width = textWidth(written, "strong", size) + PADDING * 2;
  const left = x - { left: 0, center: width / 2, right: width }[align];
  const half = size * 0.65;
  return box(left, y - half, left + width, y + half);
}

function draw(request: LabelRequest, { place, area }: Placed): readonly Shape[] {
  const { strong = false, token, alpha } = request;
  const written = text("labels", request.text, [area.left + PADDING, place.y], {
    font: "strong",
    size: request.size,
    fill: strong ? paint("background") : paint(token, alpha),
  });
  if (!request.ground) return [written];
  const ground = strong ? paint(token) : paint("background", 0.78);
  return [rect("labels", area, { fill: ground, radius: 4 }), written];
}
