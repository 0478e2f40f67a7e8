import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import type { Timeframe } from "../../../src/engine/candles/timeframe.ts";
import { clockWindows } from "../../../src/engine/clock/windows.ts";
import type { Detection, DetectionKind } from "../../../src/engine/detect/detection.ts";
import { DETECTORS, detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";
import { detectCandles } from "../../../src/engine/model/detect-candles.ts";
import { readCandlesCsv } from "../../../src/exchange/csv-file.ts";
import { describeDifferences, describeOrder } from "../../oracle/compare.ts";
import { DST_STARTS, generateCandles, SERIES_KINDS } from "../../oracle/generate.ts";
import type { OracleOptions, WindowOption } from "../../oracle/options.ts";
import { oracleDetections } from "../../oracle/oracle.ts";

/** The first six kinds against a brute force written from the text of the definitions alone. */

const KINDS: readonly DetectionKind[] = [
  "swing",
  "market-structure",
  "displacement",
  "order-block",
  "fair-value-gap",
  "session",
];

type Settings = z.input<typeof detectorSettingsSchema>;

const VARIANTS: Readonly<Record<string, Settings>> = {
  defaults: {},
  "short lives and wicks": {
    swing: {
      layers: [
        { name: "internal", left: 2, right: 2 },
        { name: "outer", left: 3, right: 7 },
        { name: "quick", left: 6, right: 1 },
      ],
    },
    marketStructure: { breakOn: "wick" },
    displacement: { minBodyRatio: 0.4, minBodyAtr: 0.6 },
    orderBlock: { minBodyRatio: 0.3, zone: "body", maxTouches: 1, maxAge: 17, invalidateOn: "wick" },
    fairValueGap: { minGapAtr: 0.3, maxAge: 9 },
    session: { timezone: "Europe/London", asian: "18:00-00:00", londonOpen: "01:00-05:00" },
  },
  "long lives and odd windows": {
    swing: { layers: [{ name: "internal", left: 1, right: 3 }] },
    displacement: { minBodyRatio: 0, minBodyAtr: 0 },
    orderBlock: { strongCandle: false, maxTouches: 7, maxAge: 300 },
    fairValueGap: { minGapPercent: 1.5, maxAge: 1 },
    session: {
      asian: "19:00-00:00",
      londonOpen: "23:30-01:40",
      londonClose: "01:30-02:10",
      newYorkLunch: "00:50-01:10",
      newYorkPm: "01:00-02:00",
      macros: ["02:20-03:10", "01:15-01:45", "00:00-23:59", "12:00-11:59"],
    },
  },
  "strong candles alone": {
    orderBlock: { structureBreak: false, minBodyRatio: 0, maxTouches: 2, maxAge: 1 },
    fairValueGap: { maxAge: 3 },
  },
};

const TIMEFRAMES: readonly Timeframe[] = ["5m", "15m", "1h"];

/** Sweeps colour breaks; until they are detected that fact is left out of the comparison. */
const knowsSweeps = DETECTORS.some(({ kind }) => (kind as DetectionKind) === "liquidity-sweep");

function oracleOptions(settings: z.output<typeof detectorSettingsSchema>): OracleOptions {
  const { swing, marketStructure, displacement, orderBlock, fairValueGap, session } = settings;
  return {
    layers: swing.layers,
    breakOn: marketStructure.breakOn,
    displacement,
    orderBlock,
    fairValueGap,
    windows: clockWindows(session).map(({ name, start, end }): WindowOption => {
      return { name, start: wallTime(start), end: wallTime(end), timezone: session.timezone };
    }),
  };
}

function wallTime(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

function comparable(detections: readonly Detection[]): Detection[] {
  return detections
    .filter(({ kind }) => KINDS.includes(kind))
    .map((detection) => {
      if (knowsSweeps || detection.facts?.sweptWithin === undefined) return detection;
      const { sweptWithin: _, ...facts } = detection.facts;
      return { ...detection, facts };
    });
}

/** Lines that tell how engine and oracle differ over the candles; both empty when they agree. */
function compare(candles: readonly Candle[], timeframe: Timeframe, variant: Settings) {
  const settings = detectorSettingsSchema.parse(variant);
  const expected = comparable(oracleDetections(candles, timeframe, oracleOptions(settings)));
  const actual = comparable(detectCandles(candles, timeframe, settings));
  const differences = describeDifferences(expected, actual);
  const order = differences.length > 0 ? [] : describeOrder(expected, actual);
  return { events: expected.length, differences: [...differences, ...order].slice(0, 8) };
}

describe.each(Object.entries(VARIANTS))("with %s", (_, variant) => {
  it.each(SERIES_KINDS)("sees what the definitions say on a %s series", (kind) => {
    let events = 0;
    for (const [at, timeframe] of TIMEFRAMES.entries()) {
      const candles = generateCandles({ kind, seed: at + 1, length: 400, timeframe });
      const found = compare(candles, timeframe, variant);
      expect([timeframe, ...found.differences]).toEqual([timeframe]);
      events += found.events;
    }
    expect(events).toBeGreaterThan(50);
  });

  it.each(DST_STARTS.map((start) => [new Date(start).toISOString(), start] as const))(
    "follows the clock of a change after %s",
    (_day, start) => {
      const candles = generateCandles({ kind: "time-gaps", seed: 5, length: 400, timeframe: "15m", start });
      expect(compare(candles, "15m", variant).differences).toEqual([]);
    },
  );
});

const FILES: readonly [string, Timeframe][] = [
  ["BTCUSD-1h", "1h"],
  ["EURUSD-15m", "15m"],
  ["ALTBTC-1m", "1m"],
];

describe.each(FILES)("on slices of %s", (name, timeframe) => {
  const path = `../shared/market/${name}.csv`;
  it.skipIf(!existsSync(path))("sees what the definitions say", async () => {
    const { candles } = await readCandlesCsv(path);
    for (const part of [0, 0.62]) {
      const from = Math.floor(candles.length * part);
      const slice = candles.slice(from, from + 600);
      for (const variant of Object.values(VARIANTS)) {
        const { events, differences } = compare(slice, timeframe, variant);
        expect(differences).toEqual([]);
        expect(events).toBeGreaterThan(50);
      }
    }
  });
});
