import { describe, expect, it } from "vitest";
import { breakerDenial, trippedBreakers } from "../../../src/engine/risk/breakers.ts";
import { tradingDayEnd } from "../../../src/engine/risk/trading-day.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import { accountWith, NOW, open, riskSettings } from "../trade/trade-fixtures.ts";

const lost = (at: number): Trade => ({
  ...open(),
  state: "closed",
  updatedAt: at,
  result: { pnl: "-1", r: -1, reason: "stop" },
});

describe("a breaker", () => {
  it("of the daily loss trips at its limit and ends with the day", () => {
    const settings = riskSettings();
    expect(trippedBreakers(accountWith({ realisedToday: "-299.99" }), settings)).toEqual([]);
    expect(trippedBreakers(accountWith({ realisedToday: "-300" }), settings)).toEqual([
      { name: "daily-loss", limit: 3, actual: 3, resetsAt: tradingDayEnd(NOW) },
    ]);
  });

  it("of losses in a row ends its minutes after the last of them, to the millisecond", () => {
    const settings = riskSettings({ coolDownLosses: 2, coolDownMinutes: 10 });
    const recentlyClosed = [lost(NOW - 700_000), lost(NOW - 600_000)];
    const at = (now: number) => trippedBreakers(accountWith({ recentlyClosed, now }), settings);
    expect(at(NOW - 1)).toEqual([{ name: "cool-down", limit: 2, actual: 2, resetsAt: NOW }]);
    expect(at(NOW)).toEqual([]);
  });

  it("of a drawdown stays until a person decides, although the balance came back", () => {
    const settings = riskSettings({ maxDrawdownPercent: 20 });
    expect(trippedBreakers(accountWith({ peakBalance: "12499" }), settings)).toEqual([]);
    expect(trippedBreakers(accountWith({ peakBalance: "12500" }), settings)).toEqual([
      { name: "drawdown", limit: 20, actual: 20 },
    ]);
    const recovered = accountWith({ peakBalance: "10000", drawdownTrippedPercent: 21 });
    expect(trippedBreakers(recovered, settings)).toEqual([{ name: "drawdown", limit: 20, actual: 21 }]);
    expect(trippedBreakers(recovered, riskSettings())).toEqual([]);
  });

  it("tells an entry until when it denies, where a time ends it", () => {
    expect(breakerDenial({ name: "daily-loss", limit: 3, actual: 4, resetsAt: 5 })).toEqual({
      code: "daily-loss",
      limit: 3,
      actual: 4,
      until: 5,
    });
    expect(breakerDenial({ name: "drawdown", limit: 3, actual: 4 })).not.toHaveProperty("until");
    expect(breakerDenial(undefined)).toBeUndefined();
  });
});
