import { timeframeMs } from "../engine/candles/timeframe.ts";
import type { SignalChartInput } from "./chart-input.ts";
import { pictureSize } from "./chart-look.ts";
import { decimalMark, formatPrice, formatR } from "./scale/price-format.ts";
import { fitPriceRange, type WishedLevels } from "./scale/price-range.ts";
import { createPriceScale, type PriceRange, type PriceScale } from "./scale/price-scale.ts";
import { createSlotScale, type SlotScale } from "./scale/slot-scale.ts";
import { STYLE } from "./style.ts";
import { textWidth } from "./text/text-width.ts";
import { type TradeLevels, tradeLevels } from "./trade-levels.ts";
import { type Box, box, type PixelX, type PixelY, type Price, pixelX, pixelY } from "./units.ts";

/** What every layer and overlay draws against: the input, the places and the scales. */
export interface Frame {
  readonly input: SignalChartInput;
  readonly levels: TradeLevels | undefined;
  readonly candleMs: number;
  readonly width: number;
  readonly height: number;
  readonly header: Box;
  readonly plot: Box;
  /** Part of the plot that volume stands in; without height when no candle has any. */
  readonly volume: Box;
  readonly priceAxis: Box;
  readonly timeAxis: Box;
  readonly prices: PriceScale;
  readonly slots: SlotScale;
  /** Right edge of what is known: the last candle. */
  readonly nowX: PixelX;
  write(value: Price): string;
  /** A multiple of the risk. */
  writeR(multiple: number): string;
}

/** Throws `RangeError` when there is no candle. */
export function createFrame(input: SignalChartInput): Frame {
  if (input.candles.length === 0) throw new RangeError("a chart needs at least one candle");
  const levels = tradeLevels(input.signal, input.trade);
  const range = fitPriceRange(input.candles, wishedLevels(input, levels), Number(input.priceTick));
  const mark = decimalMark(input.locale);
  const places = arrange(input, range, levels);
  const slots = createSlotScale({
    openTimes: input.candles.map(({ openTime }) => openTime),
    candleMs: timeframeMs(input.timeframe),
    left: places.plot.left,
    right: places.plot.right,
    future: futureRoom(places.plot, levels),
  });
  return {
    input,
    levels,
    candleMs: timeframeMs(input.timeframe),
    ...places,
    prices: createPriceScale(range, ...candleRoom(input, places)),
    slots,
    nowX: pixelX(slots.left + slots.count * slots.slotWidth),
    write: (value) => formatPrice(value, input.priceTick, mark),
    writeR: (multiple) => formatR(multiple, mark),
  };
}

type Places = Pick<Frame, "width" | "height" | "header" | "plot" | "volume" | "priceAxis" | "timeAxis">;

function wishedLevels({ life }: SignalChartInput, levels: TradeLevels | undefined): WishedLevels {
  if (levels === undefined) return { needed: [], wanted: [] };
  const now = life?.price === undefined ? [] : [life.price];
  const { entry, stop, plannedStop, targets, exit = entry } = levels;
  return {
    needed: [entry, stop, exit, ...now, ...targets.slice(0, 1)],
    wanted: [plannedStop, ...targets.slice(1)],
  };
}

function arrange(input: SignalChartInput, range: PriceRange, levels: TradeLevels | undefined): Places {
  const { width, height } = pictureSize(input);
  const { needed, wanted } = wishedLevels(input, levels);
  const written = [range.low, range.high, ...needed, ...wanted].map((value) =>
    textWidth(formatPrice(value, input.priceTick), "digits", STYLE.tagSize),
  );
  const right = width - Math.max(...written) - 24;
  const bottom = height - STYLE.timeAxis;
  const volumeHeight = input.candles.some(({ volume }) => volume > 0)
    ? (bottom - STYLE.header) * STYLE.volumeShare
    : 0;
  return {
    width,
    height,
    header: box(0, 0, width, STYLE.header),
    plot: box(0, STYLE.header, right, bottom),
    volume: box(0, bottom - volumeHeight, right, bottom),
    priceAxis: box(right, STYLE.header, width, bottom),
    timeAxis: box(0, bottom, right, height),
  };
}

function futureRoom(plot: Box, levels: TradeLevels | undefined): number {
  const wished = levels === undefined ? STYLE.futurePlain : STYLE.futureWithLevels;
  return Math.min(wished, (plot.right - plot.left) * 0.35);
}

function candleRoom(input: SignalChartInput, { plot, volume }: Places): [PixelY, PixelY] {
  const strip = input.windows.length > 0 ? STYLE.windowStrip : 0;
  return [pixelY(plot.top + strip + STYLE.margin), pixelY(volume.top - STYLE.margin)];
}
