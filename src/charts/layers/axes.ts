import type { Drawing } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { paint } from "../palette.ts";
import { localTimes } from "../scale/local-time.ts";
import { priceTicks } from "../scale/price-scale.ts";
import { dayLabels, timeTicks } from "../scale/time-ticks.ts";
import { horizontal, text, vertical } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { textWidth } from "../text/text-width.ts";
import type { Box } from "../units.ts";

const PRICE_SPACING = 64;
const TIME_SPACING = 110;

/** Grid lines and prices; a price that a tag would cover is left out. */
export function drawPriceAxis(frame: Frame, tags: readonly Box[]): Drawing {
  const { prices, plot, priceAxis, input } = frame;
  const count = Math.floor((prices.bottom - prices.top) / PRICE_SPACING);
  const ticks = priceTicks(prices, input.priceTick, count);
  const half = STYLE.axisSize * 0.6;
  const free = ticks.filter((tick) => {
    const y = prices.toY(tick);
    return tags.every((tag) => y + half <= tag.top || y - half >= tag.bottom);
  });
  return {
    shapes: [
      ...ticks.map((tick) =>
        horizontal("grid", plot.left, plot.right, Math.round(prices.toY(tick)) + 0.5, {
          stroke: paint("grid"),
        }),
      ),
      ...free.map((tick) =>
        text("axis", frame.write(tick), [priceAxis.left + 10, prices.toY(tick)], {
          font: "digits",
          size: STYLE.axisSize,
          fill: paint("quietText"),
        }),
      ),
    ],
  };
}

/** Times in the reader's zone; the first of each day stands stronger. */
export function drawTimeAxis({ input, slots, plot, timeAxis }: Frame): Drawing {
  const local = localTimes(
    input.candles.map(({ openTime }) => openTime),
    input.timeZone,
  );
  const locale = input.locale ?? "en-GB";
  const widest = Math.max(...dayLabels(locale).map((label) => textWidth(label, "strong", STYLE.axisSize)));
  const spacing = Math.max(TIME_SPACING, widest + 24);
  const ticks = timeTicks(local, Math.ceil(spacing / slots.slotWidth), locale);
  const middle = (timeAxis.top + timeAxis.bottom) / 2;
  return {
    shapes: ticks.flatMap(({ at, label, strong }) => {
      const font = strong ? "strong" : "text";
      const x = slots.toX(at);
      const half = textWidth(label, font, STYLE.axisSize) / 2;
      const line = vertical("grid", Math.round(x) + 0.5, plot.top, plot.bottom, { stroke: paint("grid") });
      if (x - half < timeAxis.left + 4 || x + half > timeAxis.right - 4) return [line];
      const fill = paint(strong ? "text" : "quietText");
      return [line, text("axis", label, [x, middle], { align: "center", font, size: STYLE.axisSize, fill })];
    }),
  };
}
