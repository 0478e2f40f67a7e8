import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createConnections } from "../../../src/bot/connections.ts";
import { createRivalWatch } from "../../../src/bot/telegram/rival-watch.ts";
import { TOKEN } from "../../emulators/telegram/telegram-emulator.ts";
import { cardText, conversation, createFakeDesk, createFakeLog } from "../../fakes/chat-desk.ts";
import { TestClock } from "../../fakes/test-clock.ts";
import { ANN_ID, startTelegramDesk, type TelegramDesk } from "./telegram-desk.ts";

const URL_OF_ANOTHER = "https://other.example.org/telegram/xyz123";
const WEBHOOK = {
  url: "https://desk.example.org/telegram/abc123",
  secret: "secret-of-the-webhook",
  host: "127.0.0.1",
  port: 0,
};

describe("a second process with the same telegram token", () => {
  let desk: TelegramDesk;
  let clock: TestClock;
  let told: (number | undefined)[];

  beforeEach(() => {
    clock = new TestClock(1_000_000);
    told = [];
  });
  afterEach(() => desk.stop());

  async function begin(more: Partial<Parameters<typeof startTelegramDesk>[1]> = {}): Promise<void> {
    const onRival = async (since: number | undefined) => {
      told.push(since);
    };
    desk = await startTelegramDesk([], { clock, onRival, ...more });
    await desk.telegram.start();
  }

  /** The other process asks for updates, and the desk meets it at the server. */
  async function otherPolls(): Promise<void> {
    const before = desk.sleeping.waits.length;
    await desk.emulator.until(() => desk.emulator.updates.isWaitedFor);
    await fetch(`${desk.emulator.apiRoot}/bot${TOKEN}/getUpdates`);
    await desk.emulator.until(() => desk.sleeping.waits.length > before);
  }

  async function ask(): Promise<void> {
    clock.advance(1000);
    await desk.say(ANN_ID, ANN_ID, "/whoami");
  }

  it("is told of once, however often the two meet, and once when it has gone", async () => {
    await begin();
    for (let count = 0; count < 5; count += 1) {
      await otherPolls();
      await ask();
    }
    expect(told).toEqual([1_000_000]);
    clock.advance(118_999);
    await ask();
    await ask();
    expect(told).toEqual([1_000_000, undefined]);
    await otherPolls();
    expect(told).toEqual([1_000_000, undefined, clock.now()]);
    expect(desk.emulator.chats.inChat(ANN_ID)).toHaveLength(7);
  });

  it("with a webhook loses it to a desk that fetches, and is told of", async () => {
    await begin();
    await desk.emulator.until(() => desk.emulator.updates.isWaitedFor);
    desk.emulator.webhook.state = { url: URL_OF_ANOTHER, secret: "x" };
    await desk.say(ANN_ID, ANN_ID, "/whoami");
    await desk.emulator.until(() => desk.emulator.webhook.state === undefined);
    expect(told).toEqual([1_000_000]);
    await ask();
    expect(desk.emulator.chats.inChat(ANN_ID)).toHaveLength(2);
  });

  it("that takes the webhook of the desk away is told of, and the webhook is set again", async () => {
    await begin({ webhook: WEBHOOK });
    desk.emulator.webhook.state = undefined;
    desk.sleeping.wake();
    await desk.emulator.until(() => desk.emulator.webhook.state !== undefined);
    expect(desk.emulator.webhook.state).toEqual({ url: WEBHOOK.url, secret: WEBHOOK.secret });
    expect(told).toEqual([1_000_000]);
  });

  it("is told of again when the first time failed", async () => {
    await begin();
    let fails = true;
    const log = createFakeLog();
    const onRival = async (since: number | undefined) => {
      if (fails) throw new Error("the store is away");
      told.push(since);
    };
    const watch = createRivalWatch({ onRival, clock, log });
    await watch.conflict();
    fails = false;
    clock.advance(5000);
    await watch.conflict();
    expect(told).toEqual([1_005_000]);
    expect(log.lines.map(({ fields }) => fields.reason)).toEqual(["the store is away"]);
  });

  it("stands in /health as long as it is there", async () => {
    await begin();
    const connections = createConnections();
    const { deskChat } = createFakeDesk([], { connections });
    const health = async () =>
      cardText({ blocks: (await deskChat.onText(conversation(), "/health"))[0]?.blocks ?? [] });
    expect(await health()).toContain("Everything works.");
    connections.setRival("telegram", Date.UTC(2026, 2, 10, 13, 45));
    expect(await health()).toContain("⚠ Something needs a look.");
    expect(await health()).toMatch(/Telegram: ⚠ Another process fetches updates since .*13:45/);
    connections.setRival("telegram", undefined);
    expect(await health()).toContain("Everything works.");
  });
});
