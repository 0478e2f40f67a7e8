import { beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../src/bot/card.ts";
import { tradeButtons } from "../../../src/bot/cards/trade-card.ts";
import type { Conversation, Role } from "../../../src/bot/conversation.ts";
import { createPeople, type Person } from "../../../src/bot/people/people.ts";
import type { OneTimeCodes } from "../../../src/engine/ports/one-time-codes.ts";
import {
  buttonLabels,
  cardText,
  conversation,
  createFakeDesk,
  type FakeDesk,
  READER,
  strictWords,
} from "../../fakes/chat-desk.ts";
import { ANN, NOW, openTrade, sampleTrade } from "../../fakes/control-trades.ts";
import { MemoryAudit } from "../../fakes/memory-audit.ts";
import { MemoryPreferences } from "../../fakes/memory-preferences.ts";
import { MemoryRoster } from "../../fakes/memory-roster.ts";

const OWNER: Person = { ...READER, platform: "telegram", id: "1001", role: "admin", name: "Ann" };
const GUEST = { platform: "telegram", id: "2002", name: "@gus" } as const;
const PRIVATE = { isPrivate: true } as const;

describe("people", () => {
  let desk: FakeDesk;
  let roster: MemoryRoster;
  let preferences: MemoryPreferences;
  let audit: MemoryAudit;

  function begin(oneTimeCodes?: OneTimeCodes): void {
    roster = new MemoryRoster();
    preferences = new MemoryPreferences();
    audit = new MemoryAudit();
    const people = createPeople([OWNER], READER, { roster, preferences });
    const patch = { roster, preferences, people, audit, ...(oneTimeCodes && { oneTimeCodes }) };
    desk = createFakeDesk([sampleTrade(), openTrade({ id: "t2" })], patch);
  }
  beforeEach(() => begin());

  async function ask(
    text: string,
    role: Role = "admin",
    patch: Partial<Conversation> = PRIVATE,
  ): Promise<Card> {
    const [card] = await desk.deskChat.onText(conversation(role, patch), text);
    if (card === undefined) throw new Error("no card");
    return card;
  }

  async function tap(
    card: Card,
    label: string,
    role: Role = "admin",
    patch: Partial<Conversation> = PRIVATE,
  ) {
    const who = conversation(role, patch);
    const button = card.buttons.flat().find((each) => each.label === label);
    if (button === undefined) throw new Error(`no button ${label} on ${JSON.stringify(buttonLabels(card))}`);
    const [token = ""] = await desk.buttons.issue(who.address, "test", [button.action], 60_000);
    return desk.deskChat.onTap(who, token);
  }

  async function invitation(role: Role): Promise<string> {
    const card = await ask(`/invite ${role}`, "admin", { ...PRIVATE, botName: "killzone_bot" });
    return /start=(\S+)/.exec(cardText(card))?.[1] ?? "";
  }

  it("come in with a link that works once, after an admin has tapped", async () => {
    const payload = await invitation("trader");
    expect(payload).toMatch(/^join_[A-Za-z0-9_-]{24}$/);
    const joined = await desk.deskChat.onGuest(GUEST, payload);
    expect(joined.status).toBe("waits");
    expect(joined.admins.map(({ address }) => address)).toEqual([{ platform: "telegram", chatId: "1001" }]);
    expect(await desk.people.find("telegram", "2002")).toBe(undefined);
    const again = await desk.deskChat.onGuest({ ...GUEST, id: "2003" }, payload);
    expect([again.status, again.admins]).toEqual(["refused", []]);
    const [asked] = joined.admins;
    if (asked === undefined) throw new Error("nobody was asked");
    const answer = await tap(asked.card, "Let @gus in");
    expect(answer.toast).toBe("@gus is in as trader.");
    expect(answer.also?.map(({ address }) => address)).toEqual([{ platform: "telegram", chatId: "2002" }]);
    expect(await desk.people.find("telegram", "2002")).toMatchObject({ role: "trader", name: "@gus" });
  });

  it("stay out when an admin says no, and when nobody said anything", async () => {
    const joined = await desk.deskChat.onGuest(GUEST, await invitation("trader"));
    const card = joined.admins[0]?.card ?? (await ask("/roles"));
    expect((await tap(card, "No", "trader")).toast).toContain("This needs the role admin");
    expect((await tap(card, "No")).toast).toBe("@gus stays out.");
    expect((await tap(card, "Let @gus in")).toast).toBe("Somebody has decided on this already.");
    expect(await desk.people.find("telegram", "2002")).toBe(undefined);
  });

  it.each(["", "join_", "join_AAAAAAAAAAAAAAAAAAAAAAAA", "trade_t1", `join_${"x".repeat(400)}`])(
    "are not let in with %j",
    async (payload) => {
      expect((await desk.deskChat.onGuest(GUEST, payload)).status).toBe("refused");
      expect(await roster.newcomers()).toEqual([]);
    },
  );

  it("are listed with their roles, which change with a tap", async () => {
    await roster.save({ ...GUEST, role: "viewer", since: NOW, by: ANN });
    expect(cardText(await ask("/roles"))).toBe("People\nAnn: admin, owner\n@gus: viewer");
    const member = await ask("/roles telegram:2002");
    expect(buttonLabels(member)).toEqual([["trader", "admin"], ["Revoke"], ["Back"]]);
    expect((await tap(member, "trader")).toast).toBe("@gus: trader from now on.");
    expect(await desk.people.find("telegram", "2002")).toMatchObject({ role: "trader" });
    expect((await tap(await ask("/roles @gus"), "Revoke")).toast).toBe("@gus may not use the desk any more.");
    expect(await desk.people.find("telegram", "2002")).toBe(undefined);
  });

  it("whom the configuration names keep their role", async () => {
    const card = await ask("/roles telegram:1001");
    expect(cardText(card)).toContain("Named in the configuration");
    const who = conversation("admin", PRIVATE);
    const action = { type: "set-role", platform: "telegram", id: "1001", role: "none" } as const;
    const [token = ""] = await desk.buttons.issue(who.address, "test", [action], 60_000);
    await desk.deskChat.onTap(who, token);
    expect(await desk.people.find("telegram", "1001")).toMatchObject({ role: "admin" });
  });

  it("get a role only with a one-time code where one is configured, and lose it without", async () => {
    begin({ verify: async (_user, code) => (code === "123456" ? "ok" : "wrong") });
    await roster.save({ ...GUEST, role: "viewer", since: NOW, by: ANN });
    const asked = await tap(await ask("/roles telegram:2002"), "admin");
    expect(cardText(asked.card ?? { blocks: [] })).toContain("Send the six digits");
    expect(await desk.people.find("telegram", "2002")).toMatchObject({ role: "viewer" });
    expect(cardText(await ask("123456"))).toContain("@gus: admin from now on.");
    await tap(await ask("/roles telegram:2002"), "Revoke");
    expect(await desk.people.find("telegram", "2002")).toBe(undefined);
  });

  it("are for admins to see and to invite", async () => {
    for (const command of ["/roles", "/invite", "/audit", "/logs"])
      expect(cardText(await ask(command, "trader"))).toContain("needs the role admin");
  });

  describe("read as they like", () => {
    const mine = { platform: "headless", id: "1" } as const;

    it("in a zone that they name, or that is near to what they typed", async () => {
      expect(cardText(await ask("/timezone Europe/Madrid", "viewer"))).toContain(
        "Europe/Madrid: it is Mar 10, 14:45",
      );
      expect(await preferences.read(mine)).toEqual({ timeZone: "Europe/Madrid" });
      expect(buttonLabels(await ask("/timezone madrd")).flat()).toContain("Europe/Madrid");
      for (const wrong of ["+03:00", "Mars/Olympus", "EST", "__proto__"])
        expect(cardText(await ask(`/timezone ${wrong}`))).toContain(`There is no time zone ${wrong}.`);
    });

    it("in a language that they pick", async () => {
      expect(buttonLabels(await ask("/language")).flat()).toContain("Deutsch");
      await ask("/language RU");
      expect(await preferences.read(mine)).toEqual({ locale: "ru" });
    });

    it("without a sound for a while or at night", async () => {
      expect(cardText(await ask("/mute 22:00-7:30"))).toContain(
        "Every day without a sound from 22:00 to 07:30.",
      );
      expect(cardText(await ask("/mute 60"))).toContain("Without a sound until Mar 10, 14:45 UTC.");
      expect(await preferences.read(mine)).toEqual({
        quiet: { from: "22:00", to: "07:30" },
        mutedUntil: NOW + 3_600_000,
      });
      expect(cardText(await ask("/mute 25:00-26:00"))).toContain("25:00-26:00 is no time to be quiet.");
      expect(cardText(await ask("/mute"))).toContain("22:00 to 07:30");
      const german = await ask("/mute", "admin", { ...PRIVATE, locale: "de" });
      expect(buttonLabels(german)).toEqual([["1 Std.", "8 Std.", "22:00-07:00", "Ausschalten"]]);
      await ask("/mute off");
      expect(await preferences.read(mine)).toEqual({});
    });

    it("of what they want to hear, warnings always", async () => {
      await tap(await ask("/notify"), "Setups → silent");
      await ask("/notify trades off");
      await ask("/notify warnings off");
      expect((await preferences.read(mine)).notify).toEqual({ signals: "silent", trades: "off" });
    });

    it("by symbol, strategy and grade", async () => {
      await ask("/filter symbols btc, eth");
      await ask("/filter grade b");
      await ask("/filter strategies order-block-touch");
      expect((await preferences.read(mine)).wanted).toEqual({
        symbols: ["BTC/USDT", "ETH/USDT"],
        grade: "B",
        strategies: ["order-block-touch"],
      });
      await ask("/filter symbols nothing");
      await ask("/filter symbols all");
      expect((await preferences.read(mine)).wanted).toEqual({
        grade: "B",
        strategies: ["order-block-touch"],
      });
    });

    it("in short cards", async () => {
      await ask("/verbosity short");
      const content = { kind: "trade", trade: sampleTrade() } as const;
      const reader = await desk.people.reader({ platform: "headless", chatId: "1" });
      const short = desk.deskChat.card(content, reader);
      expect(cardText(short)).toContain("Stop: 60,900.0");
      expect(cardText(short)).not.toContain("Score");
      expect(short.buttons).toEqual(tradeButtons(strictWords(), sampleTrade()));
      expect(cardText(desk.deskChat.card(content, READER))).toContain("Score");
    });

    it("and in a group not everybody changes it", async () => {
      expect(cardText(await ask("/language ru", "viewer", {}))).toContain("This needs the role trader");
      expect(await preferences.read(mine)).toEqual({});
    });
  });

  it("read the audit in pages and have it verified", async () => {
    for (let number = 1; number <= 12; number += 1)
      await audit.record({
        kind: "command",
        at: NOW,
        by: ANN,
        platform: "telegram",
        chatId: "1",
        text: `/c${number}`,
      });
    const first = await ask("/audit");
    expect(cardText(first)).toContain("12 · command · @ann · Mar 10, 13:45 UTC\n/c12");
    expect(cardText(first)).not.toContain("/c2\n");
    expect(cardText(await ask("/audit 2"))).toContain("1 · command · @ann · Mar 10, 13:45 UTC\n/c1");
    audit.verdict = { status: "whole", head: { number: 12, hash: "abc" } };
    expect(cardText(await ask("/audit verify"))).toContain("The record is whole: 12 entries");
    audit.verdict = { status: "broken", number: 7, reason: "entry-changed" };
    expect(cardText(await ask("/audit verify"))).toContain("broken at entry 7: an entry was changed.");
  });

  it("look at orders, trades, balance, health, version and logs", async () => {
    expect(cardText(await ask("/orders"))).toMatch(/^Orders\n/);
    expect(cardText(await ask("/trades"))).toContain(
      "1 | BTC/USDT | LONG | – | proposed | Mar 10, 13:45 UTC",
    );
    expect(cardText(await ask("/balance"))).toBe(
      "Balance · paper\nBalance: 10,000.00\nEquity: 10,012.50\nOpen result: +12.50",
    );
    expect(cardText(await ask("/health"))).toContain("Everything works.");
    desk.control.trades.set("t3", openTrade({ id: "t3", state: "unknown" }));
    expect(cardText(await ask("/health"))).toContain("⚠ Something needs a look.");
    expect(cardText(await ask("/version"))).toContain("Killzone: 0.1.0");
    expect(cardText(await ask("/logs"))).toContain("There are none since the start.");
  });

  it("come to a trade by a link", async () => {
    expect(cardText(await ask("/start trade_t2", "viewer"))).toContain("Trade t2");
    expect(cardText(await ask("/start trade_nothing", "viewer"))).toContain("There is no trade nothing.");
    expect(cardText(await ask("/start ../../x", "viewer"))).toContain("The desk watches the market");
  });

  it("take back their own last change of the settings", async () => {
    expect(cardText(await ask("/undo"))).toContain("You have done nothing lately that can be taken back");
    await desk.settings.change("charts.theme", "light", ANN, 0);
    expect(cardText(await ask("/undo"))).toContain("charts.theme: light → dark");
  });
});

describe("a desk that is asked for what it does not know", () => {
  it("says so by name, and how others come in without a bot", async () => {
    const desk = createFakeDesk();
    const admin = conversation("admin", { isPrivate: true });
    const said = async (text: string) => (await desk.deskChat.onText(admin, text)).map(cardText).join("\n");
    expect(await said("/roles nobody")).toContain("Nobody here is called nobody.");
    expect(await said("/invite viewer")).toContain("A desk without a bot has no way in for others yet");
    const withBot = conversation("admin", { isPrivate: true, botName: "desk_bot" });
    const [card] = await desk.deskChat.onText(withBot, "/invite viewer");
    expect(cardText(card ?? { blocks: [] })).not.toContain("without a bot");
  });
});
