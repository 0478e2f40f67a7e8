import { watermarkOf } from "../chart-look.ts";
import type { Shape } from "../display-list.ts";
import type { Drawing } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { paint } from "../palette.ts";
import { horizontal, rect, text, vertical } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { fitText } from "../text/text-width.ts";
import { box } from "../units.ts";

/** Background, the lines that part plot, axes and header, and the name of the desk. */
export function drawGround(frame: Frame): Drawing {
  const { width, height, plot, header } = frame;
  const line = { stroke: paint("frame") };
  return {
    shapes: [
      rect("ground", box(0, 0, width, height), { fill: paint("background") }),
      rect("header", header, { fill: paint("header") }),
      horizontal("header", 0, width, header.bottom - 0.5, line),
      horizontal("axis", 0, width, plot.bottom + 0.5, line),
      vertical("axis", plot.right + 0.5, plot.top, height, line),
      ...watermark(frame),
    ],
  };
}

function watermark({ input, plot, volume }: Frame): readonly Shape[] {
  const room = (plot.right - plot.left) / 2;
  const name = fitText(watermarkOf(input), "strong", STYLE.watermarkSize, room);
  if (name === "") return [];
  return [
    text("marks", name, [STYLE.margin, volume.top - STYLE.watermarkSize / 2 - 2], {
      font: "strong",
      size: STYLE.watermarkSize,
      fill: paint("quietText", 0.55),
    }),
  ];
}
