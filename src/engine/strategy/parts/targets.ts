import type { TimeframeView } from "../contract.ts";
import type { PlanSettings } from "./plan-settings.ts";
import { isLevel, type Structure } from "./reading.ts";
import { isAhead, type TradeSide } from "./side.ts";

/** Intact pools ahead of a price, nearest first; one for each level. */
export function poolsAhead(view: TimeframeView, from: number, side: TradeSide): readonly Structure[] {
  const ahead = side.sign > 0 ? "high" : "low";
  const byLevel = new Map(
    view
      .zones("liquidity-pool")
      .filter(isLevel)
      .filter((pool) => pool.side === ahead && isAhead(pool.level, from, side))
      .map((pool) => [pool.level, pool]),
  );
  return [...byLevel.values()].sort((one, other) => side.sign * (one.level - other.level));
}

/** The pools that are worth the risk of the trade, nearest first; none when nothing worth it lies ahead. */
export function targetPools(
  view: TimeframeView,
  prices: { readonly entry: number; readonly stop: number },
  side: TradeSide,
  { minTargetR, maxTargetR, maxTargets }: PlanSettings,
): readonly Structure[] {
  const risk = side.sign * (prices.entry - prices.stop);
  return poolsAhead(view, prices.entry, side)
    .filter(({ level }) => {
      const distance = side.sign * (level - prices.entry);
      return distance >= minTargetR * risk && distance <= maxTargetR * risk;
    })
    .slice(0, maxTargets);
}
