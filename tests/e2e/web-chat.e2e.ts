import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ensureChromium } from "../../scripts/fetch-chromium.mjs";
import { createWebChat, type WebChat } from "../../src/bot/web/create-web-chat.ts";
import { tradeMessage } from "../contracts/chat-contract.ts";
import { READER } from "../fakes/chat-desk.ts";
import { createMemoryWebHistory } from "../fakes/memory-web-history.ts";
import { DESKTOP, openBrowser, PHONE, takeScreenshot } from "./browser.ts";
import { drawSampleChart } from "./sample-chart.ts";
import { createSampleDesk, OPEN, PROPOSED } from "./sample-trades.ts";

const chromiumPath = await ensureChromium();
const clock = { now: () => Date.now() };
const TITLE = "LONG BTC/USDT 15m · order block touch · New York AM";

describe.skipIf(chromiumPath === undefined)("the web chat in a browser", () => {
  const store = createMemoryWebHistory();
  const { deskChat, buttons, texts, log, control } = createSampleDesk();
  const faults: string[] = [];
  let web: WebChat;
  let link: string;
  let browser: BrowserContext;
  let page: Page;
  let chart: Uint8Array;

  function createDeskWeb(port: number): Promise<WebChat> {
    const reader = READER;
    return createWebChat({ host: "127.0.0.1", port, deskChat, buttons, store, texts, reader, clock, log });
  }

  beforeAll(async () => {
    chart = await drawSampleChart();
    web = await createDeskWeb(0);
    link = (await web.start()).url;
    browser = await openBrowser(chromiumPath ?? "");
    page = await browser.newPage();
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await web?.stop();
  });
  beforeEach(() => {
    faults.length = 0;
    control.trades.set(PROPOSED.id, PROPOSED);
  });

  const thread = () => page.getByRole("log");
  const input = () => page.getByRole("combobox", { name: "Message to the desk" });
  const cards = (of: Page = page) => of.locator("#log article.desk");
  const lastCard = (of: Page = page) => cards(of).last();
  const buttonsOf = (of: Page = page) => lastCard(of).locator(".buttons").getByRole("button");

  async function say(text: string): Promise<void> {
    await input().fill(text);
    await input().press("Enter");
  }

  function approvals(): number {
    return control.acts.filter(({ name }) => name === "approve").length;
  }

  it("asks for the link when opened without one", async () => {
    await page.goto(new URL(link).origin);
    const secret = page.getByLabel("Link or password");
    await secret.waitFor();
    await takeScreenshot(page, "sign-in");
    await secret.fill("wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("was used already");
  });

  it("signs in by the link and takes the secret out of the address", async () => {
    await page.goto(link);
    await page.getByText("Connected", { exact: true }).waitFor();
    expect(page.url()).toBe(`${new URL(link).origin}/`);
    await page.getByText("Nothing here yet").waitFor();
    expect(faults).toEqual([]);
  });

  it("completes commands by keyboard", async () => {
    await input().pressSequentially("/");
    await takeScreenshot(page, "completion");
    expect(await page.getByRole("option").count()).toBe(deskChat.commands("en").length);
    await input().pressSequentially("pa");
    const options = await page.getByRole("option").locator(".name").allTextContents();
    expect(options).toEqual(["/pause", "/panic"]);
    await input().press("ArrowDown");
    expect(await page.getByRole("option", { selected: true }).textContent()).toContain("/panic");
    await input().press("Escape");
    expect(await page.getByRole("option").count()).toBe(0);
    await input().fill("");
    await input().pressSequentially("/posi");
    await input().press("Tab");
    expect(await input().inputValue()).toBe("/positions ");
    await input().press("Enter");
    await lastCard().getByRole("heading", { name: "Open positions" }).waitFor();
    expect(
      await buttonsOf()
        .getByText(/^Close \d$/)
        .allTextContents(),
    ).toEqual(["Close 1", "Close 2"]);
  });

  it("brings back what was written", async () => {
    await say("/status");
    await lastCard().getByRole("heading", { name: "Desk · paper" }).waitFor();
    await input().press("ArrowUp");
    expect(await input().inputValue()).toBe("/status");
    await input().press("ArrowUp");
    expect(await input().inputValue()).toBe("/positions");
    await input().press("ArrowDown");
    await input().press("ArrowDown");
    expect(await input().inputValue()).toBe("");
  });

  it("replaces an answer by the button in it", async () => {
    const before = await thread().locator("article").count();
    await buttonsOf().getByText("Positions").click();
    await lastCard().getByRole("heading", { name: "Open positions" }).waitFor();
    expect(await thread().locator("article").count()).toBe(before);
  });

  it("shows a signal with its chart, and the same card as a position after a tap", async () => {
    const ref = await web.chat.send("local", tradeMessage(PROPOSED, chart));
    const image = lastCard().getByRole("img");
    await image.waitFor();
    expect(await image.getAttribute("alt")).toBe(`Chart: ${TITLE}`);
    expect(await image.evaluate((element: { naturalWidth: number }) => element.naturalWidth)).toBe(1280);
    await takeScreenshot(page, "signal");

    await lastCard().getByRole("button", { name: "Approve 1R" }).click();
    await page.getByText("Approved 1R: LONG BTC/USDT, 0.016").waitFor();
    expect(control.acts.at(-1)).toEqual({ name: "approve", args: ["t1", 1, 1, "web:local", "admin"] });
    await web.chat.edit(ref, tradeMessage(OPEN));
    await lastCard().getByText("Approved by local at 13:46, 1R").waitFor();
    expect(await buttonsOf().allTextContents()).toEqual([
      ...["Break-even", "Move stop", "Trail", "Targets", "Reduce 25%", "Reduce 50%", "Close"],
    ]);
    expect(
      await lastCard()
        .getByText(/^edited/)
        .count(),
    ).toBe(1);
    expect(await lastCard().getByRole("img").count()).toBe(1);
    await takeScreenshot(page, "approved");
    expect(faults).toEqual([]);
  });

  it("takes a double click as one tap", async () => {
    const before = approvals();
    await web.chat.send("local", tradeMessage(PROPOSED, chart));
    await lastCard().getByRole("button", { name: "½R" }).dblclick();
    await page.getByText("Approved ½R").waitFor();
    expect(approvals()).toBe(before + 1);
  });

  it("does not let a second click or Enter hit what comes in the button's place", async () => {
    const ref = await web.chat.send("local", tradeMessage(PROPOSED, chart));
    const closings = () => control.acts.filter(({ name }) => name === "close").length;
    const other = await browser.newPage();
    await other.clock.install();
    await other.goto(new URL(link).origin);
    await lastCard(other).getByRole("button", { name: "¼R" }).focus();
    await other.clock.pauseAt(Date.now() + 2_000);
    await other.keyboard.press("Enter");
    await other.getByText("Approved ¼R").waitFor();
    control.trades.set(OPEN.id, OPEN);
    await web.chat.edit(ref, tradeMessage(OPEN));
    const close = lastCard(other).getByRole("button", { name: "Close" });
    await close.waitFor();
    await other.keyboard.press("Enter");
    const box = await close.boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    await other.mouse.click(x, y);
    expect(closings()).toBe(0);
    await other.clock.runFor(1_000);
    await other.mouse.click(x, y);
    await expect.poll(closings).toBe(1);
    // The clock belongs to all pages of the browser.
    await other.clock.resume();
    await other.close();
  });

  it("enlarges the chart and closes it with Escape", async () => {
    await lastCard()
      .getByRole("button", { name: /^Chart:/ })
      .click();
    await page.locator("#lightbox[open]").waitFor();
    await takeScreenshot(page, "enlarged");
    await page.keyboard.press("Escape");
    await page.locator("#lightbox").waitFor({ state: "hidden" });
  });

  it("asks back before it flattens everything", async () => {
    await say("/panic");
    const confirm = lastCard().getByRole("button", { name: "Yes, flatten everything and stop" });
    await confirm.waitFor();
    await takeScreenshot(page, "panic");
    expect(control.acts.some(({ name }) => name === "panic")).toBe(false);
  });

  it("shows the conversation in another tab and after a reload", async () => {
    const said = await thread().locator("article h3").allTextContents();
    expect(said).toContain(TITLE);
    const other = await browser.newPage();
    await other.goto(new URL(link).origin);
    await expect.poll(() => other.locator("#log article h3").allTextContents()).toEqual(said);
    await say("/help");
    await lastCard(other).getByRole("heading", { name: "Commands" }).waitFor();
    await other.close();
    await page.reload();
    await lastCard().getByRole("heading", { name: "Commands" }).waitFor();
  });

  it("runs a command that is clicked in a text", async () => {
    await lastCard().getByRole("button", { name: "/whoami" }).click();
    await lastCard().getByText("web:local").waitFor();
  });

  it("shows markup as text", async () => {
    const hostile = '<img src=x onerror="document.title=1"><b>bold</b>';
    await say(hostile);
    await thread().locator("article.person", { hasText: hostile }).waitFor();
    expect(await thread().locator("article.person img, article.person b").count()).toBe(0);
    expect(await page.title()).toBe("Killzone");
  });

  it("counts new messages when the person reads further up", async () => {
    await page.locator("#scroller").evaluate((element: { scrollTop: number }) => {
      element.scrollTop = 0;
    });
    await page.getByRole("button", { name: "Go to the newest message" }).waitFor();
    await web.chat.send("local", tradeMessage(PROPOSED));
    await page.getByRole("button", { name: "1 new" }).click();
    await page.locator("#to-end").waitFor({ state: "hidden" });
    expect(await lastCard().getByRole("button", { name: "Approve 1R" }).isVisible()).toBe(true);
  });

  it("says when the desk is gone, keeps what could not be sent, and catches up", async () => {
    const { port } = new URL(link);
    await web.stop();
    await page.getByText("Reconnecting").waitFor();
    await say("/status");
    await page.getByText("Not sent").waitFor();
    await takeScreenshot(page, "reconnecting");
    web = await createDeskWeb(Number(port));
    await web.chat.send("local", tradeMessage(OPEN, chart));
    await web.start();
    await page.getByText("Connected", { exact: true }).waitFor();
    await lastCard().getByText("Approved by local").waitFor();
    await page.getByRole("button", { name: "Send again" }).click();
    await lastCard().getByRole("heading", { name: "Desk · paper" }).waitFor();
    expect(await page.getByText("Not sent").count()).toBe(0);
  });

  it.each([
    ["desktop-dark", DESKTOP, "dark"],
    ["desktop-light", DESKTOP, "light"],
    ["phone-dark", PHONE, "dark"],
    ["phone-light", PHONE, "light"],
  ] as const)("fits the window: %s", async (name, size, colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    const theme = await drawSampleChart(colorScheme);
    for (const text of ["/help", "/positions", "/status", "/risk"]) {
      const before = await cards().count();
      await say(text);
      await expect.poll(() => cards().count()).toBe(before + 1);
      await takeScreenshot(page, `${name}-${text.slice(1)}`);
    }
    const before = await cards().count();
    await web.chat.send("local", tradeMessage(PROPOSED, theme));
    await expect.poll(() => cards().count()).toBe(before + 1);
    await lastCard().getByRole("img").waitFor();
    expect(await lastCard().getByRole("button", { name: "Approve 1R" }).isVisible()).toBe(true);
    await takeScreenshot(page, `${name}-signal`);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
  });

  it("ends with the session", async () => {
    await page.setViewportSize(DESKTOP);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByLabel("Link or password").waitFor();
    await page.reload();
    await page.getByLabel("Link or password").waitFor();
  });
});
