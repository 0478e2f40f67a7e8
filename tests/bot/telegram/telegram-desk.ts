import { createPeople, type People, type Person } from "../../../src/bot/people/people.ts";
import {
  createTelegram,
  type Telegram,
  type TelegramOptions,
} from "../../../src/bot/telegram/create-telegram.ts";
import type { Sleep } from "../../../src/bot/telegram/retry.ts";
import type { Subscriptions } from "../../../src/engine/ports/settings-store.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import type { StoredMessage } from "../../emulators/telegram/chats.ts";
import {
  startTelegramEmulator,
  type TelegramEmulator,
  TOKEN,
} from "../../emulators/telegram/telegram-emulator.ts";
import { createFakeDesk, type FakeDesk, READER } from "../../fakes/chat-desk.ts";
import { createFakeSubscriptions } from "../../fakes/chat-subscriptions.ts";
import { MemoryPreferences } from "../../fakes/memory-preferences.ts";
import { MemoryRoster } from "../../fakes/memory-roster.ts";

export const ANN_ID = 1001;
export const VICTOR_ID = 1003;
export const STRANGER_ID = 6666;
export const GROUP_ID = -500;

/** Waits for patience are held until they are called off or woken; all others are over at once. */
const HELD_MS: readonly number[] = [1500, 3000, 45_000];

export interface FakeSleep {
  readonly sleep: Sleep;
  /** Every wait that was asked for, in ms, without those that are held. */
  readonly waits: readonly number[];
  /** Ends the waits that are held. */
  wake(): void;
}

export function createFakeSleep(): FakeSleep {
  const waits: number[] = [];
  const held = new Set<() => void>();
  return {
    waits,
    wake: () => {
      for (const end of [...held]) end();
    },
    sleep: (ms, signal) => {
      if (!HELD_MS.includes(ms)) {
        waits.push(ms);
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const end = () => {
          held.delete(end);
          resolve();
        };
        held.add(end);
        signal?.addEventListener("abort", end);
      });
    },
  };
}

export interface TelegramDesk extends FakeDesk {
  readonly emulator: TelegramEmulator;
  readonly telegram: Telegram;
  readonly subscriptions: Subscriptions;
  readonly sleeping: FakeSleep;
  /** Who may use the desk; change it to revoke somebody. */
  readonly allowed: Map<number, Person>;
  /** The newest message of the bot in a chat. */
  newest(chatId: number): StoredMessage;
  /** Says something and waits until it was handled. */
  say(chatId: number, userId: number, text: string): Promise<void>;
  /** Taps and waits; answers what the person saw at the button, if anything. */
  tap(userId: number, message: StoredMessage, label: string): Promise<string | undefined>;
  stop(): Promise<void>;
}

function person(id: number, role: Person["role"]): readonly [number, Person] {
  return [id, { ...READER, platform: "telegram", id: String(id), role }];
}

/** The real adapter with the real grammY client against the emulator; the desk behind it is in memory. */
export async function startTelegramDesk(
  trades: readonly Trade[] = [],
  patch: Partial<TelegramOptions> = {},
  shared?: TelegramEmulator,
): Promise<TelegramDesk> {
  const emulator = shared ?? (await startTelegramEmulator());
  const sleeping = createFakeSleep();
  const subscriptions = createFakeSubscriptions();
  const allowed = new Map([person(ANN_ID, "trader"), person(VICTOR_ID, "viewer")]);
  emulator.people.join(ANN_ID, "ann");
  emulator.people.join(VICTOR_ID, "victor");
  emulator.people.join(STRANGER_ID, "mallory");
  emulator.people.openGroup(GROUP_ID, "Desk");
  const roster = new MemoryRoster();
  const preferences = new MemoryPreferences();
  const current = () => createPeople([...allowed.values()], READER, { roster, preferences });
  const people: People = {
    find: (platform, id) => current().find(platform, id),
    ids: (platform) => current().ids(platform),
    list: () => current().list(),
    reader: (address) => current().reader(address),
  };
  const desk = createFakeDesk(trades, { people, roster, preferences });
  // A chat never has to wait here: the tests of the pace have a clock of their own.
  let time = 0;
  const pacedBySleep = { now: () => (time += 60_000) };
  const telegram = createTelegram({
    token: TOKEN,
    apiRoot: emulator.apiRoot,
    deskChat: desk.deskChat,
    buttons: desk.buttons,
    texts: desk.texts,
    log: desk.log,
    subscriptions,
    preferences: desk.preferences,
    clock: pacedBySleep,
    people,
    sleep: sleeping.sleep,
    ...patch,
  });
  return {
    ...desk,
    emulator,
    telegram,
    subscriptions,
    sleeping,
    allowed,
    newest: (chatId) => {
      const found = emulator.chats.inChat(chatId).at(-1);
      if (found === undefined) throw new Error(`no message in chat ${chatId}`);
      return found;
    },
    say: async (chatId, userId, text) => {
      emulator.people.say(chatId, userId, text);
      await emulator.settled();
    },
    tap: async (userId, message, label) => {
      const id = emulator.people.tap(userId, message, label);
      await emulator.settled();
      return emulator.callbacks.answers.find(({ callbackId }) => callbackId === id)?.text;
    },
    stop: async () => {
      await telegram.stop();
      await emulator.stop();
    },
  };
}
