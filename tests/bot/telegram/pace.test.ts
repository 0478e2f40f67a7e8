import { Api } from "grammy";
import { describe, expect, it } from "vitest";
import { createPace } from "../../../src/bot/telegram/pace.ts";
import { paceCalls } from "../../../src/bot/telegram/paced-api.ts";
import { startTelegramEmulator, TOKEN } from "../../emulators/telegram/telegram-emulator.ts";
import { TestClock } from "../../fakes/test-clock.ts";

/** Sends as fast as it may for `ms`; answers when each message went. */
function times(chatIds: readonly string[], ms: number): readonly number[] {
  const clock = new TestClock(0);
  const pace = createPace(clock);
  const sent: number[] = [];
  while (clock.now() < ms) {
    const free = chatIds.filter((chatId) => pace.waitMs(chatId) === 0);
    const [next] = free;
    if (next === undefined) clock.advance(1);
    else {
      pace.count(next);
      sent.push(clock.now());
    }
  }
  return sent;
}

/** The most that went within any window of `ms`. */
function most(sent: readonly number[], ms: number): number {
  return Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + ms).length));
}

describe("the pace of telegram", () => {
  it("is one message a second in a chat after a small burst", () => {
    const sent = times(["1001"], 10_000);
    expect(sent.slice(0, 5)).toEqual([0, 0, 0, 1000, 2000]);
    expect(sent).toHaveLength(12);
  });

  it("is 20 a minute in a group in the long run", () => {
    const sent = times(["-500"], 600_000);
    expect(sent.filter((at) => at >= 300_000 && at < 360_000)).toHaveLength(20);
  });

  it("is 30 a second in all chats together", () => {
    const chats = Array.from({ length: 200 }, (_, at) => String(1000 + at));
    const sent = times(chats, 5000);
    expect(sent.filter((at) => at >= 2000 && at < 3000).length).toBeLessThanOrEqual(30);
    expect(most(sent, 1000)).toBeLessThanOrEqual(60);
  });

  it("does not let one chat wait for another", () => {
    const pace = createPace(new TestClock(0));
    for (let count = 0; count < 5; count += 1) pace.count("1001");
    expect(pace.waitMs("1001")).toBe(3000);
    expect(pace.waitMs("1002")).toBe(0);
  });

  it("holds messages of the real client back, and not other calls", async () => {
    const emulator = await startTelegramEmulator();
    emulator.people.join(1001, "ann");
    const clock = new TestClock(0);
    const waits: number[] = [];
    const api = new Api(TOKEN, { apiRoot: emulator.apiRoot });
    paceCalls(api, createPace(clock), async (ms) => {
      waits.push(ms);
      clock.advance(ms);
    });
    for (let count = 0; count < 5; count += 1) await api.sendMessage(1001, "hello");
    await api.getMe();
    expect(waits).toEqual([1000, 1000]);
    expect(emulator.chats.inChat(1001)).toHaveLength(5);
    await emulator.stop();
  });
});
