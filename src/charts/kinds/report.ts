import { type ChartLook, pictureSize, watermarkOf } from "../chart-look.ts";
import { inLayerOrder, type Shape } from "../display-list.ts";
import { type HeaderPiece, headerRow } from "../layers/header.ts";
import { type ColourToken, paint } from "../palette.ts";
import type { Scene } from "../scene.ts";
import { horizontal, rect, text } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { type FontName, fitText } from "../text/text-width.ts";
import { type Box, box } from "../units.ts";

const FOOT = 40;

/** A picture that is not of one market: a header, room for content, the name of the desk below. */
export interface Report {
  readonly width: number;
  readonly height: number;
  /** Room for the content, margins taken off. */
  readonly content: Box;
  readonly shapes: readonly Shape[];
}

/** `note` stands at the right of the foot, such as the time span. */
export function createReport(look: ChartLook, title: readonly HeaderPiece[], note: string): Report {
  const { width, height } = pictureSize(look);
  const { margin, header } = STYLE;
  const foot = height - FOOT / 2;
  return {
    width,
    height,
    content: box(margin, header + margin, width - margin, height - FOOT),
    shapes: [
      rect("ground", box(0, 0, width, height), { fill: paint("background") }),
      rect("header", box(0, 0, width, header), { fill: paint("header") }),
      horizontal("header", 0, width, header - 0.5, { stroke: paint("frame") }),
      ...headerRow(title, header / 2, width - margin),
      ...words(watermarkOf(look), [margin, foot, width / 3], { token: "quietText", font: "strong" }),
      ...words(note, [width - margin, foot, width / 2], { token: "quietText", align: "right" }),
    ],
  };
}

export function finished(report: Report, look: ChartLook, shapes: readonly Shape[]): Scene {
  const { width, height } = report;
  return { width, height, theme: look.theme, shapes: inLayerOrder([...report.shapes, ...shapes]) };
}

/** A text of at most the given width, shortened when it is longer; nothing when nothing fits. */
export function words(
  written: string,
  [x, y, most]: readonly [x: number, y: number, most: number],
  looks: {
    readonly token?: ColourToken;
    readonly size?: number;
    readonly font?: FontName;
    readonly align?: "left" | "center" | "right";
  } = {},
): readonly Shape[] {
  const { token = "text", size = STYLE.axisSize, font = "text", align = "left" } = looks;
  const fitting = fitText(written, font, size, most);
  if (fitting === "") return [];
  return [text("labels", fitting, [x, y], { align, font, size, fill: paint(token) })];
}

/** Words on a cell that is coloured this strongly, 0 to 1: white once dark ones would be hard to read on it. */
export function tokenOn(strength: number): "text" | "tagText" {
  return strength > 0.65 ? "tagText" : "text";
}

/** The colour of a result. */
export function resultToken(value: number): "target" | "stop" | "now" {
  if (value === 0) return "now";
  return value > 0 ? "target" : "stop";
}
