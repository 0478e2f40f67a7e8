import { isTimeframe } from "../../engine/candles/timeframe.ts";
import { type ArgumentKind, argumentField, MAX_PAUSE_MINUTES, MAX_TEXT } from "./arguments.ts";
import type { Command } from "./command.ts";
import { findSymbol } from "./find-symbol.ts";

/** What the desk knows while words are read. */
export interface Known {
  readonly symbols: readonly string[];
}

/** Why the words of a message do not make the arguments of its command. */
export type ArgumentProblem =
  | { readonly problem: "missing"; readonly kind: ArgumentKind }
  | { readonly problem: "several-symbols"; readonly word: string; readonly symbols: readonly string[] }
  | { readonly problem: "unknown-symbol"; readonly word: string; readonly near: readonly string[] }
  | { readonly problem: "unknown-timeframe"; readonly word: string }
  | { readonly problem: "bad-minutes"; readonly word: string }
  | { readonly problem: "too-many-words"; readonly word: string };

export type ArgumentReading =
  | { readonly status: "read"; readonly args: Readonly<Record<string, unknown>> }
  | ({ readonly status: "problem" } & ArgumentProblem);

/** Reads words against the fields of a command, in order; each field takes what it understands. Pure. */
export function readArguments(command: Command, words: readonly string[], known: Known): ArgumentReading {
  const args: Record<string, unknown> = {};
  let rest = words;
  let refused: ArgumentProblem | undefined;
  for (const [name, schema] of command.fields) {
    const field = argumentField(schema);
    const taken = rest.length === 0 ? undefined : READERS[field.kind](rest, known);
    if (taken?.status === "taken") {
      args[name] = taken.value;
      rest = rest.slice(taken.words);
      continue;
    }
    refused ??= taken?.problem;
    if (!field.optional || taken?.certain === true)
      return problem(taken?.problem ?? { problem: "missing", kind: field.kind });
  }
  const [left] = rest;
  if (left === undefined) return { status: "read", args };
  return problem(refused ?? { problem: "too-many-words", word: left });
}

function problem(found: ArgumentProblem): ArgumentReading {
  return { status: "problem", ...found };
}

type Taken =
  | { readonly status: "taken"; readonly value: unknown; readonly words: number }
  /** `certain`: the word was meant for this field, no later one may have it. */
  | { readonly status: "refused"; readonly problem: ArgumentProblem; readonly certain?: boolean };

type ReadWords = (words: readonly string[], known: Known) => Taken;

const READERS: Readonly<Record<ArgumentKind, ReadWords>> = {
  symbol: ([word = ""], known) => symbolReading(word, known),
  symbols: readSymbols,
  timeframe: ([word = ""]) => {
    const wanted = word.toLowerCase();
    if (isTimeframe(wanted)) return { status: "taken", value: wanted, words: 1 };
    return { status: "refused", problem: { problem: "unknown-timeframe", word } };
  },
  trade: ([word = ""]) => ({ status: "taken", value: word, words: 1 }),
  close: ([word = ""]) => ({ status: "taken", value: word, words: 1 }),
  minutes: ([word = ""]) => {
    const minutes = /^\d{1,9}$/.test(word) ? Number(word) : Number.NaN;
    if (minutes >= 1 && minutes <= MAX_PAUSE_MINUTES) return { status: "taken", value: minutes, words: 1 };
    return {
      status: "refused",
      problem: { problem: "bad-minutes", word },
      certain: /^[+-]?[\d.,]+$/.test(word),
    };
  },
  rest: (words) => ({ status: "taken", value: words.join(" ").slice(0, MAX_TEXT), words: words.length }),
  word: ([word = ""]) => ({ status: "taken", value: word.slice(0, MAX_TEXT), words: 1 }),
  text: (words) => ({ status: "taken", value: words.join(" "), words: words.length }),
  page: ([word = ""]) =>
    /^[1-9]\d{0,5}$/.test(word)
      ? { status: "taken", value: Number(word), words: 1 }
      : { status: "refused", problem: { problem: "too-many-words", word } },
  command: ([word = ""]) => ({
    status: "taken",
    value: word.toLowerCase().replace(/^\/+/, ""),
    words: 1,
  }),
};

function symbolReading(word: string, { symbols }: Known): Taken {
  const match = findSymbol(word, symbols);
  switch (match.status) {
    case "found":
      return { status: "taken", value: match.symbol, words: 1 };
    case "several":
      return { status: "refused", problem: { problem: "several-symbols", word, symbols: match.symbols } };
    case "unknown":
      return { status: "refused", problem: { problem: "unknown-symbol", word, near: match.near } };
  }
}

/** Symbols up to the first timeframe; `watchlist` stands for all and takes no more. */
function readSymbols(words: readonly string[], known: Known): Taken {
  if (words[0]?.toLowerCase() === "watchlist") return { status: "taken", value: undefined, words: 1 };
  const found: string[] = [];
  for (const word of words) {
    if (isTimeframe(word.toLowerCase())) break;
    const reading = symbolReading(word, known);
    if (reading.status === "refused") return { ...reading, certain: true };
    found.push(String(reading.value));
  }
  return found.length > 0
    ? { status: "taken", value: [...new Set(found)], words: found.length }
    : { status: "refused", problem: { problem: "missing", kind: "symbols" } };
}
