import { describe, expect, it } from "vitest";
import type { Candle } from "../../../../src/engine/candles/candle.ts";
import { detectorSettingsSchema } from "../../../../src/engine/detect/registry.ts";
import { detectCandles } from "../../../../src/engine/model/detect-candles.ts";
import { NEW_YORK } from "../../../oracle/options.ts";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";
import { itAgreesWithTheDefinitions } from "../oracle-agreement.ts";

const QUIET: Prices = [100, 101, 99, 100];

/**
 * Hours of New York: four of the Asian session with the high 101 from 20:00 on, then midnight with the open 100.
 * The rising candles at midnight and of the raid are a run from 100: a close below is a change in delivery.
 */
const asia: Prices[] = [QUIET, QUIET, QUIET, QUIET];
const midnight: Prices = [100, 101, 99.5, 100.5];
const raid: Prices = [100.5, 102, 100, 100.75];
const turn: Prices = [100.75, 101, 99, 99.5];
const wait: Prices = [100.75, 101, 100.5, 100.75];

const options = { timeframe: "1h", start: "2025-01-15T01:00:00Z" } as const;

function judas(...rows: readonly Prices[]) {
  return rowsOf(eventsOf("judas-swing", candlesOf(rows, options), options), "bias");
}

describe("Judas swing", () => {
  it("is a raid of the Asian high above the midnight open and a turn below it", () => {
    const found = eventsOf("judas-swing", candlesOf([...asia, midnight, raid, turn], options), options);
    expect(found).toEqual([
      {
        kind: "judas-swing",
        event: "detected",
        id: "judas-swing:london:bearish:1736917200000",
        bias: "bearish",
        index: 5,
        knownIndex: 6,
        openTime: 1_736_920_800_000,
        knownAt: 1_736_928_000_000,
      },
    ]);
  });

  it("is bullish as the mirror image", () => {
    expect(judas(...mirrored([...asia, midnight, raid, turn]))).toEqual([["detected", 5, 6, "bullish"]]);
  });

  it("needs the raid: a high not traded through, or closed beyond, is none", () => {
    expect(judas(...asia, midnight, [100.5, 101, 100, 100.75], turn)).toEqual([]);
    expect(judas(...asia, midnight, [100.5, 102, 100, 101.5], [101.5, 101.75, 99, 99.5])).toEqual([]);
  });

  it("needs a close below the midnight open at the turn", () => {
    // 100.25 closes below the run of the raid, which begins at 100.5, yet not below 100.
    const flat: Prices = [100, 101, 99.5, 100];
    const higher: Prices = [100.75, 101, 99.75, 100.25];
    expect(judas(...asia, flat, raid, higher)).toEqual([]);
    expect(judas(...asia, flat, raid, [100.75, 101, 99.75, 99.75])).toEqual([["detected", 5, 6, "bearish"]]);
  });

  it("lets the turn share the candle with the raid", () => {
    // The run begins before the Asian session, at 99.8, and reaches 105: the raid of 101 does not void it.
    const early: Prices = [99.8, 105, 99.5, 100.2];
    const both: Prices = [100.5, 102, 99, 99.5];
    const rows = candlesOf([early, ...asia, midnight, both], {
      timeframe: "1h",
      start: "2025-01-15T00:00:00Z",
    });
    expect(rowsOf(eventsOf("judas-swing", rows, options), "bias")).toEqual([["detected", 6, 6, "bearish"]]);
  });

  it("is drawn at the last raid before the turn", () => {
    const yesterday: Prices = [100, 103, 99, 100];
    const start = "2025-01-14T22:00:00Z";
    // 22:00Z to 23:00Z is the previous day with the high 103; the Asian high stays 101.
    const rows = [
      yesterday,
      QUIET,
      QUIET,
      ...asia,
      midnight,
      raid,
      [100.75, 103.5, 100, 101],
      turn,
    ] as Prices[];
    const candles = candlesOf(rows, { timeframe: "1h", start });
    const found = eventsOf("judas-swing", candles, options);
    expect(rowsOf(found, "bias")).toEqual([["detected", 9, 10, "bearish"]]);
  });

  it("needs all three inside the window", () => {
    expect(judas(...asia, midnight, raid, wait, wait, turn)).toEqual([["detected", 5, 8, "bearish"]]);
    expect(judas(...asia, midnight, raid, wait, wait, wait, turn)).toEqual([]);
    expect(judas(...asia.slice(1), raid, midnight, turn)).toEqual([]);
  });

  it("happens once for each window and direction", () => {
    const again: Prices[] = [
      [99.5, 100.75, 99.4, 100.6],
      [100.6, 100.9, 99, 99.25],
    ];
    const once = judas(...asia, midnight, raid, turn, ...again);
    expect(once).toEqual([["detected", 5, 6, "bearish"]]);
  });

  it("does not take an older Asian or daily high for that of the day", () => {
    const hour = (time: string, [open, high, low, close]: Prices): Candle => {
      return { openTime: Date.parse(time), open, high, low, close, volume: 1 };
    };
    const candles = [
      ...asia.map((row, at) => hour(`2025-01-13T0${1 + at}:00:00Z`, row)),
      hour("2025-01-14T12:00:00Z", [100, 100.5, 99.5, 100]),
      hour("2025-01-15T00:00:00Z", [100, 100.75, 99.75, 100.75]),
      ...[midnight, raid, turn].map((row, at) => hour(`2025-01-15T0${5 + at}:00:00Z`, row)),
    ];
    const found = detectCandles(candles, "1h", detectorSettingsSchema.parse({}));
    const raids = found.filter(({ kind, side }) => kind === "liquidity-sweep" && side === "high");
    expect(raids.map(({ source, index }) => [source, index])).toEqual([
      ["previous-day", 7],
      ["session", 7],
    ]);
    expect(found.filter(({ kind }) => kind === "judas-swing")).toEqual([]);
  });

  it("raids the London range in New York when asked to", () => {
    // 07:00Z is 02:00 New York; London ends at 05:00 and the window of New York opens at 07:00.
    const london = [QUIET, QUIET, QUIET];
    const rows = [...london, wait, wait, midnight, raid, turn] as Prices[];
    const start = "2025-01-15T07:00:00Z";
    const candles = candlesOf(rows, { timeframe: "1h", start });
    const detectors = { judasSwing: { newYork: true } };
    const found = eventsOf("judas-swing", candles, { timeframe: "1h", detectors });
    expect(rowsOf(found, "bias", "id")).toEqual([
      ["detected", 6, 7, "bearish", `judas-swing:new-york:bearish:${Date.parse("2025-01-15T12:00:00Z")}`],
    ]);
    expect(eventsOf("judas-swing", candles, options)).toEqual([]);
  });

  itAgreesWithTheDefinitions({
    name: "Judas swing",
    kinds: ["judas-swing"],
    detectors: { swing: { layers: [{ name: "internal", left: 2, right: 2 }] } },
    oracle: { layers: [{ name: "internal", left: 2, right: 2 }] },
    maybeSilent: ["only-rising", "flat-stretches", "one-tick"],
  });

  const long = { start: "00:00", end: "12:00", timezone: NEW_YORK };
  itAgreesWithTheDefinitions({
    name: "long windows of both variants",
    kinds: ["judas-swing"],
    detectors: {
      swing: { layers: [{ name: "internal", left: 1, right: 1 }] },
      displacement: { minBodyRatio: 0.2, minBodyAtr: 0.2 },
      judasSwing: { london: "00:00-12:00", newYork: true, newYorkWindow: "05:00-18:00" },
    },
    oracle: {
      layers: [{ name: "internal", left: 1, right: 1 }],
      displacement: { minBodyRatio: 0.2, minBodyAtr: 0.2 },
      judasSwing: [
        { ...long, session: "asian" },
        { ...long, start: "05:00", end: "18:00", session: "london-open" },
      ],
    },
    atLeast: 5,
    maybeSilent: ["only-rising", "one-tick"],
  });
});
