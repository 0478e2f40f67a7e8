import type { Candle } from "../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import { plannedSignal } from "../engine/risk/assess.ts";
import { type EndedSetup, endOfSetup, supersedes } from "../engine/strategy/setup-end.ts";
import { afterSetupEnd, afterTime, type Decision, decide } from "../engine/trade/decide.ts";
import type { Desk } from "../engine/trade/exit-orders.ts";
import type { Trade } from "../engine/trade/trade.ts";
import { commitDecision } from "./commit-decision.ts";
import type { DeskContext } from "./desk-context.ts";

/** A store holds no more than this, and no setup lives longer. */
const MOST_CANDLES = 1000;
const WAITING = ["proposed", "working", "partially-filled"] as const;

/**
 * Ends what waits for its entry and should not any more: proposals and unfilled limit entries whose time has
 * come, whose setup a fact of the market ended, or whose place a newer proposal took. Facts are looked up for
 * trades of these symbols only, when some are given. Returns how many trades were ended.
 */
export async function expireProposals(context: DeskContext, symbols?: readonly string[]): Promise<number> {
  const { clock, ledger, queues } = context;
  const now = clock.now();
  const waiting = await ledger.inState(WAITING);
  const looked = symbols && new Set(symbols);
  let ended = 0;
  for (const trade of waiting) {
    const isLooked = looked === undefined || looked.has(trade.plan.symbol);
    const decideOn = await endFor(context, trade, waiting, isLooked, now);
    if (decideOn !== undefined && (await end(context, trade, decideOn))) ended += 1;
  }
  if (ended > 0) await queues.enqueue("deliver-outbox", {});
  return ended;
}

type EndTrade = (trade: Trade, desk: Desk) => Decision;

/** What is to be decided on a waiting trade, or nothing while it may go on waiting. */
async function endFor(
  context: DeskContext,
  trade: Trade,
  waiting: readonly Trade[],
  isLooked: boolean,
  now: number,
): Promise<EndTrade | undefined> {
  const fact = isLooked && mayEnd(trade) ? await factFor(context, trade, now) : undefined;
  if (fact !== undefined) return (standing, desk) => afterSetupEnd(standing, fact, desk);
  if (trade.expiresAt <= now) return afterTime;
  return isSuperseded(trade, waiting) ? asSuperseded : undefined;
}

/** A position may be filled already when a candle shows a fact: only what holds nothing is judged. */
function mayEnd({ state, plan }: Trade): boolean {
  return state === "proposed" || (state === "working" && plan.entryType === "limit");
}

function isSuperseded(trade: Trade, others: readonly Trade[]): boolean {
  return (
    trade.state === "proposed" &&
    others.some((other) => other.state === "proposed" && supersedes(other.signal, trade.signal))
  );
}

const asSuperseded: EndTrade = (trade, desk) =>
  trade.state === "proposed"
    ? decide(trade, [{ type: "trade.expired", at: desk.now, reason: "superseded" }], desk)
    : decide(trade, [], desk);

/** Commits the end. An order at the exchange is cancelled by the job that advances its trade. */
async function end(context: DeskContext, { id, plan, state }: Trade, decideOn: EndTrade): Promise<boolean> {
  const { clock, instance, instruments, ledger, queues } = context;
  const instrument = instruments.get(plan.symbol);
  if (instrument === undefined) return false;
  const desk = { instance, instrument, now: clock.now() };
  const committed = await commitDecision(ledger, id, `expire-${id}`, (trade) => decideOn(trade, desk));
  if (state !== "proposed") await queues.enqueue("advance-trade", { tradeId: id });
  return committed?.isNew ?? false;
}

async function factFor(context: DeskContext, trade: Trade, now: number): Promise<EndedSetup | undefined> {
  // A person may have moved stop and targets of the proposal: those of the plan count.
  const signal = plannedSignal(trade);
  const { baseTimeframe } = context;
  const [base, own] = await Promise.all([
    candlesSince(context, signal.symbol, baseTimeframe, signal.knownAt, now),
    candlesSince(context, signal.symbol, signal.timeframe, signal.knownAt, now),
  ]);
  return endOfSetup(signal, { base, baseTimeframe, own }, now);
}

async function candlesSince(
  { candles }: DeskContext,
  symbol: string,
  timeframe: Timeframe,
  sinceMs: number,
  now: number,
): Promise<readonly Candle[]> {
  const count = Math.ceil((now - sinceMs) / timeframeMs(timeframe));
  if (count <= 0) return [];
  const newest = await candles.newest(symbol, timeframe, Math.min(count + 1, MOST_CANDLES));
  return newest.filter(({ openTime }) => openTime >= sinceMs);
}
