import type { SignalChartInput } from "./chart-input.ts";
import { inLayerOrder, type Shape } from "./display-list.ts";
import { collect } from "./drawing.ts";
import { createFrame, type Frame } from "./frame.ts";
import { drawPriceAxis, drawTimeAxis } from "./layers/axes.ts";
import { bodyWidth, drawCandles } from "./layers/candles.ts";
import { drawCurrentPrice } from "./layers/current-price.ts";
import { drawFills } from "./layers/fills.ts";
import { drawGround } from "./layers/ground.ts";
import { drawHeader } from "./layers/header.ts";
import { drawLife } from "./layers/life.ts";
import { drawNewYorkMarks } from "./layers/new-york-marks.ts";
import { drawTrade } from "./layers/trade.ts";
import { drawVolume } from "./layers/volume.ts";
import { drawWindows } from "./layers/windows.ts";
import { drawDetections } from "./overlays/stories.ts";
import type { Theme } from "./palette.ts";
import { placeLabels } from "./placement/labels.ts";
import { placeTags } from "./placement/tags.ts";
import { textBox } from "./text/text-width.ts";
import { type Box, box, price, slot } from "./units.ts";

/** A picture as arithmetic: what to draw, back to front. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  readonly shapes: readonly Shape[];
}

/** What the picture of `input` consists of. Pure. Throws `RangeError` without candles or for an unknown zone. */
export function chartScene(input: SignalChartInput): Scene {
  const frame = createFrame(input);
  const ground = drawGround(frame);
  const fills = drawFills(frame);
  const drawn = collect([
    ground,
    drawHeader(frame),
    ...drawWindows(frame),
    drawVolume(frame),
    drawCandles(frame),
    ...drawDetections(frame),
    drawTrade(frame),
    fills,
    drawCurrentPrice(frame),
    drawTimeAxis(frame),
    drawNewYorkMarks(frame),
    drawLife(frame),
  ]);
  const tags = placeTags(drawn.tags, frame);
  const axis = drawPriceAxis(frame, tags.boxes);
  const labels = placeLabels(drawn.labels, {
    within: frame.plot,
    taken: [...tags.boxes, ...solidBoxes([...(ground.shapes ?? []), ...(fills.shapes ?? [])])],
    avoided: candleBoxes(frame),
  });
  const shapes = [...drawn.shapes, ...(axis.shapes ?? []), ...tags.shapes, ...labels];
  return { width: frame.width, height: frame.height, theme: input.theme, shapes: inLayerOrder(shapes) };
}

/** Where texts and arrow heads stand. */
function solidBoxes(shapes: readonly Shape[]): readonly Box[] {
  return shapes.flatMap((shape) => {
    if (shape.shape === "text") return [textBox(shape)];
    if (shape.shape !== "path") return [];
    const xs = shape.points.map(([x]) => x);
    const ys = shape.points.map(([, y]) => y);
    return [box(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))];
  });
}

function candleBoxes({ input, slots, prices }: Frame): readonly Box[] {
  const half = bodyWidth(slots.slotWidth) / 2;
  return input.candles.map((candle, at) => {
    const x = slots.toX(slot(at));
    return box(
      x - half,
      prices.toNearestY(price(candle.high)),
      x + half,
      prices.toNearestY(price(candle.low)),
    );
  });
}
