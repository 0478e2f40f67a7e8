import { beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../src/bot/card.ts";
import { COMMANDS } from "../../../src/bot/commands/registry.ts";
import type { Role } from "../../../src/bot/conversation.ts";
import { DeskError } from "../../../src/engine/errors.ts";
import {
  buttonLabels,
  cardText,
  conversation,
  createFakeDesk,
  type FakeDesk,
} from "../../fakes/chat-desk.ts";
import { NOW, openTrade, SAMPLE_PLAN, sampleTrade } from "../../fakes/control-trades.ts";

describe("commands", () => {
  let desk: FakeDesk;
  beforeEach(() => {
    desk = createFakeDesk([sampleTrade(), openTrade({ id: "t2" })]);
  });

  async function ask(text: string, role: Role = "trader"): Promise<Card> {
    const [card, ...more] = await desk.deskChat.onText(conversation(role), text);
    if (card === undefined || more.length > 0) throw new Error("one card was expected");
    return card;
  }
  const said = async (text: string, role?: Role) => cardText(await ask(text, role));
  const commandsOf = (card: Card) =>
    card.buttons.flat().map(({ action }) => (action.type === "command" ? action.text : action.type));

  it.each(["/status", "/STATUS", "  /Status  ", "/status@killzone_bot", "/s", "/ status", "//status"])(
    "hear %s as status",
    async (text) => {
      expect(await said(text)).toMatch(/^Desk · paper\nTaking new trades\n/);
    },
  );

  it("show the desk at one glance", async () => {
    expect(await said("/status")).toBe(
      [
        "Desk · paper",
        "Taking new trades",
        "Balance: 10,000.00",
        "Equity: 10,012.50",
        "Open proposals: 1",
        "In trades: 1",
        "Closed: 0",
        "Market: simulated",
        "Symbols: BTC/USDT, ETH/USDT, EUR/USD, SOL/USDT, SOL/USDC",
        "Last candle: 13:44, 45 sec ago",
        "Market time: Mar 10, 13:45 UTC",
        "Running for, in market time: 2 hr 5 min",
      ].join("\n"),
    );
  });

  it("show on the status that orders are unconfirmed and that the desk is paused", async () => {
    desk.control.trades.set("t3", openTrade({ id: "t3", state: "unknown" }));
    await ask("/pause 30 news");
    expect(await said("/status")).toContain("Paused by @ann until Mar 10, 14:15 UTC\nReason: news");
    expect(await said("/status")).toContain("Unconfirmed: 1");
    const { action } = (await ask("/status")).buttons[1]?.[1] ?? {};
    expect(action).toEqual({ type: "resume", since: NOW });
  });

  it("list open proposals with a button for each", async () => {
    const card = await ask("/signals");
    expect(cardText(card)).toBe(
      "Open proposals\n# | Side | Symbol | TF | Score | Entry | Expires\n1 | LONG | BTC/USDT | 15m | 78 A | 61,240.0 | 16:45",
    );
    expect(commandsOf(card)).toEqual(["/trade t1", "/signals"]);
  });

  it("list long lists in pages", async () => {
    for (let at = 2; at <= 23; at += 1) desk.control.trades.set(`p${at}`, sampleTrade({ id: `p${at}` }));
    const first = await ask("/signals");
    expect(cardText(first)).toContain("Page 1 of 3");
    expect(commandsOf(first).slice(-2)).toEqual(["/signals 2", "/signals"]);
    const last = await ask("/signals 3");
    expect(cardText(last)).toMatch(/\n21 \| .*\n22 \| .*\n23 \| .*\nPage 3 of 3$/);
    expect(cardText(await ask("/signals 99"))).toContain("Page 3 of 3");
  });

  it("list positions with their results and a sum", async () => {
    desk.control.trades.set("t3", openTrade({ id: "t3", entryQuantity: "0.01" }));
    desk.control.prices.set("BTC/USDT", 61_300);
    const card = await ask("/positions");
    expect(cardText(card)).toContain(
      "1 · LONG BTC/USDT · +0.17R · +0.94 · open\n0.016 from 61,241.5, now 61,300, stop 60,900.0",
    );
    expect(cardText(card)).toContain("Open profit and loss: +1.52");
    expect(card.buttons[0]?.map(({ action }) => action)).toEqual([
      { type: "close", tradeId: "t2", version: 5 },
      { type: "close", tradeId: "t3", version: 5 },
    ]);
  });

  it("never sum up results of which one is missing", async () => {
    desk.control.trades.set("t3", openTrade({ id: "t3", plan: { ...SAMPLE_PLAN, symbol: "ETH/USDT" } }));
    desk.control.prices.set("BTC/USDT", 61_300);
    expect(await said("/positions")).not.toContain("Open profit and loss");
  });

  it("say so when there is nothing to list", async () => {
    desk.control.trades.clear();
    expect(await said("/signals")).toBe("Open proposals\nNo proposal is open.");
    expect(await said("/positions")).toBe("Open positions\nNo position is open.");
    expect(await said("/scan")).toBe("Scan\nNo setup right now.\n5 symbols in 2 sec");
  });

  it("offer the symbols that a base has when there are several", async () => {
    const card = await ask("/chart sol 1h");
    expect(cardText(card)).toBe("sol fits several symbols:");
    expect(commandsOf(card)).toEqual(["/chart SOL/USDT 1h", "/chart SOL/USDC 1h"]);
  });

  it("offer the nearest symbols for a typo, with the rest of what was typed", async () => {
    const card = await ask("/chart btcusd 1h");
    expect(cardText(card)).toBe("There is no symbol btcusd on this desk.\nNearest:");
    expect(commandsOf(card)[0]).toBe("/chart BTC/USDT 1h");
  });

  it.each(["chart", "scan"])("offer timeframes for one that does not exist, to /%s", async (name) => {
    const card = await ask(`/${name} btc 7m`);
    expect(cardText(card)).toBe("7m is no timeframe. Known: 1m, 3m, 5m, 15m, 30m, 1h, 4h, 1d.");
    expect(commandsOf(card)).toContain(`/${name} btc 15m`);
  });

  it("open a picker for a missing argument", async () => {
    expect(commandsOf(await ask("/chart"))).toEqual([
      ...["/chart BTC/USDT", "/chart ETH/USDT", "/chart EUR/USD", "/chart SOL/USDT", "/chart SOL/USDC"],
    ]);
    expect(commandsOf(await ask("/trade"))).toEqual(["/trade t2", "/trade t1"]);
    const close = await ask("/close");
    expect(commandsOf(close)).toEqual(["/close t2", "/close all"]);
    expect(buttonLabels(close)).toEqual([["LONG BTC/USDT · open"], ["Close all 1"]]);
  });

  it("offer the nearest commands for a typo, with what was typed behind", async () => {
    const card = await ask("/chrat btc 1h");
    expect(cardText(card)).toContain("There is no command /chrat.");
    expect(commandsOf(card)[0]).toBe("/chart btc 1h");
  });

  it("show a trade with its chart, and known ones when there is none with that id", async () => {
    desk.control.images.set("t1", Uint8Array.of(1));
    expect(await ask("/trade t1")).toMatchObject({ image: Uint8Array.of(1) });
    const unknown = await ask("/trade t99");
    expect(cardText(unknown)).toBe("There is no trade t99.");
    expect(commandsOf(unknown)).toEqual(["/trade t2", "/trade t1"]);
  });

  it("close by id and by symbol, and nothing else", async () => {
    expect(await said("/close t2")).toBe("Closing BTC/USDT");
    desk.control.trades.set("t2", openTrade({ id: "t2" }));
    expect(await said("/close btc")).toBe("Closing BTC/USDT");
    expect(await said("/close eth")).toBe("There is no trade eth.");
    expect(desk.control.acts.map(({ args }) => args[0])).toEqual(["t2", "t2", "eth"]);
  });

  it("ask which one when a symbol has several positions", async () => {
    desk.control.trades.set("t3", openTrade({ id: "t3" }));
    expect(cardText(await ask("/close btc"))).toBe("What should be closed?");
    expect(desk.control.acts).toEqual([]);
  });

  it("close everything only after a confirmation that is soon void", async () => {
    const card = await ask("/close ALL");
    expect(cardText(card)).toContain("1 position will be closed at the market.");
    expect(card.buttons.flat().map(({ action }) => action)).toEqual([{ type: "close-all" }]);
    expect(card.buttonTtlMs).toBe(60_000);
    expect(desk.control.acts).toEqual([]);
  });

  it("ask before a panic", async () => {
    const card = await ask("/panic");
    expect(card.buttons.flat().map(({ action }) => action)).toEqual([{ type: "panic" }]);
    expect(card.buttonTtlMs).toBe(60_000);
    expect(desk.control.acts).toEqual([]);
  });

  it.each([
    ["/pause", [undefined, undefined]],
    ["/pause 30", [30, undefined]],
    ["/pause 30 cpi at 13:30", [30, "cpi at 13:30"]],
    ["/pause going to  lunch", [undefined, "going to lunch"]],
  ])("pause: %s", async (text, [minutes, reason]) => {
    await ask(text);
    expect(desk.control.acts).toEqual([{ name: "pause", args: [minutes, reason, "telegram:1001"] }]);
  });

  it.each(["/pause 0", "/pause -5", "/pause 1e309", "/pause 99999999 x", "/pause 1.5"])(
    "never pause for something else than was meant: %s",
    async (text) => {
      const answer = await said(text);
      const paused = desk.control.acts.map(({ args }) => args.slice(0, 2));
      if (text === "/pause 1e309") expect(paused).toEqual([[undefined, "1e309"]]);
      else
        expect([paused, answer]).toEqual([
          [],
          expect.stringContaining("Minutes are a whole number from 1 to 10,080"),
        ]);
    },
  );

  it("resume and never pause by it", async () => {
    expect(await said("/resume")).toBe("Running\nThe desk was not paused.");
    await ask("/pause");
    expect(await said("/resume")).toBe("Running\nNew trades are taken again.");
    expect((await desk.control.status()).paused).toBeUndefined();
  });

  it("show limits with what is left and when they begin again", async () => {
    const text = await said("/risk");
    expect(text).toContain("Loss today | 0.5% | 3% | 2.5%\nTrades today | 2 | 5 | 3");
    expect(text).toContain("Daily counters start again in 10 hr 15 min, Mar 11, 00:00 UTC");
  });

  it("show windows in the reader's time and New York's", async () => {
    desk.control.sessionReport = {
      now: NOW,
      windows: [
        { name: "london-close", open: false, opensAt: NOW + 900_000, closesAt: NOW + 8_100_000 },
        { name: "new-york-am", open: true, opensAt: NOW - 9_900_000, closesAt: NOW + 900_000 },
      ],
    };
    expect(await said("/sessions")).toBe(
      [
        "Kill zones",
        "Now 13:45, New York 09:45",
        "Open",
        "New York AM: until 14:00 · New York 10:00 · 15 min left",
        "Next",
        "London close: 14:00 · New York 10:00 · in 15 min",
      ].join("\n"),
    );
  });

  it("tell people how the desk knows them", async () => {
    expect(await said("/whoami", "viewer")).toContain("Id: telegram:1001\nRole: viewer\nChat: headless 1");
  });

  it("list in the help only what the reader may use", async () => {
    expect(await said("/help")).toContain("/panic: Flatten everything and stop");
    expect(await said("/help", "viewer")).not.toContain("/panic");
  });

  it("explain one command, by name or alias, with or without slash", async () => {
    const text = "/positions\nOpen positions with profit and loss\nUsage: /positions\nAlso: /pos, /p";
    for (const name of ["positions", "/positions", "POS", "p"])
      expect(await said(`/help ${name}`)).toBe(text);
    expect(commandsOf(await ask("/help positon"))).toContain("/positions");
  });

  it.each(["close all", "close t2", "pause", "resume", "panic"])("refuse /%s to a viewer", async (text) => {
    const name = text.split(" ")[0];
    expect(await said(`/${text}`, "viewer")).toContain(`/${name} needs the role trader; you are viewer.`);
    expect(desk.control.acts).toEqual([]);
  });

  it("refuse more words than they take", async () => {
    expect(await said("/status now please")).toContain("This is more than the command takes: now");
  });

  it("never act on plain text, but offer what it could mean", async () => {
    for (const text of ["panic", "close all", "yes", "Resume"]) await ask(text);
    expect(desk.control.acts).toEqual([]);
    expect(commandsOf(await ask("panic"))).toEqual(["/panic", "/help"]);
    expect(commandsOf(await ask("btc?"))).toEqual(["/help"]);
    expect(commandsOf(await ask("btc"))).toEqual(["/chart BTC/USDT", "/scan BTC/USDT", "/help"]);
  });

  it("say that nobody knows when an act breaks in the middle", async () => {
    desk.control.positions = async () => [];
    desk.control.fault = new DeskError("store-unavailable");
    desk.control.symbols = async () => [];
    expect(await said("/close t2")).toBe(
      [
        "That did not work",
        "The desk could not confirm it. It may or may not have happened: look before you try again.",
        "The desk cannot reach its store at the moment.",
      ].join("\n"),
    );
  });

  it("have names and aliases of their own", () => {
    const names = COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]{1,16}$/);
  });

  it("name themselves and their help for menus", () => {
    const menu = desk.deskChat.commands("en");
    expect(menu.map(({ name }) => name)).toEqual(COMMANDS.map(({ name }) => name));
    expect(menu[0]).toEqual({ name: "status", help: "The desk at one glance" });
  });

  it("explain the mode and the way to the other one", async () => {
    expect(await said("/mode")).toContain("This desk is in the mode paper.\nTo trade live: 1. mode: live");
    expect(await said("/mode live")).toContain("an admin sends /live CODE in a private chat.");
    expect(await said("/mode PAPER")).toContain("It is so already.");
    expect(await said("/mode moon")).toContain("The modes are paper and live; got moon.");
    expect(desk.control.acts).toEqual([]);
  });
});
