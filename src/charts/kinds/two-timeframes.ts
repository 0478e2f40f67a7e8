import type { SignalChartInput } from "../chart-input.ts";
import { type ChartLook, pictureSize } from "../chart-look.ts";
import { paint } from "../palette.ts";
import { chartScene, type Scene } from "../scene.ts";
import { horizontal, moved, vertical } from "../shapes.ts";

/** One market seen twice, the larger timeframe first. The look counts for both. */
export interface TwoTimeframesInput extends ChartLook {
  readonly left: Omit<SignalChartInput, keyof ChartLook>;
  readonly right: Omit<SignalChartInput, keyof ChartLook>;
}

/** On a phone two charts stand one above the other, in the format that chats show largest there. */
const PHONE = { width: 1080, height: 1350 } as const;

/** Side by side where each half is still wider than high; otherwise one above the other. */
const SIDE_BY_SIDE_FROM = 2;

/** Pure. Throws `RangeError` when one side has no candle. */
export function twoTimeframesScene({ left, right, ...look }: TwoTimeframesInput): Scene {
  const size = twoTimeframesSize(look);
  const isWide = size.width >= size.height * SIDE_BY_SIDE_FROM;
  const first = isWide
    ? { width: Math.floor(size.width / 2), height: size.height }
    : { width: size.width, height: Math.floor(size.height / 2) };
  const second = isWide
    ? { width: size.width - first.width, height: size.height }
    : { width: size.width, height: size.height - first.height };
  const [x, y] = isWide ? [first.width, 0] : [0, first.height];
  const line = { stroke: paint("frame"), lineWidth: 2 };
  const border = isWide
    ? vertical("header", x + 0.5, 0, size.height, line)
    : horizontal("header", 0, size.width, y + 0.5, line);
  const { shapes } = chartScene({ ...left, ...look, ...first, watermark: "" });
  const more = chartScene({ ...right, ...look, ...second }).shapes;
  return {
    ...size,
    theme: look.theme,
    shapes: [...shapes, ...more.map((shape) => moved(shape, x, y)), border],
  };
}

function twoTimeframesSize(look: ChartLook): { readonly width: number; readonly height: number } {
  const { size = "phone", width, height } = look;
  return size === "phone" && width === undefined && height === undefined ? PHONE : pictureSize(look);
}
