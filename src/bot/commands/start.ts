import { z } from "zod";
import type { Control } from "../../engine/ports/control.ts";
import type { Card } from "../card.ts";
import { commandButton, note, text, titled } from "../cards/list-card.ts";
import { tradeCard } from "../cards/trade-card.ts";
import type { Words } from "../texts.ts";
import { wordArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";
import { unknownTradeCard } from "./pickers.ts";

const TRADE_LINK = /^trade_(.+)$/;
/** Telegram allows 64 letters, digits, dashes and underscores after `start=`; anything else was typed by hand. */
const TRADE_ID = /^[A-Za-z0-9_-]{1,58}$/;

export const start = defineCommand({
  name: "start",
  aliases: [],
  group: "look",
  role: "viewer",
  args: z.strictObject({ payload: wordArgument.optional() }),
  handle: async (_conversation, { payload = "" }, { control, words }) => {
    const [, id] = TRADE_LINK.exec(payload) ?? [];
    return [id === undefined ? welcomeCard(words) : await linkedTradeCard(words, control, id)];
  },
});

/** The trade that a link such as `t.me/bot?start=trade_ID` leads to. */
async function linkedTradeCard(words: Words, control: Control, id: string): Promise<Card> {
  const view = TRADE_ID.test(id) ? await control.trade(id) : undefined;
  if (view === undefined) return unknownTradeCard(words, control, "trade", id.slice(0, 58));
  const card = tradeCard(words, view.trade, view.position);
  return view.image === undefined ? card : { ...card, image: view.image };
}

function welcomeCard(words: Words): Card {
  return titled(
    words.say("start-title"),
    [text(words.say("start-text")), note(words.say("start-hint"))],
    [
      [
        commandButton(words.say("button-status"), "/status"),
        commandButton(words.say("button-signals"), "/signals"),
        commandButton(words.say("button-help"), "/help"),
      ],
    ],
  );
}
