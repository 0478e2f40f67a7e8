import type { ProposalOutcome } from "../../engine/ports/control.ts";
import type { Direction } from "../../engine/signal.ts";
import type { OrderRefusal } from "../../engine/trade/manual-order.ts";
import type { Card } from "../card.ts";
import type { OrderProblem } from "../commands/read-order.ts";
import type { Words } from "../texts.ts";
import { commandButton, inRows, note, text, titled } from "./list-card.ts";
import { directionName } from "./names.ts";
import { outcomeCard } from "./outcome-card.ts";
import { tradeCard } from "./trade-card.ts";

const MAX_SHOWN = 60;
const STOPS = ["0.5%", "1%", "2%", "3%"];
const TARGETS = ["1R", "2R", "3R", "1R 2R", "1R 3R", "2R 4R"];

/** What is being opened: the beginning of every title. */
interface Opening {
  readonly direction: Direction;
  readonly symbol: string;
}

/** The stop is missing: distances that are one tap away, and how to type one. */
export function stopPicker(words: Words, opening: Opening, command: string): Card {
  const buttons = STOPS.map((each) => commandButton(each, `${command} sl ${each}`));
  return titled(
    titleOf(words, opening),
    [text(words.say("order-stop-which")), note(words.say("order-stop-hint", { command }))],
    inRows(buttons, 4),
  );
}

/** The targets are missing. */
export function targetPicker(words: Words, opening: Opening, command: string): Card {
  const buttons = TARGETS.map((each) => commandButton(each, `${command} tp ${each}`));
  return titled(
    titleOf(words, opening),
    [text(words.say("order-target-which")), note(words.say("order-target-hint", { command }))],
    inRows(buttons, 3),
  );
}

/** Which word is wrong in which part, and what that part takes. */
export function orderProblemCard(words: Words, direction: Direction, found: OrderProblem): Card {
  const word = found.word.slice(0, MAX_SHOWN);
  const { field } = found;
  return titled(problemText(words, found.problem, field, word), [
    text(words.say(`order-field-${field}`)),
    note(words.say("usage", { usage: words.say(`command-${direction}.usage`) })),
  ]);
}

function problemText(
  words: Words,
  problem: OrderProblem["problem"],
  field: OrderProblem["field"],
  word: string,
): string {
  switch (problem) {
    case "unreadable":
      return words.say("order-unreadable", { field, text: word });
    case "twice":
      return words.say("order-twice", { field, text: word });
    case "too-many":
      return words.say("order-too-many", { text: word });
  }
}

/** The proposal's own card comes to every chat by itself; the answer leads to it, or says what cannot be. */
export function orderAnswer(words: Words, opening: Opening, outcome: ProposalOutcome): Card {
  switch (outcome.status) {
    case "done": {
      const { trade } = outcome;
      const show = commandButton(words.say("button-show", { id: trade.id }), `/trade ${trade.id}`);
      return titled(titleOf(words, opening), [text(words.say("order-proposed"))], [[show]]);
    }
    case "denied":
      return tradeCard(words, outcome.trade);
    case "not-found":
      return outcomeCard(words, outcome);
    case "refused":
      return titled(words.say("order-refused-title", { opening: titleOf(words, opening) }), [
        text(outcome.refusals.map((refusal) => refusalText(words, opening, refusal)).join("\n")),
      ]);
  }
}

function titleOf(words: Words, { direction, symbol }: Opening): string {
  return `${directionName(words, { direction })} ${symbol}`;
}

function refusalText(words: Words, { direction }: Opening, refusal: OrderRefusal): string {
  const { code, field, wanted = 0, against = 0 } = refusal;
  switch (code) {
    case "limit-through-price":
      return words.say("order-limit-through-price", { direction, wanted, against });
    case "stop-on-wrong-side":
      return words.say("order-stop-on-wrong-side", { direction, wanted, against });
    case "target-on-wrong-side":
      return words.say("order-target-on-wrong-side", { direction, wanted, against });
    case "needs-a-price":
      return words.say("order-needs-a-price", { field });
    case "no-price":
      return words.say("order-no-price");
  }
}
