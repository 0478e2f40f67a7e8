import { z } from "zod";
import { type DecimalText, toText } from "../../engine/decimal.ts";
import type { OrderState, Trade } from "../../engine/trade/trade.ts";
import { openQuantity, remainingQuantity } from "../../engine/trade/trade-facts.ts";
import { commandButton, inRows, note, text, titled } from "../cards/list-card.ts";
import { pageButtons, pageNote, pageOf } from "../cards/pages.ts";
import type { Words } from "../texts.ts";
import { pageArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

const ALIVE: readonly OrderState["status"][] = ["intended", "working", "unknown"];

/** Orders that are alive at the exchange, or may be. */
export const orders = defineCommand({
  name: "orders",
  aliases: ["o"],
  group: "look",
  role: "viewer",
  args: z.strictObject({ page: pageArgument.optional() }),
  handle: async (_conversation, { page = 1 }, { control, words }) => {
    const trades = await control.liveTrades();
    const alive = trades.flatMap((trade) =>
      trade.orders.filter(({ status }) => ALIVE.includes(status)).map((order) => ({ trade, order })),
    );
    const shown = pageOf(alive, page);
    const title = words.say("orders-title");
    if (alive.length === 0)
      return [
        titled(
          title,
          [text(words.say("orders-none"))],
          [[commandButton(words.say("button-refresh"), "/orders")]],
        ),
      ];
    const ids = [...new Set(shown.items.map(({ item }) => item.trade.id))];
    const show = ids.map((id) => commandButton(words.say("button-show", { id }), `/trade ${id}`));
    const rows = shown.items.map(({ number, item }) => orderRow(words, number, item.trade, item.order));
    return [
      titled(
        title,
        [
          { kind: "table", head: orderHead(words), rows },
          ...(shown.items.some(({ item }) => isPlacedForMore(item.trade, item.order))
            ? [note(words.say("orders-reduce-only"))]
            : []),
          ...pageNote(words, shown),
        ],
        [...inRows(show, 1), pageButtons(words, shown, "/orders")],
      ),
    ];
  },
});

/** What the order would fill: an exit only reduces, so that it closes at most what is held. */
function quantityToFill(trade: Trade, order: OrderState): DecimalText {
  return isPlacedForMore(trade, order) ? openQuantity(trade) : toText(remainingQuantity(order));
}

function isPlacedForMore(trade: Trade, order: OrderState): boolean {
  return order.leg !== "entry" && remainingQuantity(order).gt(openQuantity(trade));
}

function orderHead(words: Words): readonly string[] {
  return [
    words.say("column-number"),
    words.say("column-symbol"),
    words.say("column-order"),
    words.say("column-price"),
    words.say("column-quantity"),
    words.say("column-state"),
  ];
}

function orderRow(words: Words, number: number, trade: Trade, order: OrderState): readonly string[] {
  const leg = order.leg.startsWith("target-") ? "target" : order.leg;
  return [
    words.count(number),
    trade.plan.symbol,
    words.say("order-leg", { leg }),
    order.price === undefined ? words.say("no-value") : words.price(order.price),
    words.price(quantityToFill(trade, order)),
    words.say("order-status", { status: order.status }),
  ];
}
