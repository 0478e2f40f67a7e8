import { describe, expect, it } from "vitest";
import { createCandleJudge, type QuarantinedCandle } from "../../../src/exchange/ccxt/candle-judge.ts";

const MINUTE = 60_000;
const NOW = 100 * MINUTE;

function aJudge() {
  const quarantined: QuarantinedCandle[] = [];
  const judge = createCandleJudge({
    symbol: "BTC/USDT",
    timeframeMs: MINUTE,
    onQuarantine: (candle) => quarantined.push(candle),
  });
  const fault = (row: readonly unknown[]) => {
    const before = quarantined.length;
    const candle = judge.accept(row, "stream", NOW);
    return candle ? "usable" : quarantined[before]?.fault;
  };
  return { fault };
}

describe("the candle judge", () => {
  it.each([
    ["usable", [MINUTE, 100, 110, 90, 105, 0]],
    ["not-a-number", [MINUTE, 100, 110, 90, undefined, 1]],
    ["not-a-number", [MINUTE, "100", 110, 90, 105, 1]],
    ["not-a-number", []],
    ["high-below-low", [MINUTE, 100, 90, 110, 100, 1]],
    ["open-outside-range", [MINUTE, 120, 110, 90, 100, 1]],
    ["close-outside-range", [MINUTE, 100, 110, 90, 80, 1]],
    ["volume-negative", [MINUTE, 100, 110, 90, 105, -1]],
    ["price-not-positive", [MINUTE, 0, 0, 0, 0, 1]],
    ["price-not-positive", [MINUTE, 100, 110, -90, 105, 1]],
    ["time-off-grid", [MINUTE + 1, 100, 110, 90, 105, 1]],
    ["usable", [NOW + MINUTE, 100, 110, 90, 105, 1]],
    ["time-in-future", [NOW + 2 * MINUTE, 100, 110, 90, 105, 1]],
  ] as const)("finds %s: %j", (expected, row) => {
    expect(aJudge().fault(row)).toBe(expected);
  });

  it("puts a jump aside, however often it comes, and goes on with the price before", () => {
    const { fault } = aJudge();
    expect(fault([MINUTE, 100, 110, 90, 105, 1])).toBe("usable");
    const spike = [2 * MINUTE, 105, 105_000, 104, 105, 1];
    expect(fault(spike)).toBe("price-jump");
    expect(fault(spike)).toBe("price-jump");
    expect(fault([2 * MINUTE, 0.1, 0.1, 0.1, 0.1, 1])).toBe("price-jump");
    expect(fault([3 * MINUTE, 105, 110, 100, 105, 1])).toBe("usable");
  });

  it("believes a jump that the next minute confirms", () => {
    const { fault } = aJudge();
    expect(fault([MINUTE, 100, 110, 90, 105, 1])).toBe("usable");
    expect(fault([2 * MINUTE, 5000, 5100, 4900, 5000, 1])).toBe("price-jump");
    expect(fault([3 * MINUTE, 5000, 5100, 4900, 5000, 1])).toBe("usable");
    expect(fault([2 * MINUTE, 5000, 5100, 4900, 5000, 1])).toBe("usable");
  });
});
