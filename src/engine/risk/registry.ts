import { coolDown } from "./checks/cool-down.ts";
import { dailyLoss } from "./checks/daily-loss.ts";
import { dailyNotional } from "./checks/daily-notional.ts";
import { drawdown } from "./checks/drawdown.ts";
import { expired } from "./checks/expired.ts";
import { groupRisk } from "./checks/group-risk.ts";
import { killSwitch } from "./checks/kill-switch.ts";
import { leverage } from "./checks/leverage.ts";
import { liquidation } from "./checks/liquidation.ts";
import { margin } from "./checks/margin.ts";
import { notTraded } from "./checks/not-traded.ts";
import { openPositions } from "./checks/open-positions.ts";
import { openRisk } from "./checks/open-risk.ts";
import { orderNotional } from "./checks/order-notional.ts";
import { orderRate } from "./checks/order-rate.ts";
import { paused } from "./checks/paused.ts";
import { positionSize } from "./checks/position-size.ts";
import { priceMoved } from "./checks/price-moved.ts";
import { priceStale } from "./checks/price-stale.ts";
import { riskPerTrade } from "./checks/risk-per-trade.ts";
import { sessionTrades } from "./checks/session-trades.ts";
import { shortImpossible } from "./checks/short-impossible.ts";
import { sizeBelowMinimum } from "./checks/size-below-minimum.ts";
import { spread } from "./checks/spread.ts";
import { stopOnWrongSide } from "./checks/stop-on-wrong-side.ts";
import { symbolBusy } from "./checks/symbol-busy.ts";
import { tradesPerDay } from "./checks/trades-per-day.ts";
import { volatility } from "./checks/volatility.ts";
import type { Denial, EntryDenialCode } from "./denial.ts";
import type { RiskCheck, RiskInput } from "./risk-input.ts";

/**
 * Every check by the code it denies with, most telling first: a code without a check does not compile. The
 * lock of live trading is no matter of risk and stands before the checks.
 */
export const RISK_CHECKS = {
  "kill-switch": killSwitch,
  paused,
  expired,
  "stop-on-wrong-side": stopOnWrongSide,
  "short-impossible": shortImpossible,
  "not-traded": notTraded,
  "price-stale": priceStale,
  "price-moved": priceMoved,
  "size-below-minimum": sizeBelowMinimum,
  "risk-per-trade": riskPerTrade,
  "position-size": positionSize,
  "symbol-busy": symbolBusy,
  "open-positions": openPositions,
  "open-risk": openRisk,
  "trades-per-day": tradesPerDay,
  "daily-loss": dailyLoss,
  "cool-down": coolDown,
  drawdown,
  "session-trades": sessionTrades,
  "group-risk": groupRisk,
  volatility,
  spread,
  "order-notional": orderNotional,
  "daily-notional": dailyNotional,
  "order-rate": orderRate,
  leverage,
  liquidation,
  margin,
} as const satisfies Record<Exclude<EntryDenialCode, "live-locked">, RiskCheck>;

const checks: readonly RiskCheck[] = Object.values(RISK_CHECKS);

/** Everything that speaks against the entry, in the order of the checks; empty when nothing does. */
export function denialsOf(input: RiskInput): readonly Denial[] {
  return checks.flatMap((check) => check(input) ?? []);
}
