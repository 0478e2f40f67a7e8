import type { Shape } from "../display-list.ts";
import type { TagRequest } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { paint } from "../palette.ts";
import { horizontal, rect, segment, text } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { textWidth } from "../text/text-width.ts";
import { type Box, box, type PixelY } from "../units.ts";
import { spreadRows } from "./spread.ts";

const PITCH = STYLE.tagHeight + STYLE.tagGap;
const PADDING = 10;
const ELBOW = 14;

export interface PlacedTags {
  readonly shapes: readonly Shape[];
  readonly boxes: readonly Box[];
}

/** Price tags on the right axis with their lines. A level off the scale stays at the edge with an arrow. */
export function placeTags(requests: readonly TagRequest[], frame: Frame): PlacedTags {
  const { plot } = frame;
  const room = Math.floor((plot.bottom - plot.top) / PITCH);
  const kept = [...requests].sort((a, b) => b.priority - a.priority).slice(0, room);
  const wishes = kept.map((tag) => frame.prices.toNearestY(tag.at));
  const rows = spreadRows(wishes, PITCH, plot.top, plot.bottom);
  const labelled = kept.map((tag) => ({ tag, label: writtenLabel(tag, frame) }));
  const labelRoom = Math.max(...labelled.map(({ label }) => roomFor(label)), 0);
  const drawn = labelled.map(({ tag, label }, at) =>
    drawTag({ tag, label, labelRoom, middle: rows[at] ?? 0 }, frame),
  );
  return { shapes: drawn.flatMap(({ shapes }) => shapes), boxes: drawn.map(({ area }) => area) };
}

interface TagRow {
  readonly tag: TagRequest;
  readonly label: string;
  /** The same for all labels, so that they line up. */
  readonly labelRoom: number;
  readonly middle: number;
}

function roomFor(label: string): number {
  return label === "" ? 0 : textWidth(label, "strong", STYLE.tagSize) + PADDING * 2;
}

function drawTag(
  { tag, label, labelRoom, middle }: TagRow,
  frame: Frame,
): { readonly shapes: readonly Shape[]; readonly area: Box } {
  const { plot, width, prices } = frame;
  const left = label === "" ? plot.right : plot.right - labelRoom;
  const half = STYLE.tagHeight / 2;
  const area = box(left, middle - half, width - 3, middle + half);
  const tagFill = { fill: paint(tag.token) };
  const shapes: Shape[] = [
    ...line(tag, prices.shows(tag.at), prices.toNearestY(tag.at), left, middle),
    rect("tags", area, { ...tagFill, radius: 6 }),
    text("tags", frame.write(tag.at), [plot.right + PADDING, middle], {
      font: "digits",
      size: STYLE.tagSize,
      fill: paint("tagText"),
    }),
  ];
  if (label !== "") {
    shapes.push(
      text("tags", label, [left + PADDING, middle], {
        font: "strong",
        size: STYLE.tagSize,
        fill: paint("tagText"),
      }),
    );
  }
  return { shapes, area };
}

function writtenLabel({ at, label = "" }: TagRequest, { prices }: Frame): string {
  if (label === "" || prices.shows(at)) return label;
  return `${at > prices.high ? "↑" : "↓"} ${label}`;
}

/** From the start of the level to its tag, with a bend when the tag had to move. */
function line(
  tag: TagRequest,
  onScale: boolean,
  level: PixelY,
  tagLeft: number,
  middle: number,
): readonly Shape[] {
  if (tag.lineFrom === undefined || !onScale) return [];
  const looks = {
    stroke: paint(tag.token),
    lineWidth: tag.dashed ? 1.5 : 2,
    ...(tag.dashed ? { dash: [5, 5] } : {}),
  };
  const bend = Math.abs(level - middle) > STYLE.tagHeight / 2 - 4;
  const end = bend ? tagLeft - ELBOW : tagLeft;
  if (end <= tag.lineFrom) return [];
  const straight = horizontal("levels", tag.lineFrom, end, Math.round(level), looks);
  return bend
    ? [straight, segment("levels", [end, Math.round(level)], [tagLeft, middle], looks)]
    : [straight];
}
