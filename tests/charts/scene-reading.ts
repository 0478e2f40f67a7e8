import type { LineShape, RectShape, Shape, TextShape } from "../../src/charts/display-list.ts";
import type { ColourToken } from "../../src/charts/palette.ts";
import type { Scene } from "../../src/charts/scene.ts";
import { type Box, box } from "../../src/charts/units.ts";

export function textsOf(scene: Scene): readonly TextShape[] {
  return scene.shapes.filter((shape) => shape.shape === "text");
}

export function wordsOf(scene: Scene): readonly string[] {
  return textsOf(scene).map(({ text }) => text);
}

export function rectsOf(scene: Scene, token: ColourToken): readonly RectShape[] {
  return scene.shapes.filter((shape): shape is RectShape => shape.shape === "rect" && uses(shape, token));
}

export function linesOf(scene: Scene, token: ColourToken): readonly LineShape[] {
  return scene.shapes.filter((shape): shape is LineShape => shape.shape === "line" && uses(shape, token));
}

function uses(shape: Shape, token: ColourToken): boolean {
  const fill = shape.shape === "line" ? undefined : shape.fill;
  const stroke = shape.shape === "text" ? undefined : shape.stroke;
  return (fill ?? stroke)?.token === token;
}

export function numbersOf(shape: Shape): readonly number[] {
  switch (shape.shape) {
    case "rect":
      return [shape.x, shape.y, shape.width, shape.height];
    case "line":
      return [...shape.from, ...shape.to];
    case "path":
      return shape.points.flat();
    case "text":
      return [shape.x, shape.y, shape.size];
  }
}

export const shrunk = ({ left, top, right, bottom }: Box): Box =>
  box(left + 0.01, top + 0.01, right - 0.01, bottom - 0.01);
