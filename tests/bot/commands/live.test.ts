import { describe, expect, it } from "vitest";
import type { Conversation } from "../../../src/bot/conversation.ts";
import { readLocales } from "../../../src/bot/locales.ts";
import { createTexts } from "../../../src/bot/texts.ts";
import type { LiveUnlock } from "../../../src/engine/ports/control.ts";
import { cardText, conversation, createFakeDesk } from "../../fakes/chat-desk.ts";
import { sampleTrade } from "../../fakes/control-trades.ts";

const PRIVATE: Conversation = { ...conversation("admin"), isPrivate: true };

async function said(speaker: Conversation, text: string, unlock: LiveUnlock = { status: "open" }) {
  const desk = createFakeDesk([]);
  desk.control.nextUnlock = unlock;
  const [card] = await desk.deskChat.onText(speaker, text);
  return { text: card ? cardText(card) : "", acts: desk.control.acts };
}

describe("/live", () => {
  it("passes the code on from an admin in a private chat", async () => {
    const { text, acts } = await said(PRIVATE, "/live 123 456");
    expect(acts).toMatchObject([{ name: "unlockLive", args: ["123456", PRIVATE.actor.userId] }]);
    expect(text).toMatch(/^Live trading\nConfirmed\./);
  });

  it.each<[LiveUnlock, string]>([
    [{ status: "wrong-code", triesLeft: 1 }, "This code is wrong or was used. One try is left."],
    [{ status: "wrong-code", triesLeft: 3 }, "This code is wrong or was used. 3 tries are left."],
    [{ status: "locked-out" }, "Locked after five wrong codes."],
    [{ status: "ledger-behind" }, "the ledger lacks what this desk had sent"],
    [{ status: "already-open" }, "It was confirmed already."],
    [{ status: "not-live" }, "This desk trades on paper."],
  ])("says what became of it: %j", async (unlock, expected) => {
    expect((await said(PRIVATE, "/live 123456", unlock)).text).toContain(expected);
  });

  it("does not take a code where others can read it, and never from less than an admin", async () => {
    const inGroup = await said(conversation("admin"), "/live 123456");
    const byTrader = await said({ ...PRIVATE, role: "trader" }, "/live 123456");
    expect([...inGroup.acts, ...byTrader.acts]).toEqual([]);
    expect(inGroup.text).toContain("here others can read it");
    expect(byTrader.text).toContain("needs the role admin");
  });

  it("never shows the code again", async () => {
    for (const unlock of [{ status: "open" }, { status: "wrong-code", triesLeft: 2 }] as const) {
      expect((await said(PRIVATE, "/live 123456", unlock)).text).not.toContain("123456");
    }
  });
});

describe("a desk in live mode", () => {
  it("says so on the card of every trade, and a paper desk does not", async () => {
    const texts = createTexts({ sources: await readLocales(), report: () => undefined });
    const shown = (mode: "paper" | "live") => {
      const { deskChat } = createFakeDesk([], { texts, mode });
      return cardText(
        deskChat.card({ kind: "trade", trade: sampleTrade() }, { locale: "en", timeZone: "UTC" }),
      );
    };
    expect(shown("live")).toMatch(/\nLIVE: real money$/);
    expect(shown("paper")).not.toContain("LIVE");
  });

  it("says in the status that it is locked", async () => {
    const desk = createFakeDesk([]);
    const status = desk.control.status;
    desk.control.status = async () => ({ ...(await status()), mode: "live", liveLocked: true });
    const [card] = await desk.deskChat.onText(PRIVATE, "/status");
    expect(card && cardText(card)).toMatch(
      /^Desk · LIVE\nLive trading is locked: no order is sent until an admin/,
    );
  });
});
