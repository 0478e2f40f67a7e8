import { existsSync } from "node:fs";
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

export interface OracleSeries {
  readonly name: string;
  readonly timeframe: Timeframe;
  readonly candles: readonly Candle[];
}

const REAL_FILES: readonly (readonly [string, Timeframe, number])[] = [
  ["EURUSD-15m", "15m", 4000],
  ["BTCUSD-1h", "1h", 3000],
  ["ALTBTC-1m", "1m", 6000],
];

/** One series of every nasty kind at changing timeframes, and a stretch of each real market that is there. */
export async function oracleSeries(length: number, seed = 1): Promise<OracleSeries[]> {
  const timeframes: readonly Timeframe[] = ["15m", "1h", "30m", "5m"];
  const generated = SERIES_KINDS.map((kind, at) => {
    const timeframe = timeframes[(at + seed) % timeframes.length] ?? "15m";
    const candles = generateCandles({ kind, seed, length, timeframe });
    return { name: `${kind} ${seed} at ${timeframe}`, timeframe, candles };
  });
  const found = REAL_FILES.filter(([name]) => existsSync(pathOf(name)));
  const real = found.map(async ([name, timeframe, from]) => {
    const { candles } = await readCandlesCsv(pathOf(name));
    return { name: `${name} from ${from}`, timeframe, candles: candles.slice(from, from + length) };
  });
  return [...generated, ...(await Promise.all(real))];
}

function pathOf(name: string): string {
  return `../shared/market/${name}.csv`;
}

export interface OracleComparison {
  readonly kinds: readonly DetectionKind[];
  /** The same settings as the engine and as the oracle spell them. */
  readonly detectors?: unknown;
  readonly options?: OracleOptions;
}

/** One set of settings, as the engine and as the oracle spell them. */
export interface Variant {
  readonly name: string;
  readonly detectors: object;
  readonly options: OracleOptions;
}

/** What the engine finds and where that differs from the definitions, the order included. */
export function compareWithOracle(
  { candles, timeframe }: OracleSeries,
  { kinds, detectors = {}, options = {} }: OracleComparison,
): { readonly found: Detection[]; readonly differences: string[] } {
  const ofKinds = (all: readonly Detection[]) => all.filter(({ kind }) => kinds.includes(kind));
  const settings = detectorSettingsSchema.parse(detectors);
  const found = ofKinds(detectCandles(candles, timeframe, settings));
  const expected = ofKinds(oracleDetections(candles, timeframe, options));
  const differences = describeDifferences(expected, found);
  return { found, differences: differences.length > 0 ? differences : describeOrder(expected, found) };
}
