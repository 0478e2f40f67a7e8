import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MessageView } from "../../../src/bot/web/protocol.ts";
import { notice, startWebBench, type WebBench } from "./web-bench.ts";

function ids(messages: readonly MessageView[]): readonly string[] {
  return messages.map(({ id }) => id);
}

describe("catching up", () => {
  let bench: WebBench;
  let cookie: string;

  beforeEach(async () => {
    bench = await startWebBench();
    cookie = await bench.signIn();
  });
  afterEach(() => bench.web.stop());

  async function sendMany(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) await bench.web.chat.send("local", notice(`n${index}`));
  }

  it("shows the history to a page that is loaded again, edits included", async () => {
    await sendMany(2);
    await bench.web.chat.edit({ platform: "web", chatId: "local", messageId: "1" }, notice("edited"));
    const { welcome } = await bench.connect(cookie);
    expect(welcome).toMatchObject({ reset: true, more: false, sequence: 3 });
    expect(ids(welcome.messages)).toEqual(["1", "2"]);
    expect(welcome.messages[0]?.said).toMatchObject({ blocks: [{ kind: "text", text: "edited" }] });
  });

  it("shows the history after a restart of the desk", async () => {
    await sendMany(1);
    await bench.web.stop();
    bench = await startWebBench({ store: bench.store });
    const { welcome } = await bench.connect(await bench.signIn());
    expect(ids(welcome.messages)).toEqual(["1"]);
    await sendMany(1);
    expect(await bench.store.head("local")).toBe(2);
  });

  it("gives a page that was away only what it missed", async () => {
    const page = await bench.connect(cookie);
    await sendMany(2);
    await page.close();
    await sendMany(1);
    await bench.web.chat.edit({ platform: "web", chatId: "local", messageId: "1" }, notice("edited"));
    const { welcome } = await bench.connect(cookie, 2);
    expect(welcome).toMatchObject({ reset: false, sequence: 4 });
    expect(ids(welcome.messages)).toEqual(["3", "1"]);
  });

  it("misses nothing that is written while a page connects", async () => {
    const writing = sendMany(30);
    const page = await bench.connect(cookie);
    await writing;
    const seen = [...ids(page.welcome.messages)];
    while (seen.length < 30) seen.push((await page.next("message")).message.id);
    expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => String(index + 1)));
  });

  it("starts a page anew that comes from a history which is gone", async () => {
    await sendMany(1);
    const { welcome } = await bench.connect(cookie, 700);
    expect(welcome).toMatchObject({ reset: true, sequence: 1 });
    expect(ids(welcome.messages)).toEqual(["1"]);
  });

  it("starts a page anew that missed more than is sent at once", async () => {
    await sendMany(502);
    const { welcome } = await bench.connect(cookie, 1);
    expect(welcome).toMatchObject({ reset: true, more: true, sequence: 502 });
    expect(ids(welcome.messages)).toEqual(Array.from({ length: 100 }, (_, index) => String(index + 403)));
  });

  it("gives earlier messages when asked", async () => {
    await sendMany(130);
    const page = await bench.connect(cookie);
    expect(page.welcome.messages[0]?.id).toBe("31");
    expect(page.welcome.more).toBe(true);
    page.send({ type: "earlier", before: "31" });
    const earlier = await page.next("earlier");
    expect(earlier.more).toBe(false);
    expect(ids(earlier.messages)).toEqual(Array.from({ length: 30 }, (_, index) => String(index + 1)));
  });

  it("leaves out a message it cannot read and shows the others", async () => {
    await bench.store.append("local", { body: "not JSON" }, 0);
    await bench.store.append("local", { body: '{"from":"desk","unknown":1}' }, 0);
    await sendMany(1);
    const { welcome } = await bench.connect(cookie);
    expect(ids(welcome.messages)).toEqual(["3"]);
  });
});
