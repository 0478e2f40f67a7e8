import { z } from "zod";
import type { Trade } from "../../engine/trade/trade.ts";
import { commandButton, inRows, text, titled } from "../cards/list-card.ts";
import { directionName, stateName } from "../cards/names.ts";
import { pageButtons, pageNote, pageOf } from "../cards/pages.ts";
import type { Words } from "../texts.ts";
import { pageArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

const KEPT = 200;

/** The newest trades, also those that were skipped, denied or expired. */
export const trades = defineCommand({
  name: "trades",
  aliases: ["history"],
  group: "look",
  role: "viewer",
  args: z.strictObject({ page: pageArgument.optional() }),
  handle: async (_conversation, { page = 1 }, { control, words }) => {
    const shown = pageOf(await control.newestTrades(KEPT), page);
    const title = words.say("trades-title");
    if (shown.total === 0)
      return [
        titled(
          title,
          [text(words.say("trades-none"))],
          [[commandButton(words.say("button-refresh"), "/trades")]],
        ),
      ];
    const show = shown.items.map(({ number, item }) =>
      commandButton(words.count(number), `/trade ${item.id}`),
    );
    return [
      titled(
        title,
        [
          {
            kind: "table",
            head: [
              words.say("column-number"),
              words.say("column-symbol"),
              words.say("column-side"),
              words.say("column-r"),
              words.say("column-state"),
              words.say("column-when"),
            ],
            rows: shown.items.map(({ number, item }) => tradeRow(words, number, item)),
          },
          ...pageNote(words, shown),
        ],
        [...inRows(show, 5), pageButtons(words, shown, "/trades")],
      ),
    ];
  },
});

function tradeRow(words: Words, number: number, trade: Trade): readonly string[] {
  return [
    words.count(number),
    trade.plan.symbol,
    directionName(words, trade.signal),
    trade.result === undefined ? words.say("no-value") : words.r(trade.result.r),
    stateName(words, trade.state),
    words.moment(trade.signal.knownAt),
  ];
}
