import type { SignalChartInput } from "../chart-input.ts";
import { pictureSize } from "../chart-look.ts";
import type { Shape } from "../display-list.ts";
import { paint } from "../palette.ts";
import { decimalMark, formatPrice } from "../scale/price-format.ts";
import { chartScene, type Scene } from "../scene.ts";
import { rect, vertical } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { formatNumber, formatSigned } from "../text/number-format.ts";
import { textWidth } from "../text/text-width.ts";
import { type Box, box, clamp } from "../units.ts";
import { words } from "./report.ts";
import { type BriefLevel, type BriefModel, type BriefRow, briefModel } from "./session-brief-model.ts";

/** What a session starts with: the chart, the range so far, and how far it is to what lies above and below. */
export interface SessionBriefInput {
  readonly market: SignalChartInput;
  readonly range: { readonly label: string; readonly low: number; readonly high: number };
  /** Pools and edges of ranges; the nearest are shown. */
  readonly levels: readonly BriefLevel[];
}

const LADDER_SHARE = 0.32;
const MARGIN = 18;
const ROW = 46;
/** Few levels stand further apart. */
const TALLEST_ROW = 62;

/** Pure. Throws `RangeError` without candles. */
export function sessionBriefScene({ market, range, levels }: SessionBriefInput): Scene {
  const { width, height } = pictureSize(market);
  const ladderWidth = Math.round(width * LADDER_SHARE);
  const chart = chartScene({ ...market, width: width - ladderWidth, height });
  const area = box(width - ladderWidth, 0, width, height);
  const now = market.candles.at(-1)?.close ?? 0;
  const top = STYLE.header + 84;
  const eachSide = Math.max(1, Math.floor(((height - top - MARGIN) / ROW - 1) / 2));
  const model = briefModel(now, range, levels, eachSide);
  return {
    width,
    height,
    theme: market.theme,
    shapes: [
      ...chart.shapes,
      rect("header", area, { fill: paint("header") }),
      vertical("header", area.left + 0.5, 0, height, { stroke: paint("frame"), lineWidth: 2 }),
      ...rangeShapes(model, range, market, area),
      ...ladder(model, now, market, box(area.left, top, area.right, height)),
    ],
  };
}

/** The range as a bar with a mark where price stands. */
function rangeShapes(
  { rangePercent, place }: BriefModel,
  range: SessionBriefInput["range"],
  { locale = "en-GB", priceTick }: SignalChartInput,
  area: Box,
): readonly Shape[] {
  const [left, right] = [area.left + MARGIN, area.right - MARGIN];
  const written = `${formatNumber(rangePercent, locale, 2)}%`;
  const x = left + (right - left) * clamp(place, 0, 1);
  const room = right - left - textWidth(written, "strong", STYLE.strategySize) - 12;
  const low = formatPrice(range.low, priceTick, decimalMark(locale));
  const high = formatPrice(range.high, priceTick, decimalMark(locale));
  return [
    ...words(range.label, [left, STYLE.header / 2, room], { font: "strong", size: STYLE.strategySize }),
    ...words(written, [right, STYLE.header / 2, 200], {
      font: "strong",
      size: STYLE.strategySize,
      align: "right",
    }),
    rect("boxes", box(left, STYLE.header + 6, right, STYLE.header + 20), {
      fill: paint("session", 0.45),
      radius: 7,
    }),
    rect("boxes", box(x - 4, STYLE.header, x + 4, STYLE.header + 26), { fill: paint("text"), radius: 3 }),
    ...words(low, [left, STYLE.header + 46, (right - left) / 2], { font: "digits", token: "quietText" }),
    ...words(high, [right, STYLE.header + 46, (right - left) / 2], {
      font: "digits",
      token: "quietText",
      align: "right",
    }),
  ];
}

function ladder(model: BriefModel, now: number, market: SignalChartInput, area: Box): readonly Shape[] {
  const rows = [...model.above, undefined, ...model.below];
  const height = Math.min(TALLEST_ROW, (area.bottom - area.top - MARGIN) / rows.length);
  return rows.flatMap((row, at) => {
    const place = box(
      area.left + MARGIN,
      area.top + at * height,
      area.right - MARGIN,
      area.top + (at + 1) * height - 4,
    );
    return row === undefined ? nowRow(now, market, place) : levelRow(row, market, place);
  });
}

/** As large as tags are, unless price and distance are so long that they would leave the panel. */
function rowSize(priceText: string, distance: string, room: number): number {
  const fits = (size: number): boolean =>
    textWidth(priceText, "digits", size) + 12 + distanceWidth(distance, size) <= room;
  return [STYLE.tagSize, 20, 18, 16].find(fits) ?? 15;
}

/** The same for all usual distances, so that prices stand in one column. */
function distanceWidth(distance: string, size: number): number {
  return Math.max(textWidth("+00.00%", "digits", size), textWidth(distance, "digits", size));
}

function levelRow(row: BriefRow, market: SignalChartInput, place: Box): readonly Shape[] {
  const above = row.distancePercent >= 0;
  const distance = `${formatSigned(row.distancePercent, market.locale ?? "en-GB", 2)}%`;
  const priceText = formatPrice(row.price, market.priceTick, decimalMark(market.locale));
  const size = rowSize(priceText, distance, place.right - place.left);
  const y = (place.top + place.bottom) / 2;
  const distanceLeft = place.right - distanceWidth(distance, size);
  const priceLeft = distanceLeft - 12 - textWidth(priceText, "digits", size);
  return [
    ...words(row.name, [place.left, y, priceLeft - place.left - 10], { font: "strong", size }),
    ...words(priceText, [distanceLeft - 12, y, 300], { font: "digits", size, align: "right" }),
    ...words(distance, [place.right, y, 200], {
      font: "digits",
      size,
      align: "right",
      token: above ? "structureUp" : "structureDown",
    }),
  ];
}

function nowRow(now: number, { priceTick, locale }: SignalChartInput, place: Box): readonly Shape[] {
  const y = (place.top + place.bottom) / 2;
  const written = formatPrice(now, priceTick, decimalMark(locale));
  return [
    rect("boxes", place, { fill: paint("now"), radius: 6 }),
    ...words(written, [(place.left + place.right) / 2, y, place.right - place.left], {
      font: "digits",
      size: STYLE.tagSize,
      align: "center",
      token: "tagText",
    }),
  ];
}
