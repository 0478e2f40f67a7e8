import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../src/bot/card.ts";
import { createMemoryWebHistory } from "../../fakes/memory-web-history.ts";
import { createCountedButtons, PIXEL, textCard } from "./scripted-desk.ts";
import { notice, START, startWebBench, type TestPage, textOf, type WebBench } from "./web-bench.ts";

describe("conversation", () => {
  let bench: WebBench;
  let cookie: string;
  let page: TestPage;

  beforeEach(async () => {
    bench = await startWebBench();
    cookie = await bench.signIn();
    page = await bench.connect(cookie);
  });
  afterEach(() => bench.web.stop());

  async function nextText(of: TestPage = page): Promise<string> {
    return textOf((await of.next("message")).message);
  }

  it("greets a page with the commands and the reader's ways", () => {
    expect(page.welcome).toEqual({
      type: "welcome",
      reset: true,
      messages: [],
      more: false,
      sequence: 0,
      busy: false,
      commands: [
        { name: "status", help: "The desk at one glance" },
        { name: "help", help: "What you can ask" },
      ],
      locale: "en",
      timeZone: "Europe/Berlin",
    });
  });

  it("speaks the language that the person chose, and tells the page when it changes", async () => {
    await bench.web.stop();
    let reader = { locale: "en", timeZone: "UTC" };
    bench = await startWebBench({ currentReader: async () => reader });
    bench.desk.onTextDo = async (text) => {
      if (text === "/language de") reader = { ...reader, locale: "de" };
      return [textCard(`heard ${text}`)];
    };
    page = await bench.connect(await bench.signIn());
    const words = async () => (await (await fetch(`${bench.origin}/texts.json`)).json()) as { send: string };
    expect((await words()).send).toBe("Send");
    page.send({ type: "text", id: "r1", text: "/status" });
    page.send({ type: "text", id: "r2", text: "/language de" });
    await page.next("reader-changed");
    expect((await words()).send).toBe("Senden");
    expect((await bench.connect(await bench.signIn())).welcome).toMatchObject({ locale: "de" });
  });

  it("hears a text as the local admin and shows text and answer", async () => {
    page.send({ type: "text", id: "r1", text: "  /status  " });
    expect((await page.next("message")).message).toEqual({
      id: "1",
      sequence: 1,
      at: START,
      silent: true,
      said: { from: "person", text: "/status", requestId: "r1" },
    });
    expect(await nextText()).toBe("heard /status");
    expect(bench.desk.heard).toEqual([
      {
        text: "/status",
        conversation: {
          address: { platform: "web", chatId: "local" },
          actor: { userId: "web:local", name: "local" },
          role: "admin",
          isPrivate: true,
          locale: "en",
          timeZone: "Europe/Berlin",
        },
      },
    ]);
  });

  it("hears the same request once", async () => {
    page.send({ type: "text", id: "r1", text: "/close BTC" });
    page.send({ type: "text", id: "r1", text: "/close BTC" });
    page.send({ type: "text", id: "r2", text: "/help" });
    await expect.poll(() => bench.desk.heard.map(({ text }) => text)).toEqual(["/close BTC", "/help"]);
  });

  it("does not let a command wait behind a slow one", async () => {
    let finishScan = (_cards: readonly Card[]): void => undefined;
    bench.desk.onTextDo = (text) =>
      text === "/scan"
        ? new Promise((resolve) => {
            finishScan = resolve;
          })
        : Promise.resolve([textCard("panicked")]);
    page.send({ type: "text", id: "r1", text: "/scan" });
    page.send({ type: "text", id: "r2", text: "/panic" });
    const said = [await nextText(), await nextText(), await nextText()];
    expect(said).toEqual(["/scan", "/panic", "panicked"]);
    expect((await page.next("busy")).busy).toBe(true);
    finishScan([textCard("scanned")]);
    expect(await nextText()).toBe("scanned");
    expect((await page.next("busy")).busy).toBe(false);
  });

  it("says so when the desk fails, and goes on", async () => {
    bench.desk.onTextDo = () => Promise.reject(new Error("boom"));
    page.send({ type: "text", id: "r1", text: "/status" });
    expect(await page.next("refused")).toEqual({ type: "refused", id: "r1", reason: "failed" });
    expect(bench.logged).toContainEqual({
      level: "error",
      event: "the desk could not answer in the web chat",
    });
    bench.desk.onTextDo = async () => [textCard("well again")];
    page.send({ type: "text", id: "r2", text: "/status" });
    expect([await nextText(), await nextText(), await nextText()]).toEqual([
      "/status",
      "/status",
      "well again",
    ]);
  });

  it("refuses the request and not the page when the history is away", async () => {
    const store = createMemoryWebHistory();
    let isAway = false;
    const shaky = await startWebBench({
      store: {
        ...store,
        append: (...args) => (isAway ? Promise.reject(new Error("away")) : store.append(...args)),
      },
    });
    const shakyPage = await shaky.connect(await shaky.signIn());
    isAway = true;
    shakyPage.send({ type: "text", id: "r1", text: "/status" });
    expect(await shakyPage.next("refused")).toEqual({ type: "refused", id: "r1", reason: "failed" });
    expect(shaky.desk.heard).toEqual([]);
    isAway = false;
    shakyPage.send({ type: "text", id: "r1", text: "/status" });
    expect(await nextText(shakyPage)).toBe("/status");
    await shaky.web.stop();
  });

  it("answers a tap to who tapped, and shows its card to all", async () => {
    const other = await bench.connect(cookie);
    bench.desk.onTapDo = async () => ({ toast: "Approved", alert: true, card: textCard("position") });
    page.send({ type: "tap", id: "r1", message: "1", token: "t9" });
    expect(await page.next("answer")).toEqual({ type: "answer", id: "r1", toast: "Approved", alert: true });
    expect(await nextText(other)).toBe("position");
    expect(bench.desk.tapped).toEqual(["t9"]);
  });

  it("takes a double tap as one and answers both", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    bench.desk.onTapDo = async () => {
      await held;
      return { toast: "Approved" };
    };
    const other = await bench.connect(cookie);
    page.send({ type: "tap", id: "r1", message: "1", token: "t1" });
    page.send({ type: "tap", id: "r2", message: "1", token: "t1" });
    other.send({ type: "tap", id: "r3", message: "1", token: "t1" });
    // The pages' own messages come back in order: by then all three taps were taken.
    page.send({ type: "earlier", before: "1" });
    other.send({ type: "earlier", before: "1" });
    await Promise.all([page.next("earlier"), other.next("earlier")]);
    release();
    const answers = [await page.next("answer"), await page.next("answer"), await other.next("answer")];
    expect(answers.map(({ toast }) => toast)).toEqual(["Approved", "Approved", "Approved"]);
    expect(bench.desk.tapped).toEqual(["t1"]);
  });

  it("sends a desk's message to every page and rewrites it in every page", async () => {
    const other = await bench.connect(cookie);
    const ref = await bench.web.chat.send("local", { ...notice("proposed"), image: PIXEL });
    expect(ref).toEqual({ platform: "web", chatId: "local", messageId: "1" });
    const { message } = await other.next("message");
    expect([textOf(message), message.imageUrl, message.silent]).toEqual(["proposed", "/images/1?v=1", false]);
    bench.clock.time += 60_000;
    await bench.web.chat.edit(ref, notice("approved"));
    await page.next("message");
    for (const each of [page, other]) {
      const { message: edited } = await each.next("message");
      expect(edited).toMatchObject({
        id: "1",
        sequence: 2,
        at: START,
        editedAt: START + 60_000,
        imageUrl: "/images/1?v=1",
      });
      expect(textOf(edited)).toBe("approved");
    }
  });

  it("gives a redrawn chart a new address", async () => {
    const ref = await bench.web.chat.send("local", { ...notice("proposed"), image: PIXEL });
    await bench.web.chat.edit(ref, { ...notice("open"), image: Uint8Array.of(0xff, 0xd8, 0xff) });
    await page.next("message");
    expect((await page.next("message")).message.imageUrl).toBe("/images/1?v=2");
    const image = await fetch(`${bench.origin}/images/1?v=2`, { headers: { cookie } });
    expect(image.headers.get("content-type")).toBe("image/jpeg");
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(Uint8Array.of(0xff, 0xd8, 0xff));
  });

  it("gives the buttons of an edited card new tokens and revokes the old ones", async () => {
    const ref = await bench.web.chat.send("local", notice("proposed", { button: "/status" }));
    await bench.web.chat.edit(ref, notice("proposed", { button: "/status" }));
    const [first, second] = bench.buttons.issued;
    expect([first?.token, second?.token]).toEqual(["t1", "t2"]);
    expect(first?.group).not.toBe(second?.group);
    expect(bench.buttons.revoked).toEqual([first?.group]);
    await page.next("message");
    expect((await page.next("message")).message.said).toEqual({
      from: "desk",
      blocks: [{ kind: "text", text: "proposed" }],
      buttons: [[{ label: "Go", token: "t2", style: "plain" }]],
    });
  });

  it("keeps the old buttons alive when the edit cannot be written", async () => {
    const store = createMemoryWebHistory();
    const buttons = createCountedButtons();
    const failing = await startWebBench({
      buttons,
      store: { ...store, replace: () => Promise.reject(new Error("away")) },
    });
    const ref = await failing.web.chat.send("local", notice("proposed", { button: "/status" }));
    await expect(failing.web.chat.edit(ref, notice("approved"))).rejects.toThrow("away");
    expect(buttons.revoked).toEqual([]);
    await failing.web.stop();
  });

  it("refuses to edit what is not its own card", async () => {
    page.send({ type: "text", id: "r1", text: "mine" });
    await page.next("message");
    const { chat } = bench.web;
    for (const messageId of ["1", "99"]) {
      await expect(
        chat.edit({ platform: "web", chatId: "local", messageId }, notice("x")),
      ).rejects.toMatchObject({ code: "chat-message-gone" });
    }
    await expect(chat.send("elsewhere", notice("x"))).rejects.toMatchObject({ code: "chat-gone" });
  });

  it("keeps order and numbers when everything comes at once", async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => bench.web.chat.send("local", notice(`n${index}`))),
    );
    const sequences = [];
    for (let index = 0; index < 40; index += 1) sequences.push((await page.next("message")).message.sequence);
    expect(sequences).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });
});
