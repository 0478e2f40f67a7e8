import type { ChartLook } from "../chart-look.ts";
import type { Shape } from "../display-list.ts";
import { pill, plain } from "../layers/header.ts";
import { type ColourToken, paint } from "../palette.ts";
import { localTimes } from "../scale/local-time.ts";
import { priceTicks } from "../scale/price-scale.ts";
import { timeTicks } from "../scale/time-ticks.ts";
import type { Scene } from "../scene.ts";
import { horizontal, openPath, polygon, vertical } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { formatNumber, formatSigned, usefulDecimals } from "../text/number-format.ts";
import { textWidth } from "../text/text-width.ts";
import { type Box, box } from "../units.ts";
import { type EquityModel, type EquityPoint, equityModel } from "./equity-model.ts";
import { createReport, finished, resultToken, words } from "./report.ts";

/** The account over time, with how far it was below its best beneath. */
export interface EquityInput extends ChartLook {
  /** Oldest first, at least one. */
  readonly points: readonly EquityPoint[];
  readonly currency: string;
  readonly labels: { readonly title: string; readonly drawdown: string };
}

/** Pure. Throws `RangeError` without points. */
export function equityScene(input: EquityInput): Scene {
  const { locale = "en-GB", labels, currency } = input;
  const model = equityModel(input.points);
  const net = `${formatSigned(model.net, locale, usefulDecimals(model.net))} ${currency}`;
  const report = createReport(
    input,
    [
      { ...plain(labels.title, "text"), font: "strong", size: STYLE.titleSize },
      pill(net, resultToken(model.net)),
      plain(`${formatSigned(model.netPercent, locale, 1)}%`, "text"),
      plain(`${formatNumber(model.end, locale, usefulDecimals(model.end))} ${currency}`, "quietText"),
    ],
    timeSpan(input, locale),
  );
  const area = report.content;
  const axis = textWidth(formatNumber(model.high, locale, usefulDecimals(model.high)), "text", 18) + 24;
  const bottom = area.bottom - STYLE.timeAxis;
  const right = area.right - Math.max(axis, 90);
  const split = area.top + (bottom - area.top) * 0.7;
  const upper = box(area.left, area.top + 10, right, split - 26);
  const lower = box(area.left, split + 10, right, bottom);
  return finished(report, input, [
    ...timeGrid(input, box(area.left, area.top, right, bottom), locale),
    ...equityCurve(model, input, upper, locale),
    ...drawdownCurve(model, input, lower, locale),
  ]);
}

/** First and last day, as the language writes a span of time. */
function timeSpan({ points, timeZone }: EquityInput, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? format.formatRange(first.at, last.at).replace(/\s/g, " ") : "";
}

interface Curve {
  readonly values: readonly number[];
  readonly low: number;
  readonly high: number;
  readonly area: Box;
}

type Point = readonly [number, number];

function pointsOf({ values, low, high, area }: Curve): readonly Point[] {
  const step = (area.right - area.left) / Math.max(1, values.length - 1);
  return values.map((value, at): Point => [area.left + at * step, yOf(value, { low, high, area })]);
}

function yOf(value: number, { low, high, area }: Omit<Curve, "values">): number {
  return area.bottom - ((value - low) / (high - low)) * (area.bottom - area.top);
}

function equityCurve(model: EquityModel, input: EquityInput, area: Box, locale: string): readonly Shape[] {
  const margin = Math.max((model.high - model.low) * 0.06, Math.abs(model.high) * 0.001, 0.01);
  const range = { low: model.low - margin, high: model.high + margin };
  const curve = { values: input.points.map(({ equity }) => equity), ...range, area };
  const decimals = usefulDecimals(model.high);
  const startY = yOf(model.start, curve);
  const token = resultToken(model.net) === "stop" ? "down" : "up";
  return [
    ...valueAxis(curve, decimals === 0 ? "1" : "0.01", (value) => formatNumber(value, locale, decimals)),
    ...filled(pointsOf(curve), area.bottom, token, 0.16),
    horizontal("levels", area.left, area.right, Math.round(startY), {
      stroke: paint("quietText", 0.7),
      dash: [4, 6],
    }),
  ];
}

function drawdownCurve(model: EquityModel, input: EquityInput, area: Box, locale: string): readonly Shape[] {
  const low = Math.min(model.maxDrawdownPercent * 1.15, -1);
  const curve = { values: model.drawdowns, low, high: 0, area };
  const points = pointsOf(curve);
  const written = `${input.labels.drawdown} ${formatSigned(model.maxDrawdownPercent, locale, 1)}%`;
  return [
    ...valueAxis(curve, "0.5", (value) => `${formatSigned(value, locale, low < -5 ? 0 : 1)}%`),
    ...filled(points, area.top, "down", 0.22),
    ...words(written, [area.left + 4, area.top - 18, area.right - area.left], {
      token: "structureDown",
      font: "strong",
    }),
  ];
}

function filled(points: readonly Point[], base: number, token: ColourToken, alpha: number): readonly Shape[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    polygon("boxes", [...points, [last[0], base], [first[0], base]], paint(token, alpha)),
    openPath("candles", points, paint(token), 3),
  ];
}

function valueAxis(curve: Curve, tick: string, write: (value: number) => string): readonly Shape[] {
  const { area } = curve;
  const count = Math.max(1, Math.floor((area.bottom - area.top) / 64));
  return priceTicks(curve, tick, count).flatMap((value): readonly Shape[] => {
    const y = yOf(value, curve);
    return [
      horizontal("grid", area.left, area.right, Math.round(y) + 0.5, { stroke: paint("grid") }),
      ...words(write(value), [area.right + 12, y, 120], { token: "quietText" }),
    ];
  });
}

function timeGrid(input: EquityInput, area: Box, locale: string): readonly Shape[] {
  const local = localTimes(
    input.points.map(({ at }) => at),
    input.timeZone,
  );
  const step = (area.right - area.left) / Math.max(1, local.length - 1);
  return timeTicks(local, Math.ceil(130 / step), locale).flatMap(
    ({ at, label, strong }): readonly Shape[] => {
      const x = area.left + at * step;
      const font = strong ? "strong" : "text";
      const half = textWidth(label, font, STYLE.axisSize) / 2;
      const line = vertical("grid", Math.round(x) + 0.5, area.top, area.bottom, { stroke: paint("grid") });
      if (x - half < area.left || x + half > area.right) return [line];
      const token = strong ? "text" : "quietText";
      return [line, ...words(label, [x, area.bottom + 22, half * 2 + 1], { token, font, align: "center" })];
    },
  );
}
