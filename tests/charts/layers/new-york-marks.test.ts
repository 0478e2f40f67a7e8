import { describe, expect, it } from "vitest";
import { chartScene } from "../../../src/charts/scene.ts";
import { chartInput, START_MS, someCandles } from "../chart-input-builder.ts";
import { wordsOf } from "../scene-reading.ts";

const HOUR_MS = 3_600_000;

/** 60 half hours from Monday 12:00 UTC, 07:00 in New York. */
const candles = someCandles(60).map((candle, at) => ({ ...candle, openTime: START_MS + (at * HOUR_MS) / 2 }));
const marksOf = (timeZone: string, shown = candles) =>
  wordsOf(chartScene(chartInput({ timeframe: "30m", candles: shown, timeZone }))).filter((word) =>
    word.startsWith("NY "),
  );

describe("New York marks", () => {
  it("name the opening and the midnight of New York for a reader elsewhere", () => {
    expect([...marksOf("Europe/Berlin")].sort()).toEqual(["NY 00:00", "NY 09:30", "NY 09:30"]);
  });

  it("are left out for a reader in New York, whose axis says it", () => {
    expect(marksOf("America/New_York")).toEqual([]);
  });

  it("are left out when the picture holds too many days to tell them apart", () => {
    const many = someCandles(500).map((candle, at) => ({ ...candle, openTime: START_MS + at * HOUR_MS }));
    const input = chartInput({ timeframe: "1h", candles: many, timeZone: "UTC" });
    expect(wordsOf(chartScene(input)).filter((word) => word.startsWith("NY "))).toEqual([]);
  });
});
