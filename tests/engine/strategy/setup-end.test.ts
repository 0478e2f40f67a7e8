import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { endOfSetup, supersedes } from "../../../src/engine/strategy/setup-end.ts";
import { NOW, signalWith } from "../trade/trade-fixtures.ts";

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

/** A candle that opened so many of its lengths after the signal. */
function candle(at: number, low: number, high: number, close = high, length = MINUTE): Candle {
  return { openTime: NOW + at * length, open: low, high, low, close, volume: 1 };
}

/** Long at 100 with a stop at 98 and a first target at 102, waiting at a gap 99.5 to 100 over a swing at 98.5. */
const signal = signalWith({
  endsOn: [
    { kind: "gap-filled", top: 100, bottom: 99.5 },
    { kind: "block-invalidated", top: 100.2, bottom: 99 },
    { kind: "swing-broken", level: 98.5 },
    { kind: "kill-zone-over", name: "london-open", at: NOW + 40 * MINUTE },
  ],
});

function endAt(minutes: number, base: readonly Candle[], own: readonly Candle[] = [], one = signal) {
  return endOfSetup(one, { base, baseTimeframe: "1m", own }, NOW + minutes * MINUTE);
}

describe("the end of a setup", () => {
  it("does not come while nothing happened", () => {
    expect(endAt(30, [candle(0, 99.6, 101.9)], [candle(0, 99.1, 101, 99, QUARTER)])).toBeUndefined();
  });

  it("is the gap that price filled, to the edge", () => {
    expect(endAt(1, [candle(0, 99.5, 101)])).toEqual({
      fact: "gap-filled",
      at: NOW + MINUTE,
      args: { top: 100, bottom: 99.5 },
    });
    expect(endAt(1, [candle(0, 99.51, 101)])).toBeUndefined();
  });

  it("is the block that a candle of the signal's timeframe closed through", () => {
    expect(endAt(15, [], [candle(0, 98.6, 100, 98.99, QUARTER)])).toEqual({
      fact: "block-invalidated",
      at: NOW + QUARTER,
      args: { top: 100.2, bottom: 99 },
    });
  });

  it("is the swing that a candle closed beyond, not one that a wick met", () => {
    const swing = signalWith({ endsOn: [{ kind: "swing-broken", level: 98.5 }] });
    expect(endAt(15, [], [candle(0, 98.1, 100, 98.5, QUARTER)], swing)).toBeUndefined();
    expect(endAt(15, [], [candle(0, 98.1, 100, 98.49, QUARTER)], swing)).toMatchObject({
      fact: "swing-broken",
      args: { level: 98.5 },
    });
  });

  it("is the end of its window, from that moment on", () => {
    expect(endAt(39, [])).toBeUndefined();
    expect(endAt(40, [])).toEqual({
      fact: "kill-zone-over",
      at: NOW + 40 * MINUTE,
      args: { name: "london-open" },
    });
  });

  it("is the target or the stop that price reached, for every setup", () => {
    const plain = signalWith();
    expect(endAt(1, [candle(0, 99, 102)], [], plain)).toMatchObject({
      fact: "target-reached",
      args: { price: 102 },
    });
    expect(endAt(1, [candle(0, 98, 101)], [], plain)).toMatchObject({
      fact: "stop-reached",
      args: { price: 98 },
    });
    expect(endAt(1, [candle(0, 98.01, 101.99)], [], plain)).toBeUndefined();
  });

  it("is what came first", () => {
    const base = [candle(0, 99.6, 101), candle(1, 99.4, 101), candle(2, 99, 102.5)];
    expect(endAt(3, base)).toMatchObject({ fact: "gap-filled", at: NOW + 2 * MINUTE });
    expect(endAt(50, [candle(41, 99.4, 101)])).toMatchObject({ fact: "kill-zone-over" });
  });

  it("does not look at candles from before the signal", () => {
    expect(endAt(1, [candle(-1, 97, 103)], [candle(-1, 97, 100, 97, QUARTER)])).toBeUndefined();
  });

  it("mirrors for shorts", () => {
    const short = signalWith({
      direction: "short",
      stop: 102,
      targets: [98],
      endsOn: [
        { kind: "gap-filled", top: 100.5, bottom: 100 },
        { kind: "block-invalidated", top: 101, bottom: 100 },
        { kind: "swing-broken", level: 101.5 },
      ],
    });
    expect(endAt(1, [candle(0, 99, 100.5)], [], short)).toMatchObject({ fact: "gap-filled" });
    expect(endAt(1, [candle(0, 98, 99)], [], short)).toMatchObject({ fact: "target-reached" });
    expect(endAt(15, [], [candle(0, 100, 101.2, 101.1, QUARTER)], short)).toMatchObject({
      fact: "block-invalidated",
    });
    expect(endAt(15, [], [candle(0, 100, 101.2, 101, QUARTER)], short)).toBeUndefined();
  });
});

describe("a newer signal", () => {
  it("takes the place of an older one of its symbol and direction only", () => {
    const newer = signalWith({ knownAt: NOW + 1 });
    expect(supersedes(newer, signal)).toBe(true);
    expect(supersedes(signal, newer)).toBe(false);
    expect(supersedes(signal, signal)).toBe(false);
    expect(supersedes({ ...newer, symbol: "ETH/USDT" }, signal)).toBe(false);
    expect(supersedes({ ...newer, direction: "short" }, signal)).toBe(false);
    expect(supersedes({ ...newer, strategy: "silver-bullet", timeframe: "5m" }, signal)).toBe(true);
  });
});
