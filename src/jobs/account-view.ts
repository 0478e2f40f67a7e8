import type { DecimalText } from "../engine/decimal.ts";
import { realisedPnl } from "../engine/risk/limit-uses.ts";
import type { RiskAccount } from "../engine/risk/risk-input.ts";
import { tradingDayStart } from "../engine/risk/trading-day.ts";
import type { Trade, TradeState } from "../engine/trade/trade.ts";
import type { DeskContext } from "./desk-context.ts";
import { readDrawdown } from "./drawdown.ts";
import { readPause } from "./pause.ts";

/** Results older than this say nothing about today. */
const SAMPLE_MS = 365 * 86_400_000;
/** Losses in a row are looked for in this time before the day. */
const STREAK_MS = 7 * 86_400_000;

/** States in which a trade holds money or may hold it at any moment. */
export const LIVE_STATES = [
  "approved",
  "submitting",
  "working",
  "partially-filled",
  "open",
  "closing",
  "unknown",
] as const satisfies readonly TradeState[];

/** What the caller knows better than the ledger. */
interface AccountKnowledge {
  /** The trade that is being judged when it is approved already: it must not use up its own place in the day. */
  readonly assessedId?: string;
  /** Read a moment ago. */
  readonly balance?: DecimalText | undefined;
}

/** What risk is judged on, gathered from the ledger and the exchange as they stand now. */
export async function readAccount(
  context: DeskContext,
  { assessedId, balance: known }: AccountKnowledge = {},
): Promise<RiskAccount> {
  const now = context.clock.now();
  const dayStart = tradingDayStart(now);
  const { settings } = await context.settings.current();
  const closedFrom = settings.risk.coolDownLosses > 0 ? dayStart - STREAK_MS : dayStart;
  const asked = readBalance(context, known);
  const [balance, drawdown, dayStartBalance, results, standing, approved, recentlyClosed, pause] =
    await Promise.all([
      asked,
      asked.then((balance) => readDrawdown(context, balance, settings.risk.maxDrawdownPercent)),
      asked.then((balance) => firstBalanceOfDay(context, dayStart, balance)),
      settings.risk.sizing === "kelly" ? closedResults(context, now) : undefined,
      context.ledger.inState([...LIVE_STATES, "proposed"]),
      context.ledger.approvedSince(dayStart),
      context.ledger.closedSince(closedFrom),
      readPause(context),
    ]);
  return {
    balance,
    ...drawdown,
    ...(results !== undefined && { results }),
    approvedToday: approved,
    recentlyClosed,
    dayStartBalance,
    realisedToday: realisedPnl(recentlyClosed.filter((trade) => closedAt(trade) >= dayStart)),
    tradesToday: approved.filter((trade) => trade.id !== assessedId).length,
    ...(context.exchange.tradedSymbols && { tradedSymbols: context.exchange.tradedSymbols }),
    openTrades: standing.filter(({ state }) => state !== "proposed"),
    proposals: standing.filter(({ state }) => state === "proposed"),
    paused: pause !== undefined,
    killed: pause?.isPanic === true,
    now,
  };
}

/** The account with one more approved trade, unless it is among the others already. */
export function withApproved(account: RiskAccount, trade: Trade): RiskAccount {
  const { openTrades, proposals, approvedToday = [], tradesToday } = account;
  const isCounted = approvedToday.some(({ id }) => id === trade.id);
  return {
    ...account,
    openTrades: openTrades.some(({ id }) => id === trade.id) ? openTrades : [...openTrades, trade],
    proposals: proposals.filter(({ id }) => id !== trade.id),
    approvedToday: isCounted ? approvedToday : [...approvedToday, trade],
    tradesToday: isCounted ? tradesToday : tradesToday + 1,
  };
}

async function readBalance({ exchange }: DeskContext, known: DecimalText | undefined): Promise<DecimalText> {
  return known ?? (await exchange.account()).balance;
}

/** A closed trade does not change any more: it closed when it last changed. */
function closedAt(trade: Trade): number {
  return trade.updatedAt;
}

/** Results in R of the trades that were entered and closed within the sample, oldest first. */
async function closedResults({ ledger }: DeskContext, now: number): Promise<readonly number[]> {
  const closed = await ledger.closedSince(now - SAMPLE_MS);
  return closed.flatMap(({ result, openedAt }) =>
    result === undefined || openedAt === undefined ? [] : result.r,
  );
}

/** The balance when the day was first looked at; remembered, so that a restart does not forget a loss. */
async function firstBalanceOfDay(context: DeskContext, dayStart: number, balance: string): Promise<string> {
  const known = await context.ledger.readMark("day-start-balance");
  const [day, first] = known?.split("=") ?? [];
  if (day === String(dayStart) && first !== undefined) return first;
  await context.ledger.writeMark("day-start-balance", `${dayStart}=${balance}`);
  return balance;
}
