import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { standingSetups } from "../../../src/engine/scan/standing-setups.ts";
import type { Signal } from "../../../src/engine/signal.ts";
import { NOW, signalWith } from "../trade/trade-fixtures.ts";

const QUARTER = 15 * 60_000;

/** Quiet between stop 98 and target 102, save where told; the first one made the first signal. */
function candles(changed: Readonly<Record<number, Partial<Candle>>> = {}): readonly Candle[] {
  return [-1, 0, 1, 2].map((at) => ({
    openTime: NOW + at * QUARTER,
    open: 100,
    high: 101,
    low: 99,
    close: 100,
    volume: 1,
    ...changed[at],
  }));
}

/** Known so many candles after the first one. */
function setup(id: string, after: number, changes: Partial<Signal> = {}): Signal {
  return signalWith({ id, knownAt: NOW + after * QUARTER, ...changes });
}

function standing(signals: readonly Signal[], traded = candles(), minScore = 0): readonly string[] {
  return standingSetups(signals, { timeframe: "15m", candles: traded, minScore }).map(({ id }) => id);
}

describe("the setups of judged candles that still stand", () => {
  it("are those of each direction that became known last, all of that close", () => {
    const signals = [
      setup("old", 0),
      setup("short", 0, { direction: "short", stop: 102, targets: [98] }),
      setup("one", 1),
      setup("other", 1),
    ];
    expect(standing(signals)).toEqual(["short", "one", "other"]);
  });

  it("are without one whose stop or first target a wick has met since, wherever price is now", () => {
    expect(standing([setup("stop", 0)], candles({ 1: { low: 98 } }))).toEqual([]);
    expect(standing([setup("target", 0)], candles({ 1: { high: 102 } }))).toEqual([]);
    expect(standing([setup("before", 0)], candles({ [-1]: { low: 98, high: 102 } }))).toEqual(["before"]);
  });

  it("are without one whose gap was filled, whose block was closed through and whose window is over", () => {
    const gap = setup("gap", 0, { endsOn: [{ kind: "gap-filled", top: 100, bottom: 99.2 }] });
    const block = setup("block", 0, { endsOn: [{ kind: "block-invalidated", top: 101, bottom: 99.5 }] });
    const windowUntil = (at: number) =>
      setup("window", 0, { endsOn: [{ kind: "kill-zone-over", name: "london-open", at }] });
    expect(standing([gap])).toEqual([]);
    expect(standing([gap], candles({ 0: { low: 99.3 }, 1: { low: 99.3 }, 2: { low: 99.3 } }))).toEqual([
      "gap",
    ]);
    expect(standing([block], candles({ 2: { close: 99.4 } }))).toEqual([]);
    expect(standing([block])).toEqual(["block"]);
    expect(standing([windowUntil(NOW + 3 * QUARTER)])).toEqual([]);
    expect(standing([windowUntil(NOW + 3 * QUARTER + 1)])).toEqual(["window"]);
  });

  it("do not include an older one again once the newer one that took its place is over", () => {
    expect(
      standing([setup("old", 0), setup("new", 1, { stop: 98.5 })], candles({ 2: { low: 98.4 } })),
    ).toEqual([]);
  });

  it("keep their place against one whose score is passed over", () => {
    const signals = [setup("old", 0, { score: 60 }), setup("weak", 1, { score: 40 })];
    expect(standing(signals, candles(), 50)).toEqual(["old", "weak"]);
    expect(standing(signals, candles(), 40)).toEqual(["weak"]);
  });

  it("are none where there are no candles", () => {
    expect(standing([setup("old", 0)], [])).toEqual([]);
  });
});
