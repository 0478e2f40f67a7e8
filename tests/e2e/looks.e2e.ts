import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureChromium } from "../../scripts/fetch-chromium.mjs";
import { createWebChat, type WebChat } from "../../src/bot/web/create-web-chat.ts";
import { tradeMessage } from "../contracts/chat-contract.ts";
import { READER } from "../fakes/chat-desk.ts";
import { createMemoryWebHistory } from "../fakes/memory-web-history.ts";
import { openBrowser } from "./browser.ts";
import { measureContrast } from "./contrast.ts";
import { drawSampleChart } from "./sample-chart.ts";
import { createSampleDesk, OPEN, PROPOSED } from "./sample-trades.ts";

const chromiumPath = await ensureChromium();
const clock = { now: () => Date.now() };

describe.skipIf(chromiumPath === undefined)("the looks of the web chat", () => {
  let web: WebChat;
  let browser: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    const { deskChat, buttons, texts, log } = createSampleDesk();
    const store = createMemoryWebHistory();
    const reader = READER;
    web = await createWebChat({
      ...{ host: "127.0.0.1", port: 0, deskChat, buttons, store, texts, reader, clock, log },
    });
    const { url } = await web.start();
    browser = await openBrowser(chromiumPath ?? "");
    page = await browser.newPage();
    await page.goto(url);
    await page.getByText("Connected", { exact: true }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await web?.stop();
  });

  const cards = () => page.locator("#log article.desk");
  const chartOf = () => cards().last().locator(".chart img:visible");
  const source = () => chartOf().evaluate(({ currentSrc }: { currentSrc: string }) => currentSrc);

  it("keep the old chart of a card until the new one can be seen", async () => {
    const ref = await web.chat.send("local", tradeMessage(PROPOSED, await drawSampleChart()));
    await chartOf().waitFor();
    const before = await source();
    let letThrough: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route("**/images/**", async (route) => {
      await held;
      await route.continue();
    });
    await web.chat.edit(ref, tradeMessage(OPEN, await drawSampleChart("light")));
    await cards().last().getByText("Approved by local").waitFor();
    expect(await source()).toBe(before);
    letThrough?.();
    await expect.poll(source).not.toBe(before);
    expect(await cards().last().locator("img").count()).toBe(1);
    expect(await chartOf().evaluate(({ naturalWidth }: { naturalWidth: number }) => naturalWidth)).toBe(1280);
    await page.unroute("**/images/**");
  });

  it.each(["light", "dark"] as const)("can be read: %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    for (const text of ["/status", "/risk", "/positions", "/settings risk.riskPercent", "/panic"]) {
      const before = await cards().count();
      await page.getByRole("combobox").fill(text);
      await page.getByRole("combobox").press("Enter");
      await expect.poll(() => cards().count()).toBe(before + 1);
    }
    await page.mouse.click(1, 1);
    const { texts, edges } = await measureContrast(page);
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
    expect(edges.length).toBeGreaterThan(10);
    expect(edges.filter(({ contrast }) => contrast < 3)).toEqual([]);
  });
});
