import type { ChartLabels, PositionLife } from "../../charts/chart-input.ts";
import type { ChartRequest } from "../../charts/kinds/chart-kinds.ts";
import { formatSigned } from "../../charts/text/number-format.ts";
import { timeframeMs } from "../../engine/candles/timeframe.ts";
import type { Signal } from "../../engine/signal.ts";
import { type PositionStory, pnlAt, positionStory } from "../../engine/trade/position-life.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import { isFinal, openQuantity } from "../../engine/trade/trade-facts.ts";
import type { Easel } from "./easel.ts";
import { marketPart } from "./market-part.ts";
import { quoteOf, strategyTitle } from "./names.ts";

/** Candles that a finished trade shows after its end. */
const AFTER_END_CANDLES = 8;

/** A trade as it stands: its setup, and once something was filled its fills, moves of the stop and result. */
export async function tradePicture(easel: Easel, trade: Trade): Promise<ChartRequest | undefined> {
  const { symbol, timeframe } = trade.signal;
  const market = await marketPart(easel, { symbol, timeframe, ...shownUntil(trade) });
  if (market === undefined) return undefined;
  const { signal } = trade;
  const labels = { ...market.labels, ...labelsOf(trade, easel) };
  const input = { ...market, ...easel.look, signal, trade, labels, ...(await lifeOf(trade, easel)) };
  return { kind: "signal", input };
}

/** A finished trade shows its own time, not today's. */
function shownUntil({ state, updatedAt, signal }: Trade): { readonly until?: number } {
  return isFinal(state) ? { until: updatedAt + AFTER_END_CANDLES * timeframeMs(signal.timeframe) } : {};
}

function labelsOf({ signal, state }: Trade, easel: Easel): ChartLabels {
  const labels = setupLabels(signal, easel);
  return state === "proposed" ? labels : { ...labels, state: easel.say(`state-${state}`) };
}

/** The words on the picture of a setup. */
export function setupLabels(signal: Signal, easel: Easel): ChartLabels {
  const { say } = easel;
  return {
    direction: say(`direction-${signal.direction}`),
    strategy: strategyTitle(easel, signal.strategy),
    entry: say("picture-entry"),
    exit: say("picture-exit"),
    now: say("picture-now"),
  };
}

async function lifeOf(
  trade: Trade,
  easel: Easel,
): Promise<{ readonly fills?: PositionStory["fills"]; readonly life?: PositionLife }> {
  if (Number(trade.entryQuantity) === 0) return {};
  const { fills, stopMoves } = positionStory(await easel.context.ledger.events(trade.id));
  return { fills, life: { stopMoves, ...(await openResult(trade, easel)) } };
}

/** Money won or lost so far, and the last known price, which it is of; nothing when nothing is open or no price is known. */
async function openResult(
  trade: Trade,
  { context, look }: Easel,
): Promise<Pick<PositionLife, "openPnl" | "price">> {
  if (isFinal(trade.state) || Number(openQuantity(trade)) === 0) return {};
  const last = await context.candles.price(trade.plan.symbol);
  if (last === undefined) return {};
  const money = formatSigned(Number(pnlAt(trade, last.price)), look.locale ?? "en", 2);
  return { openPnl: `${money} ${quoteOf(trade.plan.symbol)}`.trim(), price: last.price };
}
