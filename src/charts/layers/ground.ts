import { watermarkOf } from "../chart-look.ts";
import type { Shape } from "../display-list.ts";
import type { Drawing } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { paint } from "../palette.ts";
import { horizontal, rect, text, vertical } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { fitText, textWidth } from "../text/text-width.ts";
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

/** In the corner between the axes, where nothing else ever is; a name that is too long for it stands in the plot. */
function watermark({ input, plot, volume, priceAxis, timeAxis, height }: Frame): readonly Shape[] {
  const name = watermarkOf(input);
  const room = priceAxis.right - priceAxis.left - 8;
  const size = WATERMARK_SIZES.find((one) => textWidth(name, "strong", one) <= room);
  const looks = { font: "strong", fill: paint("quietText", 0.75) } as const;
  if (size !== undefined) {
    const place = [(priceAxis.left + priceAxis.right) / 2, (timeAxis.top + height) / 2] as const;
    return name === "" ? [] : [text("marks", name, place, { ...looks, size, align: "center" })];
  }
  const [largest] = WATERMARK_SIZES;
  const fitting = fitText(name, "strong", largest, (plot.right - plot.left) / 2);
  if (fitting === "") return [];
  return [text("marks", fitting, [STYLE.margin, volume.top - largest / 2 - 2], { ...looks, size: largest })];
}

const WATERMARK_SIZES = [18, 17, 16, 15] as const;
