import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { timeframeMs } from "../../../src/engine/candles/timeframe.ts";
import type { Signal } from "../../../src/engine/signal.ts";
import { STRATEGY_NAMES } from "../../../src/engine/strategy/registry.ts";
import { lookingAtEverything, market, signalsOf } from "./all-signals.ts";

/** The laws of signals, each checked for every strategy on every market below. */

const markets = [market(1, "15m", 6000), market(3, "5m", 6000), market(4, "1m", 6000)];

function upsideDown(candle: Candle): Candle {
  const { open, high, low, close } = candle;
  return { ...candle, open: -open, high: -low, low: -high, close: -close };
}

/** What a mirror image must give back, long and short swapped. Distances in percent do not mirror. */
function essence(signal: Signal, sign: 1 | -1) {
  const { knownAt, strategy, direction, entry, stop, targets, score, expiresAt } = signal;
  const isLong = (direction === "long") === sign > 0;
  const prices = [entry, stop, ...targets].map((price) => sign * price + 0);
  return { knownAt, strategy, isLong, prices, score, expiresAt };
}

const byMoment = (one: ReturnType<typeof essence>, other: ReturnType<typeof essence>) =>
  one.knownAt - other.knownAt ||
  one.strategy.localeCompare(other.strategy) ||
  Number(one.isLong) - Number(other.isLong);

describe.each(markets)("signals on $name", (one) => {
  const whole = signalsOf(one);

  it("look at nothing later than their candle: a prefix gives the signals of its candles", () => {
    for (const cut of [300, 1777, 4001]) {
      const last = one.candles[cut - 1] as Candle;
      const until = last.openTime + timeframeMs(one.timeframe);
      expect(signalsOf(one, cut)).toEqual(whole.filter(({ knownAt }) => knownAt <= until));
    }
  });

  it("are the same after a muted warm-up as without one", () => {
    const from = 4000;
    const since = (one.candles[from] as Candle).openTime;
    expect(signalsOf(one, one.candles.length, from)).toEqual(whole.filter(({ knownAt }) => knownAt > since));
  });

  it("lie on no candle that a strategy passes over because nothing it needs has happened", () => {
    expect(whole.length).toBeGreaterThan(50);
    expect(signalsOf(one, one.candles.length, 0, lookingAtEverything)).toEqual(whole);
  });

  it("mirror: upside down every long is a short with the same score", () => {
    const mirrored = signalsOf({
      ...one,
      candles: one.candles.map(upsideDown),
      twins: one.twins.map(upsideDown),
    });
    const structural = ({ strategy }: Signal) => strategy !== "order-block-touch";
    expect(
      mirrored
        .filter(structural)
        .map((signal) => essence(signal, -1))
        .sort(byMoment),
    ).toEqual(
      whole
        .filter(structural)
        .map((signal) => essence(signal, 1))
        .sort(byMoment),
    );
  });

  it("have ids of their own, prices in order and a score that is the sum of its parts", () => {
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
    for (const { direction, entry, stop, targets, score, parts, strategy } of whole) {
      const ladder =
        direction === "long" ? [stop, entry, ...targets] : [...targets.toReversed(), entry, stop];
      expect(ladder).toEqual(ladder.toSorted((a, b) => a - b));
      expect(new Set(ladder).size).toBe(ladder.length);
      const earned = parts.reduce((sum, { points }) => sum + points, 0);
      expect([strategy, score]).toEqual([strategy, Math.round(earned)]);
      expect(parts.reduce((sum, { maxPoints }) => sum + maxPoints, 0)).toBe(100);
    }
  });

  it("survive JSON and carry numbers only as features", () => {
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
    const features = whole.flatMap((signal) => Object.values(signal.features));
    expect(features.filter((value) => !Number.isFinite(value))).toEqual([]);
  });
});

describe("the generated markets", () => {
  it("have a signal of every strategy", () => {
    const seen = new Set(markets.flatMap((one) => signalsOf(one).map(({ strategy }) => strategy)));
    expect(STRATEGY_NAMES.filter((name) => !seen.has(name))).toEqual([]);
  });
});
