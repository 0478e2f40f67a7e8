import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { idOfPlace, placeOf } from "../../../src/bot/telegram/chat-id.ts";
import { tradeMessage } from "../../contracts/chat-contract.ts";
import { sampleTrade } from "../../fakes/control-trades.ts";
import { ANN_ID, startTelegramDesk, type TelegramDesk } from "./telegram-desk.ts";

const FORUM_ID = -1_001_234_567_890;
const TOPIC = { is_topic_message: true, message_thread_id: 42 } as const;

describe("topics of a telegram forum", () => {
  let desk: TelegramDesk;
  beforeEach(async () => {
    desk = await startTelegramDesk([sampleTrade()]);
    desk.emulator.people.openGroup(FORUM_ID, "Forum");
    await desk.telegram.start();
  });
  afterEach(() => desk.stop());

  async function say(text: string, more: Readonly<Record<string, unknown>> = TOPIC): Promise<void> {
    desk.emulator.people.say(FORUM_ID, ANN_ID, text, more);
    await desk.emulator.settled();
  }

  it("have ids of their own, and other threads have not", () => {
    expect(idOfPlace({ id: FORUM_ID }, TOPIC)).toBe("-1001234567890:42");
    expect(idOfPlace({ id: FORUM_ID }, { message_thread_id: 42 })).toBe("-1001234567890");
    expect(placeOf("-1001234567890:42")).toEqual({ chatId: "-1001234567890", topicId: 42 });
    expect(placeOf("1001")).toEqual({ chatId: "1001" });
  });

  it("are answered where they were asked", async () => {
    await say("/status");
    expect(desk.newest(FORUM_ID)).toMatchObject({
      topicId: 42,
      text: expect.stringContaining("Desk · paper"),
    });
    await say("/status", {});
    expect(desk.newest(FORUM_ID).topicId).toBe(undefined);
  });

  it("are subscribed one by one, get cards and have buttons that work", async () => {
    await say("/start");
    expect(await desk.subscriptions.list("telegram")).toEqual(["-1001234567890:42"]);
    await desk.telegram.chat.send("-1001234567890:42", tradeMessage(sampleTrade()));
    const card = desk.newest(FORUM_ID);
    expect(card.topicId).toBe(42);
    await desk.tap(ANN_ID, card, "Approve 1R");
    expect(desk.control.acts.map(({ name }) => name)).toEqual(["approve"]);
  });

  it("have preferences of their own", async () => {
    await say("/filter grade A");
    const topic = { platform: "telegram", id: "-1001234567890:42" } as const;
    expect(await desk.preferences.read(topic)).toEqual({ wanted: { grade: "A" } });
    expect(await desk.preferences.read({ ...topic, id: String(FORUM_ID) })).toEqual({});
  });

  it("are all forgotten when the bot is removed from the forum", async () => {
    await say("/start");
    await say("/start", {});
    desk.emulator.people.shutOut(FORUM_ID);
    await desk.emulator.settled();
    expect(await desk.subscriptions.list("telegram")).toEqual([]);
  });
});
