import { z } from "zod";
import type { CandleSeries } from "../../candles/candle-series.ts";
import type { AverageTrueRange } from "../../facts/atr.ts";

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
const MEMORY = 0b111;

/** Which of the newest candles displace, that is, move with a body that is large for their range and the ATR. */
export class Displacements {
  private readonly series: CandleSeries;
  private readonly atr: AverageTrueRange;
  private readonly settings: DisplacementSettings;
  /** By polarity: bit 0 is the newest candle, bit 1 the one before. */
  private up = 0;
  private down = 0;

  constructor(series: CandleSeries, atr: AverageTrueRange, settings: DisplacementSettings) {
    this.series = series;
    this.atr = atr;
    this.settings = settings;
  }

  /** Expects the ATR to be up to date. */
  update(index: number): void {
    const { series, settings } = this;
    const move = series.close(index) - series.open(index);
    const body = Math.abs(move);
    const range = series.high(index) - series.low(index);
    const displaces =
      body >= settings.minBodyRatio * range && body >= settings.minBodyAtr * this.atr.previous;
    this.up = ((this.up << 1) | (displaces && move > 0 ? 1 : 0)) & MEMORY;
    this.down = ((this.down << 1) | (displaces && move < 0 ? 1 : 0)) & MEMORY;
  }

  /** Whether the newest candle displaces: 1 up, -1 down, 0 not. */
  get newest(): number {
    return (this.up & 1) - (this.down & 1);
  }

  /** Whether the newest candle or one of the two before displaces upwards (downwards). */
  recently(bearish: boolean): boolean {
    return (bearish ? this.down : this.up) !== 0;
  }
}
