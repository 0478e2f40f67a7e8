import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import type { z } from "zod";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import type { Timeframe } from "../../../src/engine/candles/timeframe.ts";
import type { Detection, DetectionKind } from "../../../src/engine/detect/detection.ts";
import { detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";
import { detectCandles } from "../../../src/engine/model/detect-candles.ts";
import { readCandlesCsv } from "../../../src/exchange/csv-file.ts";
import { describeDifferences, describeOrder } from "../../oracle/compare.ts";
import { generateCandles, SERIES_KINDS } from "../../oracle/generate.ts";
import type { OracleOptions } from "../../oracle/options.ts";
import { oracleDetections } from "../../oracle/oracle.ts";

export interface AgreementVariant {
  readonly name: string;
  readonly kinds: readonly DetectionKind[];
  readonly detectors: z.input<typeof detectorSettingsSchema>;
  /** The same settings in the words of the brute force. */
  readonly oracle: OracleOptions;
  /** The second series, for divergences; the brute force gets the same. */
  readonly companion?: (candles: readonly Candle[]) => readonly Candle[];
  /** Smallest number of events of all candles of one series; keeps the comparison from being empty. */
  readonly atLeast?: number;
  /** Series kinds on which nothing has to happen, such as a market that only rises. */
  readonly maybeSilent?: readonly string[];
}

const TIMEFRAMES: readonly Timeframe[] = ["5m", "15m", "1h"];
const FILES: readonly [string, Timeframe][] = [
  ["BTCUSD-1h", "1h"],
  ["EURUSD-15m", "15m"],
  ["ALTBTC-1m", "1m"],
];

/** Tests that the engine agrees with the brute force, event by event and in their order. */
export function itAgreesWithTheDefinitions(variant: AgreementVariant): void {
  const { atLeast = 1, maybeSilent = [] } = variant;

  it.each(SERIES_KINDS)(`follows the definitions on a %s series (${variant.name})`, (kind) => {
    let events = 0;
    for (const [at, timeframe] of TIMEFRAMES.entries()) {
      const candles = generateCandles({ kind, seed: at + 1, length: 500, timeframe });
      const found = compare(candles, timeframe, variant);
      expect([timeframe, ...found.differences]).toEqual([timeframe]);
      events += found.events;
    }
    if (!maybeSilent.includes(kind)) expect(events).toBeGreaterThanOrEqual(atLeast);
  });

  it.each(FILES.filter(([name]) => existsSync(pathOf(name))))(
    `follows the definitions on slices of %s (${variant.name})`,
    async (name, timeframe) => {
      const { candles } = await readCandlesCsv(pathOf(name));
      for (const part of [0.05, 0.6]) {
        const from = Math.floor(candles.length * part);
        const { differences } = compare(candles.slice(from, from + 700), timeframe, variant);
        expect(differences).toEqual([]);
      }
    },
  );
}

function pathOf(name: string): string {
  return `../shared/market/${name}.csv`;
}

function compare(candles: readonly Candle[], timeframe: Timeframe, variant: AgreementVariant) {
  const own = (detections: readonly Detection[]): Detection[] =>
    detections.filter(({ kind }) => variant.kinds.includes(kind));
  const other = variant.companion?.(candles);
  const inverse = variant.detectors.smtDivergence?.inverse ?? false;
  const expected = own(
    oracleDetections(candles, timeframe, { ...variant.oracle, smtDivergence: other && { other, inverse } }),
  );
  const settings = detectorSettingsSchema.parse(variant.detectors);
  const actual = own(detectCandles(candles, timeframe, settings, other));
  const differences = describeDifferences(expected, actual);
  const order = differences.length > 0 ? [] : describeOrder(expected, actual);
  return { events: expected.length, differences: [...differences, ...order].slice(0, 8) };
}
