import type { ChartLook } from "../chart-look.ts";
import type { Shape } from "../display-list.ts";
import { pill, plain } from "../layers/header.ts";
import { paint } from "../palette.ts";
import type { Scene } from "../scene.ts";
import { rect, vertical } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { formatNumber, formatSigned } from "../text/number-format.ts";
import { textWidth } from "../text/text-width.ts";
import { type Box, box } from "../units.ts";
import { type ExposedPosition, type ExposureModel, exposureModel } from "./exposure-model.ts";
import { createReport, finished, words } from "./report.ts";

/** What is open: shorts to the left, longs to the right, and how much of the allowed risk is used. */
export interface ExposureInput extends ChartLook {
  readonly positions: readonly ExposedPosition[];
  readonly currency: string;
  /** Percent of the balance that all open stops together may lose. */
  readonly maxRiskPercent: number;
  readonly labels: {
    readonly title: string;
    readonly long: string;
    readonly short: string;
    readonly net: string;
    readonly risk: string;
    /** Instead of bars when nothing is open. */
    readonly none: string;
  };
}

const METER = 76;
const TALLEST_ROW = 84;
const SHORTEST_ROW = 34;

/** Pure. Positions that have no room are told as a number. */
export function exposureScene(input: ExposureInput): Scene {
  const { locale = "en-GB", labels, currency } = input;
  const model = exposureModel(input.positions);
  const written = (label: string, value: number): string =>
    `${label} ${formatNumber(Math.abs(value), locale)} ${currency}`;
  const report = createReport(
    input,
    [
      { ...plain(labels.title, "text"), font: "strong", size: STYLE.titleSize },
      pill(written(labels.long, model.long), "target"),
      pill(written(labels.short, model.short), "stop"),
      plain(`${labels.net} ${formatSigned(model.net, locale)} ${currency}`, "text"),
    ],
    "",
  );
  const { left, top, right, bottom } = report.content;
  return finished(report, input, [
    ...riskMeter(model, input, box(left, top, right, top + METER)),
    ...bars(model, input, box(left, top + METER + 16, right, bottom)),
  ]);
}

function riskMeter({ riskPercent }: ExposureModel, input: ExposureInput, area: Box): readonly Shape[] {
  const { locale = "en-GB", maxRiskPercent, labels } = input;
  const used = maxRiskPercent <= 0 ? 1 : Math.min(1, riskPercent / maxRiskPercent);
  const token = used >= 1 ? "stop" : used >= 0.7 ? "liquidity" : "target";
  const [low, high] = [area.top + 36, area.top + 62];
  const percent = (value: number): string => `${formatNumber(value, locale, 1)}%`;
  const filledTo = area.left + (area.right - area.left) * used;
  return [
    ...words(labels.risk, [area.left, area.top + 12, 600], { token: "quietText" }),
    ...words(`${percent(riskPercent)} / ${percent(maxRiskPercent)}`, [area.right, area.top + 12, 400], {
      font: "strong",
      size: STYLE.strategySize,
      align: "right",
    }),
    rect("boxes", box(area.left, low, area.right, high), { fill: paint("frame", 0.6), radius: 8 }),
    rect("boxes", box(area.left, low, Math.max(filledTo, area.left + 4), high), {
      fill: paint(token),
      radius: 8,
    }),
  ];
}

function bars(model: ExposureModel, input: ExposureInput, area: Box): readonly Shape[] {
  if (model.positions.length === 0) {
    const middle = [
      (area.left + area.right) / 2,
      (area.top + area.bottom) / 2,
      area.right - area.left,
    ] as const;
    return words(input.labels.none, middle, { token: "quietText", size: STYLE.titleSize, align: "center" });
  }
  const room = Math.floor((area.bottom - area.top) / SHORTEST_ROW);
  const shown = model.positions.slice(0, room);
  const rowHeight = Math.min(TALLEST_ROW, (area.bottom - area.top) / shown.length);
  const middle = (area.left + area.right) / 2;
  const bottom = area.top + rowHeight * shown.length;
  return [
    vertical("levels", middle, area.top, bottom, { stroke: paint("frame"), lineWidth: 2 }),
    ...shown.flatMap((position, at) => {
      const top = area.top + at * rowHeight;
      return barShapes(position, box(area.left, top, area.right, top + rowHeight - 8), model.largest, input);
    }),
  ];
}

/** The bar on its side with its amount; the name on the other side of the middle. */
function barShapes(one: ExposedPosition, row: Box, largest: number, input: ExposureInput): readonly Shape[] {
  const { locale = "en-GB", currency } = input;
  const middle = (row.left + row.right) / 2;
  const full = middle - row.left - 12;
  const length = largest === 0 ? 0 : Math.max(3, (one.notional / largest) * full);
  const long = one.direction === "long";
  const bar = long
    ? box(middle + 4, row.top, middle + 4 + length, row.bottom)
    : box(middle - 4 - length, row.top, middle - 4, row.bottom);
  const y = (row.top + row.bottom) / 2;
  const amount = `${formatNumber(one.notional, locale)} ${currency} · ${formatNumber(one.riskPercent, locale, 1)}%`;
  const side = long ? 1 : -1;
  const inside = textWidth(amount, "strong", STYLE.labelSize) + 28 <= length;
  const amountX = middle + side * (inside ? 16 : length + 16);
  const near = long ? "left" : "right";
  return [
    rect("boxes", bar, { fill: paint(long ? "target" : "stop", 0.75), radius: 6 }),
    ...words(amount, [amountX, y, full - Math.abs(amountX - middle)], {
      font: "strong",
      size: STYLE.labelSize,
      align: near,
      token: inside ? "tagText" : "text",
    }),
    ...words(one.symbol, [middle - side * 16, y, full - 16], {
      font: "strong",
      size: STYLE.labelSize,
      align: long ? "right" : "left",
    }),
  ];
}
