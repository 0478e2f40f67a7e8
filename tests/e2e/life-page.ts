import type { BrowserContext, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { SECURITY_HEADERS } from "../../src/bot/web/request-guard.ts";
import { takeImage, takeScreenshot } from "./browser.ts";

/** How long a step of the desk may take on a busy machine. */
const PATIENCE_MS = 30_000;

/** Steps whose pictures stand in `docs/web-chat.md`. */
const GUIDE: ReadonlySet<string> = new Set(
  "signal size size-typed working open move-stop first-target closed setting-preview language trade-german".split(
    " ",
  ),
);

/** A person at the web chat, who keeps an eye on the browser's console. */
export class LifePage {
  readonly page: Page;
  readonly faults: string[] = [];
  private readonly name: string;
  private shots = 0;

  private constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("pageerror", (error) => this.faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.faults.push(message.text());
    });
  }

  static async open(browser: BrowserContext, name: string): Promise<LifePage> {
    return new LifePage(await browser.newPage(), name);
  }

  /** Opens the page, looks at the headers it came with, and signs in by the form. */
  async signIn(link: string): Promise<void> {
    const answer = await this.page.goto(new URL(link).origin);
    expect(answer?.headers()).toMatchObject(SECURITY_HEADERS);
    await this.page.getByLabel("Link or password").waitFor();
    await this.snap("sign-in");
    await this.page.getByLabel("Link or password").fill(link);
    await this.page.getByRole("button", { name: "Sign in" }).click();
    await this.page.getByText("Connected", { exact: true }).waitFor();
  }

  get cards(): Locator {
    return this.page.getByRole("log").locator("article.desk");
  }

  /** The desk's own card of the trade: the first one that names it. */
  get tradeCard(): Locator {
    return this.cards.filter({ hasText: "Trade k" }).first();
  }

  get lastCard(): Locator {
    return this.cards.last();
  }

  /** Types into the composer and sends. Resolves when the desk has answered. */
  async say(text: string): Promise<void> {
    const before = await this.cards.count();
    const input = this.page.getByRole("combobox");
    await input.fill(text);
    await input.press("Enter");
    await expect.poll(() => this.cards.count(), { timeout: PATIENCE_MS }).toBe(before + 1);
  }

  /** Waits until the card says all of it, as one text without line ends. */
  async reads(card: Locator, ...texts: readonly string[]): Promise<void> {
    for (const text of texts) await card.getByText(text).first().waitFor();
  }

  async tap(card: Locator, name: string): Promise<void> {
    await card.getByRole("button", { name, exact: true }).click();
  }

  /** Goes back by Shift+Tab until the button with that name has the focus. */
  async walkBackTo(name: string): Promise<void> {
    for (let steps = 0; steps < 40; steps += 1) {
      await this.page.keyboard.press("Shift+Tab");
      if ((await this.page.evaluate("document.activeElement.textContent")) === name) return;
    }
    throw new Error(`the keyboard does not reach "${name}"`);
  }

  /** Brings the card into sight from its top, as somebody who scrolls to it. */
  async show(card: Locator): Promise<void> {
    await card.evaluate((element: { scrollIntoView(options: object): void }) =>
      element.scrollIntoView({ block: "start" }),
    );
  }

  /** Accessible names of the buttons below a card, in order. */
  async buttonsOf(card: Locator): Promise<readonly string[]> {
    const buttons = await card.getByRole("group").getByRole("button").all();
    return Promise.all(buttons.map(accessibleName));
  }

  /** What the card says happened, line by line. */
  async storyOf(card: Locator): Promise<readonly string[]> {
    return card.locator("h3 + p .line").allTextContents();
  }

  /** Values of a card by their labels. */
  async factsOf(card: Locator): Promise<Readonly<Record<string, string>>> {
    const labels = await card.locator("dt").allTextContents();
    const values = await card.locator("dd").allTextContents();
    return Object.fromEntries(labels.map((label, at) => [label, values[at] ?? ""]));
  }

  /** A picture of the window without toasts; nothing may make the page wider than it. */
  async snap(step: string): Promise<void> {
    await this.page.evaluate("for (const toast of document.querySelectorAll('#toasts p')) toast.click()");
    // Not `waitForFunction`: what polls inside of the page needs the eval that the page forbids.
    const isPainted = "[...document.images].every((image) => image.complete && !image.hidden)";
    await expect.poll(() => this.page.evaluate(isPainted), { timeout: PATIENCE_MS }).toBe(true);
    this.shots += 1;
    await takeScreenshot(this.page, `life-${this.name}-${String(this.shots).padStart(2, "0")}-${step}`);
    if (this.name === "phone" && GUIDE.has(step)) await takeImage(this.page, step, "device");
    // For the front page.
    if (this.name === "desktop" && step === "open") await takeImage(this.page, "desktop", "css");
    expect(await this.page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
  }
}

async function accessibleName(button: Locator): Promise<string> {
  const [, name = ""] = /^- button "(.*?)"/.exec(await button.ariaSnapshot()) ?? [];
  return name;
}
