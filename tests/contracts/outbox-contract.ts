import { describe, expect, it } from "vitest";
import type { NoticeContent } from "../../src/engine/ports/chat.ts";
import type { Ledger, OutboxBody } from "../../src/engine/ports/ledger.ts";
import { sampleTrade, step } from "./sample-trade.ts";

const NOTICE: NoticeContent = {
  key: "session-open",
  args: { name: "London", minutes: 90 },
  silent: true,
  picture: { kind: "session-brief", zone: "london-open", opensAt: 1_772_604_000_000 },
};

function card(tradeId: string): OutboxBody {
  return { kind: "trade", tradeId, loud: false };
}

/** The rest of the ledger: outbox, cards and marks. */
export function describeOutboxContract(ledger: () => Ledger): void {
  const bodies = async (limit: number) => (await ledger().pendingOutbox(limit)).map((row) => row.body);

  describe("the outbox", () => {
    it("keeps rows in the order in which they became true", async () => {
      const trade = sampleTrade({ id: "t" });
      await ledger().create(trade, [card("t1"), card("t2")]);
      await ledger().post("notice-1", NOTICE, 77);
      await ledger().commit(step(trade, { outbox: [card("t3"), card("t4")] }));
      const all = [card("t1"), card("t2"), { kind: "notice", notice: NOTICE }, card("t3"), card("t4")];
      expect(await bodies(10)).toEqual(all);
      expect(await bodies(3)).toEqual(all.slice(0, 3));
      expect(await bodies(0)).toEqual([]);
    });

    it("stays in order over more than nine and more than ninety-nine rows", async () => {
      const ids = Array.from({ length: 120 }, (_, i) => `t${i}`);
      await ledger().create(sampleTrade(), ids.map(card));
      expect(await bodies(200)).toEqual(ids.map(card));
    });

    it("adds a notice once for one operation, with the time it is told", async () => {
      await Promise.all(Array.from({ length: 10 }, () => ledger().post("open:london", NOTICE, 77)));
      await ledger().post("open:london", { ...NOTICE, key: "other" }, 78);
      const rows = await ledger().pendingOutbox(10);
      expect(rows).toEqual([{ id: rows[0]?.id, createdAt: 77, body: { kind: "notice", notice: NOTICE } }]);
    });

    it("does not post a settled notice again for the same operation", async () => {
      await ledger().post("op", NOTICE, 1);
      for (const row of await ledger().pendingOutbox(10)) await ledger().settleOutbox(row.id);
      await ledger().post("op", NOTICE, 1);
      expect(await ledger().pendingOutbox(10)).toEqual([]);
    });

    it("gives a row by its id until it is settled; settling twice is harmless", async () => {
      await ledger().post("one", NOTICE, 1);
      await ledger().post("two", NOTICE, 2);
      const [first, second] = await ledger().pendingOutbox(10);
      const id = first?.id ?? "none";
      expect(await ledger().outboxRow(id)).toEqual(first);
      await ledger().settleOutbox(id);
      await ledger().settleOutbox(id);
      expect(await ledger().outboxRow(id)).toBe(undefined);
      expect(await ledger().pendingOutbox(1)).toEqual([second]);
      expect(await ledger().outboxRow("row-999")).toBe(undefined);
    });

    it("forgets the messages of a row when it is settled, and keeps those of another one", async () => {
      await ledger().post("one", NOTICE, 1);
      await ledger().post("two", NOTICE, 2);
      const ids = (await ledger().pendingOutbox(10)).map(({ id }) => id);
      const ref = { platform: "web", chatId: "desk", messageId: "1" } as const;
      for (const id of ids) await ledger().rememberCard(id, ref, 1);
      await ledger().settleOutbox(ids[0] ?? "none");
      const cards = await Promise.all(ids.map((id) => ledger().cards(id)));
      expect(cards).toEqual([[], [{ ref, version: 1 }]]);
    });

    it("gives ids that can be ids of jobs: neither a number nor with a colon", async () => {
      await ledger().post("one", NOTICE, 1);
      const [row] = await ledger().pendingOutbox(1);
      expect(row?.id).toMatch(/^[a-z]+-\d+$/);
    });

    it("never gives an id again after its row is settled", async () => {
      await ledger().post("one", NOTICE, 1);
      const [first] = await ledger().pendingOutbox(1);
      await ledger().settleOutbox(first?.id ?? "none");
      await ledger().post("two", NOTICE, 1);
      const [second] = await ledger().pendingOutbox(1);
      expect(second?.id).not.toBe(first?.id);
    });
  });

  describe("the cards of a trade", () => {
    it("are the newest version each message shows", async () => {
      const here = { platform: "telegram", chatId: "-100:7", messageId: "1" } as const;
      const there = { platform: "web", chatId: "desk", messageId: "1" } as const;
      await ledger().rememberCard("t", here, 1);
      await ledger().rememberCard("t", there, 1);
      await ledger().rememberCard("t", { ...here, messageId: "2" }, 1);
      await ledger().rememberCard("t", here, 4);
      const cards = await ledger().cards("t");
      expect(cards).toHaveLength(3);
      expect(cards).toEqual(
        expect.arrayContaining([
          { ref: here, version: 4 },
          { ref: there, version: 1 },
          { ref: { ...here, messageId: "2" }, version: 1 },
        ]),
      );
      expect(await ledger().cards("other")).toEqual([]);
    });
  });

  describe("marks", () => {
    it("are unset, then what was last written", async () => {
      expect(await ledger().readMark("fills-cursor")).toBe(undefined);
      await ledger().writeMark("fills-cursor", "17");
      await ledger().writeMark("fills-cursor", "");
      await ledger().writeMark("__proto__", "x");
      expect(await ledger().readMark("fills-cursor")).toBe("");
      expect(await ledger().readMark("__proto__")).toBe("x");
    });

    it("swaps a mark only where the expected value stands, with one winner among many", async () => {
      expect(await ledger().swapMark("close-all", "x", "y")).toBe(false);
      const swaps = Array.from({ length: 20 }, (_, index) => ledger().swapMark("close-all", "", `${index}`));
      expect((await Promise.all(swaps)).filter((isSwapped) => isSwapped)).toHaveLength(1);
      const standing = (await ledger().readMark("close-all")) ?? "";
      expect(await ledger().swapMark("close-all", standing, "")).toBe(true);
      expect(await ledger().readMark("close-all")).toBe("");
      expect(await ledger().readMark("constructor")).toBe(undefined);
    });
  });
}
