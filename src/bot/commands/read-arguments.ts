import { z } from "zod";
import { isTimeframe } from "../../engine/candles/timeframe.ts";
import { DETECTION_GROUPS } from "../../engine/detect/detection-groups.ts";
import type { Watchlist } from "../../engine/ports/control.ts";
import { RESULT_GROUPS } from "../../engine/results/result-groups.ts";
import { RESULT_PERIODS } from "../../engine/results/result-periods.ts";
import { type ArgumentKind, argumentField, MAX_PAUSE_MINUTES, MAX_PRICES, MAX_TEXT } from "./arguments.ts";
import type { Command } from "./command.ts";
import { findSymbol } from "./find-symbol.ts";
import { readPrice } from "./read-price.ts";

/** What the desk knows while words are read. */
export interface Known {
  readonly symbols: readonly string[];
  readonly watchlists?: readonly Watchlist[];
}

/** Why the words of a message do not make the arguments of its command. */
export type ArgumentProblem =
  | { readonly problem: "missing"; readonly kind: ArgumentKind }
  | { readonly problem: "several-symbols"; readonly word: string; readonly symbols: readonly string[] }
  | { readonly problem: "unknown-symbol"; readonly word: string; readonly near: readonly string[] }
  | { readonly problem: "unknown-timeframe"; readonly word: string }
  | { readonly problem: "bad-minutes"; readonly word: string }
  | { readonly problem: "bad-price"; readonly word: string }
  | { readonly problem: "bad-percent" | "bad-trailing" | "bad-distance"; readonly word: string }
  | { readonly problem: "bad-date"; readonly word: string }
  | { readonly problem: "bad-choice"; readonly word: string; readonly known: readonly string[] }
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
  running: ([word = ""]) => ({ status: "taken", value: word, words: 1 }),
  close: ([word = ""]) => ({ status: "taken", value: word, words: 1 }),
  position: ([word = ""]) => ({ status: "taken", value: word, words: 1 }),
  price: ([word = ""]) => {
    const value = readPrice(word);
    if (value !== undefined) return { status: "taken", value, words: 1 };
    return { status: "refused", problem: { problem: "bad-price", word }, certain: true };
  },
  prices: readPrices,
  percent: ([word = ""]) => {
    const value = /^\d{1,3}%?$/.test(word) ? Number.parseInt(word, 10) : Number.NaN;
    if (value >= 1 && value <= 100) return { status: "taken", value, words: 1 };
    return { status: "refused", problem: { problem: "bad-percent", word }, certain: true };
  },
  "on-off": ([word = ""]) => {
    const wanted = word.toLowerCase();
    if (wanted === "on" || wanted === "off") return { status: "taken", value: wanted === "on", words: 1 };
    return { status: "refused", problem: { problem: "too-many-words", word }, certain: true };
  },
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
  date: ([word = ""]) => {
    const { success } = z.iso.date().safeParse(word);
    if (success) return { status: "taken", value: word, words: 1 };
    return { status: "refused", problem: { problem: "bad-date", word }, certain: true };
  },
  overlays: readOverlays,
  period: ([word = ""]) => oneOf(RESULT_PERIODS, word),
  group: ([word = ""]) => oneOf(RESULT_GROUPS, word),
  trailing: ([word = ""]) => {
    const reading = oneOf(TRAILING, word);
    return reading.status === "taken" ? reading : { ...badWord("bad-trailing", word), certain: true };
  },
  distance: ([word = ""]) => {
    const value = /^\d{1,3}(?:\.\d{1,6})?%?$/.test(word) ? Number.parseFloat(word) : Number.NaN;
    if (value > 0 && value <= 100) return { status: "taken", value, words: 1 };
    return { ...badWord("bad-distance", word), certain: true };
  },
  command: ([word = ""]) => ({
    status: "taken",
    value: word.toLowerCase().replace(/^\/+/, ""),
    words: 1,
  }),
};

const TRAILING = ["atr", "structure", "percent", "off"];

function badWord(problem: "bad-trailing" | "bad-distance", word: string) {
  return { status: "refused", problem: { problem, word } } as const;
}

function oneOf(known: readonly string[], word: string): Taken {
  const wanted = word.toLowerCase();
  return known.includes(wanted)
    ? { status: "taken", value: wanted, words: 1 }
    : { status: "refused", problem: { problem: "bad-choice", word, known } };
}

/** Names of parts of a chart, as many as there are; `none` takes no more. */
function readOverlays(words: readonly string[]): Taken {
  if (words[0]?.toLowerCase() === "none") return { status: "taken", value: [], words: 1 };
  const known: readonly string[] = DETECTION_GROUPS;
  const end = words.findIndex((word) => !known.includes(word.toLowerCase()));
  const named = end < 0 ? words : words.slice(0, end);
  if (named.length === 0) return oneOf(known, words[0] ?? "");
  const value = [...new Set(named.map((word) => word.toLowerCase()))];
  return { status: "taken", value, words: named.length };
}

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

/** A timeframe, known or not: `7m` is answered with the known ones, not with symbols that look like it. */
const TIMEFRAME_LIKE = /^\d{1,4}[mhdw]$/i;

/** All words that are left are prices; what comes after too many is told as more than the command takes. */
function readPrices(words: readonly string[]): Taken {
  const typed = words.slice(0, MAX_PRICES);
  const wishes = typed.map(readPrice);
  const wrong = wishes.indexOf(undefined);
  if (wrong >= 0) {
    const problem = { problem: "bad-price", word: typed[wrong] ?? "" } as const;
    return { status: "refused", problem, certain: true };
  }
  return { status: "taken", value: wishes, words: typed.length };
}

/** Symbols up to the first timeframe, or those of a named list; `watchlist` stands for all and takes no more. */
function readSymbols(words: readonly string[], known: Known): Taken {
  if (words[0]?.toLowerCase() === "watchlist") return { status: "taken", value: undefined, words: 1 };
  const list = known.watchlists?.find(({ name }) => name === words[0]?.toLowerCase());
  if (list !== undefined && list.symbols.length > 0) {
    const isAll = list.name === "all";
    return { status: "taken", value: isAll ? undefined : [...list.symbols], words: 1 };
  }
  const found: string[] = [];
  for (const word of words) {
    if (TIMEFRAME_LIKE.test(word)) break;
    const reading = symbolReading(word, known);
    if (reading.status === "refused") return { ...reading, certain: true };
    found.push(String(reading.value));
  }
  return found.length > 0
    ? { status: "taken", value: [...new Set(found)], words: found.length }
    : { status: "refused", problem: { problem: "missing", kind: "symbols" } };
}
