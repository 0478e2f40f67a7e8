import type { Draws } from "../../exchange/simulated/draws.ts";
import { CHAT_IDS } from "./fault-desk.ts";

/** Up to two people do something by hand, at once. */
export function drawnActs(symbols: readonly string[], draws: Draws) {
  return CHAT_IDS.filter(() => draws.uniform() < 0.6).map((chatId) => ({
    chatId,
    text: drawnAct(symbols[draws.whole(0, symbols.length - 1)] ?? "", draws),
  }));
}

/** What a trader types about an open position. Half of it moves the stop, tighter, looser or to break even. */
function drawnAct(symbol: string, draws: Draws): string {
  const rs = (from: number, until: number) => `${draws.whole(from * 10, until * 10) / 10}r`;
  const kind = draws.uniform();
  if (kind < 0.4) return `/sl ${symbol} ${rs(-1.5, 0.5)}`;
  if (kind < 0.55) return `/breakeven ${symbol}`;
  if (kind < 0.75) return `/tp ${symbol} ${rs(0.5, 2)} ${rs(2, 4)}`;
  if (kind < 0.95) return `/reduce ${symbol} ${draws.whole(1, 9) * 10}`;
  return `/close ${symbol}`;
}
