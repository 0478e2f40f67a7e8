import type { Control, PositionView } from "../../engine/ports/control.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import type { Card, CardButton } from "../card.ts";
import { commandButton, inRows, note, text, titled } from "../cards/list-card.ts";
import { directionName, stateName } from "../cards/names.ts";
import type { Words } from "../texts.ts";

const SHOWN_SYMBOLS = 24;
const SHOWN_TRADES = 12;
const SHOWN_DAYS = 9;
const DAY_MS = 86_400_000;

/** Asks which symbol `command` is meant for. */
export function symbolPicker(words: Words, command: string, symbols: readonly string[]): Card {
  const count = symbols.length - SHOWN_SYMBOLS;
  return titled(
    words.say("pick-symbol"),
    count > 0 ? [note(words.say("pick-symbol-more", { count }))] : [],
    symbolButtons(symbols.slice(0, SHOWN_SYMBOLS), (symbol) => `/${command} ${symbol}`),
  );
}

/** Asks for which of the last days `command` is meant. */
export function datePicker(words: Words, now: number, command: string, title: string): Card {
  const days = Array.from({ length: SHOWN_DAYS }, (_, at) => dayBefore(now, at + 1));
  const buttons = days.map((day) => commandButton(day, `/${command} ${day}`));
  return titled(title, [note(words.say("pick-date-more"))], inRows(buttons, 3));
}

function dayBefore(now: number, days: number): string {
  return new Date(now - days * DAY_MS).toISOString().slice(0, 10);
}

/** Buttons named after symbols. */
export function symbolButtons(
  symbols: readonly string[],
  commandOf: (symbol: string) => string,
): readonly (readonly CardButton[])[] {
  return inRows(
    symbols.map((symbol) => commandButton(symbol, commandOf(symbol))),
    3,
  );
}

/** Asks which trade `command` is meant for: open proposals and positions. */
export async function tradePicker(words: Words, control: Control, command: string): Promise<Card> {
  const trades = await tradesToPick(control);
  return trades.length === 0
    ? titled(words.say("pick-trade"), [text(words.say("pick-trade-none"))])
    : titled(words.say("pick-trade"), [], tradeButtons(words, command, trades));
}

/** Asks what to close: one of the positions, or all. */
export function closePicker(words: Words, open: readonly PositionView[]): Card {
  const title = words.say("pick-close");
  if (open.length === 0) return titled(title, [text(words.say("close-all-none"))]);
  const rows = tradeButtons(
    words,
    "close",
    open.map(({ trade }) => trade),
  );
  const all = commandButton(words.say("button-close-all", { count: open.length }), "/close all");
  return titled(title, [], [...rows, [{ ...all, style: "danger" }]]);
}

/** Asks which position `command` is meant for. */
export async function positionPicker(words: Words, control: Control, command: string): Promise<Card> {
  const trades = (await control.positions()).map(({ trade }) => trade);
  return trades.length === 0
    ? titled(words.say("pick-trade"), [text(words.say("positions-none"))])
    : titled(words.say("pick-trade"), [], tradeButtons(words, command, trades));
}

/** There is no such trade; those that could be meant are one tap away. */
export async function unknownTradeCard(
  words: Words,
  control: Control,
  among: "trade" | "close",
  id: string,
  command: string = among,
): Promise<Card> {
  const trades =
    among === "close" ? (await control.positions()).map(({ trade }) => trade) : await tradesToPick(control);
  return titled(words.say("unknown-trade", { text: id }), [], tradeButtons(words, command, trades));
}

async function tradesToPick(control: Control): Promise<readonly Trade[]> {
  const [open, proposed] = await Promise.all([control.positions(), control.proposals()]);
  return [...open.map(({ trade }) => trade), ...proposed];
}

function tradeButtons(words: Words, command: string, trades: readonly Trade[]) {
  const buttons = trades.slice(0, SHOWN_TRADES).map((trade) => {
    const name = `${directionName(words, trade.signal)} ${trade.plan.symbol}`;
    return commandButton(`${name} · ${stateName(words, trade.state)}`, `/${command} ${trade.id}`);
  });
  return inRows(buttons, 1);
}
