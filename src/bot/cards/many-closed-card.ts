import type { Trade } from "../../engine/trade/trade.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, text, titled } from "./list-card.ts";
import { directionName, stateName } from "./names.ts";

const SHOWN = 20;

export function closeAllDoneCard(words: Words, trades: readonly Trade[]): Card {
  return titled(
    words.say("close-all-done-title"),
    [text(words.say("tap-closing-count", { count: trades.length })), ...tradeLines(words, trades)],
    [[commandButton(words.say("button-positions"), "/positions")]],
  );
}

export function panicDoneCard(words: Words, trades: readonly Trade[]): Card {
  return titled(
    words.say("panic-done-title"),
    [
      text(words.say("tap-panic")),
      text(words.say("tap-closing-count", { count: trades.length })),
      ...tradeLines(words, trades),
    ],
    [
      [
        commandButton(words.say("button-positions"), "/positions"),
        commandButton(words.say("button-resume"), "/resume"),
      ],
    ],
  );
}

function tradeLines(words: Words, trades: readonly Trade[]) {
  if (trades.length === 0) return [];
  const lines = trades.slice(0, SHOWN).map((trade) =>
    words.say("trade-line", {
      direction: directionName(words, trade.signal),
      symbol: trade.plan.symbol,
      state: stateName(words, trade.state),
    }),
  );
  return [text(lines.join("\n"))];
}
