import { beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../src/bot/card.ts";
import type { Conversation, Role } from "../../../src/bot/conversation.ts";
import type { OneTimeCodes } from "../../../src/engine/ports/one-time-codes.ts";
import {
  buttonLabels,
  cardText,
  conversation,
  createFakeDesk,
  type FakeDesk,
} from "../../fakes/chat-desk.ts";
import { ANN, BOB } from "../../fakes/control-trades.ts";

const CODES: OneTimeCodes = {
  verify: async (_userId, code) => (code === "123456" ? "ok" : code === "000000" ? "locked" : "wrong"),
};

describe("settings in the chat", () => {
  let desk: FakeDesk;
  beforeEach(() => {
    desk = createFakeDesk();
  });

  async function ask(text: string, role: Role = "admin", patch: Partial<Conversation> = {}): Promise<Card> {
    const [card] = await desk.deskChat.onText(conversation(role, patch), text);
    if (card === undefined) throw new Error("no card");
    return card;
  }

  async function tap(card: Card, label: string, role: Role = "admin", patch: Partial<Conversation> = {}) {
    const who = conversation(role, patch);
    const button = card.buttons.flat().find((each) => each.label === label);
    if (button === undefined) throw new Error(`no button ${label} on ${JSON.stringify(buttonLabels(card))}`);
    const [token = ""] = await desk.buttons.issue(who.address, "test", [button.action], 60_000);
    return desk.deskChat.onTap(who, token);
  }

  async function tapped(card: Card, label: string, role: Role = "admin", patch: Partial<Conversation> = {}) {
    const answer = await tap(card, label, role, patch);
    if (answer.card === undefined) throw new Error(`no card after ${label}: ${answer.toast}`);
    return answer.card;
  }

  const riskPercent = async () => (await desk.settings.current()).settings.risk.riskPercent;

  it("show every section, and a page of settings with what is in force", async () => {
    expect(buttonLabels(await ask("/settings", "viewer")).flat()).toEqual([
      "signals",
      "sessions",
      "scans",
      "universe",
      "charts",
      "risk",
      "approvals",
      "management",
      "strategies",
      "detectors",
      "Changes",
    ]);
    await desk.settings.change("charts.theme", "light", ANN, 0);
    expect(cardText(await ask("/settings charts", "viewer"))).toBe(
      "Settings · charts\nChart images\ntheme: light •\nsize: phone\nwatermark: on\nname: Killzone\ncandles: 120\n• is not as by default.",
    );
  });

  it("show a dash for a list without entries", async () => {
    expect(cardText(await ask("/settings scans"))).toContain("schedules: –");
    expect(cardText(await ask("/settings scans.schedules"))).toContain("Now: –\nDefault: –");
  });

  it("show what a setting is, what it may be and the values one tap away", async () => {
    const card = await ask("/settings risk.riskPercent");
    expect(cardText(card)).toBe(
      [
        "Settings · risk.riskPercent",
        "Percent of the balance lost when the stop is hit; raise it for larger positions",
        "Now: 1",
        "Default: 1",
        "Allowed: > 0 … 10",
        "Needs the role admin.",
      ].join("\n"),
    );
    expect(buttonLabels(card)).toEqual([["0.5", "1.5", "2"], ["Type a value"], ["Back"]]);
  });

  it("show what a change does before it is done, do it, and take it back", async () => {
    const preview = await tapped(await ask("/settings risk.riskPercent"), "1.5");
    expect(cardText(preview)).toContain("risk.riskPercent: 1 → 1.5");
    expect(await riskPercent()).toBe(1);
    const changed = await tapped(preview, "Apply");
    expect(cardText(changed)).toBe("Settings changed\nrisk.riskPercent: 1 → 1.5");
    expect(await riskPercent()).toBe(1.5);
    expect(cardText(await tapped(changed, "Undo"))).toBe("Settings changed\nrisk.riskPercent: 1.5 → 1");
    expect(await riskPercent()).toBe(1);
  });

  it("switch a toggle, pick a choice and tick options of a list", async () => {
    await tapped(await tapped(await ask("/settings signals.showDenied"), "Switch on"), "Apply");
    await tapped(await tapped(await ask("/settings charts.theme"), "light"), "Apply");
    await tapped(await tapped(await ask("/settings signals.timeframes"), "1h"), "Apply");
    const { settings } = await desk.settings.current();
    expect(settings.signals).toMatchObject({ showDenied: true, timeframes: ["5m", "15m", "1h"] });
    expect(settings.charts.theme).toBe("light");
  });

  it("refuse a bad value with its path and the reason, and change nothing", async () => {
    const card = await ask("/set risk.riskPercent 11");
    expect(cardText(card)).toMatch(
      /^Not possible: risk\.riskPercent\n.*10.*\nAllowed: > 0 … 10\nNothing was changed\.$/,
    );
    expect(cardText(await ask("/set risk.riskPercent lots"))).toContain("Allowed: > 0 … 10");
    expect(cardText(await ask("/set charts.candles 19"))).toContain("Not possible: charts.candles");
    expect((await desk.settings.current()).version).toBe(0);
  });

  it("offer the nearest settings for one that does not exist", async () => {
    const card = await ask("/set risk.riskpercant 1");
    expect(cardText(card)).toContain("There is no setting risk.riskpercant.");
    expect(buttonLabels(card).flat()).toContain("risk.riskPercent");
    expect(cardText(await ask("/set __proto__.x 1"))).toContain("There is no setting __proto__.x.");
  });

  it("take a typed answer from the person who was asked, in that chat, and once", async () => {
    await tapped(await ask("/settings risk.riskPercent"), "Type a value");
    expect(cardText(await ask("0.7", "admin", { actor: BOB }))).toContain("This is no command.");
    const elsewhere = { address: { platform: "headless", chatId: "2" } } as const;
    expect(cardText(await ask("0.7", "admin", elsewhere))).toContain("This is no command.");
    expect(cardText(await ask("0.7"))).toContain("risk.riskPercent: 1 → 0.7");
    expect(cardText(await ask("0.7"))).toContain("This is no command.");
  });

  it("stop waiting when a command comes instead", async () => {
    await ask("/set risk.riskPercent");
    await ask("/status");
    expect(cardText(await ask("0.7"))).toContain("This is no command.");
  });

  it("are read by viewers, changed by traders, and limits by admins only", async () => {
    expect(cardText(await ask("/set charts.theme light", "viewer"))).toContain("needs the role trader");
    expect(cardText(await ask("/set risk.riskPercent 0.5", "trader"))).toContain("needs the role admin");
    const preview = await ask("/set risk.riskPercent 0.5", "admin");
    const answer = await tap(preview, "Apply", "trader");
    expect(answer).toEqual({ toast: "This needs the role admin; you are trader.", alert: true });
    expect((await desk.settings.current()).version).toBe(0);
    await tapped(await ask("/set charts.theme light", "trader"), "Apply", "trader");
    expect((await desk.settings.current()).settings.charts.theme).toBe("light");
  });

  it("show a change anew when somebody else was faster", async () => {
    const preview = await ask("/set risk.riskPercent 0.5");
    await desk.settings.change("risk.riskPercent", 0.8, BOB, 0);
    const again = await tapped(preview, "Apply");
    expect(cardText(again)).toContain("risk.riskPercent: 0.8 → 0.5");
    expect(cardText(again)).toContain("Somebody else changed the settings at the same time.");
    expect(await riskPercent()).toBe(0.8);
    await tapped(again, "Apply");
    expect(await riskPercent()).toBe(0.5);
  });

  it("tell who changed what and when, and take back any of it", async () => {
    await desk.settings.change("risk.riskPercent", 0.5, ANN, 0);
    await desk.settings.change("charts.theme", "light", BOB, 1);
    const history = await ask("/settings history");
    expect(cardText(history)).toContain("2 · @bob · Jan 1, 00:00 UTC\ncharts.theme: dark → light");
    expect(cardText(history)).toContain("1 · @ann · Jan 1, 00:00 UTC\nrisk.riskPercent: 1 → 0.5");
    await tapped(await tapped(history, "Undo 1"), "Apply");
    const { settings } = await desk.settings.current();
    expect([settings.risk.riskPercent, settings.charts.theme]).toEqual([1, "light"]);
  });

  describe("as YAML", () => {
    it("leave as one line for each that is not as by default, and come back the same", async () => {
      expect(cardText(await ask("/export"))).toContain("Everything is as by default.");
      await desk.settings.change("risk.riskPercent", 0.5, ANN, 0);
      await desk.settings.change("signals.timeframes", ["1h", "4h"], ANN, 1);
      const card = await ask("/export");
      const yaml = card.blocks.find((block) => block.kind === "code")?.text ?? "";
      expect(yaml).toBe("signals.timeframes: [ 1h, 4h ]\nrisk.riskPercent: 0.5");
      const before = (await desk.settings.current()).settings;
      await desk.settings.replace({ charts: { theme: "light" } }, BOB, 2);
      await ask("/import");
      const preview = await ask(yaml);
      expect(cardText(preview)).toContain("charts.theme: light → dark");
      const changed = await tapped(preview, "Apply");
      expect((await desk.settings.current()).settings).toEqual(before);
      await tapped(changed, "Undo");
      expect((await desk.settings.current()).settings.charts.theme).toBe("light");
    });

    it("may have nested keys, as in a configuration file", async () => {
      await ask("/import");
      await tapped(await ask("settings:\n  risk:\n    riskPercent: 0.25\n    maxTradesPerDay: 3"), "Apply");
      expect((await desk.settings.current()).settings.risk).toMatchObject({
        riskPercent: 0.25,
        maxTradesPerDay: 3,
      });
    });

    it.each([
      ["risk.riskPercent: 11", "Not possible: risk.riskPercent"],
      ["risk.nothing: 1", "Not possible: risk.nothing"],
      ["a: [", "Not possible: all settings"],
      ["just words", "Not possible: all settings"],
      ["__proto__:\n  polluted: 1", "Not possible: "],
    ])("are refused with the path: %j", async (yaml, refusal) => {
      await ask("/import");
      expect(cardText(await ask(yaml))).toContain(refusal);
      expect((await desk.settings.current()).version).toBe(0);
      expect(Reflect.get({}, "polluted")).toBe(undefined);
    });

    it.each([
      ["en", "risk:\n  a: [", "Line 2 is no valid YAML."],
      ["en", "just words", "Each line needs a setting and its value"],
      ["en", `a: &a [1]\nb: [${"*a, ".repeat(30)}]`, "Each line needs a setting and its value"],
      ["de", "a: [", "Zeile 1 ist kein gültiges YAML."],
      ["zh-CN", "just words", "每行都要写一个设置和它的值"],
    ])("say in %s why text is none: %j", async (locale, typed, why) => {
      await ask("/import", "admin", { locale });
      expect(cardText(await ask(typed, "admin", { locale }))).toContain(why);
    });

    it("are for admins to import", async () => {
      expect(cardText(await ask("/import", "trader"))).toContain("needs the role admin");
    });
  });

  describe("that loosen a limit", () => {
    const privately = { isPrivate: true } as const;
    beforeEach(() => {
      desk = createFakeDesk([], { oneTimeCodes: CODES });
    });

    it("say so before", async () => {
      expect(cardText(await ask("/set risk.riskPercent 5"))).toContain(
        "This loosens limits that protect the account: risk.riskPercent",
      );
    });

    it("need a one-time code", async () => {
      const asked = await tapped(await ask("/set risk.riskPercent 5"), "Apply", "admin", privately);
      expect(cardText(asked)).toContain("Send the six digits");
      expect(await riskPercent()).toBe(1);
      expect(cardText(await ask("999999", "admin", privately))).toContain("This code is wrong");
      expect(cardText(await ask("123 456", "admin", privately))).toContain("risk.riskPercent: 1 → 5");
      expect(await riskPercent()).toBe(5);
    });

    it("are not changed after too many wrong codes", async () => {
      await tapped(await ask("/set risk.riskPercent 5"), "Apply", "admin", privately);
      expect(cardText(await ask("000000", "admin", privately))).toContain("No code is taken any more");
      expect(cardText(await ask("123456", "admin", privately))).toContain("This is no command.");
      expect(await riskPercent()).toBe(1);
    });

    it("are not confirmed where others can read the code", async () => {
      const answer = await tapped(await ask("/set risk.riskPercent 5"), "Apply");
      expect(cardText(answer)).toContain("Do it in a private chat");
      expect(await riskPercent()).toBe(1);
    });

    it("need no code to be tightened", async () => {
      await tapped(await ask("/set risk.riskPercent 0.5"), "Apply");
      expect(await riskPercent()).toBe(0.5);
    });
  });
});
