import type { ChartLook } from "../chart-look.ts";
import type { Shape } from "../display-list.ts";
import { pill, plain } from "../layers/header.ts";
import { paint } from "../palette.ts";
import type { Scene } from "../scene.ts";
import { rect } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { formatSigned, usefulDecimals } from "../text/number-format.ts";
import { type Box, box } from "../units.ts";
import { type CalendarCell, type CalendarModel, calendarModel, type DayResult } from "./calendar-model.ts";
import { createReport, finished, resultToken, tokenOn, words } from "./report.ts";

/** Profit and loss of one month, day by day. */
export interface CalendarInput extends ChartLook {
  readonly year: number;
  /** 1 is January. */
  readonly month: number;
  /** Days without an entry had no trade. */
  readonly days: readonly DayResult[];
  readonly currency: string;
  readonly labels: {
    readonly week: string;
    readonly trades: string;
    /** Before the number of winning and of losing days. */
    readonly won: string;
    readonly lost: string;
  };
}

const HEAD = 34;
const GAP = 6;
const COLUMNS = 8;

interface Grid {
  readonly model: CalendarModel;
  readonly input: CalendarInput;
  readonly locale: string;
  /** The same for every day: as many as the largest result needs. */
  readonly decimals: number;
  at(week: number, column: number): Box;
}

/** Pure. Throws `RangeError` for a day that the month has not. */
export function calendarScene(input: CalendarInput): Scene {
  const { locale = "en-GB", year, month, currency, labels } = input;
  const model = calendarModel(year, month, input.days);
  const name = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const written = `${formatSigned(model.total, locale, usefulDecimals(model.total))} ${currency}`;
  const report = createReport(
    input,
    [
      { ...plain(name.format(Date.UTC(year, month - 1, 1)), "text"), font: "strong", size: STYLE.titleSize },
      pill(written, resultToken(model.total)),
      plain(`${labels.trades} ${model.trades}`, "text"),
    ],
    `${labels.won} ${model.winningDays} · ${labels.lost} ${model.losingDays}`,
  );
  const { left, top, right, bottom } = report.content;
  const width = (right - left) / COLUMNS;
  const height = (bottom - top - HEAD) / model.weekTotals.length;
  const at = (week: number, column: number): Box => {
    const x = left + column * width;
    const y = top + HEAD + week * height;
    return box(x, y, x + width - GAP, y + height - GAP);
  };
  const largest = Math.max(...input.days.map(({ pnl }) => Math.abs(pnl)), 0);
  const grid: Grid = { model, input, locale, decimals: usefulDecimals(largest), at };
  return finished(report, input, [
    ...weekdays(grid, top + HEAD / 2 - 4),
    ...model.cells.flatMap((cell) => dayShapes(cell, grid)),
    ...model.weekTotals.flatMap((total, week) => weekShapes(total, week, grid)),
  ]);
}

function weekdays({ locale, at, input }: Grid, y: number): readonly Shape[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  const monday = Date.UTC(2024, 0, 1);
  const names = Array.from({ length: 7 }, (_, day) => format.format(monday + day * 86_400_000));
  return [...names, input.labels.week].flatMap((name, column) => {
    const { left, right } = at(0, column);
    return words(name, [(left + right) / 2, y, right - left], { token: "quietText", align: "center" });
  });
}

function dayShapes({ day, week, weekday, result, strength }: CalendarCell, grid: Grid): readonly Shape[] {
  const area = grid.at(week, weekday);
  const token = result === undefined || result.pnl === 0 ? "frame" : resultToken(result.pnl);
  const ground =
    result === undefined
      ? { fill: paint("header"), radius: 8 }
      : { fill: paint(token, 0.22 + 0.6 * strength), radius: 8 };
  const number = words(String(day), [area.left + 12, area.top + 20, 40], {
    token: result === undefined ? "quietText" : tokenOn(strength),
  });
  return [
    rect("boxes", area, ground),
    ...number,
    ...(result === undefined ? [] : amount(result, area, grid, tokenOn(strength))),
  ];
}

function amount(
  { pnl, trades }: DayResult,
  area: Box,
  { locale, input, decimals }: Grid,
  token: ReturnType<typeof tokenOn>,
): readonly Shape[] {
  const middle = (area.left + area.right) / 2;
  const room = area.right - area.left - 12;
  const height = area.bottom - area.top;
  const sum = words(formatSigned(pnl, locale, decimals), [middle, area.top + height * 0.56, room], {
    font: "strong",
    size: STYLE.strategySize,
    align: "center",
    token,
  });
  if (height < 84) return sum;
  const count = `${input.labels.trades} ${trades}`;
  return [...sum, ...words(count, [middle, area.bottom - 16, room], { align: "center", token, size: 16 })];
}

function weekShapes(total: number, week: number, { at, locale, model, decimals }: Grid): readonly Shape[] {
  const area = at(week, 7);
  const traded = model.cells.some((cell) => cell.week === week && cell.result !== undefined);
  const written = traded ? formatSigned(total, locale, decimals) : "–";
  const token = total === 0 ? "quietText" : total > 0 ? "structureUp" : "structureDown";
  return [
    rect("boxes", area, { stroke: paint("frame"), radius: 8 }),
    ...words(
      written,
      [(area.left + area.right) / 2, (area.top + area.bottom) / 2, area.right - area.left - 12],
      {
        token,
        font: "strong",
        size: STYLE.strategySize,
        align: "center",
      },
    ),
  ];
}
