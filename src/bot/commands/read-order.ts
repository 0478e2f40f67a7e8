import { type DecimalText, decimal, toText } from "../../engine/decimal.ts";
import type { PriceWish } from "../../engine/trade/price-wish.ts";
import type { SizeWish } from "../../engine/trade/size-wish.ts";
import { MAX_PRICES } from "./arguments.ts";
import { readPrice } from "./read-price.ts";

/** What the words after the symbol say; what nobody said is unset. */
export interface OrderWords {
  readonly size?: SizeWish;
  readonly entry?: PriceWish;
  /** A number without a unit that may be a quantity or a price. */
  readonly lone?: DecimalText;
  readonly stop?: PriceWish;
  readonly targets: readonly PriceWish[];
}

export const ORDER_FIELDS = ["size", "entry", "stop", "target"] as const;
export type OrderField = (typeof ORDER_FIELDS)[number];

/** Which word does not fit which part, and why. */
export interface OrderProblem {
  readonly field: OrderField;
  readonly problem: "unreadable" | "twice" | "too-many";
  readonly word: string;
}

export type OrderReading =
  | { readonly status: "read"; readonly order: OrderWords }
  | ({ readonly status: "problem" } & OrderProblem);

type Section = "before" | "stop" | "target";

const SECTIONS: ReadonlyMap<string, Section> = new Map([
  ["sl", "stop"],
  ["stop", "stop"],
  ["tp", "target"],
  ["target", "target"],
  ["targets", "target"],
]);

const RISK = /^(\d{1,3}(?:\.\d{1,6})?)%$/;
const NUMBER = /^\d{1,15}(?:\.\d{1,15})?k?$/;
const WITH_UNIT = /^(\d{1,15}(?:\.\d{1,15})?k?)([a-z]{2,10})$/;

/**
 * Reads `[risk%|quantity|$notional] [entry] sl PRICE tp PRICE...`. A percentage without a sign before `sl` is the
 * risk, one with a sign the entry; `@` marks an entry, `$` or the quote currency money, the base a quantity. Of two
 * numbers without a unit the first is the quantity. Pure; never throws, whatever the words are.
 */
export function readOrder(
  words: readonly string[],
  { base, quote }: { readonly base: string; readonly quote: string },
): OrderReading {
  let order: OrderWords = { targets: [] };
  let section: Section = "before";
  for (const word of words) {
    const begun = SECTIONS.get(word.toLowerCase());
    if (begun !== undefined) {
      section = begun;
      continue;
    }
    const taken = TAKE[section](order, word, { base: base.toLowerCase(), quote: quote.toLowerCase() });
    if ("problem" in taken) return { status: "problem", ...taken };
    order = taken;
  }
  return { status: "read", order };
}

interface Units {
  readonly base: string;
  readonly quote: string;
}

type Take = (order: OrderWords, word: string, units: Units) => OrderWords | OrderProblem;

const TAKE: Readonly<Record<Section, Take>> = {
  before: takeSizeOrEntry,
  stop: (order, word) => {
    const stop = readPrice(word);
    if (stop === undefined) return { field: "stop", problem: "unreadable", word };
    return order.stop === undefined ? { ...order, stop } : { field: "stop", problem: "twice", word };
  },
  target: (order, word) => {
    const target = readPrice(word);
    if (target === undefined) return { field: "target", problem: "unreadable", word };
    if (order.targets.length === MAX_PRICES) return { field: "target", problem: "too-many", word };
    return { ...order, targets: [...order.targets, target] };
  },
};

function takeSizeOrEntry(order: OrderWords, word: string, units: Units): OrderWords | OrderProblem {
  const text = word.toLowerCase();
  if (text === "market" || text === "limit" || text === "at" || text === "@") return order;
  const size = readSize(text, units);
  if (size !== undefined)
    return order.size === undefined ? withSize(order, size) : { field: "size", problem: "twice", word };
  const isMarked = text.startsWith("@");
  const entry = readPrice(isMarked ? text.slice(1) : text);
  if (entry === undefined) return { field: isMarked ? "entry" : "size", problem: "unreadable", word };
  if (!isMarked && entry.kind === "price") return takeNumber(order, entry.price, word);
  return order.entry === undefined ? { ...order, entry } : { field: "entry", problem: "twice", word };
}

/** The first of two numbers is the quantity, the second the entry. */
function takeNumber(order: OrderWords, number: DecimalText, word: string): OrderWords | OrderProblem {
  const { lone, ...rest } = order;
  const entry = { kind: "price", price: number } as const;
  if (lone !== undefined)
    return order.size === undefined && order.entry === undefined
      ? { ...rest, size: { kind: "quantity", quantity: lone }, entry }
      : { field: "entry", problem: "twice", word };
  if (order.size !== undefined && order.entry !== undefined)
    return { field: "entry", problem: "twice", word };
  return { ...order, lone: number };
}

function withSize(order: OrderWords, size: SizeWish): OrderWords {
  return { ...order, size };
}

function readSize(text: string, { base, quote }: Units): SizeWish | undefined {
  const percent = Number(RISK.exec(text)?.[1]);
  if (percent > 0 && percent <= 100) return { kind: "risk", percent };
  if (text.startsWith("$") || text.endsWith("$")) {
    const notional = readAmount(text.replace("$", ""));
    return notional === undefined ? undefined : { kind: "notional", notional };
  }
  const [, number = "", unit] = WITH_UNIT.exec(text) ?? [];
  const amount = readAmount(number);
  if (amount === undefined) return undefined;
  if (unit === quote) return { kind: "notional", notional: amount };
  return unit === base ? { kind: "quantity", quantity: amount } : undefined;
}

/** A positive number, `5k` too, with commas only where they part thousands. */
function readAmount(text: string): DecimalText | undefined {
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  if (!NUMBER.test(plain)) return undefined;
  const value = plain.endsWith("k") ? decimal(plain.slice(0, -1)).mul(1000) : decimal(plain);
  return value.gt(0) ? toText(value) : undefined;
}
