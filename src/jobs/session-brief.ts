import { isMarketOpen } from "../engine/clock/market-calendar.ts";
import type { WindowState } from "../engine/clock/windows.ts";
import type { Detection } from "../engine/detect/detection.ts";
import { detectCandles } from "../engine/model/detect-candles.ts";
import type { BriefSymbol, SessionBrief } from "../engine/ports/session-brief.ts";
import { limitUses } from "../engine/risk/limit-uses.ts";
import type { Settings } from "../engine/settings/settings.ts";
import { readAccount } from "./account-view.ts";
import type { DeskContext } from "./desk-context.ts";

const SHOWN_SYMBOLS = 10;
/** Ten days: yesterday, the last Asian range and the last break of structure are in it. */
const BRIEF_CANDLES = 1000;
const BRIEF_TIMEFRAME = "15m";
const NEWEST_TRADES = 500;

/** Followed symbols whose market trades at the instant. */
export function tradingSymbols({ instruments, timeZones }: DeskContext, at: number): readonly string[] {
  return [...instruments.values()]
    .filter(({ kind }) => isMarketOpen(kind, at, timeZones))
    .map(({ symbol }) => symbol);
}

/** The facts of a kill zone, from stored candles and the ledger. Symbols without candles are left out. */
export async function sessionBrief(
  context: DeskContext,
  { name, opensAt, closesAt }: Pick<WindowState, "name" | "opensAt" | "closesAt">,
  phase: SessionBrief["phase"],
): Promise<SessionBrief> {
  const { settings } = await context.settings.current();
  const trading = tradingSymbols(context, opensAt);
  const shown = trading.slice(0, SHOWN_SYMBOLS);
  const symbols = await Promise.all(shown.map((symbol) => briefSymbol(context, symbol, settings)));
  const account = await readAccount(context);
  const uses = limitUses(account, settings.risk);
  const use = (limit: string) => uses.find((each) => each.name === limit);
  const inSession = (account.approvedToday ?? []).filter(({ signal }) => signal.session === name).length;
  const { maxTradesPerSession } = settings.risk;
  const ofDay = (use("trades-per-day")?.limit ?? 0) - (use("trades-per-day")?.used ?? 0);
  const ofSession = maxTradesPerSession === 0 ? ofDay : maxTradesPerSession - inSession;
  return {
    phase,
    name,
    opensAt,
    closesAt,
    symbols: symbols.filter((each) => each !== undefined),
    more: trading.length - shown.length,
    openRiskPercent: use("open-risk")?.used ?? 0,
    tradesLeft: Math.max(0, Math.min(ofDay, ofSession)),
    ...(phase === "closed" && { result: await resultOf(context, opensAt, closesAt) }),
  };
}

async function briefSymbol(
  { candles, timeZones }: DeskContext,
  symbol: string,
  { detectors }: Settings,
): Promise<BriefSymbol | undefined> {
  const stored = await candles.newest(symbol, BRIEF_TIMEFRAME, BRIEF_CANDLES);
  const price = (await candles.price(symbol))?.price ?? stored.at(-1)?.close;
  if (price === undefined) return undefined;
  const found = detectCandles(stored, BRIEF_TIMEFRAME, detectors, undefined, timeZones);
  const layer = detectors.swing.layers.at(-1)?.name;
  const broken = found.findLast((each) => each.kind === "market-structure" && each.layer === layer);
  const asian = rangeOf(
    found.findLast(({ kind, event, name }) => kind === "session" && event === "closed" && name === "asian"),
  );
  const previousDay = rangeOf(
    found.findLast(({ kind, name }) => kind === "previous-range" && name === "previous-day"),
  );
  return {
    symbol,
    price,
    ...(broken?.bias && { bias: broken.bias }),
    ...(asian && { asian }),
    ...(previousDay && { previousDay }),
  };
}

function rangeOf(detection: Detection | undefined) {
  const { top: high, bottom: low } = detection ?? {};
  return high === undefined || low === undefined ? undefined : { high, low };
}

async function resultOf({ ledger }: DeskContext, opensAt: number, closesAt: number) {
  const [newest, approved, closed] = await Promise.all([
    ledger.newest(NEWEST_TRADES),
    ledger.approvedSince(opensAt),
    ledger.closedSince(opensAt),
  ]);
  const raised = newest.filter(({ createdAt }) => createdAt >= opensAt && createdAt < closesAt + 1);
  const ended = closed.filter((trade) => trade.result !== undefined);
  return {
    proposals: raised.filter(({ state }) => state !== "denied").length,
    approved: approved.length,
    closed: ended.length,
    netR: ended.reduce((sum, trade) => sum + (trade.result?.r ?? 0), 0),
  };
}
