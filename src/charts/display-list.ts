import type { Paint } from "./palette.ts";
import type { FontName } from "./text/text-width.ts";
import type { PixelX, PixelY } from "./units.ts";

/** From the back to the front. What is drawn later covers what is drawn earlier. */
export const LAYERS = [
  "ground",
  "bands",
  "shading",
  "grid",
  "volume",
  "zones",
  "boxes",
  "levels",
  "candles",
  "marks",
  "labels",
  "axis",
  "tags",
  "header",
] as const;

export type Layer = (typeof LAYERS)[number];

export interface RectShape {
  readonly shape: "rect";
  readonly layer: Layer;
  readonly x: PixelX;
  readonly y: PixelY;
  readonly width: number;
  readonly height: number;
  readonly fill?: Paint;
  readonly stroke?: Paint;
  readonly radius?: number;
}

export interface LineShape {
  readonly shape: "line";
  readonly layer: Layer;
  readonly from: readonly [PixelX, PixelY];
  readonly to: readonly [PixelX, PixelY];
  readonly stroke: Paint;
  readonly lineWidth: number;
  readonly dash?: readonly number[];
}

export interface PathShape {
  readonly shape: "path";
  readonly layer: Layer;
  readonly points: readonly (readonly [PixelX, PixelY])[];
  readonly closed: boolean;
  readonly fill?: Paint;
  readonly stroke?: Paint;
  readonly lineWidth?: number;
}

export interface TextShape {
  readonly shape: "text";
  readonly layer: Layer;
  readonly text: string;
  readonly x: PixelX;
  /** Middle of the capital letters. */
  readonly y: PixelY;
  readonly align: "left" | "center" | "right";
  readonly font: FontName;
  readonly size: number;
  readonly fill: Paint;
}

/** Everything a rasteriser has to be able to draw. */
export type Shape = RectShape | LineShape | PathShape | TextShape;

/** Back to front, stable within a layer. */
export function inLayerOrder(shapes: readonly Shape[]): readonly Shape[] {
  const buckets = new Map<Layer, Shape[]>(LAYERS.map((layer) => [layer, []]));
  for (const shape of shapes) buckets.get(shape.layer)?.push(shape);
  return [...buckets.values()].flat();
}
