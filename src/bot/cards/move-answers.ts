import type { ActOutcome } from "../../engine/ports/control.ts";
import { wantedStop } from "../../engine/trade/stop-price.ts";
import { targetPrices } from "../../engine/trade/trade-facts.ts";
import type { TapAnswer } from "../conversation.ts";
import type { Words } from "../texts.ts";
import { confirmStopCard } from "./confirm-cards.ts";
import { outcomeAnswer } from "./outcome-card.ts";
import { tradeCard } from "./trade-card.ts";

/** `typed` is the wish as it was typed: a confirmation repeats it. */
export function moveStopAnswer(words: Words, outcome: ActOutcome, typed: string): TapAnswer {
  if (outcome.status === "confirm") {
    return { card: confirmStopCard(words, outcome, typed), replace: true };
  }
  if (outcome.status === "denied") {
    const { symbol } = outcome.trade.plan;
    return outcomeAnswer(words, outcome, words.say("tap-stop-refused-title", { symbol }));
  }
  if (outcome.status !== "done") return outcomeAnswer(words, outcome);
  const { trade } = outcome;
  const args = { symbol: trade.plan.symbol, stop: wantedStop(trade) };
  return { toast: words.say("tap-stop-moved", args), updated: tradeCard(words, trade) };
}

export function moveTargetsAnswer(words: Words, outcome: ActOutcome): TapAnswer {
  if (outcome.status !== "done") return outcomeAnswer(words, outcome);
  const { trade } = outcome;
  const targets = targetPrices(trade)
    .map((price) => words.price(price))
    .join(", ");
  const toast = words.say("tap-targets-moved", { symbol: trade.plan.symbol, targets });
  return { toast, updated: tradeCard(words, trade) };
}

export function reduceAnswer(words: Words, outcome: ActOutcome, percent: number): TapAnswer {
  if (outcome.status !== "done") return outcomeAnswer(words, outcome);
  const toast = words.say("tap-reducing", { symbol: outcome.trade.plan.symbol, percent });
  return { toast, updated: tradeCard(words, outcome.trade) };
}

export function cancelEntryAnswer(words: Words, outcome: ActOutcome): TapAnswer {
  if (outcome.status !== "done") return outcomeAnswer(words, outcome);
  const toast = words.say("tap-cancelling-entry", { symbol: outcome.trade.plan.symbol });
  return { toast, updated: tradeCard(words, outcome.trade) };
}
