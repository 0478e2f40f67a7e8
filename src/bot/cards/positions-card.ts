import { decimal, toText } from "../../engine/decimal.ts";
import type { PositionView } from "../../engine/ports/control.ts";
import type { Trade } from "../../engine/trade/trade.ts";
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
    [{ kind: "table", ...positionsTable(words, page) }, ...totals(words, all), ...pageNote(words, page)],
    [...inRows(closes, 3), pageButtons(words, page, "/positions")],
  );
}

function positionsTable(words: Words, page: Page<PositionView>) {
  const dash = words.say("no-value");
  return {
    // What a phone shows without scrolling comes first.
    head: [
      words.say("column-number"),
      words.say("column-symbol"),
      words.say("column-side"),
      words.say("column-r"),
      words.say("column-result"),
      words.say("column-price"),
      words.say("column-entry"),
      words.say("column-stop"),
      words.say("column-quantity"),
      words.say("column-state"),
    ],
    rows: page.items.map(({ number, item: { trade, price, openPnl, openR } }) => [
      words.count(number),
      trade.plan.symbol,
      directionName(words, trade.signal),
      openR === undefined ? dash : words.r(openR),
      openPnl === undefined ? dash : words.profit(openPnl),
      price === undefined ? dash : words.price(price),
      entry(words, trade) ?? dash,
      trade.protectedAt === undefined ? dash : words.price(trade.protectedAt),
      words.price(openQuantity(trade)),
      stateName(words, trade.state),
    ]),
  };
}

function entry(words: Words, trade: Trade): string | undefined {
  const average = averageEntry(trade);
  return average === undefined ? undefined : words.price(average);
}

/** Only when every position has a known result: a sum with gaps would be a wrong number. */
function totals(words: Words, all: readonly PositionView[]): readonly CardBlock[] {
  const held = all.filter(({ trade }) => Number(trade.entryQuantity) > 0);
  if (held.length < 2 || held.some(({ openPnl }) => openPnl === undefined)) return [];
  const sum = held.reduce((total, { openPnl }) => total.plus(openPnl ?? 0), decimal(0));
  return [text(words.say("positions-open-total", { pnl: toText(sum) }))];
}
