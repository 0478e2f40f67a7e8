import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleSignal, sampleTrade } from "../../fakes/control-trades.ts";
import {
  ANN_ID,
  GROUP_ID,
  STRANGER_ID,
  startTelegramDesk,
  type TelegramDesk,
  VICTOR_ID,
} from "./telegram-desk.ts";

const CHANNEL_ID = -1_001_234_567_890;

describe("texts in telegram", () => {
  let desk: TelegramDesk;

  beforeEach(async () => {
    desk = await startTelegramDesk([sampleTrade()]);
    await desk.telegram.start();
  });
  afterEach(() => desk.stop());

  const saidIn = (chatId: number) => desk.emulator.chats.inChat(chatId).map(({ text }) => text);

  it("are answered with cards", async () => {
    await desk.say(ANN_ID, ANN_ID, "  /STATUS  ");
    expect(desk.newest(ANN_ID).text).toMatch(/^Desk · paper\n\nTaking new trades\n\nBalance: 10,000.00\n/);
    expect(desk.newest(ANN_ID).entities[0]).toEqual({ type: "bold", offset: 0, length: 12 });
  });

  it("subscribe the chat with /start", async () => {
    await desk.say(ANN_ID, ANN_ID, "/start");
    expect(await desk.subscriptions.list("telegram")).toEqual([String(ANN_ID)]);
    expect(saidIn(ANN_ID).at(-1)).toBe("Signals and alerts come to this chat from now on.");
  });

  it("put keys below the typing line of a private chat, whose words are commands, and take them away", async () => {
    await desk.say(ANN_ID, ANN_ID, "/keyboard on");
    const { keys = [], markup } = desk.newest(ANN_ID);
    expect(keys).toEqual([
      ["/status", "/signals", "/positions"],
      ["/scan", "/chart", "/levels"],
      ["/risk", "/pnl", "/help"],
    ]);
    expect(markup.inline_keyboard).toEqual([]);
    for (const key of keys.flat()) {
      await desk.say(ANN_ID, ANN_ID, key);
      expect(desk.newest(ANN_ID).text).not.toContain("no command");
    }
    await desk.say(ANN_ID, ANN_ID, "/keyboard off");
    expect(desk.newest(ANN_ID).keys).toEqual([]);
    await desk.say(GROUP_ID, ANN_ID, "/keyboard@killzone_bot on");
    expect(desk.newest(GROUP_ID)).not.toHaveProperty("keys");
  });

  it("of a stranger get no answer but the id that the owner needs, once", async () => {
    await desk.say(STRANGER_ID, STRANGER_ID, "/start");
    await desk.say(STRANGER_ID, STRANGER_ID, "/panic");
    expect(saidIn(STRANGER_ID)).toEqual([
      "This desk is private. Your Telegram id is 6666: its owner can add it to the allow-list.",
    ]);
    expect(await desk.subscriptions.list("telegram")).toEqual([]);
    expect(desk.control.acts).toEqual([]);
  });

  it("of a stranger in a group get no answer at all", async () => {
    await desk.say(GROUP_ID, STRANGER_ID, "/status");
    expect(saidIn(GROUP_ID)).toEqual([]);
  });

  it("of a user who took the user name of somebody on the list are refused", async () => {
    desk.emulator.people.join(7777, "ann");
    await desk.say(7777, 7777, "/pause");
    expect(desk.control.acts).toEqual([]);
  });

  it("of anonymous group admins, channels, bots and forwards are refused", async () => {
    desk.emulator.people.sayAnonymously(GROUP_ID, "/pause");
    desk.emulator.people.postInChannel(CHANNEL_ID, "/pause");
    desk.emulator.people.say(GROUP_ID, ANN_ID, "/pause", {
      sender_chat: { id: GROUP_ID, type: "group", title: "Desk" },
    });
    desk.emulator.people.join(8888, "other_bot", true);
    desk.allowed.set(8888, {
      platform: "telegram",
      id: "8888",
      role: "admin",
      locale: "en",
      timeZone: "UTC",
    });
    desk.emulator.people.say(8888, 8888, "/pause");
    desk.emulator.people.say(ANN_ID, ANN_ID, "/pause", {
      forward_origin: { type: "user", sender_user: { id: STRANGER_ID }, date: 1 },
    });
    await desk.emulator.settled();
    expect(desk.control.acts).toEqual([]);
  });

  it("of a viewer may look but not act", async () => {
    await desk.say(VICTOR_ID, VICTOR_ID, "/pause");
    expect(desk.control.acts).toEqual([]);
    expect(saidIn(VICTOR_ID)).toEqual(["/pause\n\n/pause needs the role trader; you are viewer."]);
  });

  it("in a group are heard when they are commands for this bot", async () => {
    await desk.say(GROUP_ID, ANN_ID, "good morning");
    await desk.say(GROUP_ID, ANN_ID, "/status@other_bot");
    expect(saidIn(GROUP_ID)).toEqual([]);
    await desk.say(GROUP_ID, ANN_ID, "/status@Killzone_Bot");
    expect(saidIn(GROUP_ID)).toHaveLength(1);
  });

  it("are answered although the network fails once", async () => {
    desk.emulator.failNext("sendMessage", { kind: "drop" });
    await desk.say(ANN_ID, ANN_ID, "/whoami");
    expect(saidIn(ANN_ID)).toHaveLength(1);
    expect(desk.sleeping.waits).toEqual([500]);
  });

  it("are answered after the wait that Telegram asks for", async () => {
    desk.emulator.failNext("sendMessage", {
      kind: "refuse",
      code: 429,
      description: "Too Many Requests: retry after 7",
      retryAfter: 7,
    });
    await desk.say(ANN_ID, ANN_ID, "/whoami");
    expect(saidIn(ANN_ID)).toHaveLength(1);
    expect(desk.sleeping.waits).toEqual([7000]);
  });

  it("get an answer longer than one message in several, with the buttons under the last", async () => {
    desk.control.symbolList = Array.from({ length: 2000 }, (_, at) => `SYMBOL${at}/USDT`);
    desk.control.scanReport = {
      rows: [],
      scanned: 2000,
      failed: Array.from({ length: 20 }, (_, at) => ({
        symbol: `${"LONGNAME".repeat(60)}${at}`,
        reason: "busy" as const,
      })),
      elapsedMs: 1,
    };
    await desk.say(ANN_ID, ANN_ID, "/scan");
    const messages = desk.emulator.chats.inChat(ANN_ID);
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.map(({ text }) => text).join("")).toContain(`${"LONGNAME".repeat(60)}19`);
    expect(messages.at(-1)?.text).toContain("2,000 symbols");
  });

  it("get wide tables as rows that fit a phone", async () => {
    await desk.say(ANN_ID, ANN_ID, "/signals");
    expect(desk.newest(ANN_ID).text).toBe(
      "Open proposals\n\n1 LONG BTC/USDT\nTF 15m · Score 78 A · Entry 61,240.0 · Expires 16:45",
    );
  });

  it("get narrow tables in a block of even columns", async () => {
    await desk.say(ANN_ID, ANN_ID, "/risk");
    const { text, entities } = desk.newest(ANN_ID);
    const block = entities.find(({ type }) => type === "pre");
    expect(text.slice(block?.offset, (block?.offset ?? 0) + (block?.length ?? 0))).toBe(
      [
        "Limit           Used  Allowed  Left",
        "Loss today      0.5%  3%       2.5%",
        "Trades today    2     5        3",
        "Open positions  0     5        5",
        "Open risk       0.1%  5%       4.9%",
      ].join("\n"),
    );
  });

  it("get charts as photos, and the next timeframe in the same message", async () => {
    desk.control.images.set("BTC/USDT 15m", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1]));
    desk.control.images.set("BTC/USDT 1h", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2]));
    await desk.say(ANN_ID, ANN_ID, "/chart btc");
    const chart = desk.newest(ANN_ID);
    expect(chart).toMatchObject({ text: "BTC/USDT 15m" });
    expect(chart.photo?.length).toBe(5);
    await desk.tap(ANN_ID, chart, "1h");
    const redrawn = desk.emulator.chats.find(ANN_ID, chart.id);
    expect(redrawn).toMatchObject({ text: "BTC/USDT 1h" });
    expect(redrawn?.photo?.length).toBe(6);
  });

  it("show names from outside as they are", async () => {
    const symbol = "<b>&amp;\u202e@everyone*_`/USDT";
    const trade = sampleTrade({ id: "t9", signal: sampleSignal({ symbol }) });
    desk.control.trades.set("t9", trade);
    await desk.say(ANN_ID, ANN_ID, "/trade t9");
    expect(desk.newest(ANN_ID).text).toContain("LONG <b>&amp;@everyone*_`/USDT 15m");
  });

  it("are answered when the desk is out of order", async () => {
    desk.control.fault = new Error("secret detail of a library");
    await desk.say(ANN_ID, ANN_ID, "/status");
    expect(desk.newest(ANN_ID).text).toBe(
      "That did not work\n\nSomething went wrong on the desk's side. Check /status before you try again.",
    );
  });
});
