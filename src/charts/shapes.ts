import type { Layer, LineShape, PathShape, RectShape, Shape, TextShape } from "./display-list.ts";
import type { Paint } from "./palette.ts";
import { type FontName, seenText } from "./text/text-width.ts";
import { type Box, type PixelX, type PixelY, pixelX, pixelY } from "./units.ts";

export function rect(
  layer: Layer,
  area: Box,
  looks: { readonly fill?: Paint; readonly stroke?: Paint; readonly radius?: number },
): RectShape {
  const { left, top, right, bottom } = area;
  return { shape: "rect", layer, x: left, y: top, width: right - left, height: bottom - top, ...looks };
}

export interface LineLooks {
  readonly stroke: Paint;
  readonly lineWidth?: number;
  readonly dash?: readonly number[];
}

export function horizontal(layer: Layer, from: number, to: number, y: number, looks: LineLooks): LineShape {
  return segment(layer, [from, y], [to, y], looks);
}

export function vertical(layer: Layer, x: number, from: number, to: number, looks: LineLooks): LineShape {
  return segment(layer, [x, from], [x, to], looks);
}

export function segment(
  layer: Layer,
  from: readonly [number, number],
  to: readonly [number, number],
  { stroke, lineWidth = 1, dash }: LineLooks,
): LineShape {
  return {
    shape: "line",
    layer,
    from: point(from),
    to: point(to),
    stroke,
    lineWidth,
    ...(dash === undefined ? {} : { dash }),
  };
}

/** A filled outline, such as an arrow head. */
export function polygon(
  layer: Layer,
  points: readonly (readonly [number, number])[],
  fill: Paint,
  stroke?: Paint,
): PathShape {
  return {
    shape: "path",
    layer,
    points: points.map(point),
    closed: true,
    fill,
    ...(stroke === undefined ? {} : { stroke, lineWidth: 1.5 }),
  };
}

export function text(
  layer: Layer,
  written: string,
  at: readonly [number, number],
  looks: {
    readonly align?: "left" | "center" | "right";
    readonly font?: FontName;
    readonly size: number;
    readonly fill: Paint;
  },
): TextShape {
  return {
    shape: "text",
    layer,
    text: seenText(written),
    x: pixelX(at[0]),
    y: pixelY(at[1]),
    align: looks.align ?? "left",
    font: looks.font ?? "text",
    size: looks.size,
    fill: looks.fill,
  };
}

function point([x, y]: readonly [number, number]): readonly [PixelX, PixelY] {
  return [pixelX(x), pixelY(y)];
}

/** The same shape elsewhere. */
export function moved(shape: Shape, right: number, down: number): Shape {
  const shift = ([x, y]: readonly [number, number]): readonly [PixelX, PixelY] =>
    point([x + right, y + down]);
  switch (shape.shape) {
    case "rect":
    case "text":
      return { ...shape, x: pixelX(shape.x + right), y: pixelY(shape.y + down) };
    case "line":
      return { ...shape, from: shift(shape.from), to: shift(shape.to) };
    case "path":
      return { ...shape, points: shape.points.map(shift) };
  }
}

/** A line through the points. */
export function openPath(
  layer: Layer,
  points: readonly (readonly [number, number])[],
  stroke: Paint,
  lineWidth: number,
): PathShape {
  return { shape: "path", layer, points: points.map(point), closed: false, stroke, lineWidth };
}
