import { decimal, toText } from "../../engine/decimal.ts";
import type { PositionView } from "../../engine/ports/control.ts";
import { openQuantity } from "../../engine/trade/trade-facts.ts";
import type { Card, CardBlock } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, inRows, text, titled } from "./list-card.ts";
import { directionName, stateName } from "./names.ts";
import { type Page, pageButtons, pageNote } from "./pages.ts";
import { closeButton } from "./position-buttons.ts";
import { averageEntry } from "./trade-plan.ts";

/** One page of positions; `all` are those of every page, for the sum. */
export function positionsCard(words: Words, page: Page<PositionView>, all: readonly PositionView[]): Card {
  const title = words.say("positions-title");
  if (page.total === 0) {
    return titled(
      title,
      [text(words.say("positions-none"))],
      [[commandButton(words.say("button-refresh"), "/positions")]],
    );
  }
  const closes = page.items.map(({ number, item }) =>
    closeButton(item.trade, words.say("button-close-number", { number: words.count(number) })),
  );
  return titled(
    title,
    [
      ...page.items.map(({ number, item }) => text(positionLines(words, number, item))),
      ...totals(words, all),
      ...pageNote(words, page),
    ],
    [...inRows(closes, 3), pageButtons(words, page, "/positions")],
  );
}

/** Two lines rather than ten columns: a phone shows both whole, the result first. */
function positionLines(words: Words, number: number, { trade, price, openPnl, openR }: PositionView): string {
  const dash = words.say("no-value");
  const average = averageEntry(trade);
  const head = words.say("position-head", {
    number,
    direction: directionName(words, trade.signal),
    symbol: trade.plan.symbol,
    r: openR === undefined ? dash : words.r(openR),
    pnl: openPnl === undefined ? dash : words.profit(openPnl),
    state: stateName(words, trade.state),
  });
  const line = words.say("position-line", {
    quantity: openQuantity(trade),
    entry: average === undefined ? dash : words.price(average),
    price: price === undefined ? dash : words.price(price),
    stop: trade.protectedAt === undefined ? dash : words.price(trade.protectedAt),
  });
  return `${head}\n${line}`;
}

/** Only when every position has a known result: a sum with gaps would be a wrong number. */
function totals(words: Words, all: readonly PositionView[]): readonly CardBlock[] {
  const held = all.filter(({ trade }) => Number(trade.entryQuantity) > 0);
  if (held.length < 2 || held.some(({ openPnl }) => openPnl === undefined)) return [];
  const sum = held.reduce((total, { openPnl }) => total.plus(openPnl ?? 0), decimal(0));
  return [text(words.say("positions-open-total", { pnl: toText(sum) }))];
}
