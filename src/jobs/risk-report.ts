import type { RiskReport } from "../engine/ports/control.ts";
import { trippedBreakers } from "../engine/risk/breakers.ts";
import { limitUses } from "../engine/risk/limit-uses.ts";
import { tradingDayEnd } from "../engine/risk/trading-day.ts";
import { readAccount } from "./account-view.ts";
import type { DeskContext } from "./desk-context.ts";
import { readPause } from "./pause.ts";

/** Every limit with what is used of it, and the breakers that stop new trades. */
export async function riskReport(context: DeskContext): Promise<RiskReport> {
  const [account, { settings }, paused] = await Promise.all([
    readAccount(context),
    context.settings.current(),
    readPause(context),
  ]);
  return {
    balance: account.balance,
    limits: limitUses(account, settings.risk),
    breakers: trippedBreakers(account, settings.risk),
    resetsAt: tradingDayEnd(account.now),
    now: account.now,
    ...(paused && { paused }),
  };
}
