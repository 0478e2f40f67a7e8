import { isShapeable } from "../../engine/trade/manual-moves.ts";
import { wantedStop } from "../../engine/trade/stop-price.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import { openQuantity, targetPrices } from "../../engine/trade/trade-facts.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, note, text, titled } from "./list-card.ts";
import { signalTitle, stateName } from "./names.ts";
import { breakEvenButton, closeButton, reduceButton } from "./position-buttons.ts";

/** Where the stop is, and where it could go. */
export function stopCard(words: Words, trade: Trade): Card {
  if (!isShapeable(trade)) return notOpenCard(words, trade);
  return titled(
    signalTitle(words, trade.signal),
    [
      text(words.say("move-stop-now", { stop: wantedStop(trade) })),
      note(words.say("move-stop-hint", { id: trade.id })),
    ],
    [
      [
        breakEvenButton(words, trade),
        ...["-0.5r", "0.5r", "1r"].map((r) =>
          commandButton(words.say("button-stop-at", { r: Number.parseFloat(r) }), `/sl ${trade.id} ${r}`),
        ),
      ],
    ],
  );
}

export function targetsCard(words: Words, trade: Trade): Card {
  if (!isShapeable(trade)) return notOpenCard(words, trade);
  const targets = targetPrices(trade)
    .map((price) => words.price(price))
    .join(", ");
  return titled(
    signalTitle(words, trade.signal),
    [
      text(words.say("move-targets-now", { targets })),
      note(words.say("move-targets-hint", { id: trade.id })),
    ],
    [["1r 2r", "2r", "3r"].map((prices) => commandButton(prices.toUpperCase(), `/tp ${trade.id} ${prices}`))],
  );
}

export function reduceCard(words: Words, trade: Trade): Card {
  if (!isShapeable(trade)) return notOpenCard(words, trade);
  return titled(
    signalTitle(words, trade.signal),
    [text(words.say("move-reduce-now", { quantity: openQuantity(trade) }))],
    [
      [25, 50, 75].map((percent) => reduceButton(words, trade, percent)),
      [closeButton(trade, words.say("button-close"))],
    ],
  );
}

/** There is no position whose stop or targets could be changed. */
export function notOpenCard(words: Words, trade: Trade): Card {
  const args = { symbol: trade.plan.symbol, state: stateName(words, trade.state) };
  return titled(signalTitle(words, trade.signal), [text(words.say("move-not-open", args))]);
}
