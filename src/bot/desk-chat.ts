import type { Audit } from "../engine/ports/audit.ts";
import type { Buttons } from "../engine/ports/buttons.ts";
import type { CardContent } from "../engine/ports/chat.ts";
import type { Clock } from "../engine/ports/clock.ts";
import type { Control } from "../engine/ports/control.ts";
import type { OneTimeCodes } from "../engine/ports/one-time-codes.ts";
import type { Preferences } from "../engine/ports/preferences.ts";
import type { Prompts } from "../engine/ports/prompts.ts";
import type { RecentLog } from "../engine/ports/recent-log.ts";
import type { Roster } from "../engine/ports/roster.ts";
import type { SettingsBook } from "../engine/ports/settings-store.ts";
import type { Card } from "./card.ts";
import { briefly } from "./cards/briefly.ts";
import { cleanCard, cleanText } from "./cards/clean-card.ts";
import { note } from "./cards/list-card.ts";
import { noticeCard } from "./cards/notice-card.ts";
import { replayCard, replayedSetupCard } from "./cards/replay-cards.ts";
import { scanCard } from "./cards/scan-card.ts";
import { tradeCard } from "./cards/trade-card.ts";
import { tradeNewsCard } from "./cards/trade-news-card.ts";
import { answerText } from "./commands/answer-text.ts";
import { helpText } from "./commands/help.ts";
import { COMMANDS } from "./commands/registry.ts";
import type { Connections } from "./connections.ts";
import type { Conversation, DeskChat, TapAnswer } from "./conversation.ts";
import type { Log } from "./log.ts";
import type { People } from "./people/people.ts";
import { welcomeGuest } from "./people/welcome-guest.ts";
import { may } from "./roles.ts";
import { answerTap } from "./taps.ts";
import type { Texts, Words } from "./texts.ts";

export interface DeskChatDeps {
  readonly control: Control;
  readonly buttons: Buttons;
  readonly people: People;
  readonly roster: Roster;
  readonly preferences: Preferences;
  readonly audit: Audit;
  readonly recentLog: RecentLog;
  /** Unset: nothing is known to be wrong with the chats. */
  readonly connections?: Pick<Connections, "rivals">;
  /** The machine's own time. */
  readonly clock: Clock;
  /** Of the desk, for `/version`. */
  readonly version: string;
  readonly settings: SettingsBook;
  readonly prompts: Prompts;
  /** Unset: no secret is configured, and no code is asked for. */
  readonly oneTimeCodes?: OneTimeCodes;
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
 * const deskChat = createDeskChat({ control, buttons, people, ...stores, texts, clock, version, log, recentLog });
 * const cards = await deskChat.onText(conversation, "/status");
 */
export function createDeskChat({ texts, mode = "paper", ...parts }: DeskChatDeps): DeskChat {
  const deps = (conversation: Conversation) => ({
    ...parts,
    texts,
    commands: COMMANDS,
    words: texts.for(conversation),
  });
  return {
    onText: async (conversation, text) =>
      (await answerText(conversation, text, deps(conversation))).map(cleanCard),
    onTap: async (conversation, token) =>
      cleanAnswer(await answerTap(conversation, token, deps(conversation))),
    onGuest: (guest, payload) => welcomeGuest(guest, payload, { ...parts, texts }),
    card: (content, reader) => {
      const card = cleanCard(contentCard(texts.for(reader), content, mode));
      return reader.brief === true ? briefly(card) : card;
    },
    awaits: ({ address, actor }) => parts.prompts.waiting(address, actor.userId),
    commands: (locale, role = "admin") => {
      const words = texts.for({ locale, timeZone: "UTC" });
      return COMMANDS.filter((command) => may(role, command.role)).map((command) => ({
        name: command.name,
        help: helpText(words, command),
      }));
    },
  };
}

function cleanAnswer(answer: TapAnswer): TapAnswer {
  const { toast, card, updated, also } = answer;
  return {
    ...answer,
    ...(toast === undefined ? {} : { toast: cleanText(toast) }),
    ...(card === undefined ? {} : { card: cleanCard(card) }),
    ...(updated === undefined ? {} : { updated: cleanCard(updated) }),
    ...(also === undefined
      ? {}
      : { also: also.map((one) => ({ address: one.address, card: cleanCard(one.card) })) }),
  };
}

function contentCard(words: Words, content: CardContent, mode: "paper" | "live"): Card {
  switch (content.kind) {
    case "trade": {
      const card = tradeCard(words, content.trade);
      return mode === "paper" ? card : { ...card, blocks: [...card.blocks, note(words.say("trade-live"))] };
    }
    case "trade-news":
      return tradeNewsCard(words, content.trade);
    case "notice":
      return noticeCard(words, content.notice);
    case "scan":
      return scanCard(words, content.report);
    case "replay":
      return replayCard(words, content.report);
    case "replayed-setup":
      return replayedSetupCard(words, content.setup);
  }
}
