import type { Card, CardBlock } from "../../src/bot/card.ts";
import type { Conversation, DeskChat, Role } from "../../src/bot/conversation.ts";
import { createDeskChat, type DeskChatDeps } from "../../src/bot/desk-chat.ts";
import { readLocales } from "../../src/bot/locales.ts";
import type { Log } from "../../src/bot/log.ts";
import type { People } from "../../src/bot/people/people.ts";
import { createPeople } from "../../src/bot/people/people.ts";
import { createTexts, type TextFault, type Texts, type Words } from "../../src/bot/texts.ts";
import type { Preferences } from "../../src/engine/ports/preferences.ts";
import type { Prompts } from "../../src/engine/ports/prompts.ts";
import type { Roster } from "../../src/engine/ports/roster.ts";
import type { SettingsBook } from "../../src/engine/ports/settings-store.ts";
import type { Trade } from "../../src/engine/trade/trade.ts";
import { createFakeButtons, type FakeButtons } from "./chat-buttons.ts";
import { createFakeControl, type FakeControl } from "./control.ts";
import { ANN, NOW } from "./control-trades.ts";
import { MemoryAudit } from "./memory-audit.ts";
import { MemoryPreferences } from "./memory-preferences.ts";
import { MemoryPrompts } from "./memory-prompts.ts";
import { MemoryRoster } from "./memory-roster.ts";
import { MemorySettingsStore } from "./memory-settings-store.ts";

const SOURCES = await readLocales();

export const READER = { locale: "en", timeZone: "UTC" } as const;

/** The real texts; any fault in them fails the test. */
export function strictTexts(): Texts {
  return createTexts({
    sources: SOURCES,
    report: (fault: TextFault) => {
      throw new Error(`text fault: ${JSON.stringify(fault)}`);
    },
  });
}

export function strictWords(): Words {
  return strictTexts().for(READER);
}

export interface LogLine {
  readonly level: "info" | "warn" | "error";
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A log that can be read back. */
export function createFakeLog(): Log & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const write = (level: LogLine["level"]) => (fields: object, message: string) => {
    lines.push({ level, fields: { ...fields }, message });
  };
  return { lines, info: write("info"), warn: write("warn"), error: write("error") };
}

export interface FakeDesk {
  readonly control: FakeControl;
  readonly buttons: FakeButtons;
  readonly texts: Texts;
  readonly settings: SettingsBook;
  readonly prompts: Prompts;
  readonly roster: Roster;
  readonly preferences: Preferences;
  readonly people: People;
  readonly log: ReturnType<typeof createFakeLog>;
  readonly deskChat: DeskChat;
}

/** The real desk chat over a desk in memory. */
export function createFakeDesk(
  trades: readonly Trade[] = [],
  patch: Partial<Omit<DeskChatDeps, "control" | "buttons" | "log">> = {},
): FakeDesk {
  const control = createFakeControl(trades);
  const buttons = createFakeButtons();
  const texts = strictTexts();
  const log = createFakeLog();
  const roster = new MemoryRoster();
  const preferences = new MemoryPreferences();
  const deps = {
    control,
    buttons,
    settings: new MemorySettingsStore(),
    prompts: new MemoryPrompts(),
    roster,
    preferences,
    audit: new MemoryAudit(),
    people: createPeople([], READER, { roster, preferences }),
    recentLog: { newest: () => [] },
    clock: { now: () => NOW },
    version: "0.1.0",
    texts,
    log,
    ...patch,
  };
  return { ...deps, deskChat: createDeskChat(deps) };
}

export function conversation(role: Role = "trader", patch: Partial<Conversation> = {}): Conversation {
  return { ...READER, address: { platform: "headless", chatId: "1" }, actor: ANN, role, ...patch };
}

/** Everything a card says, line by line. */
export function cardText(card: Pick<Card, "blocks">): string {
  return card.blocks.map(blockText).join("\n");
}

function blockText(block: CardBlock): string {
  switch (block.kind) {
    case "title":
    case "text":
    case "code":
    case "note":
      return block.text;
    case "facts":
      return block.rows.map(([label, value]) => `${label}: ${value}`).join("\n");
    case "table":
      return [block.head, ...block.rows].map((row) => row.join(" | ")).join("\n");
  }
}

export function buttonLabels(card: Card): readonly (readonly string[])[] {
  return card.buttons.map((row) => row.map((button) => button.label));
}
