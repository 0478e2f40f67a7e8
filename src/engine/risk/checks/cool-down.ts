import { decimal } from "../../decimal.ts";
import { denial, type RiskCheck } from "../risk-input.ts";

/** After `coolDownLosses` losses in a row: no new trades until `coolDownMinutes` after the last of them. */
export const coolDown: RiskCheck = ({ account, settings }) => {
  const { coolDownLosses: limit, coolDownMinutes } = settings;
  if (limit === 0) return undefined;
  const closed = account.recentlyClosed ?? [];
  const firstOfStreak = closed.findLastIndex(({ result }) => !decimal(result?.pnl ?? 0).lt(0)) + 1;
  const streak = closed.length - firstOfStreak;
  const lastAt = closed.at(-1)?.updatedAt ?? 0;
  const isCooling = account.now < lastAt + coolDownMinutes * 60_000;
  return streak >= limit && isCooling ? denial("cool-down", limit, streak) : undefined;
};
