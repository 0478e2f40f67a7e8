import type { Shape } from "../display-list.ts";
import { type Drawing, type LabelPlace, NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { type ColourToken, paint } from "../palette.ts";
import { horizontal, rect } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { type Box, box, type PixelX, pixelX, pixelY, price } from "../units.ts";
import { endsWith, type Overlay, type Story } from "./overlay.ts";
import { knownX, startX } from "./places.ts";

export interface ZoneLooks {
  readonly tag: string;
  readonly bullish: ColourToken;
  readonly bearish: ColourToken;
  readonly endedBy: readonly string[];
  readonly limit: number;
  /** Draw the middle: mean threshold of a block, consequent encroachment of a gap. */
  readonly middle: boolean;
}

const THINNEST = 3;
const OPEN_END = 76;

/** A price range from its candle to its end, or on to the right edge while it lives. */
export function zoneOverlay(looks: ZoneLooks): Overlay {
  return {
    limit: looks.limit,
    prefer: "nearest",
    endedAt: endsWith(...looks.endedBy),
    draw: (story, frame) => drawZone(story, frame, looks),
  };
}

function drawZone(story: Story, frame: Frame, looks: ZoneLooks): Drawing {
  const area = zoneArea(story, frame, looks.endedBy);
  if (area === undefined) return NOTHING;
  const token = story.born.bias === "bearish" ? looks.bearish : looks.bullish;
  const shapes: Shape[] = [
    rect("zones", area, {
      fill: paint(token, story.evidence ? 0.26 : 0.1),
      stroke: paint(token, story.evidence ? 0.95 : 0.35),
    }),
  ];
  if (looks.middle && area.bottom - area.top > 14) {
    shapes.push(
      horizontal("zones", area.left, area.right, (area.top + area.bottom) / 2, {
        stroke: paint(token, 0.55),
        dash: [4, 4],
      }),
    );
  }
  const label = {
    text: looks.tag,
    token,
    size: STYLE.labelSize,
    priority: story.evidence ? 80 : 30,
    places: labelPlaces(area),
    ground: true,
  };
  return { shapes, labels: [label] };
}

function zoneArea(story: Story, frame: Frame, endedBy: readonly string[]): Box | undefined {
  const { top, bottom, openTime } = story.born;
  if (top === undefined || bottom === undefined) return undefined;
  const { prices, slots } = frame;
  if (top < prices.low || bottom > prices.high || slots.isAfter(openTime)) return undefined;
  const end = endsWith(...endedBy)(story);
  const left = startX(openTime, frame);
  const right = end === undefined ? openEnd(frame) : knownX(end, frame);
  if (right - left < 2) return undefined;
  const upper = prices.toNearestY(price(top));
  const lower = prices.toNearestY(price(bottom));
  const missing = Math.max(0, THINNEST - (lower - upper)) / 2;
  return box(left, upper - missing, right, lower + missing);
}

/** A living zone reaches past the newest candle, far enough for its label, and leaves the rest to the targets. */
function openEnd({ nowX, plot }: Frame): PixelX {
  return pixelX(Math.min(plot.right, nowX + OPEN_END));
}

/** Inside at the end, the start and the middle, then above and below. */
function labelPlaces(area: Box): readonly LabelPlace[] {
  const middle = pixelY((area.top + area.bottom) / 2);
  const left = pixelX(area.left + 4);
  const right = pixelX(area.right - 4);
  const above = pixelY(area.top - STYLE.labelSize * 0.75);
  const below = pixelY(area.bottom + STYLE.labelSize * 0.75);
  return [
    { x: right, y: middle, align: "right" },
    { x: left, y: middle, align: "left" },
    { x: pixelX((left + right) / 2), y: middle, align: "center" },
    { x: left, y: above, align: "left" },
    { x: right, y: above, align: "right" },
    { x: left, y: below, align: "left" },
    { x: right, y: below, align: "right" },
  ];
}
