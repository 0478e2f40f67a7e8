import { Api } from "grammy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Card } from "../../../src/bot/card.ts";
import { COMMANDS } from "../../../src/bot/commands/registry.ts";
import { issueCard } from "../../../src/bot/issued-card.ts";
import { createTelegramMessages } from "../../../src/bot/telegram/telegram-messages.ts";
import { LOCALES } from "../../../src/engine/locales.ts";
import type { ButtonAction } from "../../../src/engine/ports/buttons.ts";
import { TRADE_STATES } from "../../../src/engine/trade/trade.ts";
import {
  startTelegramEmulator,
  type TelegramEmulator,
  TOKEN,
} from "../../emulators/telegram/telegram-emulator.ts";
import { conversation, createFakeDesk } from "../../fakes/chat-desk.ts";
import { openTrade, sampleTrade } from "../../fakes/control-trades.ts";

const CHAT = { platform: "telegram", chatId: "1001" } as const;

/** What follows each command beside nothing at all; every way to answer with words of its own. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  trade: ["t1", "t2", "nothing"],
  chart: ["BTC/USDT", "nothing"],
  levels: ["BTC/USDT"],
  scan: ["BTC/USDT 15m", "watchlist"],
  long: [
    "BTC",
    "BTC 0.5%",
    "BTC sl 1%",
    "BTC sl 1% tp 2R",
    "BTC moon",
    "BTC sl 1% 2%",
    `BTC sl 1% tp ${"2R ".repeat(11)}`,
  ],
  short: ["BTC", "BTC @x", "BTC sl 1% tp 2R", "BTC sl x", "BTC sl 1% tp x"],
  size: ["t1", "t1 0.3R", "t1 9R", "t2 0.5R"],
  why: ["t1", "t2"],
  trail: ["t2", "t2 atr 2", "t2 off", "t2 moon", "t2 atr 0"],
  sl: ["t2", "t2 61000", "t2 x"],
  tp: ["t2", "t2 62000 63k"],
  breakeven: ["t2"],
  reduce: ["t2", "t2 50", "t2 0"],
  cancel: ["t2"],
  close: ["all", "t2", "SOL"],
  pause: ["30 news", "0"],
  help: COMMANDS.map(({ name }) => name),
  settings: [
    "signals",
    "sessions",
    "charts",
    "risk",
    "risk 2",
    "strategies",
    "detectors",
    "detectors 2",
    "history",
    "nothing",
  ],
  set: ["risk.riskPercent", "risk.riskPercent 5", "risk.riskPercent 99", "charts.theme light", "nothing 1"],
  language: ["nothing"],
  timezone: ["Madrid", "Europe/Madrid"],
  notify: ["signals silent"],
  filter: ["grade A", "symbols BTC"],
  mode: ["live", "paper", "moon"],
  pnl: ["week 4", "year"],
  stats: ["symbol", "moon"],
  mute: ["moon", "60", "22:00-07:00"],
  verbosity: ["short"],
  keyboard: ["on", "off"],
  roles: ["telegram:1001", "nobody"],
  invite: ["viewer", "admin"],
  audit: ["verify"],
};

const TEXTS = [
  ...COMMANDS.flatMap(({ name }) =>
    ["", ...(ARGUMENTS[name] ?? [])].map((rest) => `/${name} ${rest}`.trim()),
  ),
  "hello",
  "/nonsense",
];

/** Taps whose answers have words of their own. */
const TAPS: readonly ButtonAction[] = [
  { type: "skip", tradeId: "t1", version: 1 },
  { type: "change-entry", tradeId: "t1", version: 1, entryType: "limit" },
  { type: "move-stop", tradeId: "t1", version: 1, stop: "-2r" },
  { type: "trail", tradeId: "t2", version: 5, by: "structure", distance: 0.5 },
  { type: "undo", tradeId: "t2", at: 1 },
  { type: "resume", since: 1 },
  { type: "close-all" },
  { type: "keep-all", id: "c1" },
  { type: "panic" },
];

const ANSWERS = TEXTS.length + TAPS.length + TRADE_STATES.length;

describe("every command in every language", () => {
  let emulator: TelegramEmulator;
  let show: (card: Card) => Promise<void>;
  beforeAll(async () => {
    emulator = await startTelegramEmulator();
    emulator.people.join(1001, "ann");
    const messages = createTelegramMessages(new Api(TOKEN, { apiRoot: emulator.apiRoot }));
    const { buttons } = createFakeDesk();
    show = async (card) => {
      await messages.postAll(CHAT.chatId, await issueCard(card, buttons, CHAT, "matrix"));
    };
  });
  afterAll(() => emulator.stop());

  /** Makes the answers of a fresh desk and shows them; the emulator refuses what the platform would. */
  async function rendered(locale: string): Promise<number> {
    let count = 0;
    for (const text of TEXTS) {
      const desk = createFakeDesk([sampleTrade(), openTrade({ id: "t2" })]);
      const who = conversation("admin", { locale, address: CHAT, isPrivate: true });
      for (const card of await desk.deskChat.onText(who, text)) await show(card);
      expect([text, desk.log.lines]).toEqual([text, []]);
      count += 1;
    }
    for (const action of TAPS) {
      const desk = createFakeDesk([sampleTrade(), openTrade({ id: "t2" })]);
      const who = conversation("admin", { locale, address: CHAT, isPrivate: true });
      const [token = ""] = await desk.buttons.issue(CHAT, "taps", [action], 60_000);
      const { card, updated } = await desk.deskChat.onTap(who, token);
      for (const each of [card, updated]) if (each !== undefined) await show(each);
      expect([action, desk.log.lines]).toEqual([action, []]);
      count += 1;
    }
    for (const state of TRADE_STATES) {
      const content = { kind: "trade", trade: openTrade({ state }) } as const;
      await show(createFakeDesk().deskChat.card(content, { locale, timeZone: "UTC" }));
      count += 1;
    }
    return count;
  }

  it.each(LOCALES)(
    `keeps to the platform's limits in %s: ${ANSWERS} answers`,
    async (locale) => {
      expect(await rendered(locale)).toBe(ANSWERS);
    },
    60_000,
  );

  it("has a help that fits a menu", () => {
    for (const locale of LOCALES) {
      const { deskChat } = createFakeDesk();
      for (const { name, help } of deskChat.commands(locale)) {
        expect([locale, name, help.length >= 3 && help.length <= 256]).toEqual([locale, name, true]);
      }
    }
  });
});
