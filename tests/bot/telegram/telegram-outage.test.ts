import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Call } from "../../emulators/telegram/telegram-emulator.ts";
import { TestClock } from "../../fakes/test-clock.ts";
import { ANNA, createDeskBench, type DeskBench, longSignal, NOW } from "../../jobs/desk-bench.ts";
import { ANN_ID, GROUP_ID, startTelegramDesk, type TelegramDesk, VICTOR_ID } from "./telegram-desk.ts";

const CHATS = [ANN_ID, VICTOR_ID, GROUP_ID] as const;
const HOUR_MS = 3_600_000;
const SWEEP_MS = 5000;
const NOTICES = 40;
const SENDING = ["sendMessage", "editMessageText"];

/** One hour without Telegram, in the time of a test: the desk sweeps every 5 s all the while. */
describe("telegram away for an hour", () => {
  let desk: TelegramDesk;
  let bench: DeskBench;
  let wall: TestClock;
  let stays = "";
  let comes = "";

  function advance(ms: number): void {
    wall.advance(ms);
    bench.wall.advance(ms);
    bench.clock.advance(ms);
    desk.emulator.advance(ms);
  }

  async function sweeps(ms: number, each: (at: number) => Promise<void> = async () => undefined) {
    const end = wall.now() + ms;
    while (wall.now() < end) {
      await each(wall.now());
      await bench.delivery.run();
      advance(SWEEP_MS);
    }
  }

  const later = () =>
    longSignal({ id: "later", knownAt: bench.clock.now(), expiresAt: bench.clock.now() + 2 * HOUR_MS });

  beforeEach(async () => {
    wall = new TestClock(NOW);
    desk = await startTelegramDesk([], { clock: wall, sleep: async (ms) => advance(ms) });
    bench = await createDeskBench({ risk: { maxPriceAgeSeconds: 86_400 } }, [desk.telegram.chat]);
    bench.pictures.fail = new Error("no pictures here");
    for (const chat of CHATS) await bench.subscriptions.add("telegram", String(chat));
    stays = await bench.raise(longSignal({ expiresAt: NOW + 3 * HOUR_MS }));
    await sweeps(60_000);
    desk.emulator.setAway(true);
    let posted = 0;
    await sweeps(HOUR_MS, async (at) => {
      if (posted < NOTICES && at >= NOW + 60_000 + posted * 85_000) {
        const notice = { key: "notice-paused", args: { name: `Nr ${posted}` }, silent: true };
        await bench.context.ledger.post(`missed-${posted}`, notice, bench.clock.now());
        posted += 1;
      }
    });
    await bench.control.skip(stays, 1, ANNA);
    comes = await bench.raise(later());
    desk.emulator.setAway(false);
    await sweeps(300_000);
  });
  afterEach(() => desk.stop());

  const texts = (chat: number) => desk.emulator.chats.inChat(chat).map(({ text }) => text);
  const sent = () => desk.emulator.calls.filter(({ method, arrived }) => arrived && SENDING.includes(method));

  it("loses nothing: what is stale becomes one message, the rest comes one by one", async () => {
    expect(await bench.context.ledger.pendingOutbox(100)).toEqual([]);
    for (const chat of CHATS) {
      const digests = texts(chat).filter((text) => text.includes("messages were missed"));
      expect(digests).toHaveLength(1);
      const [, missed] = /, (\d+) messages were missed/.exec(digests[0] ?? "") ?? [];
      const single = texts(chat).filter((text) => text.startsWith("Paused by Nr"));
      expect(Number(missed)).toBeGreaterThan(15);
      expect(Number(missed) + single.length).toBe(NOTICES);
      // The newest ones, in the order in which they happened.
      expect(single).toEqual(
        Array.from({ length: single.length }, (_, at) => `Paused by Nr ${NOTICES - single.length + at}.`),
      );
    }
  });

  it("shows each trade once in each chat, as it is now and with buttons that work", async () => {
    for (const chat of CHATS) {
      const [first, ...others] = desk.emulator.chats
        .inChat(chat)
        .filter(({ text }) => text.includes("BTC/USDT"));
      expect(first).toMatchObject({ edits: 1, text: expect.stringContaining("Skipped by Anna") });
      expect(first?.markup.inline_keyboard).toEqual([]);
      expect(others).toHaveLength(1);
      const [button] = others[0]?.markup.inline_keyboard.flat() ?? [];
      const token = button !== undefined && "callback_data" in button ? button.callback_data : "";
      const seen = await desk.buttons.peek(token, { platform: "telegram", chatId: String(chat) });
      expect(seen).toMatchObject({
        status: "valid",
        action: { type: "approve", tradeId: comes, version: 1 },
      });
    }
  });

  it("keeps to Telegram's limits all the while, by the server's own log", () => {
    expect(sent().length).toBeGreaterThan(60);
    expect(most(sent(), 1000)).toBeLessThanOrEqual(30);
    for (const chat of CHATS) {
      const own = sent().filter(({ fields }) => Number(fields.chat_id) === chat);
      expect(most(own, 1000)).toBe(1);
      if (chat < 0) expect(most(own, 60_000)).toBeLessThanOrEqual(20);
    }
  });

  it("asks no more often than once in two seconds for a chat while nobody answers", () => {
    const dropped = desk.emulator.calls.filter(({ arrived }) => !arrived);
    expect(dropped.length).toBeGreaterThan(100);
    expect(most(dropped, 2000)).toBeLessThanOrEqual(CHATS.length);
  });
});

/** The most calls within any window of `ms`. */
function most(calls: readonly Call[], ms: number): number {
  return Math.max(
    ...calls.map(({ at: from }) => calls.filter(({ at }) => at >= from && at < from + ms).length),
  );
}
