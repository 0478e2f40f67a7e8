import { existsSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { CandleSeries } from "../../../src/engine/candles/candle-series.ts";
import { type Timeframe, timeframeMs } from "../../../src/engine/candles/timeframe.ts";
import { TimeZones } from "../../../src/engine/clock/time-zone.ts";
import type { Detection } from "../../../src/engine/detect/detection.ts";
import { DETECTORS, detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";
import { detectCandles } from "../../../src/engine/model/detect-candles.ts";
import { requiredCandles } from "../../../src/engine/model/required-candles.ts";
import { TimeframeTrack } from "../../../src/engine/model/timeframe-track.ts";
import { readCandlesCsv } from "../../../src/exchange/csv-file.ts";
import { companionOf } from "./companion.ts";
import { generatedCandles } from "./generated-candles.ts";

/** The laws of detections, each checked for every registered kind on every series below. */

const settings = detectorSettingsSchema.parse({});
const kinds = DETECTORS.map(({ kind }) => kind);
const CLOCK_KINDS: readonly string[] = ["session", "previous-range", "liquidity-pool"];

interface Market {
  readonly name: string;
  readonly timeframe: Timeframe;
  readonly candles: readonly Candle[];
  /** The second series, for divergences. */
  readonly companion: readonly Candle[];
}

const markets = [...generated(), ...(await real())];

function generated(): Market[] {
  const make = (seed: number, timeframe: Timeframe, count: number): Market => {
    const candles = generatedCandles(seed, count, timeframeMs(timeframe));
    const name = `generated ${seed} at ${timeframe}`;
    return { name, timeframe, candles, companion: companionOf(candles) };
  };
  return [make(1, "15m", 8000), make(2, "1h", 8000), make(3, "5m", 12_000)];
}

async function real(): Promise<Market[]> {
  const files: [string, Timeframe][] = [
    ["EURUSD-15m", "15m"],
    ["BTCUSD-1h", "1h"],
    ["ALTBTC-1m", "1m"],
  ];
  const found = files.filter(([name]) => existsSync(pathOf(name)));
  return Promise.all(
    found.map(async ([name, timeframe]) => {
      const { candles } = await readCandlesCsv(pathOf(name));
      return { name, timeframe, candles, companion: companionOf(candles) };
    }),
  );
}

function pathOf(name: string): string {
  return `../shared/market/${name}.csv`;
}

function detect(market: Market, candles = market.candles, companion = market.companion): Detection[] {
  return detectCandles(candles, market.timeframe, settings, companion);
}

function ofKind(kind: string, detections: readonly Detection[]): Detection[] {
  return detections.filter((detection) => detection.kind === kind);
}

/** The first place at which two lists differ, or nothing when they are equal. */
function firstDifference(found: readonly unknown[], expected: readonly unknown[]) {
  const length = Math.max(found.length, expected.length);
  for (let at = 0; at < length; at += 1) {
    if (isDeepStrictEqual(found[at], expected[at])) continue;
    return { at, found: found[at], expected: expected[at] };
  }
  return undefined;
}

describe.each(markets)("on $name", (market) => {
  const whole = detect(market);

  it("finds something of every kind", () => {
    const found = new Set(whole.map(({ kind }) => kind));
    expect(kinds.filter((kind) => !found.has(kind))).toEqual([]);
  });

  it("is in the order of what became known, then of the steps", () => {
    expect(whole.map(({ knownIndex }) => knownIndex)).toEqual(
      whole.map(({ knownIndex }) => knownIndex).toSorted((one, other) => one - other),
    );
  });

  it("knows nothing before it is drawn and keeps ids apart", () => {
    expect(whole.filter(({ index, knownIndex }) => index > knownIndex)).toEqual([]);
    const births = whole.filter(({ event }) =>
      ["detected", "confirmed", "opened", "bos", "choch"].includes(event),
    );
    expect(new Set(births.map(({ id }) => id)).size).toBe(births.length);
  });

  const again = detect(
    market,
    market.candles.map((candle) => Object.freeze({ ...candle })),
  );

  const cuts = [1, 2, 37, 500, 2222].map((part) => Math.floor((market.candles.length * part) / 2500) + part);
  const prefixes = cuts.map((cut) => ({ cut, events: detect(market, market.candles.slice(0, cut)) }));
  const upsideDown = detect(market, market.candles.map(mirrorCandle), market.companion.map(mirrorCandle)).map(
    mirrorDetection,
  );
  const scaled = [2 ** 7, 2 ** -9].map((factor) => ({
    factor,
    events: detect(
      market,
      market.candles.map((candle) => scaleCandle(candle, factor)),
      market.companion.map((candle) => scaleCandle(candle, factor)),
    ),
  }));
  const stepped = stepByStep(market);
  const late = warmedLate(market);

  describe.each(kinds)("%s", (kind) => {
    const events = ofKind(kind, whole);

    it("gives the same events for the same input, which stays unchanged (laws 1 and 2)", () => {
      expect(firstDifference(ofKind(kind, again), events)).toBeUndefined();
    });

    it("does not look ahead (law 3)", () => {
      for (const prefix of prefixes) {
        const known = events.filter(({ knownIndex }) => knownIndex < prefix.cut);
        expect(firstDifference(ofKind(kind, prefix.events), known)).toBeUndefined();
      }
    });

    it("does not depend on how long ago it was started (law 4)", () => {
      const later = events.filter(({ knownAt }) => knownAt > late.from);
      expect(later.length > 0 || events.length < 20).toBe(true);
      const timed = ofKind(kind, late.events).filter(({ knownAt }) => knownAt > late.from);
      expect(firstDifference(timed.map(withoutNumbers), later.map(withoutNumbers))).toBeUndefined();
    });

    it("is its own mirror image (law 5)", () => {
      const turned = ofKind(kind, upsideDown).map(text).toSorted();
      expect(firstDifference(turned, events.map(text).toSorted())).toBeUndefined();
    });

    it("scales with price (law 6)", () => {
      for (const { factor, events: found } of scaled) {
        const expected = events.map((event) => scaleDetection(event, factor));
        expect(firstDifference(ofKind(kind, found), expected)).toBeUndefined();
      }
    });

    it("sees candle by candle what it sees at once (law 8)", () => {
      expect(firstDifference(ofKind(kind, stepped), events)).toBeUndefined();
    });

    it("survives JSON (law 9)", () => {
      expect(firstDifference(JSON.parse(JSON.stringify(events)), events)).toBeUndefined();
    });
  });
});

describe("in a flat market (law 7)", () => {
  it("only the clock speaks", () => {
    const market = markets[0] as Market;
    const flat = market.candles.map((candle) => ({ ...candle, open: 5, high: 5, low: 5, close: 5 }));
    const found = new Set(detect(market, flat).map(({ kind }) => kind));
    expect([...found].filter((kind) => !CLOCK_KINDS.includes(kind))).toEqual([]);
    expect(found.has("session")).toBe(true);
  });
});

/** What a live model with bounded memory reports at each candle. */
function stepByStep({ timeframe, candles, companion: twins }: Market): Detection[] {
  const keep = requiredCandles(settings);
  const companion = new CandleSeries({ timeframe, keep: 16 });
  const options = { symbol: "X", timeframe, settings, keep, timeZones: new TimeZones(), companion };
  const track = new TimeframeTrack(options);
  let next = 0;
  return candles.flatMap((candle) => {
    for (; (twins[next]?.openTime ?? Number.POSITIVE_INFINITY) <= candle.openTime; next += 1) {
      companion.push(twins[next] as Candle);
    }
    track.push(candle);
    return track.fresh();
  });
}

const WARM_UP_CANDLES = 3000;
const MONTH_MS = 62 * 86_400_000;

/** The same market seen by a model that started later, and the moment from which it must agree. */
function warmedLate(market: Market): { readonly from: number; readonly events: Detection[] } {
  const start = Math.floor(market.candles.length / 4);
  const warm = market.candles.slice(start);
  const from = Math.max(
    warm[WARM_UP_CANDLES]?.openTime ?? Number.POSITIVE_INFINITY,
    Math.min((warm[0]?.openTime ?? 0) + MONTH_MS, warm.at(-2000)?.openTime ?? 0),
  );
  return { from, events: detect(market, warm) };
}

/** An event by times and prices alone: candle numbers, and what an endless average touches, left out. */
function withoutNumbers({ index, knownIndex, facts, ...event }: Detection): object {
  return event;
}

function mirrorCandle({ openTime, open, high, low, close, volume }: Candle): Candle {
  return { openTime, open: -open, high: -low, low: -high, close: -close, volume };
}

const OPPOSITES: Record<string, string> = {
  bullish: "bearish",
  bearish: "bullish",
  high: "low",
  low: "high",
};

function mirrorDetection(event: Detection): Detection {
  const turned = {
    ...event,
    id: mirrorId(event.id),
    ...(event.poolId && { poolId: mirrorId(event.poolId) }),
    ...(event.bias && { bias: OPPOSITES[event.bias] }),
    ...(event.side && { side: OPPOSITES[event.side] }),
    ...(event.level !== undefined && { level: 0 - event.level }),
    ...(event.top !== undefined && { bottom: 0 - event.top }),
    ...(event.bottom !== undefined && { top: 0 - event.bottom }),
  };
  return turned as Detection;
}

function mirrorId(id: string): string {
  return id.replace(/\b(bullish|bearish|high|low)\b/g, (word) => OPPOSITES[word] ?? word);
}

function scaleCandle({ openTime, open, high, low, close, volume }: Candle, factor: number): Candle {
  return {
    openTime,
    open: open * factor,
    high: high * factor,
    low: low * factor,
    close: close * factor,
    volume,
  };
}

function scaleDetection(event: Detection, factor: number): Detection {
  return {
    ...event,
    ...(event.level !== undefined && { level: event.level * factor }),
    ...(event.top !== undefined && { top: event.top * factor }),
    ...(event.bottom !== undefined && { bottom: event.bottom * factor }),
  };
}

function text(event: Detection): string {
  return JSON.stringify(Object.entries(event).toSorted(([one], [other]) => one.localeCompare(other)));
}
