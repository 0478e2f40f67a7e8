import { describe, expect, it } from "vitest";
import { detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";
import { EMA_LENGTHS, type TechnicalFacts } from "../../../src/engine/facts/technical-facts.ts";
import { MarketModel } from "../../../src/engine/model/market-model.ts";
import { generatedCandles } from "../detect/generated-candles.ts";
import { largestDifference, sum } from "./fact-series.ts";

const candles = generatedCandles(8, 4000, 900_000);

function* readings(from: number, dayRoll: "crypto" | "fx" = "crypto"): Generator<TechnicalFacts> {
  const model = new MarketModel({
    symbol: "X",
    baseTimeframe: "15m",
    timeframes: ["15m"],
    settings: detectorSettingsSchema.parse({ dayRoll }),
    strategies: [],
  });
  for (const candle of candles.slice(from)) {
    model.push(candle);
    const { facts } = model.view("15m");
    if (facts !== undefined) yield facts;
  }
}

function numbersOf(facts: TechnicalFacts): number[] {
  return [
    ...EMA_LENGTHS.map((length) => facts.ema(length)),
    facts.rsi,
    facts.relativeVolume,
    facts.realisedVolatilityPercent,
    facts.volatilityPercentile,
    facts.sessionVwap("london-open"),
    facts.dayVwap,
  ].map((value) => value ?? Number.NaN);
}

/** The trading day that begins at 17:00 New York, told by the calendar of the time-zone database. */
function fxDay(openTime: number): string {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" });
  return format.format(openTime + 7 * 3_600_000);
}

/** First candle at which each fact is known. */
function firstKnown(): number[] {
  const first: number[] = [];
  let index = 0;
  for (const facts of readings(0)) {
    for (const [at, value] of numbersOf(facts).entries()) {
      if (!Number.isNaN(value)) first[at] ??= index;
    }
    index += 1;
  }
  return first;
}

/** What is known at the last candle of a run that started at candle `from`. */
function newest(from: number): number[] {
  let found: number[] = [];
  for (const facts of readings(from)) found = numbersOf(facts);
  return found;
}

describe("the technical facts of a view", () => {
  it("are unset until their candles are there", () => {
    expect(firstKnown().slice(0, 7)).toEqual([19, 49, 199, 14, 20, 20, 120]);
    // The run begins at 22:00 UTC; London opens at 02:00 in New York, 06:00 UTC.
    const london = candles.findIndex(({ openTime }) => new Date(openTime).getUTCHours() === 6);
    expect(firstKnown()[7]).toBe(london);
  });

  it("weigh the prices of the trading day that the settings name", () => {
    const found: (number | undefined)[] = [];
    for (const { dayVwap } of readings(0, "fx")) found.push(dayVwap);
    const days = candles.map(({ openTime }) => fxDay(openTime));
    const expected = candles.map((_, at) => {
      const members = candles.slice(days.indexOf(days[at] ?? ""), at + 1);
      const traded = sum(members.map(({ high, low, close, volume }) => ((high + low + close) / 3) * volume));
      const volume = sum(members.map((candle) => candle.volume));
      return volume === 0 ? undefined : traded / volume;
    });
    expect(new Set(days).size).toBeGreaterThan(30);
    expect(found).toEqual(expected);
  });

  it("forget how long ago they were started", () => {
    const [one, other] = [newest(0), newest(1000)];
    // Averages without an end agree but for rounding; those over a window agree exactly.
    expect(largestDifference(one.slice(0, 4), other.slice(0, 4))).toBeLessThan(1e-9);
    expect(one.slice(4)).toEqual(other.slice(4));
    expect(one.some(Number.isNaN)).toBe(false);
  });
});
