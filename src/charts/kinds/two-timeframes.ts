import type { SignalChartInput } from "../chart-input.ts";
import { type ChartLook, pictureSize } from "../chart-look.ts";
import { paint } from "../palette.ts";
import { chartScene, type Scene } from "../scene.ts";
import { moved, vertical } from "../shapes.ts";

/** One market seen twice, the larger timeframe on the left. The look counts for both. */
export interface TwoTimeframesInput extends ChartLook {
  readonly left: Omit<SignalChartInput, keyof ChartLook>;
  readonly right: Omit<SignalChartInput, keyof ChartLook>;
}

/** Pure. Throws `RangeError` when one side has no candle. */
export function twoTimeframesScene({ left, right, ...look }: TwoTimeframesInput): Scene {
  const { width, height } = pictureSize(look);
  const half = Math.floor(width / 2);
  const leftScene = chartScene({ ...left, ...look, width: half, height, watermark: "" });
  const rightScene = chartScene({ ...right, ...look, width: width - half, height });
  const border = vertical("header", half + 0.5, 0, height, { stroke: paint("frame"), lineWidth: 2 });
  return {
    width,
    height,
    theme: look.theme,
    shapes: [...leftScene.shapes, ...rightScene.shapes.map((shape) => moved(shape, half, 0)), border],
  };
}
