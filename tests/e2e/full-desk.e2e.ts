import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureChromium } from "../../scripts/fetch-chromium.mjs";
import { DeskProcess } from "../desk/desk-process.ts";
import { openBrowser, PHONE, takeScreenshot } from "./browser.ts";

const chromiumPath = await ensureChromium();
/** What the product promises: a setup in the chat within a minute of the first start. */
const FIRST_CARD_MS = 60_000;

describe.skipIf(chromiumPath === undefined)("a desk on a fresh machine", () => {
  const desk = new DeskProcess();
  let browser: BrowserContext;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    // Every setup enters at the market: what waits at a limit would not be open at once.
    const entryType = "market";
    const link = await desk.start({
      market: { kind: "simulated", startAt: "2026-03-03T13:00:00Z" },
      settings: { strategies: { sweepReversal: { entryType }, silverBullet: { entryType } } },
    });
    browser = await openBrowser(chromiumPath ?? "");
    page = await browser.newPage();
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(link);
  });
  afterAll(async () => {
    await browser?.close();
    await desk.dispose();
  });

  const cards = () => page.getByRole("log").locator("article.desk");
  const proposal = () =>
    cards()
      .filter({ has: page.getByRole("button", { name: /Approve/ }) })
      .last();

  it("posts a setup with its chart within a minute", async () => {
    await proposal().waitFor({ timeout: FIRST_CARD_MS });
    await proposal().locator("img").waitFor();
    await takeScreenshot(page, "desk-proposal");
  }, 90_000);

  it("turns an approved card into an open position, and the same card says so", async () => {
    const card = proposal();
    const trade = /Trade ([0-9a-z]{10})/.exec((await card.textContent()) ?? "")?.[1] ?? "";
    await card.getByRole("button", { name: /Approve/ }).click();
    const same = cards()
      .filter({ hasText: `Trade ${trade}` })
      .first();
    await expect.poll(() => same.textContent(), { timeout: 40_000 }).toMatch(/approved by local/i);
    await expect.poll(() => same.getByRole("button", { name: /Close/ }).count(), { timeout: 40_000 }).toBe(1);
    expect(await same.getByRole("button", { name: /Approve/ }).count()).toBe(0);
    await takeScreenshot(page, "desk-open");
  }, 120_000);

  it("lists the position with its result so far", async () => {
    await page.getByRole("combobox", { name: "Message to the desk" }).fill("/positions");
    await page.keyboard.press("Enter");
    const answer = cards().filter({ hasText: "Open positions" }).last();
    await expect.poll(() => answer.getByRole("button", { name: /^Close \d+$/ }).count()).toBe(1);
    await expect.poll(() => answer.textContent()).toMatch(/1 · (LONG|SHORT) .* · [+-]?[\d.]+R/);
    await takeScreenshot(page, "desk-positions");
    await page.setViewportSize(PHONE);
    await takeScreenshot(page, "desk-positions-phone");
    expect(faults).toEqual([]);
  });
});
