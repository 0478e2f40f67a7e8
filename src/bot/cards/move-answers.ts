import type { ActOutcome, UndoOutcome } from "../../engine/ports/control.ts";
import { wantedStop } from "../../engine/trade/stop-price.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import { targetPrices } from "../../engine/trade/trade-facts.ts";
import type { Card, CardButton } from "../card.ts";
import type { TapAnswer } from "../conversation.ts";
import type { Words } from "../texts.ts";
import { confirmStopCard } from "./confirm-cards.ts";
import { asCard, outcomeAnswer } from "./outcome-card.ts";
import { tradeCard } from "./trade-card.ts";
import { trailingText } from "./trail-card.ts";

/** An answer to an act; `undo` is set where a person can take it back. */
export type MoveAnswer = TapAnswer & { readonly undo?: UndoPoint };

/** The act of a moment that can be taken back. */
interface UndoPoint {
  readonly tradeId: string;
  readonly at: number;
}

/** `typed` is the wish as it was typed: a confirmation repeats it. */
export function moveStopAnswer(words: Words, outcome: ActOutcome, typed: string): MoveAnswer {
  if (outcome.status === "confirm") {
    return { card: confirmStopCard(words, outcome, typed), replace: true };
  }
  if (outcome.status === "denied") {
    const { symbol } = outcome.trade.plan;
    return outcomeAnswer(words, outcome, words.say("tap-stop-refused-title", { symbol }));
  }
  if (outcome.status !== "done") return outcomeAnswer(words, outcome);
  const { trade } = outcome;
  if (trade.state === "proposed") return replanAnswer(words, outcome);
  const args = { symbol: trade.plan.symbol, stop: wantedStop(trade) };
  const toast = words.say("tap-stop-moved", args);
  return { toast, updated: tradeCard(words, trade), ...undoPoint(trade, trade.stop?.at) };
}

/** A changed plan is a new decision: the card with its numbers comes with fresh buttons. */
export function replanAnswer(words: Words, outcome: ActOutcome): TapAnswer {
  if (outcome.status !== "done") return outcomeAnswer(words, outcome);
  const { trade } = outcome;
  const card = tradeCard(words, trade);
  return {
    toast: words.say("tap-replanned", { symbol: trade.plan.symbol }),
    card,
    replace: true,
    updated: card,
  };
}

export function moveTargetsAnswer(words: Words, outcome: ActOutcome): TapAnswer {
  if (outcome.status === "denied") {
    const { symbol } = outcome.trade.plan;
    return outcomeAnswer(words, outcome, words.say("tap-targets-refused-title", { symbol }));
  }
  if (outcome.status !== "done") return outcomeAnswer(words, outcome);
  const { trade } = outcome;
  if (trade.state === "proposed") return replanAnswer(words, outcome);
  const targets = targetPrices(trade)
    .map((price) => words.price(price))
    .join(", ");
  const toast = words.say("tap-targets-moved", { symbol: trade.plan.symbol, targets });
  return { toast, updated: tradeCard(words, trade) };
}

export function trailAnswer(words: Words, outcome: ActOutcome): MoveAnswer {
  if (outcome.status !== "done") return outcomeAnswer(words, outcome);
  const { trade } = outcome;
  const { trailing } = trade.management ?? {};
  const { symbol } = trade.plan;
  const toast =
    trailing === undefined
      ? words.say("tap-trail-off", { symbol })
      : words.say("tap-trail", { symbol, how: trailingText(words, trailing) });
  return { toast, updated: tradeCard(words, trade), ...undoPoint(trade, trade.trailingSwitched?.at) };
}

/** What was taken back, said as the act that did it. */
export function undoAnswer(words: Words, undone: UndoOutcome | undefined): MoveAnswer {
  switch (undone?.what) {
    case undefined:
      return { toast: words.say("undo-nothing"), alert: true };
    case "stop": {
      const { outcome } = undone;
      const typed = outcome.status === "confirm" ? outcome.after.stop : "";
      return moveStopAnswer(words, outcome, typed);
    }
    case "targets":
      return moveTargetsAnswer(words, undone.outcome);
    case "trailing":
      return trailAnswer(words, undone.outcome);
  }
}

/** The answer to a typed act as a card, with its way back where it has one. */
export function withUndo(words: Words, answer: MoveAnswer): Card {
  const card = asCard(answer);
  if (answer.undo === undefined) return card;
  const undo: CardButton = {
    label: words.say("button-undo"),
    action: { type: "undo", ...answer.undo },
  };
  return { ...card, buttons: [...card.buttons, [undo]] };
}

/** The answer to a tap beside the trade's own card: a line there, instead of that whole card a second time. */
export function briefAnswer(words: Words, answer: MoveAnswer): TapAnswer {
  if (answer.card !== undefined || answer.alert === true) return answer;
  return { ...answer, card: withUndo(words, answer), replace: true };
}

function undoPoint({ id: tradeId }: Trade, at: number | undefined): { readonly undo?: UndoPoint } {
  return at === undefined ? {} : { undo: { tradeId, at } };
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
