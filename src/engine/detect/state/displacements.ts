import { z } from "zod";
import type { CandleSeries } from "../../candles/candle-series.ts";
import type { AtrColumn } from "./atr-column.ts";
import { type CandleMarks, MARKS } from "./candle-marks.ts";

export const displacementSettingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report displacement candles"),
  minBodyRatio: z.number().min(0).max(1).default(0.7).describe("Smallest body as a part of the range"),
  minBodyAtr: z
    .number()
    .min(0)
    .max(20)
    .default(1.5)
    .describe("Smallest body in ATR(14) of the candle before; higher reports fewer, stronger candles"),
});

export type DisplacementSettings = z.output<typeof displacementSettingsSchema>;

/** Candles whose displacement still colours a break: the breaking one and the two before. */
const MEMORY = 3;

/** Marks the candles that displace, that is, move with a body that is large for their range and the ATR. */
export class Displacements {
  private readonly series: CandleSeries;
  private readonly atr: AtrColumn;
  private readonly marks: CandleMarks;
  private readonly settings: DisplacementSettings;

  constructor(series: CandleSeries, atr: AtrColumn, marks: CandleMarks, settings: DisplacementSettings) {
    this.series = series;
    this.atr = atr;
    this.marks = marks;
    this.settings = settings;
  }

  /** Expects the ATR to be up to date. */
  take(from: number, to: number): void {
    const { opens, highs, lows, closes, mask } = this.series;
    const { minBodyRatio, minBodyAtr } = this.settings;
    for (let index = from; index <= to; index += 1) {
      const at = index & mask;
      const move = (closes[at] as number) - (opens[at] as number);
      const body = Math.abs(move);
      if (!(body >= minBodyAtr * this.atr.at(index - 1))) continue;
      if (!(body >= minBodyRatio * ((highs[at] as number) - (lows[at] as number)))) continue;
      if (move > 0) this.marks.set(index, MARKS.displacedUp);
      else if (move < 0) this.marks.set(index, MARKS.displacedDown);
    }
  }

  /** Whether candle `index` or one of the two before displaces upwards (downwards). */
  recently(index: number, bearish: 0 | 1): boolean {
    const mark = bearish === 0 ? MARKS.displacedUp : MARKS.displacedDown;
    return this.marks.since(index, mark, MEMORY) >= 0;
  }
}
