import { type DecimalText, decimal, toText } from "../decimal.ts";
import type { LimitUse } from "../ports/control.ts";
import type { Trade } from "../trade/trade.ts";
import { openRisk } from "../trade/trade-facts.ts";
import type { RiskAccount } from "./risk-input.ts";
import type { RiskSettings } from "./risk-settings.ts";
import { percentOf } from "./sizing.ts";

/** Sum of the results of closed trades, after fees. */
export function realisedPnl(trades: readonly Trade[]): DecimalText {
  return toText(trades.reduce((sum, trade) => sum.plus(trade.result?.pnl ?? "0"), decimal(0)));
}

/** How much of each limit of the account is used, by the names of the denials they lead to. */
export function limitUses(account: RiskAccount, settings: RiskSettings): readonly LimitUse[] {
  const lost = percentOf(decimal(account.realisedToday).neg(), account.dayStartBalance);
  const atRisk = account.openTrades.reduce((sum, trade) => sum.plus(openRisk(trade)), decimal(0));
  const used = percentOf(atRisk, account.balance);
  return [
    { name: "daily-loss", used: Math.max(0, lost), limit: settings.maxDailyLossPercent, unit: "percent" },
    { name: "trades-per-day", used: account.tradesToday, limit: settings.maxTradesPerDay, unit: "count" },
    {
      name: "open-positions",
      used: account.openTrades.length,
      limit: settings.maxOpenPositions,
      unit: "count",
    },
    { name: "open-risk", used, limit: settings.maxOpenRiskPercent, unit: "percent" },
    ...drawdownUse(account, settings),
  ];
}

/** Only when the limit is switched on. */
function drawdownUse(account: RiskAccount, { maxDrawdownPercent: limit }: RiskSettings): readonly LimitUse[] {
  if (limit === 0) return [];
  const peak = account.peakBalance ?? account.balance;
  const fallen = percentOf(decimal(peak).minus(account.balance), peak);
  const used = Math.max(0, fallen, account.drawdownTrippedPercent ?? 0);
  return [{ name: "drawdown", used, limit, unit: "percent" }];
}
