import type { Buttons } from "../engine/ports/buttons.ts";
import type { CardContent } from "../engine/ports/chat.ts";
import type { Control } from "../engine/ports/control.ts";
import type { Card } from "./card.ts";
import { cleanCard, cleanText } from "./cards/clean-card.ts";
import { note } from "./cards/list-card.ts";
import { noticeCard } from "./cards/notice-card.ts";
import { scanCard } from "./cards/scan-card.ts";
import { tradeCard } from "./cards/trade-card.ts";
import { answerText } from "./commands/answer-text.ts";
import { helpText } from "./commands/help.ts";
import { COMMANDS } from "./commands/registry.ts";
import type { Conversation, DeskChat, TapAnswer } from "./conversation.ts";
import type { Log } from "./log.ts";
import { answerTap } from "./taps.ts";
import type { Texts, Words } from "./texts.ts";

export interface DeskChatDeps {
  readonly control: Control;
  readonly buttons: Buttons;
  readonly texts: Texts;
  readonly log: Log;
  /** Cards of trades in live mode say so. Unset: paper. */
  readonly mode?: "paper" | "live";
}

/**
 * The chat without a platform. Roles are checked on every text and every tap; nothing here throws for what a
 * person does or for a desk that is out of order: it is answered.
 *
 * @example
 * const deskChat = createDeskChat({ control, buttons, texts, log });
 * const cards = await deskChat.onText(conversation, "/status");
 */
export function createDeskChat({ control, buttons, texts, log, mode = "paper" }: DeskChatDeps): DeskChat {
  const deps = (conversation: Conversation) => ({
    control,
    buttons,
    log,
    commands: COMMANDS,
    words: texts.for(conversation),
  });
  return {
    onText: async (conversation, text) =>
      (await answerText(conversation, text, deps(conversation))).map(cleanCard),
    onTap: async (conversation, token) =>
      cleanAnswer(await answerTap(conversation, token, deps(conversation))),
    card: (content, reader) => cleanCard(contentCard(texts.for(reader), content, mode)),
    commands: (locale) => {
      const words = texts.for({ locale, timeZone: "UTC" });
      return COMMANDS.map((command) => ({ name: command.name, help: helpText(words, command) }));
    },
  };
}

function cleanAnswer(answer: TapAnswer): TapAnswer {
  const { toast, card, updated } = answer;
  return {
    ...answer,
    ...(toast === undefined ? {} : { toast: cleanText(toast) }),
    ...(card === undefined ? {} : { card: cleanCard(card) }),
    ...(updated === undefined ? {} : { updated: cleanCard(updated) }),
  };
}

function contentCard(words: Words, content: CardContent, mode: "paper" | "live"): Card {
  switch (content.kind) {
    case "trade": {
      const card = tradeCard(words, content.trade);
      return mode === "paper" ? card : { ...card, blocks: [...card.blocks, note(words.say("trade-live"))] };
    }
    case "notice":
      return noticeCard(words, content.notice);
    case "scan":
      return scanCard(words, content.report);
  }
}
