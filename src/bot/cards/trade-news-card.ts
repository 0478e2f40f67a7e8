import type { Trade } from "../../engine/trade/trade.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { text, titled } from "./list-card.ts";
import { directionName, stateName } from "./names.ts";
import { tradeNews } from "./trade-life.ts";

/** What just became of a trade, under its card, which tells the rest. It is never edited. */
export function tradeNewsCard(words: Words, trade: Trade): Card {
  const title = `${directionName(words, trade.signal)} ${trade.plan.symbol} · ${stateName(words, trade.state)}`;
  return titled(title, [text(tradeNews(words, trade).join("\n"))]);
}
