import type { Candle } from "../../engine/candles/candle.ts";
import type { Shape } from "../display-list.ts";
import type { Drawing } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { paint } from "../palette.ts";
import { polygon, rect } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { box, price, slot } from "../units.ts";

/** Bodies and wicks; a doji is a line. A wick that leaves the scale ends in a small arrow at its edge. */
export function drawCandles(frame: Frame): Drawing {
  return { shapes: frame.input.candles.flatMap((candle, at) => candleShapes(candle, at, frame)) };
}

/** Width of a body in whole pixels, so that neighbours look the same. */
export function bodyWidth(slotWidth: number): number {
  return Math.max(1, Math.min(STYLE.maxBodyWidth, Math.round(slotWidth * 0.7)));
}

function candleShapes(candle: Candle, at: number, { prices, slots }: Frame): Shape[] {
  const colour = paint(candle.close >= candle.open ? "up" : "down");
  const x = Math.round(slots.toX(slot(at)));
  const width = bodyWidth(slots.slotWidth);
  const left = x - Math.floor(width / 2);
  const wick = width >= 9 ? 2 : 1;
  const wickLeft = left + (width - wick) / 2;
  const y = (value: number): number => Math.round(prices.toNearestY(price(value)));
  const top = y(Math.max(candle.open, candle.close));
  const bottom = Math.max(y(Math.min(candle.open, candle.close)), top + 1.5);
  const shapes: Shape[] = [
    rect("candles", box(wickLeft, y(candle.high), wickLeft + wick, y(candle.low)), { fill: colour }),
    rect("candles", box(left, top, left + width, bottom), { fill: colour }),
  ];
  const middle = left + width / 2;
  if (candle.high > prices.high) shapes.push(cutWick(middle, prices.top, -7, candle));
  if (candle.low < prices.low) shapes.push(cutWick(middle, prices.bottom, 7, candle));
  return shapes;
}

function cutWick(x: number, y: number, length: number, candle: Candle): Shape {
  const fill = paint(candle.close >= candle.open ? "up" : "down");
  return polygon(
    "candles",
    [
      [x - 5, y],
      [x + 5, y],
      [x, y + length],
    ],
    fill,
  );
}
