import type { Candle } from "../../engine/candles/candle.ts";
import type { DecimalText } from "../../engine/decimal.ts";
import type { Direction } from "../../engine/signal.ts";
import type { ChartLook } from "../chart-look.ts";
import type { Shape } from "../display-list.ts";
import { pill, plain } from "../layers/header.ts";
import { paint } from "../palette.ts";
import { decimalMark, formatPrice } from "../scale/price-format.ts";
import { fitPriceRange } from "../scale/price-range.ts";
import type { PriceRange } from "../scale/price-scale.ts";
import type { Scene } from "../scene.ts";
import { horizontal, polygon, rect } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { formatSigned } from "../text/number-format.ts";
import { textWidth } from "../text/text-width.ts";
import { type Box, box, clamp } from "../units.ts";
import { createReport, finished, words } from "./report.ts";

/** One market that a scan found something in. */
export interface ScannedMarket {
  readonly symbol: string;
  readonly timeframe: string;
  /** Oldest first, at least one; the newest 60 are drawn. */
  readonly candles: readonly Candle[];
  readonly priceTick: DecimalText;
  readonly direction: Direction;
  /** Grade and what was found, as it is to be read. */
  readonly note: string;
  readonly entry: number;
  readonly stop: number;
  readonly target: number;
}

/** What a scan found, best first, as a grid of small charts. */
export interface ScanOverviewInput extends ChartLook {
  readonly markets: readonly ScannedMarket[];
  /** How many were looked at and found, as it is to be read. */
  readonly labels: { readonly title: string; readonly found: string };
}

const MOST_MARKETS = 12;
const MOST_CANDLES = 60;
const GAP = 10;
const HEAD = 36;
const FOOT = 32;

/** Pure. Throws `RangeError` for a market without candles. The first twelve are drawn. */
export function scanOverviewScene(input: ScanOverviewInput): Scene {
  const markets = input.markets.slice(0, MOST_MARKETS);
  const title = { ...plain(input.labels.title, "text"), font: "strong", size: STYLE.titleSize } as const;
  const report = createReport(input, [title, pill(input.labels.found, "now")], "");
  const { left, top, right, bottom } = report.content;
  const columns = columnsFor(markets.length, (right - left) / (bottom - top));
  const rows = Math.max(1, Math.ceil(markets.length / columns));
  const width = (right - left + GAP) / columns;
  const height = (bottom - top + GAP) / rows;
  return finished(
    report,
    input,
    markets.flatMap((market, at) => {
      const x = left + (at % columns) * width;
      const y = top + Math.floor(at / columns) * height;
      return smallChart(market, box(x, y, x + width - GAP, y + height - GAP), input.locale ?? "en-GB");
    }),
  );
}

/** So many that a cell is about half again as wide as high. */
function columnsFor(count: number, aspect: number): number {
  return clamp(Math.round(Math.sqrt((count * aspect) / 1.5)), 1, Math.max(1, count));
}

function smallChart(market: ScannedMarket, area: Box, locale: string): readonly Shape[] {
  const candles = market.candles.slice(-MOST_CANDLES);
  const [first, last] = [candles[0], candles.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError(`${market.symbol} has no candle`);
  const plot = box(area.left + 8, area.top + HEAD + 4, area.right - 8, area.bottom - FOOT - 4);
  const change = `${formatSigned((last.close / first.open - 1) * 100, locale, 1)}%`;
  const priceText = formatPrice(last.close, market.priceTick, decimalMark(locale));
  const long = market.direction === "long";
  const token = long ? "target" : "stop";
  const changeRoom = textWidth(change, "strong", STYLE.axisSize) + 12;
  const priceRoom = textWidth(priceText, "digits", 16) + 12;
  const inner = area.right - area.left - 24;
  return [
    rect("ground", area, { fill: paint("header"), stroke: paint("frame"), radius: 10 }),
    rect("bands", box(area.left, area.top + 10, area.left + 4, area.bottom - 10), { fill: paint(token) }),
    ...words(
      `${market.symbol} ${market.timeframe}`,
      [area.left + 14, area.top + HEAD / 2, inner - changeRoom],
      {
        font: "strong",
        size: STYLE.labelSize,
      },
    ),
    ...words(change, [area.right - 10, area.top + HEAD / 2, changeRoom], {
      font: "strong",
      align: "right",
      token: last.close >= first.open ? "structureUp" : "structureDown",
    }),
    ...smallLevels(market, candles, plot),
    ...smallCandles(market, candles, plot),
    arrow(area.left + 20, area.bottom - FOOT / 2, long),
    ...words(market.note, [area.left + 32, area.bottom - FOOT / 2, inner - 18 - priceRoom], {
      size: 16,
      token: long ? "structureUp" : "structureDown",
    }),
    ...words(priceText, [area.right - 10, area.bottom - FOOT / 2, priceRoom], {
      font: "digits",
      size: 16,
      align: "right",
      token: "quietText",
    }),
  ];
}

function arrow(x: number, y: number, up: boolean): Shape {
  const tip = up ? -6 : 6;
  const corners = [
    [x - 6, y - tip * 0.8],
    [x + 6, y - tip * 0.8],
    [x, y + tip],
  ] as const;
  return polygon("marks", corners, paint(up ? "structureUp" : "structureDown"));
}

function rangeOf(market: ScannedMarket, candles: readonly Candle[]): PriceRange {
  const levels = { needed: [market.entry, market.stop], wanted: [market.target] };
  return fitPriceRange(candles, levels, Number(market.priceTick));
}

function scaleY(value: number, { low, high }: PriceRange, plot: Box): number {
  return clamp(
    plot.bottom - ((value - low) / (high - low)) * (plot.bottom - plot.top),
    plot.top,
    plot.bottom,
  );
}

function smallLevels(market: ScannedMarket, candles: readonly Candle[], plot: Box): readonly Shape[] {
  const range = rangeOf(market, candles);
  const [entry, stop, target] = [market.entry, market.stop, market.target].map((at) =>
    scaleY(at, range, plot),
  );
  if (entry === undefined || stop === undefined || target === undefined) return [];
  const from = plot.left + (plot.right - plot.left) * 0.72;
  const area = (a: number, b: number): Box => box(from, Math.min(a, b), plot.right, Math.max(a, b));
  return [
    rect("boxes", area(entry, stop), { fill: paint("stop", 0.22) }),
    rect("boxes", area(entry, target), { fill: paint("target", 0.22) }),
    horizontal("levels", from, plot.right, Math.round(entry), { stroke: paint("entry"), lineWidth: 2 }),
  ];
}

function smallCandles(market: ScannedMarket, candles: readonly Candle[], plot: Box): readonly Shape[] {
  const range = rangeOf(market, candles);
  const slot = ((plot.right - plot.left) * 0.9) / candles.length;
  const body = Math.max(1, Math.round(slot * 0.7));
  const y = (value: number): number => Math.round(scaleY(value, range, plot));
  return candles.flatMap(({ open, high, low, close }, at) => {
    const middle = Math.round(plot.left + (at + 0.5) * slot);
    const fill = paint(close >= open ? "up" : "down");
    const top = y(Math.max(open, close));
    const bottom = Math.max(y(Math.min(open, close)), top + 1.5);
    const left = middle - Math.floor(body / 2);
    return [
      rect("candles", box(left + (body - 1) / 2, y(high), left + (body + 1) / 2, y(low)), { fill }),
      rect("candles", box(left, top, left + body, bottom), { fill }),
    ];
  });
}
