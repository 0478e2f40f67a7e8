import { afterEach, describe, expect, it } from "vitest";
import type { Role } from "../../../src/bot/conversation.ts";
import { createPeople, type Person } from "../../../src/bot/people/people.ts";
import type { TelegramOptions } from "../../../src/bot/telegram/create-telegram.ts";
import { tradeMessage } from "../../contracts/chat-contract.ts";
import { TOKEN } from "../../emulators/telegram/telegram-emulator.ts";
import { READER } from "../../fakes/chat-desk.ts";
import { sampleTrade } from "../../fakes/control-trades.ts";
import { ANN_ID, startTelegramDesk, type TelegramDesk } from "./telegram-desk.ts";

const CONFLICT = {
  kind: "refuse",
  code: 409,
  description: "Conflict: terminated by other getUpdates request",
} as const;

describe("telegram polling", () => {
  let desk: TelegramDesk;

  async function begin(patch: Partial<TelegramOptions> = {}): Promise<TelegramDesk> {
    desk = await startTelegramDesk([sampleTrade()], patch);
    return desk;
  }
  afterEach(() => desk.stop());

  function allowing(...ids: readonly string[]) {
    const people = ids.map((id): Person => ({ ...READER, platform: "telegram", id, role: "trader" }));
    return { people: createPeople(people, READER) };
  }

  function logged(level: "warn" | "error"): readonly string[] {
    return desk.log.lines.filter((line) => line.level === level).map(({ message }) => message);
  }

  it("refuses to start with an empty allow-list", async () => {
    await begin(allowing());
    await expect(desk.telegram.start()).rejects.toMatchObject({
      code: "config-invalid",
      args: { path: "telegram.allow", problem: "empty" },
    });
    expect(desk.emulator.calls).toEqual([]);
  });

  it.each(["@ann", "ann", "-100123", "0", "1001; drop"])(
    "refuses to start with %s instead of an id",
    async (id) => {
      await begin(allowing(id));
      await expect(desk.telegram.start()).rejects.toMatchObject({
        code: "config-invalid",
        args: { path: "telegram.allow", problem: "not-numeric", value: id },
      });
    },
  );

  it("refuses to start with a token that Telegram does not know", async () => {
    await begin({ token: "1:wrong" });
    await expect(desk.telegram.start()).rejects.toMatchObject({
      code: "config-invalid",
      args: { path: "TELEGRAM_BOT_TOKEN", problem: "refused" },
    });
  });

  it("sets a menu in every language, and for each person what their role may use", async () => {
    await begin();
    await desk.telegram.start();
    expect(desk.emulator.menus.get("")).toEqual([
      ...["status", "signals", "positions", "orders", "scan", "cancelscan", "watchlist", "chart", "levels"],
      ...[
        "trade",
        "why",
        "trades",
        "balance",
        "risk",
        "sessions",
        "vetoes",
        "pnl",
        "month",
        "stats",
        "replay",
      ],
      ...[
        "stopreplay",
        "health",
        "settings",
        "export",
        "mode",
        "language",
        "timezone",
        "notify",
        "filter",
        "mute",
        "verbosity",
        "keyboard",
      ],
      ...["whoami", "version", "help", "start"],
    ]);
    const named = (role: Role) => desk.deskChat.commands("en", role).map(({ name }) => name);
    const { menus } = desk.emulator;
    expect([...menus.keys()]).toEqual(["", "en", "es", "ru", "de", "pt", "zh", "chat 1001", "chat 1003"]);
    expect(menus.get("")).toEqual(named("viewer"));
    expect(menus.get("chat 1001")).toEqual(named("trader"));
    expect(menus.get("chat 1003")).toEqual(named("viewer"));
    expect(named("viewer")).not.toContain("panic");
    expect(named("trader")).toContain("panic");
    expect(named("trader")).not.toContain("roles");
  });

  it("gives somebody a new menu when their role or language has changed", async () => {
    await begin();
    await desk.telegram.start();
    const before = desk.emulator.calls.filter(({ method }) => method === "setMyCommands").length;
    await desk.say(ANN_ID, ANN_ID, "/status");
    await desk.preferences.change({ platform: "telegram", id: String(ANN_ID) }, { locale: "es" });
    await desk.say(ANN_ID, ANN_ID, "/status");
    await desk.say(ANN_ID, ANN_ID, "/status");
    const calls = desk.emulator.calls.filter(({ method }) => method === "setMyCommands");
    expect(calls).toHaveLength(before + 1);
    expect(calls.at(-1)?.fields.scope).toEqual({ type: "chat", chat_id: ANN_ID });
  });

  it("starts although Telegram cannot be reached, and connects when it can", async () => {
    await begin();
    desk.emulator.failNext("getMe", { kind: "drop" });
    desk.emulator.failNext("getMe", { kind: "refuse", code: 502, description: "Bad Gateway" });
    await desk.telegram.start();
    await desk.say(ANN_ID, ANN_ID, "/whoami");
    expect(desk.newest(ANN_ID).text).toContain("telegram:1001");
    expect(logged("warn")).toEqual(["telegram cannot be reached", "telegram cannot be reached"]);
  });

  it("goes on after the network failed, without losing an update", async () => {
    await begin();
    await desk.telegram.start();
    desk.emulator.failNext("getUpdates", { kind: "drop" });
    desk.emulator.failNext("getUpdates", { kind: "refuse", code: 500, description: "Internal Server Error" });
    await desk.say(ANN_ID, ANN_ID, "/whoami");
    await desk.say(ANN_ID, ANN_ID, "/whoami");
    expect(desk.emulator.chats.inChat(ANN_ID)).toHaveLength(2);
    expect(desk.sleeping.waits).toEqual([1000, 2000]);
  });

  it("says that a second process polls, waits longer each time, and goes on", async () => {
    await begin();
    desk.emulator.failNext("getUpdates", CONFLICT);
    desk.emulator.failNext("getUpdates", CONFLICT);
    await desk.telegram.start();
    await desk.say(ANN_ID, ANN_ID, "/whoami");
    expect(desk.emulator.chats.inChat(ANN_ID)).toHaveLength(1);
    expect(desk.sleeping.waits).toEqual([5000, 10_000]);
    expect(logged("error")).toEqual([
      expect.stringContaining("another process fetches updates with the same telegram token"),
      expect.stringContaining("another process fetches updates with the same telegram token"),
    ]);
  });

  it("is told of a real second poller by the server and survives it", async () => {
    await begin();
    await desk.telegram.start();
    await desk.say(ANN_ID, ANN_ID, "/whoami");
    await fetch(`${desk.emulator.apiRoot}/bot${TOKEN}/getUpdates`);
    await desk.emulator.until(() => desk.sleeping.waits.length > 0);
    await desk.say(ANN_ID, ANN_ID, "/whoami");
    expect(desk.emulator.chats.inChat(ANN_ID)).toHaveLength(2);
  });

  it("waits as long as Telegram asks", async () => {
    await begin();
    desk.emulator.failNext("getUpdates", {
      kind: "refuse",
      code: 429,
      description: "Too Many Requests",
      retryAfter: 33,
    });
    await desk.telegram.start();
    await desk.say(ANN_ID, ANN_ID, "/whoami");
    expect(desk.sleeping.waits).toEqual([33_000]);
  });

  it("handles taps that waited through an outage without an end in sight", async () => {
    await begin();
    await desk.telegram.chat.send(String(ANN_ID), tradeMessage(sampleTrade()));
    const message = desk.newest(ANN_ID);
    for (let tap = 0; tap < 5; tap += 1) desk.emulator.people.tap(ANN_ID, message, "Approve 1R");
    desk.emulator.advance(3_600_000);
    await desk.telegram.start();
    await desk.emulator.settled();
    expect(desk.control.acts).toHaveLength(1);
    expect(logged("error")).toEqual([]);
    await desk.say(ANN_ID, ANN_ID, "/whoami");
    expect(desk.newest(ANN_ID).text).toContain("telegram:1001");
  });

  it("notes an update that cannot be handled and handles the next", async () => {
    await begin();
    await desk.telegram.start();
    for (let attempt = 0; attempt < 4; attempt += 1) {
      desk.emulator.failNext("sendMessage", {
        kind: "refuse",
        code: 500,
        description: "Internal Server Error",
      });
    }
    await desk.say(ANN_ID, ANN_ID, "/whoami");
    expect(logged("error")).toEqual(["a telegram update could not be handled"]);
    await desk.say(ANN_ID, ANN_ID, "/whoami");
    expect(desk.emulator.chats.inChat(ANN_ID)).toHaveLength(1);
  });

  it("lets a tap through while a scan of the same chat runs", async () => {
    await begin();
    await desk.telegram.chat.send(String(ANN_ID), tradeMessage(sampleTrade()));
    const message = desk.newest(ANN_ID);
    let finish: () => void = () => undefined;
    const { scanReport } = desk.control;
    desk.control.scan = () =>
      new Promise((resolve) => {
        finish = () => resolve(scanReport);
      });
    desk.emulator.people.say(ANN_ID, ANN_ID, "/scan");
    const id = desk.emulator.people.tap(ANN_ID, message, "Approve 1R");
    await desk.telegram.start();
    await desk.emulator.until(() =>
      desk.emulator.callbacks.answers.some(({ callbackId }) => callbackId === id),
    );
    expect(desk.control.acts).toHaveLength(1);
    finish();
    await desk.emulator.settled();
    expect(desk.newest(ANN_ID).text).toContain("No setup right now.");
  });

  it("confirms what it handled before it stops, and handles nothing twice", async () => {
    await begin();
    await desk.telegram.start();
    desk.emulator.people.say(ANN_ID, ANN_ID, "/whoami");
    await desk.emulator.until(() => desk.emulator.chats.inChat(ANN_ID).length === 1);
    await desk.telegram.stop();
    expect(desk.emulator.updates.unconfirmed).toBe(0);
    expect(desk.emulator.chats.inChat(ANN_ID)).toHaveLength(1);
  });

  it("never writes the token into the log", async () => {
    await begin();
    desk.emulator.failNext("getMe", { kind: "drop" });
    desk.emulator.failNext("getUpdates", { kind: "drop" });
    desk.emulator.failNext("getUpdates", CONFLICT);
    await desk.telegram.start();
    for (let attempt = 0; attempt < 4; attempt += 1) desk.emulator.failNext("sendMessage", { kind: "drop" });
    await desk.say(ANN_ID, ANN_ID, "/whoami");
    expect(desk.log.lines.length).toBeGreaterThan(3);
    expect(JSON.stringify(desk.log.lines)).not.toContain("canary");
  });
});
