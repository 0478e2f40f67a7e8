import { TIMEFRAMES } from "../../engine/candles/timeframe.ts";
import type { Control } from "../../engine/ports/control.ts";
import type { Card } from "../card.ts";
import { commandButton, inRows, note, text, titled } from "../cards/list-card.ts";
import type { Words } from "../texts.ts";
import { type ArgumentKind, MAX_PAUSE_MINUTES } from "./arguments.ts";
import type { Command } from "./command.ts";
import { helpText, usage } from "./help.ts";
import {
  closePicker,
  datePicker,
  positionPicker,
  symbolButtons,
  symbolPicker,
  tradePicker,
} from "./pickers.ts";
import type { ArgumentProblem } from "./read-arguments.ts";

/** What was typed, and what the desk knows, when the arguments did not fit. */
export interface ProblemContext {
  readonly words: Words;
  readonly control: Control;
  readonly command: Command;
  readonly typed: readonly string[];
}

const MAX_TYPED = 200;
const MAX_SYMBOLS = 12;

/** Never just an error: a picker, the nearest names as buttons, or the usage. */
export async function problemCard(context: ProblemContext, found: ArgumentProblem): Promise<Card> {
  const { words, control, command } = context;
  switch (found.problem) {
    case "missing":
      return picker(context, found.kind);
    case "several-symbols":
      return titled(
        words.say("several-symbols", { text: found.word }),
        [],
        symbolButtons(found.symbols.slice(0, MAX_SYMBOLS), retyped(context, found.word)),
      );
    case "unknown-symbol":
      return unknownSymbolCard(context, found);
    case "unknown-timeframe":
      return timeframeCard(context, found.word);
    case "bad-minutes":
      return usageCard(
        context,
        words.say("bad-minutes", { max: MAX_PAUSE_MINUTES, text: shortened(found.word) }),
      );
    case "bad-price":
      return usageCard(context, words.say("bad-price", { text: shortened(found.word) }));
    case "bad-percent":
      return usageCard(context, words.say("bad-percent", { text: shortened(found.word) }));
    case "bad-date":
      return datePicker(
        words,
        await control.now(),
        command.name,
        words.say("bad-date", { text: shortened(found.word) }),
      );
    case "bad-trailing":
      return usageCard(context, words.say("bad-trailing", { text: shortened(found.word) }));
    case "bad-distance":
      return usageCard(context, words.say("bad-distance", { text: shortened(found.word) }));
    case "bad-choice": {
      const known = found.known.join(", ");
      return usageCard(context, words.say("bad-choice", { text: shortened(found.word), known }));
    }
    case "too-many-words":
      return usageCard(context, words.say("too-many-words", { text: shortened(found.word) }));
  }
}

function shortened(word: string): string {
  return word.slice(0, MAX_TYPED);
}

/** The command as typed, with one word replaced. */
function retyped({ command, typed }: ProblemContext, word: string): (replacement: string) => string {
  return (replacement) => {
    const words = typed.map((each) => (each === word ? replacement : each)).join(" ");
    return `/${command.name} ${words.length > MAX_TYPED ? replacement : words}`;
  };
}

async function unknownSymbolCard(
  context: ProblemContext,
  { word, near }: Extract<ArgumentProblem, { readonly problem: "unknown-symbol" }>,
): Promise<Card> {
  const { words, control } = context;
  const title = words.say("unknown-symbol", { text: shortened(word) });
  const offered = near.length > 0 ? near : (await control.symbols()).slice(0, MAX_SYMBOLS);
  return titled(
    title,
    near.length > 0 ? [text(words.say("unknown-symbol-near"))] : [],
    symbolButtons(offered, retyped(context, word)),
  );
}

function timeframeCard(context: ProblemContext, word: string): Card {
  const known = TIMEFRAMES.join(", ");
  const buttons = TIMEFRAMES.map((timeframe) => commandButton(timeframe, retyped(context, word)(timeframe)));
  return titled(
    context.words.say("unknown-timeframe", { text: shortened(word), known }),
    [],
    inRows(buttons, 4),
  );
}

function usageCard({ words, command }: ProblemContext, line: string): Card {
  return titled(line, [note(words.say("usage", { usage: usage(words, command) }))]);
}

async function picker(context: ProblemContext, kind: ArgumentKind): Promise<Card> {
  const { words, control, command } = context;
  switch (kind) {
    case "symbol":
    case "symbols":
      return symbolPicker(words, command.name, await control.symbols());
    case "trade":
      return tradePicker(words, control, command.name);
    case "running":
      return titled(words.say("pick-running"), []);
    case "close":
      return closePicker(words, await control.positions());
    case "position":
      return positionPicker(words, control, command.name);
    case "date":
      return datePicker(words, await control.now(), command.name, words.say("pick-date"));
    case "price":
    case "prices":
    case "percent":
    case "trailing":
    case "distance":
    case "on-off":
    case "word":
    case "timeframe":
    case "minutes":
    case "rest":
    case "page":
    case "text":
    case "command":
    case "overlays":
    case "period":
    case "group":
      return usageCard(context, helpText(words, command));
  }
}
