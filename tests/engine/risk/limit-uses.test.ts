import { describe, expect, it } from "vitest";
import { limitUses, realisedPnl } from "../../../src/engine/risk/limit-uses.ts";
import { RISK_CHECKS } from "../../../src/engine/risk/registry.ts";
import { accountWith, open, proposed, riskSettings } from "../trade/trade-fixtures.ts";

describe("the use of the limits", () => {
  it("is told in the units of the limits", () => {
    const account = accountWith({ realisedToday: "-125", tradesToday: 2, openTrades: [open(), open()] });
    expect(limitUses(account, riskSettings())).toEqual([
      { name: "daily-loss", used: 1.25, limit: 3, unit: "percent" },
      { name: "trades-per-day", used: 2, limit: 5, unit: "count" },
      { name: "open-positions", used: 2, limit: 5, unit: "count" },
      { name: "open-risk", used: 0.4, limit: 5, unit: "percent" },
    ]);
  });

  it("of the daily loss is nothing on a day that won", () => {
    expect(limitUses(accountWith({ realisedToday: "50" }), riskSettings())[0]?.used).toBe(0);
  });

  it("has the names of the checks", () => {
    for (const { name } of limitUses(accountWith(), riskSettings())) expect(RISK_CHECKS).toHaveProperty(name);
  });

  it("adds results exactly and trades without one as nothing", () => {
    const closed = (pnl: string) => ({ ...open(), result: { pnl, r: 0, reason: "stop" as const } });
    expect(realisedPnl([closed("0.1"), closed("0.2"), proposed(), closed("-1")])).toBe("-0.7");
    expect(realisedPnl([])).toBe("0");
  });
});
