import type { Trade } from "../../engine/trade/trade.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, inRows, text, titled } from "./list-card.ts";
import { directionName } from "./names.ts";
import { type Page, pageButtons, pageNote } from "./pages.ts";

/** One page of open proposals, numbered as their buttons are. */
export function signalsCard(words: Words, page: Page<Trade>): Card {
  const title = words.say("signals-title");
  if (page.total === 0) {
    return titled(
      title,
      [text(words.say("signals-none"))],
      [[commandButton(words.say("button-refresh"), "/signals")]],
    );
  }
  const shows = page.items.map(({ number, item }) =>
    commandButton(words.say("button-show", { id: words.count(number) }), `/trade ${item.id}`),
  );
  return titled(
    title,
    [{ kind: "table", ...signalsTable(words, page) }, ...pageNote(words, page)],
    [...inRows(shows, 5), pageButtons(words, page, "/signals")],
  );
}

function signalsTable(words: Words, page: Page<Trade>) {
  return {
    head: [
      words.say("column-number"),
      words.say("column-side"),
      words.say("column-symbol"),
      words.say("column-timeframe"),
      words.say("column-score"),
      words.say("column-entry"),
      words.say("column-expires"),
    ],
    rows: page.items.map(({ number, item: { signal, plan, expiresAt } }) => [
      words.count(number),
      directionName(words, signal),
      plan.symbol,
      signal.timeframe,
      `${words.count(signal.score)} ${signal.grade}`,
      words.price(plan.entry),
      words.time(expiresAt),
    ]),
  };
}
