import { beforeEach, describe, expect, it } from "vitest";
import type { WebHistory } from "../../src/engine/ports/web-history.ts";

const CHAT = "local";

/** What every `WebHistory` keeps to. `create` gives an empty one each time. */
export function describeWebHistoryContract(name: string, create: () => Promise<WebHistory>): void {
  describe(`${name} as a web history`, () => {
    let history: WebHistory;

    beforeEach(async () => {
      history = await create();
    });

    function say(text: string, at = 1_000) {
      return history.append(CHAT, { body: JSON.stringify({ text }) }, at);
    }

    it("numbers messages from 1 and names them by their first number", async () => {
      expect(await say("one", 1_000)).toEqual({ id: "1", sequence: 1, at: 1_000, body: '{"text":"one"}' });
      expect(await say("two", 2_000)).toEqual({ id: "2", sequence: 2, at: 2_000, body: '{"text":"two"}' });
      expect(await history.head(CHAT)).toBe(2);
    });

    it("gives each of many messages at once a number of its own", async () => {
      const entries = await Promise.all(Array.from({ length: 50 }, (_, index) => say(`message ${index}`)));
      const sequences = entries.map(({ sequence }) => sequence).sort((a, b) => a - b);
      expect(sequences).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    });

    it("rewrites a message in its place with the next number", async () => {
      await say("one", 1_000);
      await say("two", 2_000);
      const rewritten = { id: "1", sequence: 3, at: 1_000, editedAt: 5_000, body: "{}" };
      expect(await history.replace(CHAT, "1", { body: "{}" }, 5_000)).toEqual(rewritten);
      expect(await history.find(CHAT, "1")).toEqual(rewritten);
      expect((await history.newest(CHAT, 10)).map(({ id }) => id)).toEqual(["1", "2"]);
    });

    it("does not rewrite what is not there", async () => {
      expect(await history.replace(CHAT, "7", { body: "{}" }, 1_000)).toBeUndefined();
      expect(await history.find(CHAT, "7")).toBeUndefined();
      expect(await history.head(CHAT)).toBe(0);
    });

    it("pages back from the newest, oldest of a page first", async () => {
      for (let index = 1; index <= 12; index += 1) await say(`message ${index}`);
      expect((await history.newest(CHAT, 3)).map(({ id }) => id)).toEqual(["10", "11", "12"]);
      expect((await history.newest(CHAT, 3, "10")).map(({ id }) => id)).toEqual(["7", "8", "9"]);
      expect((await history.newest(CHAT, 3, "3")).map(({ id }) => id)).toEqual(["1", "2"]);
      expect(await history.newest(CHAT, 3, "1")).toEqual([]);
    });

    it("tells what was written and rewritten after a number, in that order", async () => {
      for (const text of ["one", "two", "three"]) await say(text);
      await history.replace(CHAT, "1", { body: "{}" }, 2_000);
      expect((await history.since(CHAT, 1, 10)).map(({ id }) => id)).toEqual(["2", "3", "1"]);
      expect((await history.since(CHAT, 1, 2)).map(({ id }) => id)).toEqual(["2", "3"]);
      expect(await history.since(CHAT, 4, 10)).toEqual([]);
    });

    it("keeps an image until a rewrite brings another", async () => {
      const first = await history.append(CHAT, { body: "{}", image: Uint8Array.of(1, 0, 255) }, 1_000);
      expect(first.imageSequence).toBe(1);
      const kept = await history.replace(CHAT, "1", { body: "{}" }, 2_000);
      expect(kept?.imageSequence).toBe(1);
      expect(await history.image(CHAT, "1")).toEqual(Uint8Array.of(1, 0, 255));
      const redrawn = await history.replace(CHAT, "1", { body: "{}", image: Uint8Array.of(2) }, 3_000);
      expect(redrawn?.imageSequence).toBe(3);
      expect(await history.image(CHAT, "1")).toEqual(Uint8Array.of(2));
    });

    it("has no image where none was given", async () => {
      await say("one");
      expect(await history.image(CHAT, "1")).toBeUndefined();
      expect(await history.image(CHAT, "9")).toBeUndefined();
    });

    it("keeps chats apart", async () => {
      await say("one");
      await history.append("other", { body: '"other"' }, 1_000);
      expect((await history.newest("other", 10)).map(({ body }) => body)).toEqual(['"other"']);
      expect(await history.head("other")).toBe(1);
      expect(await history.newest("nobody", 10)).toEqual([]);
    });

    it("keeps a session until it is ended", async () => {
      const session = { userId: "web:local", createdAt: 1_000, expiresAt: 9_999_999_999_999 };
      await history.saveSession("key", session);
      expect(await history.session("key")).toEqual(session);
      await history.endSession("key");
      expect(await history.session("key")).toBeUndefined();
      await history.endSession("key");
    });
  });
}
