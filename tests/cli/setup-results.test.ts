import { describe, expect, it } from "vitest";
import { setupResults } from "../../src/cli/setup-results.ts";
import type { Signal } from "../../src/engine/signal.ts";
import { candlesOf, type Prices } from "../engine/detect/fixture.ts";
import { longSignal } from "../jobs/desk-bench.ts";

const QUARTER = 900_000;
const COSTS = { makerFee: 0.0002, takerFee: 0.0005, slippagePercent: 0.02 };

/** Up to 105, down to 97, and to the middle again. */
const ROWS: readonly Prices[] = [
  [100, 101, 99, 100],
  [100, 105, 99.5, 104],
  [104, 104.5, 97, 98],
  [99, 101, 98.5, 100],
];
const candles = candlesOf(ROWS);
const [first] = candles;
const start = first?.openTime ?? 0;

/** Known when candle `at` opens; 100, wrong below 98, worth it at 104. */
function setup(at: number, changes: Partial<Signal> = {}): Signal {
  const knownAt = start + at * QUARTER;
  const prices = { entryType: "market", entry: 100, stop: 98, targets: [104] } as const;
  return longSignal({ ...prices, strategy: "one", knownAt, expiresAt: knownAt + 2 * QUARTER, ...changes });
}

describe("the results of setups", () => {
  it("count what was entered and how it ended, in R without and after costs", () => {
    const signals = [
      // 2R at 104: pays (100 x 0.07 % + 104 x 0.02 %) / 2 = 0.0454R.
      setup(0),
      // -1R at 98: pays (100 x 0.07 % + 98 x 0.07 %) / 2 = 0.0693R.
      setup(2),
      // Neither at the end of the file.
      setup(3),
    ];
    expect(setupResults(["one"], signals, candles, COSTS)).toEqual([
      {
        strategy: "one",
        signals: 3,
        filled: 3,
        wins: 1,
        losses: 1,
        running: 1,
        winPercent: 50,
        netR: 1,
        netRAfterCosts: 0.89,
      },
    ]);
  });

  it("count a limit entry as filled only when price came to it in time", () => {
    const limit = { entryType: "limit", entry: 99.2, stop: 98.2, targets: [103.2] } as const;
    const signals = [
      // Reached by candle 0, 4R by candle 1: pays (99.2 + 103.2) x 0.02 % / 1 = 0.04R.
      setup(0, limit),
      // Candle 1 goes to the target first.
      setup(1, { ...limit, entry: 99.4, stop: 98.4 }),
      // Not reached by candle 3.
      setup(3, { ...limit, entry: 97, stop: 96 }),
    ];
    expect(setupResults(["one"], signals, candles, COSTS)).toMatchObject([
      {
        signals: 3,
        filled: 1,
        wins: 1,
        losses: 0,
        running: 0,
        winPercent: 100,
        netR: 4,
        netRAfterCosts: 3.96,
      },
    ]);
  });

  it("keep the strategies apart and name those that found nothing", () => {
    const results = setupResults(
      ["none", "two", "one"],
      [setup(0), setup(2, { strategy: "two" })],
      candles,
      COSTS,
    );
    expect(results.map(({ strategy, signals, netR }) => [strategy, signals, netR])).toEqual([
      ["none", 0, 0],
      ["two", 1, -1],
      ["one", 1, 2],
    ]);
    expect(results[0]).not.toHaveProperty("winPercent");
  });
});
