import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closedTrades } from "../../../src/engine/results/closed-trade.ts";
import { resultSummary } from "../../../src/engine/results/result-summary.ts";
import { openTrade, sampleSignal } from "../../fakes/control-trades.ts";
import { closedSeries, closedTrade, NOON } from "./closed-trades.ts";

describe("the summary of closed trades", () => {
  it("counts what was won, lost and broke even", () => {
    expect(resultSummary(closedSeries(2, -1, 0, 1, -1))).toEqual({
      trades: 5,
      wins: 2,
      losses: 2,
      winPercent: 40,
      netR: 1,
      pnl: "20",
      fees: "2.5",
      expectancyR: 0.2,
      averageWinR: 1.5,
      averageLossR: -1,
      profitFactor: 1.5,
      maxDrawdownR: 1,
      maxDrawdown: "20",
      longestLosingStreak: 1,
      bestR: 2,
      worstR: -1,
    });
  });

  it("measures the drawdown from the highest before it, and from the start when nothing was won", () => {
    expect(resultSummary(closedSeries(-1, -1, 3, -1, -1, -0.5, 4))).toMatchObject({
      maxDrawdownR: 2.5,
      maxDrawdown: "50",
      longestLosingStreak: 3,
    });
    expect(resultSummary(closedSeries(-1, -2))).toMatchObject({ maxDrawdownR: 3, maxDrawdown: "60" });
  });

  it("says nothing where it would divide by nothing", () => {
    expect(resultSummary([])).toEqual({
      trades: 0,
      wins: 0,
      losses: 0,
      netR: 0,
      pnl: "0",
      fees: "0",
      maxDrawdownR: 0,
      maxDrawdown: "0",
      longestLosingStreak: 0,
    });
    const won = resultSummary(closedSeries(1, 2));
    expect(won).not.toHaveProperty("profitFactor");
    expect(won).not.toHaveProperty("averageLossR");
  });

  it("adds money exactly, and counts a trade that its fees made a loss as one", () => {
    const trades = ["0.1", "0.2", "-0.3"].map((pnl) => closedTrade(0.01, { pnl }));
    expect(resultSummary(trades)).toMatchObject({ pnl: "0", wins: 2, losses: 1, profitFactor: 1 });
  });

  it("keeps its own laws for any results", () => {
    const any = fc.array(fc.integer({ min: -30, max: 50 }), { maxLength: 60 });
    fc.assert(
      fc.property(any, (tenths) => {
        const summary = resultSummary(closedSeries(...tenths.map((value) => value / 10)));
        expect(summary.wins + summary.losses).toBeLessThanOrEqual(summary.trades);
        expect(summary.maxDrawdownR).toBeGreaterThanOrEqual(Math.max(0, -summary.netR) - 1e-9);
        expect(Number(summary.maxDrawdown)).toBeCloseTo(summary.maxDrawdownR * 20, 6);
        expect(Number(summary.pnl)).toBeCloseTo(summary.netR * 20, 6);
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

describe("what counts as a closed trade", () => {
  const result = { pnl: "-4.8", r: -1.02, reason: "stop" } as const;

  it("is what was entered and closed, oldest close first", () => {
    const late = openTrade({ id: "late", state: "closed", result, updatedAt: NOON + 2, fees: "0.3" });
    const early = openTrade({ id: "early", state: "closed", result, updatedAt: NOON + 1 });
    expect(closedTrades([late, openTrade(), early])).toEqual([
      expect.objectContaining({ closedAt: NOON + 1 }),
      {
        signalAt: sampleSignal().knownAt,
        closedAt: NOON + 2,
        symbol: "BTC/USDT",
        strategy: "order-block-touch",
        direction: "long",
        session: "new-york-am",
        reason: "stop",
        r: -1.02,
        pnl: "-4.8",
        fees: "0.3",
      },
    ]);
  });

  it("is not an entry that never filled", () => {
    expect(closedTrades([openTrade({ state: "closed", result, entryQuantity: "0" })])).toEqual([]);
  });
});
