import type { ChartLook } from "../chart-look.ts";
import type { Shape } from "../display-list.ts";
import { pill, plain } from "../layers/header.ts";
import { paint } from "../palette.ts";
import { decimalMark, formatR } from "../scale/price-format.ts";
import type { Scene } from "../scene.ts";
import { rect } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { formatNumber } from "../text/number-format.ts";
import { textWidth } from "../text/text-width.ts";
import { type Box, box } from "../units.ts";
import {
  type GroupResult,
  type PerformanceModel,
  type PerformanceRow,
  performanceModel,
} from "./performance-model.ts";
import { createReport, finished, resultToken, tokenOn, words } from "./report.ts";

/** Results as a heat map: strategies, symbols or sessions down, hours or anything else across. */
export interface PerformanceInput extends ChartLook {
  readonly columns: readonly string[];
  /** Any order; the best is drawn on top. At most 14 have room on a phone. */
  readonly rows: readonly PerformanceRow[];
  readonly labels: { readonly title: string; readonly trades: string; readonly total: string };
}

const HEAD = 34;
const GAP = 3;
const CELL_SIZE = 17;
const TOTAL_WIDTH = 190;
const TALLEST_ROW = 90;

interface Table {
  readonly model: PerformanceModel;
  readonly area: Box;
  readonly namesRight: number;
  readonly cellWidth: number;
  readonly rowHeight: number;
  readonly decimals: number;
  /** What stands before decimals. */
  readonly mark: string;
}

/** Pure. Throws `RangeError` for a row that has not one cell for each column. */
export function performanceScene(input: PerformanceInput): Scene {
  const { columns, rows, labels } = input;
  const model = performanceModel(columns, rows);
  const mark = decimalMark(input.locale);
  const report = createReport(
    input,
    [
      { ...plain(labels.title, "text"), font: "strong", size: STYLE.titleSize },
      pill(formatR(model.total.r, mark), resultToken(model.total.r)),
      plain(`${labels.trades} ${formatNumber(model.total.trades, input.locale ?? "en-GB")}`, "text"),
    ],
    "",
  );
  const area = report.content;
  const longest = Math.max(...rows.map(({ name }) => textWidth(name, "strong", STYLE.labelSize)), 60);
  const namesRight = area.left + Math.min(longest + 16, (area.right - area.left) * 0.24);
  const cellWidth = (area.right - TOTAL_WIDTH - namesRight) / Math.max(1, columns.length);
  const table: Table = {
    model,
    area,
    namesRight,
    cellWidth,
    mark,
    decimals: cellDecimals(model, cellWidth),
    rowHeight: Math.min(TALLEST_ROW, (area.bottom - area.top - HEAD * 2) / Math.max(1, rows.length)),
  };
  return finished(report, input, [
    ...columnNames(columns, labels.total, table),
    ...model.rows.flatMap((row, at) => rowShapes(row, at, table)),
    ...columnTotals(table),
  ]);
}

function columnNames(columns: readonly string[], total: string, table: Table): readonly Shape[] {
  const { area, namesRight, cellWidth } = table;
  const y = area.top + HEAD / 2 - 4;
  const widest = Math.max(...columns.map((name) => textWidth(name, "text", STYLE.axisSize)), 1);
  const every = Math.max(1, Math.ceil((widest + 6) / cellWidth));
  const names = columns.flatMap((name, at) => {
    if (at % every !== 0) return [];
    const x = namesRight + (at + 0.5) * cellWidth;
    const room = Math.min(cellWidth * every, 2 * (x - area.left), 2 * (area.right - TOTAL_WIDTH - x) + 20);
    return words(name, [x, y, room], { token: "quietText", align: "center" });
  });
  const above = words(total, [area.right - TOTAL_WIDTH + 26, y, TOTAL_WIDTH - 26], { token: "quietText" });
  return [...names, ...above];
}

function rowShapes(row: PerformanceModel["rows"][number], at: number, table: Table): readonly Shape[] {
  const { area, namesRight, cellWidth, rowHeight } = table;
  const top = area.top + HEAD + at * rowHeight;
  const name = words(row.name, [area.left, top + rowHeight / 2, namesRight - area.left - 10], {
    font: "strong",
    size: STYLE.labelSize,
  });
  const cells = row.cells.flatMap((cell, column) => {
    const left = namesRight + column * cellWidth;
    const place = box(left, top, left + cellWidth - GAP, top + rowHeight - GAP);
    return cellShapes(cell, place, table);
  });
  return [...name, ...cells, ...totalBar(row.total, top, table)];
}

/** Stronger the more it is; the number where it has room. */
function cellShapes(
  cell: GroupResult | undefined,
  area: Box,
  { model, decimals, mark }: Table,
): readonly Shape[] {
  if (cell === undefined || cell.trades === 0)
    return [rect("boxes", area, { fill: paint("header"), radius: 4 })];
  const strength = model.largestCell === 0 ? 0 : Math.abs(cell.r) / model.largestCell;
  const ground = rect("boxes", area, { fill: paint(resultToken(cell.r), 0.18 + 0.72 * strength), radius: 4 });
  const written = writeR(cell.r, decimals, mark);
  const room = area.right - area.left;
  if (textWidth(written, "strong", CELL_SIZE) > room) return [ground];
  const middle = [(area.left + area.right) / 2, (area.top + area.bottom) / 2, room] as const;
  return [
    ground,
    ...words(written, middle, { font: "strong", size: CELL_SIZE, align: "center", token: tokenOn(strength) }),
  ];
}

/** The same decimals everywhere: one, or none where the widest number would not fit. */
function cellDecimals(model: PerformanceModel, cellWidth: number): number {
  const all = [...model.columnTotals, ...model.rows.flatMap(({ cells }) => cells)];
  const fits = all.every(
    (cell) => textWidth(writeR(cell?.r ?? 0, 1), "strong", CELL_SIZE) <= cellWidth - GAP - 2,
  );
  return fits ? 1 : 0;
}

function writeR(r: number, decimals: number, mark = "."): string {
  const written = Math.abs(r).toFixed(decimals).replace(".", mark);
  return r < 0 && /[1-9]/.test(written) ? `−${written}` : written;
}

function totalBar(
  total: GroupResult,
  top: number,
  { area, rowHeight, model, mark }: Table,
): readonly Shape[] {
  const left = area.right - TOTAL_WIDTH + 16;
  const full = TOTAL_WIDTH - 16;
  const length = model.largestTotal === 0 ? 0 : (Math.abs(total.r) / model.largestTotal) * full;
  const middle = top + (rowHeight - GAP) / 2;
  const bar = box(left, middle + 12, left + Math.max(length, 2), middle + 20);
  const written = `${formatR(total.r, mark)} · ${total.trades}`;
  return [
    rect("boxes", bar, { fill: paint(resultToken(total.r)), radius: 4 }),
    ...words(written, [left, middle - 6, full], {
      font: "strong",
      size: STYLE.labelSize,
    }),
  ];
}

function columnTotals({
  model,
  area,
  namesRight,
  cellWidth,
  rowHeight,
  decimals,
  mark,
}: Table): readonly Shape[] {
  const y = area.top + HEAD * 1.5 + model.rows.length * rowHeight;
  return model.columnTotals.flatMap(({ r, trades }, at) => {
    const written = writeR(r, decimals, mark);
    if (trades === 0 || textWidth(written, "strong", CELL_SIZE) > cellWidth) return [];
    return words(written, [namesRight + (at + 0.5) * cellWidth, y, cellWidth], {
      token: r < 0 ? "structureDown" : "structureUp",
      font: "strong",
      size: CELL_SIZE,
      align: "center",
    });
  });
}
