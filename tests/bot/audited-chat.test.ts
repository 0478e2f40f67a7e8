import { describe, expect, it } from "vitest";
import { createAuditedChat } from "../../src/bot/audited-chat.ts";
import type { Conversation, DeskChat } from "../../src/bot/conversation.ts";
import type { Audit, AuditedAct } from "../../src/engine/ports/audit.ts";
import { TestClock } from "../fakes/test-clock.ts";

const PERSON: Conversation = {
  locale: "en",
  timeZone: "UTC",
  address: { platform: "web", chatId: "7" },
  actor: { userId: "web:7", name: "Anna" },
  role: "trader",
};
const DESK_CHAT: DeskChat = {
  onText: async () => [],
  onTap: async () => ({ toast: "Approved." }),
  card: () => ({ blocks: [], buttons: [] }),
  awaits: async () => false,
  onGuest: async () => ({ status: "refused", card: { blocks: [], buttons: [] }, admins: [] }),
  commands: () => [],
};

function audited(fails = false, disk: Promise<void> = Promise.resolve()) {
  const acts: AuditedAct[] = [];
  const faults: string[] = [];
  const audit: Audit = {
    record: async (act) => {
      if (fails) throw new Error("away");
      await disk;
      acts.push(act);
    },
    newest: async () => ({ lines: [], total: 0 }),
    verify: async () => ({ status: "whole", head: { number: 0, hash: "" } }),
    head: async () => ({ number: 0, hash: "" }),
    holds: async () => true,
  };
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (_: object, text: string) => faults.push(text),
  };
  return { chat: createAuditedChat(DESK_CHAT, audit, new TestClock(9), log), acts, faults };
}

describe("the audited chat", () => {
  it("records every command with who wrote it where, cut to 500 characters", async () => {
    const { chat, acts } = audited();
    await chat.onText(PERSON, `/close ${"x".repeat(600)}`);
    expect(acts).toEqual([
      {
        kind: "command",
        at: 9,
        by: PERSON.actor,
        platform: "web",
        chatId: "7",
        text: `/close ${"x".repeat(493)}`,
      },
    ]);
  });

  it.each(["/live 123456", "live 123456", "// LIVE 123 456", "/live@killzone_bot 123456", "/live\n123456"])(
    "records %j without its one-time code",
    async (text) => {
      const { chat, acts } = audited();
      await chat.onText(PERSON, text);
      expect(acts[0]?.text).toMatch(/^[\s/]*live\S*\s\*\*\*$/i);
    },
  );

  it("records a tap by its answer and never its token", async () => {
    const { chat, acts } = audited();
    const { recorded, ...answer } = await chat.onTap(PERSON, "secret-token");
    expect(answer).toEqual({ toast: "Approved." });
    await recorded;
    expect(acts).toMatchObject([{ kind: "tap", text: "Approved." }]);
    expect(JSON.stringify(acts)).not.toContain("secret");
  });

  it("answers a tap before it is on record, and tells when it is", async () => {
    let written: () => void = () => undefined;
    const disk = new Promise<void>((resolve) => {
      written = resolve;
    });
    const { chat, acts } = audited(false, disk);
    const { toast, recorded } = await chat.onTap(PERSON, "t");
    expect([toast, acts]).toEqual(["Approved.", []]);
    written();
    await recorded;
    expect(acts).toHaveLength(1);
  });

  it.each(["123456", " 123 456 "])("never records the one-time code %j", async (code) => {
    const { chat, acts } = audited();
    await chat.onText(PERSON, code);
    expect(acts).toMatchObject([{ kind: "command", text: "***" }]);
  });

  it("answers also when nothing can be recorded, and tells the log", async () => {
    const { chat, faults } = audited(true);
    const { toast, recorded } = await chat.onTap(PERSON, "t");
    expect(toast).toBe("Approved.");
    await recorded;
    expect(await chat.onText(PERSON, "/status")).toEqual([]);
    expect(faults).toHaveLength(2);
  });
});
