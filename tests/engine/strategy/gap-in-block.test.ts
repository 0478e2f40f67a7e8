import { describe, expect, it } from "vitest";
import { CandleSeries } from "../../../src/engine/candles/candle-series.ts";
import type { TimeframeView } from "../../../src/engine/strategy/contract.ts";
import { gapInBlock } from "../../../src/engine/strategy/parts/reading.ts";
import { LONG, SHORT, type TradeSide } from "../../../src/engine/strategy/parts/side.ts";
import type { Zone } from "../../../src/engine/strategy/zone.ts";

/** For a short the zone upside down, at prices below zero. */
function zone(kind: Zone["kind"], { bias, sign }: TradeSide, edges: readonly [number, number]): Zone {
  const [bottom = 0, top = 0] = edges.map((edge) => sign * edge).sort((one, other) => one - other);
  return {
    kind,
    event: "detected",
    id: kind,
    bias,
    index: 0,
    knownIndex: 1,
    openTime: 0,
    knownAt: 0,
    top,
    bottom,
  };
}

/** Candles from 105 down to these lows, the first two before anything is known; for a short upside down. */
function viewOf(lows: readonly number[], { sign }: TradeSide, zones: readonly Zone[]): TimeframeView {
  const series = new CandleSeries({ timeframe: "15m" });
  for (const [at, low] of lows.entries()) {
    const [high, reach] = sign > 0 ? [105, low] : [-low, -105];
    series.append(at * 900_000, sign * 104, high, reach, sign * 104, 1);
  }
  return {
    symbol: "BTC/USDT",
    series,
    fresh: () => [],
    zones: (kind) => zones.filter((one) => one.kind === kind),
    atr: 1,
    session: undefined,
  };
}

describe.each([LONG, SHORT])("a gap and an order block over each other ($direction)", (side) => {
  const gap = zone("fair-value-gap", side, [101, 102]);
  const block = zone("order-block", side, [100, 101.5]);
  const pair = (lows: readonly number[]) => {
    const view = viewOf(lows, side, [gap, block]);
    return [gapInBlock(view, block, side)?.kind, gapInBlock(view, gap, side)?.kind];
  };
  const both = ["fair-value-gap", "order-block"];

  it("count while price did not come back through the whole gap", () => {
    expect(pair([99, 103, 103, 103])).toEqual(both);
    expect(pair([99, 99, 101.1, 103])).toEqual(both);
  });

  it("do not count once the gap was filled, though it lives", () => {
    expect(pair([99, 103, 101, 103])).toEqual([undefined, undefined]);
  });

  it("count when the newest candle is the one that fills it", () => {
    expect(pair([99, 103, 103, 100.5])).toEqual(both);
  });
});
